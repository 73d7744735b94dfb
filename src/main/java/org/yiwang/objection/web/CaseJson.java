package org.yiwang.objection.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Ids;
import org.yiwang.objection.CaseFile;
import org.yiwang.objection.CaseStep;
import org.yiwang.objection.CaseView;
import org.yiwang.record.RecordView;

/** Cases as JSON. */
final class CaseJson {

    private CaseJson() {}

    /** A case in a list. */
    record Line(
            String id,
            CaseView.Kind kind,
            String complaint,
            String about,
            @Nullable LocalDate day,
            Instant openedAt,
            CaseView.State state,
            boolean withOffice,
            LocalDate dueOn,
            @Nullable LocalDate escalateUntil,
            CaseView.@Nullable Outcome outcome,
            @Nullable Instant carryOutAt) {

        static Line of(CaseView it) {
            return new Line(
                    Ids.text(it.id()),
                    it.kind(),
                    it.complaint().name(),
                    it.about(),
                    it.day(),
                    it.openedAt(),
                    it.state(),
                    it.withOffice(),
                    it.dueOn(),
                    it.state() == CaseView.State.ANSWERED ? it.escalateUntil() : null,
                    it.outcome(),
                    it.announced() == null ? null : it.announced().carryOutAt());
        }
    }

    /** A case with what belongs to it; the words of a report only for those who decide. */
    record Full(
            Line summary,
            @Nullable String words,
            @Nullable String organization,
            boolean frozen,
            List<RecordRef> records,
            List<Step> steps) {

        static Full of(CaseFile file, boolean desk) {
            CaseView it = file.view();
            return new Full(
                    Line.of(it),
                    desk || it.kind() == CaseView.Kind.OBJECTION ? it.words() : null,
                    file.organizationName(),
                    file.frozen(),
                    file.records().stream().map(RecordRef::of).toList(),
                    file.steps().stream().map(Step::of).toList());
        }
    }

    /** A record that a case is about. */
    record RecordRef(String volunteerId, String recordId, String state, int serviceMinutes, LocalDate date) {

        static RecordRef of(RecordView r) {
            return new RecordRef(
                    Ids.text(r.volunteerId()),
                    Ids.text(r.recordId()),
                    r.state().name(),
                    r.serviceMinutes(),
                    r.serviceDate());
        }
    }

    /** Something that happened; who did it by side, never by account. */
    record Step(
            CaseStep.What what,
            CaseStep.Side side,
            Instant at,
            @Nullable String words,
            CaseView.@Nullable Outcome outcome,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String evidence,
            @Nullable String rule,
            @Nullable Integer ruleVersion) {

        static Step of(CaseStep s) {
            return new Step(
                    s.what(),
                    s.side(),
                    s.at(),
                    s.words(),
                    s.outcome(),
                    s.served() == null ? null : s.served().start(),
                    s.served() == null ? null : s.served().end(),
                    s.evidence(),
                    s.ruleKey(),
                    s.ruleVersion());
        }
    }

    /** A case that was opened. */
    record Opened(String id) {}

    /** Words. */
    record Words(@Nullable String words) {

        String text() {
            return words == null ? "" : words;
        }
    }
}
