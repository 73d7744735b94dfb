package org.yiwang.signup;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.signup.Change.Cause;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.volunteer.VolunteerView;

/**
 * Moves single sign-ups between their states, under the lock of the shift that the caller holds; every method returns
 * the counter as it stands then. Promotes whoever is next when a place becomes free.
 */
@Component
class Standings {

    private static final int CHUNK = 50;

    private final PlaceStore places;
    private final SignUpStore signUps;
    private final Facts facts;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    Standings(PlaceStore places, SignUpStore signUps, Facts facts, Notices notices, ApplicationEventPublisher events) {
        this.places = places;
        this.signUps = signUps;
        this.facts = facts;
        this.notices = notices;
        this.events = events;
    }

    /** Gives the sign-up a place if one is free, otherwise the next number on the waiting list. */
    Shift take(Shift shift, SignUp signUp, Cause cause, Instant now, long byAccountId) {
        refuseOverlap(signUp, shift, now);
        if (shift.free() > 0) {
            if (!hold(shift, signUp)) {
                // Another node gave the person a place at that time a moment ago; now it can be named.
                refuseOverlap(signUp, shift, now);
                throw new Refusal(SignUpProblem.OVERLAP, "", "");
            }
            signUps.change(List.of(Change.of(signUp, State.ACCEPTED, cause, now, byAccountId)));
            accepted(signUp);
            return moved(shift, shift.with(1, 0));
        }
        if (shift.waiting() >= facts.rules().get().waitingList()) {
            throw new Refusal(SignUpProblem.FULL);
        }
        Shift after = shift.with(0, 1);
        signUps.change(List.of(
                Change.of(signUp, State.WAITING, cause == Cause.ACCEPTED ? Cause.QUEUED : cause, now, byAccountId)
                        .numbered(after.waitingSeq())));
        return moved(shift, after);
    }

    /** Ends a live sign-up; a place that it held goes to whoever is next. */
    Shift end(Shift shift, Change change, Instant now) {
        SignUp signUp = change.of();
        signUps.change(List.of(change));
        if (signUp.state() == State.ACCEPTED) {
            signUps.answerOffer(signUp, "DECLINED", now);
        }
        places.release(List.of(commitment(shift, signUp, false)));
        if (signUp.state() == State.ACCEPTED && waitsElsewhere(signUp, shift, now)) {
            events.publishEvent(new TimeFreed(
                    signUp.volunteerId(), shift.period().start(), shift.period().end()));
        }
        Shift after = shift.with(signUp.state() == State.ACCEPTED ? -1 : 0, signUp.state() == State.WAITING ? -1 : 0);
        if (signUp.state() == State.ACCEPTED) {
            events.publishEvent(new SignUpEvent.Withdrawn(signUp.activityId(), signUp.shiftId(), signUp.volunteerId()));
        }
        return moved(shift, promoted(after, now));
    }

    private boolean waitsElsewhere(SignUp signUp, Shift shift, Instant now) {
        return places.commitments(List.of(signUp.volunteerId()), now).stream()
                .anyMatch(c -> !c.held() && c.period().overlaps(shift.period()));
    }

    /** Fills free places from the waiting list. */
    Shift promote(Shift shift, Instant now) {
        return moved(shift, promoted(shift, now));
    }

    private Shift promoted(Shift shift, Instant now) {
        Shift current = shift;
        long after = 0;
        while (current.open()
                && current.free() > 0
                && current.waiting() > 0
                && now.isBefore(current.period().start())) {
            List<SignUp> next = signUps.waiting(current.key(), after, CHUNK);
            if (next.isEmpty()) {
                return current;
            }
            after = number(next.getLast());
            current = promoted(current, next, now);
        }
        return current;
    }

    /** In order of the list; whoever may not or cannot come any more keeps the number and is passed over. */
    private Shift promoted(Shift shift, List<SignUp> next, Instant now) {
        Shift current = shift;
        ActivityView activity = facts.activities().find(shift.key().activityId(), shift.revision());
        ShiftView post =
                activity == null ? null : Board.post(activity, shift.key().shiftId());
        Map<Long, VolunteerView> people =
                facts.volunteers().apply(next.stream().map(SignUp::volunteerId).toList());
        for (SignUp signUp : next) {
            VolunteerView person = people.get(signUp.volunteerId());
            if (current.free() == 0 || activity == null || post == null) {
                break;
            }
            if (person == null
                    || Eligibility.unfit(person, activity, post, facts.rules().get(), facts.zone())
                            .isPresent()
                    || !hold(current, signUp)) {
                continue;
            }
            signUps.change(List.of(Change.of(signUp, State.ACCEPTED, Cause.PROMOTED, now, 0)));
            signUps.offer(signUp, Ids.next(), now);
            notices.tell("promoted", signUp, true);
            accepted(signUp);
            current = current.with(1, -1);
        }
        return current;
    }

    /** Makes the commitment held; false, and as it was, if the person has another place at that time. */
    private boolean hold(Shift shift, SignUp signUp) {
        Commitment asked = commitment(shift, signUp, false);
        places.release(List.of(asked));
        if (!places.commit(List.of(commitment(shift, signUp, true))).isEmpty()) {
            return true;
        }
        places.commit(List.of(asked));
        return false;
    }

    /** The held commitment of the person that overlaps the shift. */
    Optional<Commitment> overlapping(SignUp signUp, Shift shift, Instant now) {
        return places.commitments(List.of(signUp.volunteerId()), now).stream()
                .filter(c ->
                        c.held() && !c.shift().equals(shift.key()) && c.period().overlaps(shift.period()))
                .findFirst();
    }

    private void refuseOverlap(SignUp signUp, Shift shift, Instant now) {
        overlapping(signUp, shift, now).ifPresent(other -> {
            throw overlap(facts, other);
        });
    }

    /** The refusal that names the other place. */
    static Refusal overlap(Facts facts, Commitment other) {
        ActivityView activity = facts.activities().find(other.shift().activityId(), 0);
        var start = other.period().start().atZone(facts.zone());
        var end = other.period().end().atZone(facts.zone());
        return new Refusal(
                SignUpProblem.OVERLAP,
                activity == null ? "" : activity.title(),
                "%tF %tR–%tR".formatted(start, start, end));
    }

    static Commitment commitment(Shift shift, SignUp signUp, boolean held) {
        return new Commitment(signUp.volunteerId(), shift.key(), signUp.id(), shift.period(), held);
    }

    /** Writes the counter and tells the list of activities when the shift became full or free. */
    Shift moved(Shift before, Shift after) {
        if (!after.equals(before)) {
            places.update(List.of(after));
            if ((before.free() > 0) != (after.free() > 0)) {
                events.publishEvent(new PlacesFlipped(after.key().activityId()));
            }
        }
        return after;
    }

    private void accepted(SignUp signUp) {
        events.publishEvent(new SignUpEvent.Accepted(signUp.activityId(), signUp.shiftId(), signUp.volunteerId()));
    }

    private static long number(SignUp waiting) {
        Long number = waiting.waitingNo();
        if (number == null) {
            throw new IllegalStateException("waits without a number");
        }
        return number;
    }

    static void require(SignUp signUp, State... states) {
        if (!signUp.live() || !Arrays.asList(states).contains(signUp.state())) {
            throw new Refusal(SignUpProblem.NOT_NOW);
        }
    }
}
