package org.yiwang.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.PublicVoices;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * What volunteers say of an activity in which they served. The team hears sums only, never who said what; everybody sees
 * sums of the organization from more voices. It may be changed until both sides have spoken or the time has run out.
 */
@Component
public class Voices implements PublicVoices {

    private static final int ASKED = 20;

    private final TurnStore turns;
    private final StandingStore standings;
    private final EntryStore entries;
    private final EntryKeeper keeper;
    private final Volunteers volunteers;
    private final Rules rules;
    private final Clock clock;

    Voices(
            TurnStore turns,
            StandingStore standings,
            EntryStore entries,
            EntryKeeper keeper,
            Volunteers volunteers,
            Rules rules,
            Clock clock) {
        this.turns = turns;
        this.standings = standings;
        this.entries = entries;
        this.keeper = keeper;
        this.volunteers = volunteers;
        this.rules = rules;
        this.clock = clock;
    }

    /** Those among whom the actor may act for that served in the activity. */
    public List<VolunteerView> served(Actor actor, long activityId) {
        return volunteers.actingFor(actor).stream()
                .filter(v -> turns.find(activityId, v.id()).isPresent())
                .toList();
    }

    /** What both sides said, as far as the volunteer may see it; refuses with {@code dossier.not-served}. */
    @Transactional(readOnly = true)
    public Mutual find(Actor actor, long volunteerId, long activityId) {
        volunteers.require(actor, volunteerId);
        Turn turn = turns.find(activityId, volunteerId).orElseThrow(() -> new Refusal(DossierProblem.NOT_SERVED));
        Window window = turns.window(activityId).orElseThrow(() -> new Refusal(DossierProblem.NOT_CLOSED));
        Instant now = clock.instant();
        Evaluation team = turn.isOpened(now)
                ? standings
                        .evaluationOf(volunteerId, activityId)
                        .flatMap(id -> entries.evaluation(volunteerId, id))
                        .orElse(null)
                : null;
        return new Mutual(
                activityId,
                window.title(),
                window.holder().name(),
                turn.servedOn(),
                keeper.day(turn.openUntil()),
                turn.isOpened(now),
                turn.voice(),
                turn.teamAt() != null,
                team);
    }

    /**
     * Says it, or says it anew. Refuses with {@code dossier.not-served}, {@code dossier.time-over}, {@code
     * dossier.both-spoke}, {@code dossier.nothing-said}.
     */
    @Transactional
    public void say(Actor actor, long volunteerId, long activityId, Voice voice) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        if (person.state() != VolunteerView.State.VALID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        Voice said = voice.checked();
        Instant now = clock.instant();
        Turn turn = turns.lock(activityId, volunteerId).orElseThrow(() -> new Refusal(DossierProblem.NOT_SERVED));
        if (said.equals(turn.voice())) {
            return;
        }
        turn.requireOpen(now);
        turns.volunteerSpoke(turn, said, now);
        if (turn.teamAt() != null) {
            standings.show(volunteerId, activityId, now);
            keeper.shown(volunteerId, activityId);
        }
    }

    /** Closed activities of which the actor, or a ward, may still say something and has not; the one that ends first first. */
    @Transactional(readOnly = true)
    public List<Asked> asked(Actor actor) {
        List<Long> people =
                volunteers.actingFor(actor).stream().map(VolunteerView::id).toList();
        return people.isEmpty()
                ? List.of()
                : turns.unspoken(people, clock.instant(), ASKED).stream()
                        .map(w -> new Asked(w.activityId(), w.title(), keeper.day(w.openUntil())))
                        .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Sums> of(long organizationId) {
        EvaluationRule rule =
                rules.current(EvaluationRule.KEY, EvaluationRule.class).value();
        VoiceSums sums = turns.sums("organization_id", organizationId, rule.publicFrom(), clock.instant());
        return sums.voices() == 0
                ? Optional.empty()
                : Optional.of(new Sums(
                        sums.voices(),
                        sums.answers().stream()
                                .map(a -> new Share(a.question(), a.good(), a.all()))
                                .toList()));
    }

    /**
     * An activity of which something may be said.
     *
     * @param activityId the activity
     * @param title its title
     * @param until last day
     */
    public record Asked(long activityId, String title, LocalDate until) {}

    /**
     * What both sides said of one person's service.
     *
     * @param activityId the activity
     * @param title its title
     * @param organizationName the team
     * @param servedOn day of the service
     * @param until last day on which both may speak
     * @param opened whether each sees the other's words now
     * @param voice what the volunteer said, null if nothing
     * @param teamSpoke whether the team has spoken
     * @param team what the team said, null until the volunteer may see it
     */
    public record Mutual(
            long activityId,
            String title,
            String organizationName,
            LocalDate servedOn,
            LocalDate until,
            boolean opened,
            @Nullable Voice voice,
            boolean teamSpoke,
            @Nullable Evaluation team) {}
}
