package org.yiwang.dossier.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.dossier.Award;
import org.yiwang.dossier.Commendation;
import org.yiwang.dossier.Dossier;
import org.yiwang.dossier.EntryState;
import org.yiwang.dossier.Evaluation;
import org.yiwang.dossier.Origin;
import org.yiwang.dossier.Training;
import org.yiwang.kernel.Ids;

/** The groups of a dossier as sent. */
record DossierJson(
        int learningMinutes,
        List<TrainingLine> trainings,
        List<CommendationLine> commendations,
        List<EvaluationLine> evaluations) {

    static DossierJson of(Dossier d) {
        return new DossierJson(
                d.learningMinutes(),
                d.trainings().stream().map(TrainingLine::of).toList(),
                d.commendations().stream().map(CommendationLine::of).toList(),
                d.evaluations().stream().map(EvaluationLine::of).toList());
    }

    /** A training as sent. */
    record TrainingLine(
            String id,
            String name,
            String content,
            int learningMinutes,
            String host,
            LocalDate date,
            String recordedBy,
            @Nullable Origin origin) {

        static TrainingLine of(Training t) {
            return new TrainingLine(
                    Ids.text(t.mark().entryId()),
                    t.facts().name(),
                    t.facts().content(),
                    t.facts().learningMinutes(),
                    t.facts().host(),
                    t.facts().date(),
                    t.mark().recorder(),
                    t.mark().origin());
        }
    }

    /** A commendation as sent. */
    record CommendationLine(
            String id,
            String name,
            LocalDate date,
            String awardingUnit,
            Award award,
            @Nullable String documentNumber,
            EntryState state,
            @Nullable Origin origin) {

        static CommendationLine of(Commendation c) {
            return new CommendationLine(
                    Ids.text(c.mark().entryId()),
                    c.facts().name(),
                    c.facts().date(),
                    c.facts().awardingUnit(),
                    c.facts().award(),
                    c.facts().documentNumber(),
                    c.mark().state(),
                    c.mark().origin());
        }
    }

    /** An evaluation as sent. */
    record EvaluationLine(
            String id,
            String activity,
            String organization,
            String quality,
            @Nullable String words,
            LocalDate servedOn,
            LocalDate evaluatedOn,
            @Nullable Origin origin) {

        static EvaluationLine of(Evaluation e) {
            return new EvaluationLine(
                    Ids.text(e.mark().entryId()),
                    e.activityTitle(),
                    e.organizationName(),
                    e.quality(),
                    e.words(),
                    e.servedOn(),
                    e.evaluatedOn(),
                    e.mark().origin());
        }
    }
}
