package org.yiwang.signup;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Combiner;
import org.yiwang.signup.Applications.Answer;
import org.yiwang.signup.Change.Cause;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Sign-ups: applying and withdrawing, and who has a place. Deciding and inviting is {@link SignUpDesk}'s. */
@Component
public class SignUps implements DisposableBean {

    private final Combiner<Application, Answer> combiner;
    private final Applications applications;
    private final Admission admission;
    private final Standings standings;
    private final PlaceStore places;
    private final SignUpStore signUps;
    private final Facts facts;
    private final Notices notices;
    private final Volunteers volunteers;
    private final Clock clock;

    SignUps(
            Applications applications,
            Admission admission,
            Standings standings,
            PlaceStore places,
            SignUpStore signUps,
            Facts facts,
            Notices notices,
            Volunteers volunteers,
            Clock clock,
            @Value("${yiwang.signup.lanes:2}") int lanes) {
        this.applications = applications;
        this.admission = admission;
        this.standings = standings;
        this.places = places;
        this.signUps = signUps;
        this.facts = facts;
        this.notices = notices;
        this.volunteers = volunteers;
        this.clock = clock;
        this.combiner = new Combiner<>("signup", lanes, 512, 20_000, together -> {
            Supplier<List<Answer>> step = applications.prepare(together);
            return () -> step.get().stream()
                    .<Combiner.Outcome<Answer>>map(Combiner.Outcome.Done::new)
                    .toList();
        });
    }

    /**
     * Applies for a shift. Calls that arrive together are committed together, and each is answered after the commit
     * with its sign-up: accepted, waiting with its position, or to be decided by the organizer. Inside a transaction of
     * the caller it joins that instead. Repeats are harmless: with the same key, or without a key while the first
     * sign-up lives, the answer is that sign-up. Applying for a shift one was invited to accepts the invitation.
     *
     * @param passCode for activities that ask for one
     * @param key idempotency key; a repeat is answered as the first call was
     * @return the sign-up; refuses with a {@link SignUpProblem}
     */
    public SignUpView apply(
            Actor actor,
            long volunteerId,
            long activityId,
            long shiftId,
            @Nullable String passCode,
            @Nullable String key) {
        Application asked = admission.ask(actor, volunteerId, new Shift.Key(activityId, shiftId), passCode, key);
        return switch (answer(asked).decision()) {
            case Decision.Made made ->
                made.signUp().view(made.signUp().state() == State.WAITING ? made.position() : null);
            case Decision.Same same -> view(same.signUp());
            case Decision.Invited _ -> answerInvitation(actor, volunteerId, activityId, shiftId, true);
            case Decision.Overlaps overlaps -> throw Standings.overlap(facts, overlaps.other());
            case Decision.Refused refused -> throw refused.why();
        };
    }

    private Answer answer(Application asked) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return applications.decide(List.of(asked)).getFirst();
        }
        try {
            return combiner.call(asked.shift().activityId(), asked);
        } catch (RejectedExecutionException _) {
            throw new Refusal(SignUpProblem.BUSY);
        }
    }

    /**
     * Gives the place or the position up; the next in the list is promoted. Once it is given up, repeating is harmless.
     * Refuses with {@code signup.shift-begun} when the shift has begun and {@code signup.unknown} without a sign-up.
     */
    @Transactional
    public void withdraw(Actor actor, long volunteerId, long activityId, long shiftId) {
        VolunteerView person = require(actor, volunteerId);
        Shift shift = lock(activityId, shiftId);
        SignUp signUp = signUps.find(shift.key(), volunteerId).orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN));
        if (!signUp.live()) {
            return;
        }
        Instant now = clock.instant();
        if (!now.isBefore(shift.period().start())) {
            throw new Refusal(SignUpProblem.SHIFT_BEGUN);
        }
        Standings.require(signUp, State.APPLIED, State.ACCEPTED, State.WAITING, State.INVITED);
        boolean offered = signUp.state() == State.ACCEPTED
                && signUps.offered(List.of(signUp)).contains(signUp.id());
        Cause cause = offered
                ? Cause.OFFER_DECLINED
                : signUp.state() == State.INVITED ? Cause.INVITATION_DECLINED : Cause.WITHDRAWN;
        standings.end(shift, Change.of(signUp, State.WITHDRAWN, cause, now, actor.accountId()), now);
        Instant notice = shift.period().start().minus(facts.rules().get().noticeHours(), ChronoUnit.HOURS);
        if (signUp.state() == State.ACCEPTED && now.isAfter(notice)) {
            notices.tellLeaders("withdrawn-late", signUp, person);
        }
    }

    /**
     * Answers an invitation; only the person or the guardian can. Saying yes takes a place if one is free, otherwise
     * the next position on the waiting list; refused like an application for overlap and closed activities.
     */
    @Transactional
    public SignUpView answerInvitation(Actor actor, long volunteerId, long activityId, long shiftId, boolean yes) {
        require(actor, volunteerId);
        Shift shift = lock(activityId, shiftId);
        SignUp signUp = signUps.find(shift.key(), volunteerId).orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN));
        Instant now = clock.instant();
        if (yes && signUp.how() == SignUp.How.INVITATION && signUp.live() && signUp.state() != State.INVITED) {
            return view(signUp);
        }
        Standings.require(signUp, State.INVITED);
        if (!yes) {
            standings.end(
                    shift, Change.of(signUp, State.WITHDRAWN, Cause.INVITATION_DECLINED, now, actor.accountId()), now);
        } else {
            ActivityView activity = facts.activities().find(activityId, shift.revision());
            Eligibility.closedToInvited(activity, shift, now).ifPresent(r -> {
                throw r;
            });
            standings.take(shift, signUp, Cause.INVITATION_ACCEPTED, now, actor.accountId());
        }
        return view(signUps.find(activityId, signUp.id()).orElseThrow());
    }

    /** Keeps a place that came from the waiting list; harmless when there is nothing to answer. */
    @Transactional
    public void keep(Actor actor, long volunteerId, long activityId, long shiftId) {
        require(actor, volunteerId);
        Shift shift = lock(activityId, shiftId);
        SignUp signUp = signUps.find(shift.key(), volunteerId).orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN));
        Standings.require(signUp, State.ACCEPTED);
        signUps.answerOffer(signUp, "KEPT", clock.instant());
    }

    /** The live or last sign-up of a volunteer for a shift. */
    @Transactional(readOnly = true)
    public Optional<SignUpView> find(long activityId, long shiftId, long volunteerId) {
        return signUps.find(new Shift.Key(activityId, shiftId), volunteerId).map(this::view);
    }

    /** Those who have a place in the activity's shifts, without those noted as no-shows. */
    @Transactional(readOnly = true)
    public List<SignUpView> accepted(long activityId) {
        return signUps.live(activityId, Set.of(State.ACCEPTED)).stream()
                .map(s -> s.view(null))
                .toList();
    }

    /** The volunteer's sign-ups that are not over yet, soonest shift first. */
    @Transactional(readOnly = true)
    public List<SignUpView> upcoming(long volunteerId) {
        return mine(volunteerId).stream().map(MySignUp::signUp).toList();
    }

    /** The volunteer's sign-ups that are not over yet with what a page says about them, soonest shift first. */
    @Transactional(readOnly = true)
    public List<MySignUp> mine(long volunteerId) {
        return explained(places.commitments(List.of(volunteerId), clock.instant()));
    }

    /** The volunteer's sign-ups whose shift is over, latest first. */
    @Transactional(readOnly = true)
    public List<MySignUp> past(long volunteerId, int limit) {
        return explained(places.past(volunteerId, clock.instant(), limit, 0));
    }

    /** How full each shift of the activity is, by shift; shifts that were never public are not there. */
    @Transactional(readOnly = true)
    public Map<Long, ShiftPlaces> places(long activityId) {
        Map<Long, ShiftPlaces> full = new HashMap<>();
        places.ofActivity(activityId)
                .forEach(s -> full.put(
                        s.key().shiftId(), new ShiftPlaces(s.key().shiftId(), s.capacity(), s.taken(), s.waiting())));
        return full;
    }

    /** The live sign-ups of these volunteers in the activity. */
    @Transactional(readOnly = true)
    public List<SignUpView> of(long activityId, Collection<Long> volunteerIds) {
        return views(
                signUps.live(activityId, volunteerIds.stream().mapToLong(v -> v).toArray()));
    }

    /**
     * Places held now, for many people of many activities in one query: what attendance asks for a batch of checks.
     * Somebody noted as a no-show still holds the place: who comes late comes.
     *
     * @param volunteersByActivity volunteer ids by activity id
     */
    public List<SignUpView> held(Map<Long, List<Long>> volunteersByActivity) {
        return signUps.held(volunteersByActivity).stream()
                .map(s -> s.view(null))
                .toList();
    }

    /**
     * Since when these people have held their places, by shift: the moment the place was given, not the one of the
     * application. Those noted as no-shows are left out. One query.
     *
     * @param volunteersByActivity volunteer ids by activity id
     */
    public List<PlaceHeld> heldSince(Map<Long, List<Long>> volunteersByActivity) {
        return signUps.heldSince(volunteersByActivity);
    }

    /** Lets the combiner finish what is waiting. */
    @Override
    public void destroy() {
        combiner.close();
    }

    private VolunteerView require(Actor actor, long volunteerId) {
        return actor == Actor.SYSTEM ? volunteers.get(volunteerId) : volunteers.require(actor, volunteerId);
    }

    private Shift lock(long activityId, long shiftId) {
        return places.lock(new Shift.Key(activityId, shiftId))
                .orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN_SHIFT));
    }

    private SignUpView view(SignUp signUp) {
        return views(List.of(signUp)).getFirst();
    }

    private List<SignUpView> views(List<SignUp> rows) {
        Map<Long, Integer> positions = signUps.positions(rows);
        return rows.stream().map(s -> s.view(positions.get(s.id()))).toList();
    }

    private List<MySignUp> explained(List<Commitment> commitments) {
        List<SignUp> rows = signUps.byId(commitments);
        Map<Long, SignUp> byId = HashMap.newHashMap(rows.size());
        rows.forEach(s -> byId.put(s.id(), s));
        Map<Long, Integer> positions = signUps.positions(rows);
        Set<Long> offered = signUps.offered(rows);
        Map<Long, String> words = signUps.words(rows);
        List<MySignUp> all = new ArrayList<>();
        for (Commitment c : commitments) {
            SignUp signUp = byId.get(c.signUpId());
            if (signUp != null) {
                ActivityView activity = facts.activities().find(c.shift().activityId(), 0);
                all.add(new MySignUp(
                        signUp.view(positions.get(signUp.id())),
                        c.period(),
                        activity,
                        activity == null ? null : Board.post(activity, c.shift().shiftId()),
                        offered.contains(signUp.id()),
                        words.get(signUp.id())));
            }
        }
        return all;
    }
}
