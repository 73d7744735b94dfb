package org.yiwang.points;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.yiwang.record.TimeKind;

/**
 * What the points of a past month would have been by a draft of the formula, beside what they come to by the one that holds.
 *
 * @param month the month
 * @param records records looked at
 * @param people people looked at
 * @param now all points by the formula that holds
 * @param then all points by the draft
 * @param more people who would have more
 * @param fewer people who would have fewer
 * @param bands how many people come to how many points, by both
 * @param gains those who would gain most
 * @param losses those who would lose most
 * @param examples invented services by both
 * @param changes in which numbers the draft differs
 */
public record Preview(
        YearMonth month,
        long records,
        long people,
        long now,
        long then,
        long more,
        long fewer,
        List<Band> bands,
        List<Person> gains,
        List<Person> losses,
        List<Example> examples,
        List<FormulaChange> changes) {

    /** People for whom nothing changes. */
    public long same() {
        return people - more - fewer;
    }

    /**
     * So many points in the month.
     *
     * @param from at least
     * @param to at most; {@link Long#MAX_VALUE} for the last
     * @param now people by the formula that holds
     * @param then people by the draft
     */
    public record Band(long from, long to, long now, long then) {}

    /**
     * One person.
     *
     * @param name masked
     * @param now points by the formula that holds
     * @param then points by the draft
     */
    public record Person(String name, long now, long then) {}

    /**
     * An invented service.
     *
     * @param minutes how long
     * @param category code of the table {@code category}
     * @param kind credit or honour time
     * @param evaluation what the team said
     * @param grade trust grade
     * @param now parts by the formula that holds
     * @param then parts by the draft
     */
    public record Example(
            int minutes,
            String category,
            TimeKind kind,
            String evaluation,
            String grade,
            Map<Part, Long> now,
            Map<Part, Long> then) {

        /** All parts by the formula that holds. */
        public long sumNow() {
            return sum(now);
        }

        /** All parts by the draft. */
        public long sumThen() {
            return sum(then);
        }

        private static long sum(Map<Part, Long> parts) {
            return parts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
