/**
 * The registry of volunteers: registration, unified number, card, skills, availability, guardians, export and closing.
 *
 * <p>Tables: {@code volunteer} and {@code volunteer_*}. Claim tables ({@code volunteer_number}, {@code _document},
 * {@code _account}) make a number, an identity document and an account belong to one person.
 *
 * <p>Events: publishes {@link org.yiwang.volunteer.VolunteerEvent}; listens to {@code ConsentWithdrawn}.
 *
 * <p>Asks modules above through {@code PersonalExport} and {@code CardBadge}; answers {@code organization.People} and {@code account.ConsentUse}.
 *
 * <p>Invariants: one person per document; a unified number is never derived from a document and never used again;
 * nobody is registered by somebody else unless that person confirms in time; nothing is deleted while records are kept.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "platform", "web", "notification", "region", "rules", "account", "organization"
        })
package org.yiwang.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
