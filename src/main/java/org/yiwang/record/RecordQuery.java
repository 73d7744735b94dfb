package org.yiwang.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * Which records of a team or an area are asked for. Absent means all, except that records that were replaced or declared
 * void are listed only when their state is asked for.
 *
 * @param from first day of service
 * @param to last day of service
 * @param category code of the table {@code category}
 * @param state where it stands
 * @param region only service there
 * @param organizationId only activities of that organization and those below it
 * @param volunteerIds only these people
 * @param sort in which order
 */
public record RecordQuery(
        LocalDate from,
        LocalDate to,
        @Nullable String category,
        @Nullable RecordState state,
        @Nullable RegionCode region,
        @Nullable Long organizationId,
        @Nullable List<Long> volunteerIds,
        Sort sort) {

    /** Everything of these days, the latest first. */
    public static RecordQuery of(LocalDate from, LocalDate to) {
        return new RecordQuery(from, to, null, null, null, null, null, Sort.LATEST);
    }

    /** The same for one organization and those below it. */
    public RecordQuery within(long organization) {
        return new RecordQuery(from, to, category, state, region, organization, volunteerIds, sort);
    }

    /** The same for these people. */
    public RecordQuery of(List<Long> people) {
        return new RecordQuery(from, to, category, state, region, organizationId, people, sort);
    }

    /** Orders of a list. */
    public enum Sort {
        /** The latest day first. */
        LATEST("service_date desc, record_id desc"),
        /** The earliest day first. */
        EARLIEST("service_date, record_id"),
        /** Most minutes first. */
        LONGEST("service_minutes desc, service_date desc, record_id desc"),
        /** Person by person, each by day. */
        PERSON("volunteer_id, service_date, record_id"),
        /** Activity by activity, each by day. */
        ACTIVITY("activity_id desc, service_date, record_id");

        private final String columns;

        Sort(String columns) {
            this.columns = columns;
        }

        String columns() {
            return columns;
        }
    }
}
