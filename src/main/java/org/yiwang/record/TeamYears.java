package org.yiwang.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a year of service with an organization comes to, for many organizations at once: sums without anybody's name, and for
 * one organization what the sums are made of. In whole minutes, people and days of the city's zone. Only records that count
 * now are in them, and only those of the organization's own activities, not of bodies below it. Sums by person are in {@link
 * PersonHours}, the records themselves in {@link EffectiveRecords}. The caller has checked who may see them.
 */
@Component
public class TeamYears {

    private final TeamYearStore store;
    private final Clock clock;

    TeamYears(TeamYearStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The sums, by organization; one without any service or activity in these years is left out. Two queries. */
    @Transactional(readOnly = true)
    public Map<Long, Sums> sums(Collection<Long> organizationIds, Asked asked) {
        return organizationIds.isEmpty()
                ? Map.of()
                : store.sums(organizationIds, asked, LocalDate.now(clock), clock.getZone());
    }

    /** Closed activities that ended in the year, with whose they are. */
    @Transactional(readOnly = true)
    public Map<Long, Long> closedActivities(Collection<Long> organizationIds, Asked asked) {
        return organizationIds.isEmpty() ? Map.of() : store.closed(organizationIds, asked);
    }

    /** The activities of one organization that ended in the year, called off ones left out, the last first. */
    @Transactional(readOnly = true)
    public List<Held> activities(long organizationId, Asked asked) {
        return store.activities(organizationId, asked, clock.getZone());
    }

    /** The people who served with one organization in the year or the one before, who served on most days first. */
    @Transactional(readOnly = true)
    public List<Server> people(long organizationId, Asked asked) {
        return store.people(organizationId, asked);
    }

    /**
     * What is asked for.
     *
     * @param year the calendar year
     * @param until its last day that is looked at
     * @param activeDays on how many different days of a year somebody served who was active in it
     * @param newcomersUntil who began after this day of the year had little time to come again, and is no newcomer yet
     */
    public record Asked(int year, LocalDate until, int activeDays, LocalDate newcomersUntil) {

        /** The first day of the year. */
        public LocalDate from() {
            return LocalDate.of(year, 1, 1);
        }

        /** The first day of the year before. */
        public LocalDate before() {
            return LocalDate.of(year - 1, 1, 1);
        }
    }

    /**
     * A year of an organization.
     *
     * @param activities how many ended in it and were closed
     * @param due how many ended in it and are on record, or should be by today (Order 67 art. 11)
     * @param inTime of these, how many were on record by their last day
     * @param active how many people were active
     * @param creditMinutes their minutes of credit time in the year
     * @param honourMinutes their minutes of honour time in the year
     * @param activeBefore how many were active the year before
     * @param stayed of these, how many served again in the year
     * @param newcomers how many served with the organization for the first time ever, until the day asked for
     * @param cameAgain of these, how many served on a second day of the year
     */
    public record Sums(
            int activities,
            int due,
            int inTime,
            int active,
            long creditMinutes,
            long honourMinutes,
            int activeBefore,
            int stayed,
            int newcomers,
            int cameAgain) {

        /** Nothing at all. */
        public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * An activity that ended in the year.
     *
     * @param activityId which
     * @param title its name
     * @param endedOn its last day
     * @param dueOn the last day to put its service on record
     * @param settledOn when that was done and it was closed, null if not yet
     * @param people how many have records of it that count
     * @param creditMinutes their credit time
     * @param honourMinutes their honour time
     */
    public record Held(
            long activityId,
            String title,
            LocalDate endedOn,
            LocalDate dueOn,
            @Nullable LocalDate settledOn,
            int people,
            long creditMinutes,
            long honourMinutes) {

        /** Whether it was on record by its last day. */
        public boolean isInTime() {
            return settledOn != null && !settledOn.isAfter(dueOn);
        }
    }

    /**
     * Somebody who served.
     *
     * @param volunteerId who
     * @param first the first day ever with the organization
     * @param days on how many days of the year
     * @param daysBefore on how many days of the year before
     * @param minutes of the year, of both kinds
     */
    public record Server(long volunteerId, LocalDate first, int days, int daysBefore, long minutes) {}
}
