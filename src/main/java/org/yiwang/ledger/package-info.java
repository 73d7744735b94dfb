/**
 * Books kept by double entry: accounts of owners in a unit, transfers of several legs that sum to zero, holds, lots that
 * expire, reversals and statements. It knows no business: what a unit is worth, who an owner is and why something moves is
 * known to whoever calls (ADR 0015).
 *
 * <p>Tables: {@code ledger_*}. Events: none. Invariants: the legs of a transfer sum to zero; what was entered is never changed;
 * what is free on an account never falls below its limit; a key does one thing once; a transfer is reversed at most once.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
package org.yiwang.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
