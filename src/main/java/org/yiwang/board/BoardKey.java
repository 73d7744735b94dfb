package org.yiwang.board;

import java.time.LocalDate;
import org.yiwang.record.EffectiveRecords.Effective;
import org.yiwang.record.TimeKind;

/**
 * A board of all regions.
 *
 * @param span how long its period is
 * @param startsOn first day of the period
 * @param facet what it counts
 */
public record BoardKey(Span span, LocalDate startsOn, Facet facet) {

    /** The board of the period in which that day lies. */
    public static BoardKey on(Span span, LocalDate day, Facet facet) {
        return new BoardKey(span, span.startOf(day), facet);
    }

    /** Last day of its period. */
    public LocalDate endsOn() {
        return span.endOf(startsOn);
    }

    /** Whether it may count the record, as far as the record alone tells: credit time only, for the two kinds are never added up. */
    public boolean counts(Effective record) {
        return record.kind() == TimeKind.CREDIT && record.minutes() > 0 && isIn(record.day()) && facet.counts(record);
    }

    /** Whether the day lies in its period. */
    boolean isIn(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn());
    }
}
