package org.yiwang.honour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.honour.PanelStore.Seat;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** The panel of a round, as the office names it: 3 to 9 volunteers with accounts, none of whom has to do with a nomination. */
@Component
public class PanelDesk {

    private final RoundLife life;
    private final PanelStore panel;
    private final NominationStore nominations;
    private final Recusals recusals;
    private final RoundTold told;
    private final Volunteers volunteers;

    PanelDesk(
            RoundLife life,
            PanelStore panel,
            NominationStore nominations,
            Recusals recusals,
            RoundTold told,
            Volunteers volunteers) {
        this.life = life;
        this.panel = panel;
        this.nominations = nominations;
        this.recusals = recusals;
        this.told = told;
        this.volunteers = volunteers;
    }

    /**
     * Names a judge by volunteer number; the first one is in the chair. Refuses with {@code honour.number-unknown}, {@code
     * honour.judge-without-account}, {@code honour.already-judge}, {@code honour.judge-involved}, {@code honour.panel-full}, and
     * with {@code honour.another-person} an officer who has to do with a nomination. Once the scores are closed nobody is named
     * but, where every judge stays out for somebody of a tie, one who decides it: refuses with {@code honour.recused} whoever
     * would have to stay out too.
     */
    @Transactional
    public void name(Actor actor, long roundId, String number) {
        RoundView round = held(actor, roundId);
        boolean decider = round.scoresClosed();
        VolunteerView person = volunteers
                .findByNumber(number)
                .filter(v -> v.state() == VolunteerView.State.VALID)
                .orElseThrow(() -> new Refusal(HonourProblem.NUMBER_UNKNOWN).at("number"));
        Long account = person.accountId();
        if (account == null) {
            throw new Refusal(HonourProblem.JUDGE_WITHOUT_ACCOUNT).at("number");
        }
        List<Seat> seats = panel.seats(roundId);
        if (seats.stream().anyMatch(s -> volunteers.isOneHuman(s.accountId(), account))) {
            throw new Refusal(HonourProblem.ALREADY_JUDGE).at("number");
        }
        if (!decider && seats.size() >= life.limits().panelTo()) {
            throw new Refusal(HonourProblem.PANEL_FULL, life.limits().panelTo()).at("number");
        }
        if (recusals.involvedInAny(account, nominations.ofRound(roundId))) {
            throw new Refusal(HonourProblem.JUDGE_INVOLVED).at("number");
        }
        int seat = seats.stream().mapToInt(Seat::seat).max().orElse(0) + 1;
        Seat named = new Seat(account, person.id(), seat);
        if (decider && !recusals.of(round, named, life.tied(round)).isEmpty()) {
            throw new Refusal(HonourProblem.RECUSED).at("number");
        }
        panel.add(roundId, named);
        life.note(actor, round, "judge-named", person.number());
        String name = round.terms().name();
        if (decider) {
            told.judge(account, round, "notice.honour.tie", name);
        } else {
            told.judge(
                    account, round, "notice.honour.judge", name, round.terms().reviewUntil());
        }
    }

    /** Takes a judge off who has not scored yet; refuses with {@code honour.has-scored} and {@code honour.not-a-judge}. */
    @Transactional
    public void remove(Actor actor, long roundId, long accountId) {
        RoundView round = own(actor, roundId);
        Seat seat = panel.seats(roundId).stream()
                .filter(s -> s.accountId() == accountId)
                .findFirst()
                .orElseThrow(() -> new Refusal(HonourProblem.NOT_A_JUDGE));
        boolean scored = panel.sheets(roundId).values().stream().anyMatch(byJudge -> byJudge.containsKey(accountId));
        if (scored) {
            throw new Refusal(HonourProblem.HAS_SCORED);
        }
        panel.remove(roundId, accountId);
        life.note(
                actor,
                round,
                "judge-removed",
                volunteers.get(seat.volunteerId()).number());
    }

    /** Who is on the panel and how far each is; not what anybody scored. */
    @Transactional(readOnly = true)
    public List<Judge> judges(Actor actor, RoundView round) {
        actor.require(Permission.AWARD_RUN, round.region());
        List<Nominee> nominees = life.agreed(round);
        Map<Long, Map<Long, List<Integer>>> sheets = panel.sheets(round.id());
        List<Judge> judges = new ArrayList<>();
        for (Seat seat : panel.seats(round.id())) {
            Set<Long> out = recusals.of(round, seat, nominees);
            long scored = nominees.stream()
                    .filter(n -> !out.contains(n.id())
                            && sheets.getOrDefault(n.id(), Map.of()).containsKey(seat.accountId()))
                    .count();
            judges.add(new Judge(
                    seat.accountId(),
                    volunteers.get(seat.volunteerId()),
                    judges.isEmpty(),
                    (int) scored,
                    nominees.size() - out.size(),
                    out.size()));
        }
        return judges;
    }

    /** Whether a tie waits that no judge can decide: the office names one more. */
    @Transactional(readOnly = true)
    public boolean needsDecider(Actor actor, RoundView round) {
        actor.require(Permission.AWARD_RUN, round.region());
        return isStuck(round);
    }

    private boolean isStuck(RoundView round) {
        return life.tie(round).isPresent() && life.tieDecider(round).isEmpty();
    }

    private RoundView own(Actor actor, long roundId) {
        RoundView round = held(actor, roundId);
        if (round.scoresClosed()) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        return round;
    }

    /** The round, held, if judges may be named: until the scores are closed, and then only who decides a tie. */
    private RoundView held(Actor actor, long roundId) {
        RoundView round = life.lock(roundId);
        actor.require(Permission.AWARD_RUN, round.region());
        if (round.scoresClosed() && !isStuck(round)) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        life.requireUninvolved(actor, round);
        return life.lock(roundId, RoundState.DRAFT, RoundState.OPEN, RoundState.REVIEWING, RoundState.NOTICE);
    }

    /**
     * Somebody on the panel.
     *
     * @param accountId account
     * @param person who
     * @param chair whether in the chair: decides ties, unless out for one of those tied
     * @param scored how many nominees are scored
     * @param toScore how many there are to score
     * @param recused for how many the judge stays out
     */
    public record Judge(long accountId, VolunteerView person, boolean chair, int scored, int toScore, int recused) {}
}
