package org.yiwang.dossier;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.volunteer.VolunteerView;

/**
 * One entry of a dossier with what happened to it.
 *
 * @param person whose
 * @param training what it says, null unless it is a training
 * @param commendation what it says, null unless it is a commendation
 * @param evaluation what it says, null unless it is an evaluation
 * @param steps what happened to it, in order
 */
public record DossierEntry(
        VolunteerView person,
        @Nullable Training training,
        @Nullable Commendation commendation,
        @Nullable Evaluation evaluation,
        List<EntryStep> steps) {

    /** Whose it is, where it stands. */
    public EntryMark mark() {
        if (training != null) {
            return training.mark();
        }
        if (commendation != null) {
            return commendation.mark();
        }
        if (evaluation != null) {
            return evaluation.mark();
        }
        throw new IllegalStateException("an entry says something");
    }

    /** What it is called. */
    public String title() {
        if (training != null) {
            return training.facts().name();
        }
        return commendation != null
                ? commendation.facts().name()
                : evaluation != null ? evaluation.activityTitle() : "";
    }

    /** What the volunteer objected last, while it waits for an answer. */
    public Optional<String> objection() {
        return mark().answerBy() == null
                ? Optional.empty()
                : steps.reversed().stream()
                        .filter(s -> s.what().equals("OBJECTED"))
                        .findFirst()
                        .map(EntryStep::why);
    }
}
