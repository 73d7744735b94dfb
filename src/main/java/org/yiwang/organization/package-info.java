/**
 * Bodies and teams as a tree of free depth: application, review, filing with an approving unit, members, captain, liaison, administrators.
 *
 * <p>Tables: {@code organization_*}.
 *
 * <p>Events: publishes {@code OrganizationEvent}.
 *
 * <p>Asks modules above through {@code People}, {@code PublicVoices} and {@code TeamBadge}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "web", "notification", "region", "rules", "account"})
package org.yiwang.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
