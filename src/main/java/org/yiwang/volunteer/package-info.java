/**
 * The registry of volunteers: registration, unified number, card, skills, availability, guardians, export and closing.
 *
 * <p>Tables: {@code volunteer_*}.
 *
 * <p>Events: publishes {@code VolunteerEvent}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "web", "notification", "region", "rules", "account", "organization"})
package org.yiwang.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
