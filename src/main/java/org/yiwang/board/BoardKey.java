package org.yiwang.board;

import java.time.LocalDate;
import org.yiwang.record.EffectiveRecords.Effective;
import org.yiwang.record.TimeKind;

/**
 * A board of all regions.
 *
 * @param span how long its period is
 * @param startsOn first day of the period
 * @param facet which service it counts
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

    /** Whether it counts the record: credit time only, for the two kinds are never added up. */
    public boolean counts(Effective record) {
        return record.kind() == TimeKind.CREDIT
                && !record.day().isBefore(startsOn)
                && !record.day().isAfter(endsOn())
                && facet.counts(record);
    }
}
