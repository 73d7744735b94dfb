package org.yiwang.objection;

import java.util.List;
import org.yiwang.objection.CaseView.Outcome;

/** Which outcomes fit which case. */
public final class Outcomes {

    private Outcomes() {}

    /** Those that fit, the most careful first. */
    public static List<Outcome> of(CaseView it) {
        return switch (it.kind()) {
            case OBJECTION ->
                it.recordId() == null
                        ? List.of(Outcome.KEPT, Outcome.ADDED)
                        : List.of(Outcome.KEPT, Outcome.CORRECTED, Outcome.ADDED, Outcome.VOID);
            case REPORT ->
                it.recordId() == null
                        ? List.of(Outcome.KEPT, Outcome.UPHELD)
                        : List.of(Outcome.KEPT, Outcome.CORRECTED, Outcome.UPHELD, Outcome.VOID);
            case NOT_ME -> List.of(Outcome.KEPT, Outcome.VOID);
        };
    }
}
