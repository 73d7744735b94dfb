/**
 * Accounts, sign-in, sessions, grants (a role at a scope), consents, the audit trail, and the key that seals personal data.
 *
 * <p>Tables: {@code account_*}.
 *
 * <p>Events: publishes {@code ConsentWithdrawn}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "web", "notification", "region", "rules"})
package org.yiwang.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
