/**
 * The year letter, story cards, thanks from people served, and rest (domain H13, M7).
 *
 * <p>Tables: {@code letter_*}. Letters and cards themselves are never kept: they are made of the records as they are.
 *
 * <p>Events: listens to {@code OrganizationEvent.Moved}. Answers {@code volunteer.PersonalExport}. Rests are the volunteer
 * module's, which everybody who invites can ask.
 *
 * <p>Invariants: no sentence without something it rests on; words of thanks are never public, are read by nobody before the
 * team's look, and are gone once taken back.
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
            "dossier",
            "star"
        })
package org.yiwang.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
