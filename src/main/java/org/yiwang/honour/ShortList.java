package org.yiwang.honour;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;
import org.yiwang.volunteer.VolunteerView;

/**
 * A short list.
 *
 * @param id its id
 * @param region the area it was made for
 * @param purpose what for
 * @param recipient who receives it
 * @param columns what is handed on of each person
 * @param answerUntil last day to answer
 * @param madeBy account of who made it
 * @param madeAt when
 */
public record ShortList(
        long id,
        RegionCode region,
        String purpose,
        String recipient,
        List<Column> columns,
        LocalDate answerUntil,
        long madeBy,
        Instant madeAt) {

    /** What can be handed on of a person; nothing else is. */
    public enum Column {
        /** Full name. */
        NAME,
        /** Unified volunteer number. */
        NUMBER,
        /** Community of residence. */
        COMMUNITY,
        /** Credit time of the days looked at. */
        HOURS,
        /** Commendations on record. */
        COMMENDATIONS
    }

    /** The answer of who was asked. */
    public enum Answer {
        /** None yet. */
        ASKED,
        /** Yes. */
        AGREED,
        /** No, at once or later. */
        DECLINED,
        /** None in time. */
        LAPSED
    }

    /**
     * Somebody on a list.
     *
     * @param person who
     * @param creditMinutes credit time when found
     * @param answer the answer
     */
    public record Asked(VolunteerView person, int creditMinutes, Answer answer) {}

    /**
     * Somebody found, masked.
     *
     * @param volunteerId who
     * @param maskedName 张*
     * @param number unified number
     * @param creditMinutes credit time
     * @param wellBorneOut percent of records with grade A or B, null where no record is graded
     * @param commendations commendations on record, 0 where none were asked for
     */
    public record Found(
            long volunteerId,
            String maskedName,
            String number,
            int creditMinutes,
            @Nullable Integer wellBorneOut,
            int commendations) {}

    /**
     * A file of a list.
     *
     * @param id its id
     * @param people of whom, those who had agreed when it was asked for
     * @param askedBy who asked for it
     * @param askedAt when
     * @param needsSecond whether another person must approve it
     * @param approvedBy who did, null if nobody
     */
    public record Export(
            long id,
            List<Long> people,
            long askedBy,
            Instant askedAt,
            boolean needsSecond,
            @Nullable Long approvedBy) {

        /** Whether it can be handed out. */
        public boolean isReady() {
            return !needsSecond || approvedBy != null;
        }
    }

    /**
     * A question to the person.
     *
     * @param list the list
     * @param person who is asked
     * @param answer the answer so far
     * @param sharedAt when the data were last handed on, null if never
     */
    public record Question(
            ShortList list,
            VolunteerView person,
            Answer answer,
            @Nullable Instant sharedAt) {}
}
