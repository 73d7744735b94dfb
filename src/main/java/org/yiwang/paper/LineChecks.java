package org.yiwang.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.entry.Eligibility;
import org.yiwang.entry.EntryKind;
import org.yiwang.entry.EntryProblem;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.paper.LineStore.Ready;
import org.yiwang.paper.Staged.Fault;
import org.yiwang.record.RecordDraft;
import org.yiwang.volunteer.VolunteerView;

/**
 * Holds confirmed lines against what is asked of every entry by hand ({@link Eligibility}), a batch with a handful of
 * queries. What a line needs beside, that it overlaps nothing and makes no day too long, is checked where records are taken in.
 */
@Component
class LineChecks {

    private final Eligibility eligibility;

    LineChecks(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    /** What becomes of the lines, one answer for each, by the rules and days of the moment in which they were confirmed. */
    List<Checked> check(ImportView of, List<Ready> lines, String proof) {
        Map<Long, List<Long>> peopleOf = new HashMap<>();
        for (Ready line : lines) {
            peopleOf.computeIfAbsent(line.activityId(), a -> new ArrayList<>()).add(line.volunteerId());
        }
        Eligibility.Facts facts = eligibility.of(peopleOf, of.confirmedAt());
        return lines.stream().map(line -> check(line, of, facts, proof)).toList();
    }

    private static Checked check(Ready line, ImportView of, Eligibility.Facts facts, String proof) {
        Optional<ActivityView> activity =
                facts.activity(line.activityId()).filter(a -> a.ancestors().contains(of.organizationId()));
        if (activity.isEmpty()) {
            return Checked.no(line, PaperProblem.ACTIVITY_UNKNOWN);
        }
        Optional<ShiftView> found = shift(activity.get(), line, facts);
        if (found.isEmpty()) {
            return Checked.no(line, PaperProblem.NO_SHIFT);
        }
        ShiftView shift = found.get();
        Optional<Refusal> refusal = facts.refusal(shift, EntryKind.MANUAL);
        if (refusal.isPresent()) {
            return Checked.no(line, refusal.get());
        }
        VolunteerView person = facts.people().get(line.volunteerId());
        if (person == null || person.state() != VolunteerView.State.VALID) {
            return Checked.no(line, PaperProblem.PERSON_NOT_VALID);
        }
        if (person.concerns(of.madeBy()) || person.concerns(Objects.requireNonNull(of.decidedBy()))) {
            return Checked.no(line, PaperProblem.OWN_LINE);
        }
        if (!facts.isKnown(shift, line.volunteerId())) {
            return Checked.no(line, PaperProblem.STRANGER);
        }
        return new Checked(line, draft(line, shift, facts, proof), null);
    }

    private static RecordDraft draft(Ready line, ShiftView shift, Eligibility.Facts facts, String proof) {
        return new RecordDraft(
                SourceIds.of(line.volunteerId(), line.activityId(), shift.id(), line.span()),
                line.volunteerId(),
                facts.statutory(line.activityId(), shift.id()),
                shift.period(),
                line.span(),
                proof);
    }

    /**
     * The shift that the line is about, none if it touches none: of several rather one to which the person is no stranger,
     * since posts may stand side by side, then the one of which it covers most.
     */
    private static Optional<ShiftView> shift(ActivityView activity, Ready line, Eligibility.Facts facts) {
        Period span = line.span();
        return activity.shifts().stream()
                .filter(s -> s.period().overlaps(span))
                .max(Comparator.comparing((ShiftView s) -> facts.isKnown(s, line.volunteerId()))
                        .thenComparingLong(s -> common(s.period(), span))
                        .thenComparing(Comparator.comparingLong(ShiftView::id).reversed()));
    }

    private static long common(Period a, Period b) {
        long start = Math.max(a.start().getEpochSecond(), b.start().getEpochSecond());
        return Math.min(a.end().getEpochSecond(), b.end().getEpochSecond()) - start;
    }

    /**
     * A line that was held against everything but other records.
     *
     * @param draft the record to be, null if it is refused
     * @param fault why it is refused
     */
    record Checked(
            Ready line,
            @Nullable RecordDraft draft,
            @Nullable Fault fault) {

        static Checked no(Ready line, PaperProblem problem, Object... args) {
            return new Checked(line, null, Fault.of(problem, args));
        }

        /** What is too long ago for entry by hand is a makeup, which has its own way; the rest is said in entry's words. */
        static Checked no(Ready line, Refusal refusal) {
            return new Checked(
                    line,
                    null,
                    refusal.problem() == EntryProblem.TOO_LATE
                            ? Fault.of(PaperProblem.MAKEUP, refusal.args().toArray())
                            : Fault.of(refusal.problem(), refusal.args().toArray()));
        }
    }
}
