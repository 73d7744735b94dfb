/**
 * Accounts, sign-in, sessions, grants (a role at a scope), consents, the audit trail, and the key that seals personal data.
 *
 * <p>Tables: {@code account_*}.
 *
 * <p>Events: publishes {@code ConsentWithdrawn}; listens to {@code RulesChanged} and {@code RegionChanged}, which are audited.
 *
 * <p>Asks modules above through {@code ConsentUse} and {@code DemoSignIns}; answers {@code notification.ContactBook}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "web", "notification", "region", "rules"})
package org.yiwang.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
