package org.yiwang.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;

/**
 * A case as it stands.
 *
 * @param id its id
 * @param kind who opened it, and about what
 * @param complaint what is said to be wrong
 * @param words in the words of who opened it; of a report only for those who decide
 * @param about the activity, by its name as known or as described; empty for "not me"
 * @param day the day it is about, null if none is named
 * @param wished the time that the volunteer says was served, null if none is named
 * @param volunteerId whose records it is about, null for a report about an activity or a service that is not on record
 * @param recordId the record, null if it is about none or about all of a person
 * @param activityId the activity, null if unknown
 * @param organizationId who recorded, null if unknown
 * @param ancestors the organizations whose posts may answer; none for reports and "not me"
 * @param region whose offices decide
 * @param openedBy the account, 0 for somebody without one
 * @param openedAt when
 * @param state where it stands
 * @param withOffice whether it is the office that has to decide, not the organization
 * @param dueOn the last day for the next answer
 * @param answeredBy who answered for the organization, null if nobody did
 * @param escalateUntil the last day for taking an answer to the district, or what was decided about a report to the office
 *     above; null where neither can be
 * @param outcome how it ended, null while it has not
 * @param announced what the office means to do and when, null unless announced
 * @param decidedIn as the office of which region somebody announced or decided last, null while nobody has
 * @param contested whether the volunteer has taken an announced decision further, since whoever reported did if they did
 * @param documentSeen whether whoever decided has seen the document of the person; only of "not me"
 * @param told whether the volunteer concerned knows of it
 */
public record CaseView(
        long id,
        Kind kind,
        Complaint complaint,
        String words,
        String about,
        @Nullable LocalDate day,
        @Nullable Period wished,
        @Nullable Long volunteerId,
        @Nullable Long recordId,
        @Nullable Long activityId,
        @Nullable Long organizationId,
        List<Long> ancestors,
        RegionCode region,
        long openedBy,
        Instant openedAt,
        State state,
        boolean withOffice,
        LocalDate dueOn,
        @Nullable Long answeredBy,
        @Nullable LocalDate escalateUntil,
        @Nullable Outcome outcome,
        @Nullable Announcement announced,
        @Nullable RegionCode decidedIn,
        boolean contested,
        boolean documentSeen,
        boolean told) {

    /**
     * A decision that takes hours away, told before it is carried out.
     *
     * @param served the time that the record is to be corrected to, null if it becomes void
     * @param why the reason
     * @param byAccountId who decided
     * @param carryOutAt when it is carried out
     */
    public record Announcement(@Nullable Period served, String why, long byAccountId, Instant carryOutAt) {}

    /** Whether the volunteer may take what is announced to the office above; once. */
    public boolean mayContest() {
        return state == State.ANNOUNCED && !contested;
    }

    /** Whether somebody has to answer or decide. */
    public boolean isWaiting() {
        return state == State.OPEN || state == State.ESCALATED;
    }

    /** Whether the answer is late: the days run until a decision is carried out. */
    public boolean isLate(LocalDate today) {
        return (isWaiting() || state == State.ANNOUNCED) && today.isAfter(dueOn);
    }

    /** Whether the volunteer may still take the answer to the district. */
    public boolean mayEscalate(LocalDate today) {
        return state == State.ANSWERED && escalateUntil != null && !today.isAfter(escalateUntil);
    }

    /** Whether whoever reported may still take it to the office above that the report was found unfounded. */
    public boolean mayTakeAbove(LocalDate today) {
        return state == State.DECIDED && escalateUntil != null && !today.isAfter(escalateUntil);
    }

    /** Kinds of case. */
    public enum Kind {
        /** By the volunteer or the guardian (Order 67 art. 13). */
        OBJECTION,
        /** By anyone (Order 67 art. 20). */
        REPORT,
        /** By somebody in whose name records were made unknown to them. */
        NOT_ME
    }

    /** Where a case stands. */
    public enum State {
        /** Waits for the organization, or for the office where none can answer. */
        OPEN,
        /** The organization has answered. */
        ANSWERED,
        /** The volunteer was not satisfied or the answer was late: waits for the district. */
        ESCALATED,
        /** The office has decided to take hours away and has told so; it is carried out some days later. */
        ANNOUNCED,
        /** The office has decided, and it is done. */
        DECIDED
    }

    /** How a case is answered. */
    public enum Outcome {
        /** The record stands as it is; a report was unfounded; "it was me". */
        KEPT,
        /** The record was corrected. */
        CORRECTED,
        /** The record, or for "not me" all records, are void. */
        VOID,
        /** What is missing is added as a makeup record. */
        ADDED,
        /** It is true and was dealt with; no record changes. */
        UPHELD
    }
}
