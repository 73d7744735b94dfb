package org.yiwang.teamstar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.record.TeamYears;

/**
 * What a team's year was made of, as counted on one day; kept with the rating and never changed. Shares are kept as their two
 * numbers, so that another scheme can be rehearsed on them.
 *
 * @param until the last day of the year that was looked at
 * @param valid whether the team was filed or registered, in its period and not stopped
 * @param service activities, people and minutes
 * @param graded records that have a trust grade
 * @param gradedGood of these, those with A or B
 * @param voices voices of volunteers that are counted in
 * @param answers their answers
 * @param answersGood of these, those that said good
 * @param checked people reached in spot checks
 * @param confirmed of these, those who confirmed the record
 * @param cases cases in which an office found false hours
 * @param paid of these, those about hours that were paid for
 * @param sanctioned whether a sanction was in force
 * @param newcomerDays who began fewer days before the end of the year is no newcomer in these figures
 * @param activeDays who served on fewer days is not active in these figures
 */
public record Figures(
        LocalDate until,
        boolean valid,
        TeamYears.Sums service,
        int graded,
        int gradedGood,
        int voices,
        int answers,
        int answersGood,
        int checked,
        int confirmed,
        int cases,
        int paid,
        boolean sanctioned,
        int newcomerDays,
        int activeDays) {

    /** Whether the year says the same; that a team was stopped or its filing ran out later is nothing about its year. */
    public boolean isSameYear(@Nullable Figures other) {
        return other != null
                && equals(new Figures(
                        other.until,
                        valid,
                        other.service,
                        other.graded,
                        other.gradedGood,
                        other.voices,
                        other.answers,
                        other.answersGood,
                        other.checked,
                        other.confirmed,
                        other.cases,
                        other.paid,
                        other.sanctioned,
                        other.newcomerDays,
                        other.activeDays));
    }

    /** The number out of which a share is counted, or how many there are; 0 where there is nothing to measure. */
    public long base(Part part) {
        return switch (part) {
            case ACTIVITIES -> service.activities();
            case HOURS -> service.active();
            case GRADES -> graded;
            case VOICES -> answers;
            case CHECKS -> checked;
            case STAYED -> service.activeBefore();
            case CAME_AGAIN -> service.newcomers();
            case IN_TIME -> service.due();
        };
    }

    /** The number that is set against {@link #base}: those that were good, stayed, were in time; all minutes for hours. */
    public long count(Part part) {
        return switch (part) {
            case ACTIVITIES -> service.activities();
            case HOURS -> service.creditMinutes() + service.honourMinutes();
            case GRADES -> gradedGood;
            case VOICES -> answersGood;
            case CHECKS -> confirmed;
            case STAYED -> service.stayed();
            case CAME_AGAIN -> service.cameAgain();
            case IN_TIME -> service.inTime();
        };
    }
}
