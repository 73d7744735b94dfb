/**
 * A log that shows every later change of what was written into it: leaves are hashed into a Merkle tree (RFC 9162), the
 * head of the tree is signed and published. It knows no business: it takes bytes and gives positions and proofs.
 *
 * <p>Tables: {@code seal_*}. Events: none. Invariants: leaves are only appended; every published head is a prefix of every later one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "web"})
package org.yiwang.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
