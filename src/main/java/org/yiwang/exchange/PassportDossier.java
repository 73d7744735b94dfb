package org.yiwang.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.dossier.Award;
import org.yiwang.dossier.AwardLevel;
import org.yiwang.dossier.CommendationDraft;
import org.yiwang.dossier.Dossier;
import org.yiwang.dossier.Dossiers;
import org.yiwang.dossier.Dossiers.Arrival;
import org.yiwang.dossier.EntryMark;
import org.yiwang.dossier.EntryState;
import org.yiwang.dossier.Origin;
import org.yiwang.dossier.TrainingDraft;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.seal.SealedLog;

/** The other statutory groups of a person (Order 67 art. 8–10), into a passport and out of one. */
@Component
class PassportDossier {

    private final Dossiers dossiers;
    private final SealedLog log;
    private final Clock clock;

    PassportDossier(Dossiers dossiers, SealedLog log, Clock clock) {
        this.dossiers = dossiers;
        this.log = log;
        this.clock = clock;
    }

    /** What is on record of each group. */
    Passport.Groups of(long volunteerId) {
        Dossier all = dossiers.of(volunteerId);
        return new Passport.Groups(
                all.trainings().stream()
                        .filter(t -> onRecord(t.mark()))
                        .map(t -> new Passport.Training(
                                Ids.text(t.mark().entryId()),
                                source(t.mark()),
                                t.facts().name(),
                                t.facts().content(),
                                t.facts().learningMinutes(),
                                t.facts().host(),
                                t.facts().date()))
                        .toList(),
                all.commendations().stream()
                        .filter(c -> onRecord(c.mark()))
                        .map(c -> new Passport.Commendation(
                                Ids.text(c.mark().entryId()),
                                source(c.mark()),
                                c.facts().name(),
                                c.facts().awardingUnit(),
                                c.facts().date(),
                                c.facts().award().name(),
                                c.facts().level() == null
                                        ? null
                                        : c.facts().level().name(),
                                c.facts().documentNumber()))
                        .toList(),
                all.evaluations().stream()
                        .filter(e -> onRecord(e.mark()))
                        .map(e -> new Passport.Evaluation(
                                Ids.text(e.mark().entryId()),
                                source(e.mark()),
                                e.activityTitle(),
                                e.organizationName(),
                                e.quality(),
                                e.words(),
                                e.servedOn(),
                                e.evaluatedOn()))
                        .toList());
    }

    /** Takes over the groups of a verified passport; what came from here in the first place is here already. */
    void take(Actor actor, ArrivalView arrival, Passport passport) {
        Passport.Groups groups = passport.dossier();
        if (groups == null) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        List<Arrival> all = new ArrayList<>();
        try {
            for (Passport.Training t : groups.trainings()) {
                if (isNew(t.source(), t.date(), today)) {
                    TrainingDraft draft = new TrainingDraft(t.name(), t.content(), t.minutes(), t.host(), t.date());
                    all.add(new Arrival(t.id(), draft, null, null));
                }
            }
            for (Passport.Commendation c : groups.commendations()) {
                if (isNew(c.source(), c.date(), today)) {
                    all.add(new Arrival(c.id(), null, draft(c), null));
                }
            }
            for (Passport.Evaluation e : groups.evaluations()) {
                if (isNew(e.source(), e.date(), today)) {
                    Arrival.Evaluated evaluated = new Arrival.Evaluated(
                            e.title(), e.organization(), e.quality(), e.words(), e.servedOn(), e.date());
                    all.add(new Arrival(e.id(), null, null, evaluated));
                }
            }
        } catch (NullPointerException | IllegalArgumentException _) {
            throw new Refusal(ExchangeProblem.NOT_GENUINE);
        }
        dossiers.take(actor, arrival.volunteerId(), new Origin(arrival.origin(), true), all);
    }

    private static CommendationDraft draft(Passport.Commendation c) {
        return new CommendationDraft(
                c.name(),
                c.date(),
                c.unit(),
                Award.valueOf(c.award()),
                c.level() == null ? null : AwardLevel.valueOf(c.level()),
                c.documentNumber(),
                null);
    }

    private boolean isNew(@Nullable String source, LocalDate date, LocalDate today) {
        return !log.origin().equals(source) && !date.isAfter(today);
    }

    private static boolean onRecord(EntryMark mark) {
        Origin origin = mark.origin();
        return mark.state() == EntryState.RECORDED && (origin == null || origin.verified());
    }

    private static @Nullable String source(EntryMark mark) {
        Origin origin = mark.origin();
        return origin == null ? null : origin.issuer();
    }
}
