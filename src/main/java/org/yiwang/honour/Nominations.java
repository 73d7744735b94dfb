package org.yiwang.honour;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.honour.Nominee.State;
import org.yiwang.honour.PanelStore.Seat;
import org.yiwang.honour.Statement.Draft;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.organization.Organizations;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Nominations by those who make them: facts come from records, claims are few, short, and may name the fact behind them. */
@Component
public class Nominations {

    private final RoundLife life;
    private final NominationStore nominations;
    private final PanelStore panel;
    private final Eligibility eligibility;
    private final FactSheet facts;
    private final RoundTold told;
    private final LookTries tries;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final AuditTrail audit;

    Nominations(
            RoundLife life,
            NominationStore nominations,
            PanelStore panel,
            Eligibility eligibility,
            FactSheet facts,
            RoundTold told,
            LookTries tries,
            Volunteers volunteers,
            Organizations organizations,
            AuditTrail audit) {
        this.life = life;
        this.nominations = nominations;
        this.panel = panel;
        this.eligibility = eligibility;
        this.facts = facts;
        this.told = told;
        this.tries = tries;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** Whether the person could nominate anybody in the round, by the capacities that it allows. */
    public boolean mayNominate(Actor actor, RoundView round) {
        return round.takesNominations(life.today())
                && round.terms().nominators().stream().anyMatch(c -> switch (c) {
                    case SELF, VOLUNTEER -> !volunteers.actingFor(actor).isEmpty();
                    case TEAM ->
                        !actor.reach(Permission.AWARD_NOMINATE).organizations().isEmpty();
                    case COMMUNITY, OFFICE ->
                        !actor.reach(Permission.AWARD_NOMINATE).regions().isEmpty();
                });
    }

    /**
     * The facts that a nomination would say, and in which capacity it would be made: for the nominator to look at before
     * writing. Whoever answers for the person in no way reads the masked name and nothing else before the person agrees, whoever
     * it is, and looks at few numbers a day ({@code honour.too-often}); other looks are noted. Refuses as {@link #nominate}.
     */
    @Transactional
    public Preview preview(Actor actor, long roundId, String number) {
        RoundView round = life.find(roundId);
        Aim aim = aim(actor, round, number);
        VolunteerView person = aim.person;
        Capacity capacity = aim.capacity;
        if (capacity == Capacity.VOLUNTEER) {
            return new Preview(person.maskedName(), person.number(), capacity, List.of());
        }
        if (capacity != Capacity.SELF) {
            audit.lookAtList(actor, "volunteer:" + Ids.text(person.id()) + " award facts", 1, round.region());
        }
        return new Preview(person.name(), person.number(), capacity, factsOf(round, person));
    }

    /**
     * Nominates somebody by volunteer number. Who nominates oneself has agreed by that, but for minors,
     * whose guardian agrees. A volunteer who answers for the person in no way is answered in one way, whether the person can be
     * nominated or not, and cites no facts: who cannot be is never asked. Others are refused with {@code honour.not-open},
     * {@code honour.number-unknown}, {@code honour.may-not-nominate}, {@code honour.already-nominated}, {@code
     * honour.has-declined}, {@code honour.on-panel}, whatever stands in the way of the person, and claims that are too many
     * or too long or cite what is not there.
     *
     * @return id of the nomination
     */
    @Transactional
    public long nominate(Actor actor, long roundId, String number, List<Draft> claims) {
        RoundView round = life.lock(roundId);
        Aim aim = aim(actor, round, number);
        VolunteerView person = aim.person;
        Capacity capacity = aim.capacity;
        List<Fact> known = aim.fits ? factsOf(round, person) : List.of();
        boolean stranger = capacity == Capacity.VOLUNTEER;
        List<Draft> said = Claims.checked(life.limits(), claims, stranger ? List.of() : known, 0);
        if (!stranger) {
            Claims.requireNoName(said, person);
        }
        long id = Ids.next();
        boolean agreed = capacity == Capacity.SELF && volunteers.mayConsent(actor, person);
        State state = agreed ? State.AGREED : State.ASKED;
        nominations.insert(new NominationStore.New(
                id, roundId, person.id(), actor.accountId(), capacity, state, known, aim.fits, life.now()));
        nominations.say(id, said, Statement.State.SAID);
        life.trace(actor, round, id, "nominated", person.number());
        if (state == State.ASKED && aim.fits) {
            nominations
                    .find(id)
                    .ifPresent(n -> told.nominee(
                            n,
                            "notice.honour.nominated",
                            round.terms().name(),
                            round.terms().nominateUntil()));
        }
        return id;
    }

    /**
     * Takes a nomination back that the person has not agreed to; refuses with {@code honour.not-now}. Once agreed to it is the
     * person's: nobody else can end it on the last evening.
     */
    @Transactional
    public void withdraw(Actor actor, long nominationId) {
        Nominee nominee = own(actor, nominationId);
        RoundView round = life.lock(nominee.roundId(), RoundState.OPEN);
        if (nominee.state() != State.ASKED) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        nominations.move(nominationId, State.WITHDRAWN, null);
        life.trace(actor, round, nominationId, "withdrawn", null);
        if (nominee.asked()) {
            told.nominee(nominee, "notice.honour.withdrawn", round.terms().name());
        }
    }

    /**
     * Writes a doubted claim anew, or takes it back if no words are given; the nominee is told. The nominee has agreed to other
     * words: nobody else reads the new ones before the nominee agrees to them too. Refuses with {@code honour.statement-unknown}
     * what is not doubted, and with {@code honour.name-in-claim} the name of somebody who wishes to be masked.
     */
    @Transactional
    public void correct(Actor actor, long nominationId, int no, Draft draft) {
        RoundView round = life.lock(own(actor, nominationId).roundId(), RoundState.OPEN, RoundState.REVIEWING);
        Nominee nominee = own(actor, nominationId);
        if (round.scoresClosed() || nominee.doubted().stream().noneMatch(s -> s.no() == no)) {
            throw new Refusal(HonourProblem.STATEMENT_UNKNOWN);
        }
        if (draft.words().isBlank()) {
            nominations.turn(nominationId, no, Statement.State.TAKEN_BACK);
        } else {
            int others = nominee.statements().stream()
                    .filter(s -> (s.isLive() || s.state() == Statement.State.WAITING) && s.no() != no)
                    .mapToInt(s -> HonourText.length(s.words()))
                    .sum();
            List<Draft> said = Claims.checked(life.limits(), List.of(draft), nominee.facts(), others);
            if (!nominee.showName() && nominee.capacity() != Capacity.VOLUNTEER) {
                Claims.requireNoName(said, nominee.person());
            }
            boolean own = volunteers.mayConsent(actor, nominee.person());
            nominations.turn(nominationId, no, Statement.State.REPLACED);
            nominations.say(nominationId, said, own ? Statement.State.SAID : Statement.State.WAITING);
        }
        life.trace(actor, round, nominationId, "claim-rewritten", null);
        told.nominee(nominee, "notice.honour.corrected", round.terms().name());
    }

    /** What the person nominated, the latest first. */
    public List<Nominee> mine(Actor actor) {
        return nominations.by(actor.accountId());
    }

    private Nominee own(Actor actor, long nominationId) {
        return nominations
                .find(nominationId)
                .filter(n -> n.nominatorAccountId() == actor.accountId())
                .orElseThrow(() -> new Refusal(HonourProblem.NOMINATION_UNKNOWN));
    }

    /**
     * Whom somebody would nominate, and how.
     *
     * @param person who
     * @param capacity in which capacity
     * @param fits whether nothing stands in the way; refused unless so, but for strangers, who do not learn it
     */
    private record Aim(VolunteerView person, Capacity capacity, boolean fits) {}

    private Aim aim(Actor actor, RoundView round, String number) {
        if (!round.takesNominations(life.today())) {
            throw new Refusal(HonourProblem.NOT_OPEN);
        }
        Optional<VolunteerView> found = volunteers.findByNumber(number);
        Optional<Capacity> as = found.flatMap(person -> capacity(actor, round, person));
        if (as.filter(c -> c != Capacity.VOLUNTEER).isEmpty()) {
            tries.count(actor);
        }
        VolunteerView person = found.orElseThrow(() -> new Refusal(HonourProblem.NUMBER_UNKNOWN).at("number"));
        Capacity capacity = as.orElseThrow(() -> new Refusal(HonourProblem.MAY_NOT_NOMINATE).at("number"));
        List<Seat> seats = panel.seats(round.id());
        if (seats.stream().anyMatch(s -> volunteers.isOneHuman(s.accountId(), actor.accountId()))) {
            throw new Refusal(HonourProblem.ON_PANEL).at("number");
        }
        if (capacity == Capacity.VOLUNTEER) {
            before(nominations.by(actor.accountId()), round, person).ifPresent(why -> {
                throw why.at("number");
            });
        }
        Optional<Refusal> obstacle = before(nominations.ofRound(round.id()), round, person)
                .or(() -> seats.stream().anyMatch(s -> volunteers.isClose(s.accountId(), person))
                        ? Optional.of(new Refusal(HonourProblem.ON_PANEL))
                        : eligibility
                                .obstacle(round, person)
                                .map(why -> mayKnow(capacity, why) ? why : new Refusal(HonourProblem.NOT_ELIGIBLE)));
        obstacle.filter(_ -> capacity != Capacity.VOLUNTEER).ifPresent(why -> {
            throw why.at("number");
        });
        return new Aim(person, capacity, obstacle.isEmpty());
    }

    /** Why the person cannot be nominated once more after these. */
    private static Optional<Refusal> before(List<Nominee> nominations, RoundView round, VolunteerView person) {
        return nominations.stream()
                .filter(n -> n.roundId() == round.id() && n.person().id() == person.id())
                .filter(n -> n.state() != State.WITHDRAWN)
                .map(n -> new Refusal(
                        n.state() == State.DECLINED ? HonourProblem.HAS_DECLINED : HonourProblem.ALREADY_NOMINATED))
                .findFirst();
    }

    /** Nobody learns about hours and sanctions of others by nominating them. */
    private static boolean mayKnow(Capacity capacity, Refusal why) {
        return switch (capacity) {
            case SELF, OFFICE -> true;
            case TEAM, COMMUNITY -> why.problem() != HonourProblem.SANCTIONED;
            case VOLUNTEER -> false;
        };
    }

    /** In which of the allowed capacities the actor may nominate the person; the first that fits. */
    private Optional<Capacity> capacity(Actor actor, RoundView round, VolunteerView person) {
        boolean own = volunteers.mayActFor(actor, person);
        Reach reach = actor.reach(Permission.AWARD_NOMINATE);
        return round.terms().nominators().stream()
                .sorted()
                .filter(c -> switch (c) {
                    case SELF -> own;
                    case TEAM ->
                        !own
                                && !organizations
                                        .membersWithin(
                                                new Reach(List.of(), reach.organizations()),
                                                List.of(person.contactAccountId()))
                                        .isEmpty();
                    case COMMUNITY -> !own && covers(reach, person, true);
                    case OFFICE -> !own && covers(reach, person, false);
                    case VOLUNTEER ->
                        !own
                                && volunteers
                                        .findByAccount(actor.accountId())
                                        .filter(v -> v.state() == VolunteerView.State.VALID)
                                        .isPresent();
                })
                .findFirst();
    }

    private static boolean covers(Reach reach, VolunteerView person, boolean community) {
        return reach.regions().stream()
                .filter(code -> !code.isEmpty())
                .map(RegionCode::new)
                .filter(r -> r.level().compareTo(Level.COMMUNITY) >= 0 == community)
                .anyMatch(r -> r.contains(person.residence()));
    }

    private List<Fact> factsOf(RoundView round, VolunteerView person) {
        return facts.of(person, round.terms().countedFrom(), round.terms().countedTo());
    }

    /** Most claims, and most characters of all together. */
    public Map<String, Integer> bounds() {
        HonourLimits limits = life.limits();
        return Map.of("statements", limits.statements(), "characters", limits.statementCharacters());
    }

    /**
     * What a nomination would say.
     *
     * @param name of whom, masked where the actor does not answer for the person
     * @param number unified number
     * @param capacity in which capacity the actor would nominate
     * @param facts facts from the records
     */
    public record Preview(String name, String number, Capacity capacity, List<Fact> facts) {}
}
