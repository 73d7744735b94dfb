package org.yiwang.signup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.signup.Change.Cause;
import org.yiwang.signup.Eligibility.Closed;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.volunteer.Rests;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** The organizer's side of signing up: decide, invite, note who did not come. Each needs SIGN_UP_DECIDE for the activity. */
@Component
public class SignUpDesk {

    private final Activities activities;
    private final Volunteers volunteers;
    private final Rests rests;
    private final Standings standings;
    private final PlaceStore places;
    private final SignUpStore signUps;
    private final Facts facts;
    private final Notices notices;
    private final InvitationLimits limits;
    private final AuditTrail audit;
    private final Clock clock;

    SignUpDesk(
            Activities activities,
            Volunteers volunteers,
            Rests rests,
            Standings standings,
            PlaceStore places,
            SignUpStore signUps,
            Facts facts,
            Notices notices,
            InvitationLimits limits,
            AuditTrail audit,
            Clock clock) {
        this.activities = activities;
        this.volunteers = volunteers;
        this.rests = rests;
        this.standings = standings;
        this.places = places;
        this.signUps = signUps;
        this.facts = facts;
        this.notices = notices;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The sign-ups of one shift, as its organizer sees them.
     *
     * @param shift the shift
     * @param places how full it is
     * @param entries live sign-ups: to decide, accepted, waiting in order, invited, no-shows
     */
    public record ShiftRoster(ShiftView shift, ShiftPlaces places, List<Entry> entries) {

        /** Those in one state, in order. */
        public List<Entry> in(State state) {
            return entries.stream().filter(e -> e.signUp().state() == state).toList();
        }
    }

    /**
     * One sign-up with the person.
     *
     * @param signUp where it stands
     * @param person who
     */
    public record Entry(SignUpView signUp, VolunteerView person) {

        /**
         * By full name who comes or wants to: organizers must know. Somebody who was merely invited has had no say yet and
         * stays masked: anybody can be invited by number.
         */
        public String name() {
            return signUp.state() == State.INVITED ? person.maskedName() : person.name();
        }
    }

    /**
     * How many applications wait for a decision, by activity; those without any are left out. A number tells nothing
     * about a person: whose activities they are is the caller's question.
     */
    public Map<Long, Integer> countToDecide(Collection<Long> activityIds) {
        return activityIds.isEmpty() ? Map.of() : signUps.countApplied(activityIds);
    }

    /** Everybody signed up for the activity, shift by shift; the look at their names is noted. */
    @Transactional
    public List<ShiftRoster> rosters(Actor actor, long activityId) {
        ActivityView activity = activities.require(actor, Permission.SIGN_UP_DECIDE, activityId);
        List<SignUp> live = signUps.live(activityId, SignUpStore.LIVE);
        Map<Long, VolunteerView> people = volunteers.getAll(
                live.stream().map(SignUp::volunteerId).distinct().toList());
        long named = live.stream()
                .filter(s -> s.state() != State.INVITED)
                .map(SignUp::volunteerId)
                .distinct()
                .count();
        audit.lookAtList(
                actor, "activity:" + Ids.text(activityId) + " sign-ups", Math.toIntExact(named), activity.region());
        Map<Long, Integer> positions = signUps.positions(live);
        List<ShiftRoster> rosters = new ArrayList<>();
        for (Shift counter : places.ofActivity(activityId)) {
            ShiftView shift = Board.post(activity, counter.key().shiftId());
            if (shift == null) {
                continue;
            }
            List<Entry> entries = live.stream()
                    .filter(s -> s.shiftId() == shift.id() && people.containsKey(s.volunteerId()))
                    .map(s -> new Entry(
                            s.view(positions.get(s.id())),
                            java.util.Objects.requireNonNull(people.get(s.volunteerId()))))
                    .toList();
            rosters.add(new ShiftRoster(
                    shift,
                    new ShiftPlaces(shift.id(), counter.capacity(), counter.taken(), counter.waiting()),
                    entries));
        }
        rosters.sort(java.util.Comparator.comparing(r -> r.shift().period().start()));
        return rosters;
    }

    /**
     * Accepts an application: a place if one is free, otherwise the next position on the waiting list. Accepting twice
     * changes nothing; refuses with {@code signup.overlap} when the person took another place meanwhile.
     */
    @Transactional
    public SignUpView accept(Actor actor, long activityId, long signUpId) {
        activities.require(actor, Permission.SIGN_UP_DECIDE, activityId);
        SignUp signUp = signUps.find(activityId, signUpId).orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN));
        Shift shift = lock(signUp.shift());
        signUp = signUps.find(activityId, signUpId).orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN));
        if (signUp.live() && (signUp.state() == State.ACCEPTED || signUp.state() == State.WAITING)) {
            return view(signUp);
        }
        Standings.require(signUp, State.APPLIED);
        Instant now = clock.instant();
        ActivityView activity = facts.activities().find(activityId, shift.revision());
        ShiftView post = activity == null ? null : Board.post(activity, signUp.shiftId());
        if (activity == null
                || post == null
                || !shift.open()
                || !now.isBefore(shift.period().end())) {
            throw (activity == null || !shift.open() ? Closed.NOT_OPEN : Closed.BEGUN).refusal();
        }
        Eligibility.unfit(
                        volunteers.get(signUp.volunteerId()),
                        activity,
                        post,
                        facts.rules().get(),
                        facts.zone())
                .ifPresent(why -> {
                    throw why;
                });
        standings.take(shift, signUp, Cause.ACCEPTED, now, actor.accountId());
        audit.write(actor, "signup.accept", "signup:" + Ids.text(signUpId), null);
        SignUp after = signUps.find(activityId, signUpId).orElseThrow();
        notices.tell(after.state() == State.ACCEPTED ? "accepted" : "queued", after, true);
        return view(after);
    }

    /** Refuses an application, or takes a place or position back; the reason is told to the person. */
    @Transactional
    public void refuse(Actor actor, long activityId, long signUpId, String reason) {
        activities.require(actor, Permission.SIGN_UP_DECIDE, activityId);
        SignUp signUp = signUps.find(activityId, signUpId).orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN));
        Shift shift = lock(signUp.shift());
        signUp = signUps.find(activityId, signUpId).orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN));
        if (signUp.state() == State.REFUSED) {
            return;
        }
        Standings.require(signUp, State.APPLIED, State.ACCEPTED, State.WAITING, State.INVITED);
        Instant now = clock.instant();
        if (!now.isBefore(shift.period().start())) {
            throw new Refusal(SignUpProblem.SHIFT_BEGUN);
        }
        standings.end(
                shift,
                Change.of(signUp, State.REFUSED, Cause.REFUSED, now, actor.accountId())
                        .because(reason),
                now);
        audit.write(actor, "signup.refuse", "signup:" + Ids.text(signUpId), reason);
        notices.tell("refused", signUp, true, reason);
    }

    /**
     * Invites a volunteer by the unified number. The invitation holds no place; only the person can accept it. Refuses
     * with {@code signup.unknown-number}, {@code signup.already}, {@code signup.invitation-limit}, {@code signup.resting} or
     * {@code signup.resting-until} for who takes a rest, and with {@code signup.cannot-be-invited} whatever condition the person
     * does not meet: which one is not the inviter's business.
     */
    @Transactional
    public SignUpView invite(Actor actor, long activityId, long shiftId, String number, @Nullable String words) {
        activities.require(actor, Permission.SIGN_UP_DECIDE, activityId);
        limits.count(actor, activityId);
        Shift shift = lock(new Shift.Key(activityId, shiftId));
        VolunteerView person = volunteers
                .findByNumber(number.strip())
                .orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN_NUMBER).at("number"));
        Instant now = clock.instant();
        ActivityView activity = facts.activities().find(activityId, shift.revision());
        ShiftView post = activity == null ? null : Board.post(activity, shiftId);
        if (activity == null
                || post == null
                || activity.state() != ActivityView.State.PUBLISHED
                || !shift.open()
                || !now.isBefore(shift.period().start())) {
            throw (shift.open() ? Closed.BEGUN : Closed.NOT_OPEN).refusal();
        }
        if (Eligibility.unfit(person, activity, post, facts.rules().get(), facts.zone())
                .isPresent()) {
            throw new Refusal(SignUpProblem.CANNOT_BE_INVITED).at("number");
        }
        if (signUps.find(shift.key(), person.id()).filter(SignUp::live).isPresent()) {
            throw new Refusal(SignUpProblem.ALREADY).at("number");
        }
        requireNoRest(person);
        SignUp invitation = new SignUp(
                activityId,
                Ids.next(),
                shiftId,
                person.id(),
                State.INVITED,
                SignUp.How.INVITATION,
                null,
                now,
                actor.accountId(),
                null,
                0);
        signUps.insert(List.of(invitation));
        signUps.invite(invitation, words == null || words.isBlank() ? null : words.strip());
        places.commit(List.of(Standings.commitment(shift, invitation, false)));
        notices.tell("invited", invitation, true);
        return invitation.view(null);
    }

    /** Whom a rest keeps from being invited can still come unasked: only who would invite is told of it. */
    private void requireNoRest(VolunteerView person) {
        rests.find(person.id()).ifPresent(rest -> {
            LocalDate until = rest.until();
            throw (until == null ? new Refusal(SignUpProblem.RESTING) : new Refusal(SignUpProblem.RESTING_UNTIL, until))
                    .at("number");
        });
    }

    /** Notes in or after the shift that somebody who had a place did not come. */
    @Transactional
    public void noShow(Actor actor, long activityId, long signUpId) {
        attend(actor, activityId, signUpId, State.ACCEPTED, State.NO_SHOW, Cause.NO_SHOW);
    }

    /** Takes a no-show back. */
    @Transactional
    public void cameAfterAll(Actor actor, long activityId, long signUpId) {
        attend(actor, activityId, signUpId, State.NO_SHOW, State.ACCEPTED, Cause.CAME_AFTER_ALL);
    }

    private void attend(Actor actor, long activityId, long signUpId, State from, State to, Cause cause) {
        activities.require(actor, Permission.SIGN_UP_DECIDE, activityId);
        SignUp signUp = signUps.find(activityId, signUpId).orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN));
        Shift shift = lock(signUp.shift());
        signUp = signUps.find(activityId, signUpId).orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN));
        if (signUp.state() == to) {
            return;
        }
        Standings.require(signUp, from);
        Instant now = clock.instant();
        if (now.isBefore(shift.period().start())) {
            throw new Refusal(SignUpProblem.SHIFT_NOT_BEGUN);
        }
        signUps.change(List.of(Change.of(signUp, to, cause, now, actor.accountId())));
        audit.write(
                actor, to == State.NO_SHOW ? "signup.no-show" : "signup.came", "signup:" + Ids.text(signUpId), null);
    }

    private Shift lock(Shift.Key key) {
        return places.lock(key).orElseThrow(() -> new Refusal(SignUpProblem.UNKNOWN_SHIFT));
    }

    private SignUpView view(SignUp signUp) {
        return signUp.view(signUps.positions(Set.of(signUp)).get(signUp.id()));
    }
}
