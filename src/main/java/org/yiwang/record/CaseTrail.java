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
            String told,
            @Nullable String more,
            Instant at,
            TrailLine.Who who,
            @Nullable String words,
            @Nullable Period served,
            @Nullable String evidence,
            @Nullable String ruleKey,
            @Nullable Integer ruleVersion) {}
}
