package org.yiwang.honour;

import org.springframework.stereotype.Component;
import org.yiwang.dossier.Award;
import org.yiwang.dossier.CommendationDraft;
import org.yiwang.dossier.Commendations;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerView;

/** Publishes what stood its days on public notice; each winner's dossier has the award in the same transaction. */
@Component
class Publication {

    private final RoundStore rounds;
    private final NominationStore nominations;
    private final ObjectionStore objections;
    private final RoundLife life;
    private final RoundTold told;
    private final Commendations commendations;
    private final Regions regions;

    Publication(
            RoundStore rounds,
            NominationStore nominations,
            ObjectionStore objections,
            RoundLife life,
            RoundTold told,
            Commendations commendations,
            Regions regions) {
        this.rounds = rounds;
        this.nominations = nominations;
        this.objections = objections;
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

    /** Publishes; the caller has made sure that the days are over. Does nothing while something holds it up. */
    boolean publish(RoundView round) {
        if (!holds(round).isEmpty()) {
            life.late(round, "notice.honour.held-up");
            return false;
        }
        for (Nominee nominee : life.agreed(round)) {
            if (nominee.isPlaced(round.terms().places()) && nominee.person().state() != VolunteerView.State.VALID) {
                life.remove(Actor.SYSTEM, round, nominee, "honour.why.not-valid");
                return false;
            }
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
