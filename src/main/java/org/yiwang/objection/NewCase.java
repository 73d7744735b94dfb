package org.yiwang.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.RecordView;

/**
 * A case to be opened.
 *
 * @param complaint what is wrong; says the kind
 * @param words own words
 * @param subject what it is about
 * @param seat who answers
 * @param wished the time that was served
 * @param openedBy the account, 0 for none
 * @param outsider what is kept of somebody without an account, null of somebody with one
 */
record NewCase(
        Complaint complaint,
        String words,
        Subject subject,
        Seat seat,
        @Nullable Period wished,
        long openedBy,
        @Nullable Outsider outsider) {

    boolean withOffice() {
        return seat.organizationId == null || complaint.kind() != CaseView.Kind.OBJECTION;
    }

    /**
     * What a case is about.
     *
     * @param volunteerId whose records
     * @param recordId which, null for none in particular
     * @param activityId the activity
     * @param about its name
     * @param day the day
     */
    record Subject(
            @Nullable Long volunteerId,
            @Nullable Long recordId,
            @Nullable Long activityId,
            String about,
            @Nullable LocalDate day) {

        static Subject of(RecordView record) {
            return new Subject(
                    record.volunteerId(), record.recordId(), record.activityId(), record.title(), record.serviceDate());
        }
    }

    /**
     * Who answers.
     *
     * @param organizationId who recorded
     * @param ancestors the organizations whose posts may answer; none where only offices may
     * @param region whose offices decide
     */
    record Seat(@Nullable Long organizationId, List<Long> ancestors, RegionCode region) {

        static Seat office(RegionCode region) {
            return new Seat(null, List.of(), region);
        }

        /** The same seat, closed to the organization. */
        Seat withoutOrganization() {
            return new Seat(organizationId, List.of(), region);
        }
    }

    /**
     * Somebody without an account.
     *
     * @param receipt keyed digest of the receipt number
     * @param contact the sealed number to be told at, null for none
     * @param document keyed digest of the document, only of "not me"
     */
    record Outsider(byte[] receipt, byte @Nullable [] contact, byte @Nullable [] document) {}

    /**
     * By when.
     *
     * @param at the moment from which the days count
     * @param remindOn when whoever answers is reminded
     * @param alarmOn when they are alarmed
     * @param dueOn the last day
     */
    record Term(Instant at, LocalDate remindOn, LocalDate alarmOn, LocalDate dueOn) {}
}
