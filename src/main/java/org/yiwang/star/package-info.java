/**
 * Stars of volunteers: schemes as dated rules, applications and nominations reviewed at the level that the scheme names, public
 * notice, the badge on the card, rehearsal of a new scheme (record measures 2012; domain H1).
 *
 * <p>Tables: {@code star_*}. A star never changes; that it stands below its threshold is a mark beside it.
 *
 * <p>Events: listens to {@code RecordEvent}, {@code OrganizationEvent} and {@code VolunteerEvent.Moved}.
 *
 * <p>Answers {@code volunteer.PersonalExport} and {@code volunteer.CardBadge}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "web",
            "notification",
            "region",
            "rules",
            "account",
            "organization",
            "volunteer",
            "activity",
            "signup",
            "attendance",
            "record",
            "trust",
            "dossier"
        })
package org.yiwang.star;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
