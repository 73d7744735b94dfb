package org.yiwang.objection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.record.RecordView;

/**
 * A case with what belongs to it.
 *
 * @param view the case
 * @param records the records it is about, as they stand now: one that was corrected meanwhile by its correction
 * @param steps everything that happened, in order
 * @param organizationName who recorded, null if unknown
 * @param frozen whether it holds records frozen
 */
public record CaseFile(
        CaseView view,
        List<RecordView> records,
        List<CaseStep> steps,
        @Nullable String organizationName,
        boolean frozen) {

    /** The same as the volunteer reads it, without words that might say who reported. */
    CaseFile asTheVolunteerReads() {
        return new CaseFile(view, records, CaseStep.asTheVolunteerReads(steps), organizationName, frozen);
    }
}
