package org.yiwang.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a record's trail: a change of how it stands, or something that happened to a correction proposed for it.
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
 * @param proposal the correction it is about; present for everything but {@link What#STANDING}
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
        @Nullable Proposal proposal) {

    /** What a line tells. */
    public enum What {
        /** The record came to another standing. */
        STANDING,
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
     * @param as {@code PROGRAM}, {@code SELF}, {@code GUARDIAN}, {@code STAFF} or the code of a role
     * @param body name of the team or area of the role; empty where there is none
     */
    public record Who(String as, String body) {

        /** The program itself. */
        public static final Who PROGRAM = new Who("PROGRAM", "");

        static final Who SELF = new Who("SELF", "");
        static final Who GUARDIAN = new Who("GUARDIAN", "");
        static final Who STAFF = new Who("STAFF", "");

        /** Whether {@link #as} is the code of a role. */
        public boolean inRole() {
            return !(equals(PROGRAM) || equals(SELF) || equals(GUARDIAN) || equals(STAFF));
        }
    }
}
