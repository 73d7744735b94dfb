package org.yiwang.record;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a record's trail: a change of how it stands, or something that happened to a correction proposed for it or in
 * a case about it.
 *
 * @param what what happened
 * @param state the state it came to; present exactly for {@link What#STANDING}
 * @param hold what it then waited for
 * @param at when
 * @param who who did it, as they were called then
 * @param why the reason given, or a message key beginning with {@code record.why.}
 * @param evidence what shows that it is right, for the volunteer; null where none was given
 * @param ruleKey the rule applied, null where none was
 * @param ruleVersion its version
 * @param minutes what the record or the proposed correction came to, 0 if it is to be void; present where a record begins
 *     and where it is about a proposal
 * @param proposal the correction it is about; present for everything but {@link What#STANDING} and {@link What#CASE}
 * @param inCase what happened in the case; present exactly for {@link What#CASE}
 */
public record TrailLine(
        What what,
        @Nullable RecordState state,
        @Nullable Hold hold,
        Instant at,
        Who who,
        @Nullable String why,
        @Nullable String evidence,
        @Nullable String ruleKey,
        @Nullable Integer ruleVersion,
        @Nullable Integer minutes,
        @Nullable Proposal proposal,
        CaseTrail.@Nullable Line inCase) {

    /** What a line tells. */
    public enum What {
        /** The record came to another standing. */
        STANDING,
        /** Something happened in a case about it. */
        CASE,
        /** A correction was proposed. */
        PROPOSED,
        /** A second person confirmed what raises the record. */
        CONFIRMED,
        /** The volunteer agreed. */
        AGREED,
        /** It was carried out. */
        CARRIED_OUT,
        /** It was taken back. */
        WITHDRAWN,
        /** It came to nothing, because the record was changed meanwhile. */
        OVERTAKEN,
        /** The second person did not confirm it. */
        TURNED_DOWN,
        /** No second person said anything in time. */
        EXPIRED
    }

    /**
     * In which capacity somebody acted. People are named by what they are there, not by name or number.
     *
     * @param as {@code PROGRAM}, {@code SELF}, {@code GUARDIAN}, {@code STAFF}, {@code OFFICE}, {@code OUTSIDER},
     *     {@code ORGANIZATION} or the code of a role
     * @param body name of the organization, or of the team or area of the role; empty where there is none
     */
    public record Who(String as, String body) {

        /** The program itself. */
        public static final Who PROGRAM = new Who("PROGRAM", "");

        /** The volunteer. */
        public static final Who SELF = new Who("SELF", "");

        /** The volunteer's guardian. */
        public static final Who GUARDIAN = new Who("GUARDIAN", "");

        /** An office that answers a case. */
        public static final Who OFFICE = new Who("OFFICE", "");

        /** Somebody who reported; nothing says who. */
        public static final Who OUTSIDER = new Who("OUTSIDER", "");

        static final Who STAFF = new Who("STAFF", "");

        private static final Set<Who> PLAIN = Set.of(PROGRAM, SELF, GUARDIAN, OFFICE, OUTSIDER, STAFF);

        /** The organization that recorded. */
        public static Who organization(String name) {
            return new Who("ORGANIZATION", name);
        }

        /** Whether they are called by {@link #body}, with the name of the role if {@link #as} is the code of one. */
        public boolean isNamed() {
            return !PLAIN.contains(this);
        }
    }
}
