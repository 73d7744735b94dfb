package org.yiwang.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;

/** Knows what happened in cases about records, for the trail that the volunteer reads. */
public interface CaseTrail {

    /**
     * What happened in the cases about any of these records, each case once, the first first. Only cases that the volunteer
     * knows of; no line says who reported, or in which words.
     */
    List<Line> of(Collection<RecordKey> records);

    /**
     * Something that happened in a case.
     *
     * @param code the same in codes that stay, for other programs
     * @param told message key of what happened
     * @param more message key of what it was about or how it ended, null for none
     * @param at when
     * @param who who did it
     * @param words what was said or the reason given, null for none
     * @param served the time named with it, null for none
     * @param evidence what shows it, null for none
     * @param ruleKey the rule applied, null where none was
     * @param ruleVersion its version
     */
    record Line(
            Code code,
            String told,
            @Nullable String more,
            Instant at,
            TrailLine.Who who,
            @Nullable String words,
            @Nullable Period served,
            @Nullable String evidence,
            @Nullable String ruleKey,
            @Nullable Integer ruleVersion) {}

    /**
     * What happened in a case, in codes.
     *
     * @param kind who opened the case: {@code OBJECTION}, {@code REPORT} or {@code NOT_ME}
     * @param complaint what is said to be wrong, such as {@code NOT_THERE}
     * @param step what happened, such as {@code OPENED} or {@code DECIDED}
     * @param side who did it: {@code VOLUNTEER}, {@code GUARDIAN}, {@code OUTSIDER}, {@code ORGANIZATION}, {@code OFFICE} or
     *     {@code PROGRAM}
     * @param outcome how it was answered or is to be, such as {@code KEPT}; null unless it was
     */
    record Code(
            String kind,
            String complaint,
            String step,
            String side,
            @Nullable String outcome) {}
}
