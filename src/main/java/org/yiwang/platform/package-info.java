/**
 * Machinery without business that several modules need and none owns: group commit, sealing of personal data, values kept
 * in memory by revision, and moments as the database takes them. It knows no table;
 * whoever uses it gives it keys, queries and work.
 * Of Spring only {@code AfterCommit} knows.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "kernel")
package org.yiwang.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
