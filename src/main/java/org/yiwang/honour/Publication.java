package org.yiwang.honour;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.dossier.Award;
import org.yiwang.dossier.CommendationDraft;
import org.yiwang.dossier.Commendations;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.region.Regions;

/** Publishes what stood its days on public notice; each winner's dossier has the award in the same transaction. */
@Component
class Publication {

    private final RoundStore rounds;
    private final NominationStore nominations;
    private final ObjectionStore objections;
    private final Eligibility eligibility;
    private final RoundLife life;
    private final RoundTold told;
    private final Commendations commendations;
    private final Regions regions;

    Publication(
            RoundStore rounds,
            NominationStore nominations,
            ObjectionStore objections,
            Eligibility eligibility,
            RoundLife life,
            RoundTold told,
            Commendations commendations,
            Regions regions) {
        this.rounds = rounds;
        this.nominations = nominations;
        this.objections = objections;
        this.eligibility = eligibility;
        this.life = life;
        this.told = told;
        this.commendations = commendations;
        this.regions = regions;
    }

    /** What holds publication up, as a key of {@code honour.holds.…}; empty text if nothing does. */
    String holds(RoundView round) {
        if (!objections.open(round.id()).isEmpty()) {
            return "objections";
        }
        if (life.tie(round).isPresent()) {
            return "tie";
        }
        return life.agreed(round).isEmpty() ? "nobody" : "";
    }

    /** Publishes; the caller has made sure that the days are over. Does nothing while something holds it up, be it what the
     * program itself finds when it looks again. */
    boolean publish(RoundView round) {
        lookAgain(round);
        if (!holds(round).isEmpty()) {
            life.late(round, "notice.honour.held-up");
            return false;
        }
        for (Nominee nominee : life.agreed(round)) {
            if (nominee.isPlaced(round.terms().places())) {
                nominations.commended(nominee.id(), commend(round, nominee));
                told.nominee(nominee, "notice.honour.awarded", round.terms().name());
            } else {
                told.nominee(nominee, "notice.honour.over", round.terms().name());
            }
        }
        rounds.move(round.id(), RoundState.PUBLISHED, null, life.now());
        life.note(Actor.SYSTEM, round, "published", null);
        return true;
    }

    /**
     * Looks again at everybody who is to be awarded. What has come to stand in the way is told to the person and waits for the
     * office, which hears the person before taking anybody out (ADR 0014); what it has decided is not brought up again, but for a
     * registration that is not valid: nothing can be written in such a dossier.
     */
    private void lookAgain(RoundView round) {
        for (Nominee nominee : life.agreed(round)) {
            if (nominee.isPlaced(round.terms().places())) {
                List<String> known = objections.found(nominee.id()).stream()
                        .filter(o -> o.isOpen() || !o.isAboutRegistration())
                        .map(Objection::words)
                        .toList();
                eligibility.sinceThen(round, nominee.person()).stream()
                        .map(RoundLife::reason)
                        .filter(why -> !known.contains(why))
                        .forEach(why -> find(round, nominee, why));
            }
        }
    }

    private void find(RoundView round, Nominee nominee, String why) {
        objections.insert(Objection.found(Ids.next(), nominee, why, life.now()));
        life.trace(Actor.SYSTEM, round, nominee.id(), "found", why);
        told.nominee(nominee, "notice.honour.found", round.terms().name());
    }

    private long commend(RoundView round, Nominee nominee) {
        Long recorded = nominee.commendationId();
        if (recorded != null) {
            return recorded;
        }
        String unit = regions.find(round.region())
                .map(r -> r.fullName())
                .orElseThrow(() -> new Refusal(HonourProblem.ROUND_UNKNOWN));
        return commendations.ofRound(
                round.region(),
                new CommendationDraft(
                        round.terms().name(),
                        life.today(),
                        unit,
                        round.level() == null ? Award.OWN : Award.GOVERNMENT,
                        round.level(),
                        round.terms().documentNumber(),
                        null),
                nominee.person().id());
    }
}
