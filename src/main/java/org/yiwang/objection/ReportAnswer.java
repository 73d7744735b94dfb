package org.yiwang.objection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody with a receipt number learns. Nothing in it names a person.
 *
 * @param kind a report, or "not me"
 * @param complaint what was said to be wrong
 * @param about the activity; empty for "not me"
 * @param openedAt when
 * @param decided whether the office has decided
 * @param dueOn by when it does
 * @param outcome what it decided, null while it has not
 * @param above whether it was taken to the office above
 * @param takeAboveUntil the last day for that, null if it cannot be, or no longer
 */
public record ReportAnswer(
        CaseView.Kind kind,
        Complaint complaint,
        String about,
        Instant openedAt,
        boolean decided,
        LocalDate dueOn,
        CaseView.@Nullable Outcome outcome,
        boolean above,
        @Nullable LocalDate takeAboveUntil) {}
