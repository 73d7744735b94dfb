package org.yiwang.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Refusal;
import org.yiwang.signup.Change.Cause;
import org.yiwang.signup.SignUpView.State;

/**
 * Keeps the shifts' counters in step with the activity, in the activity's own transaction, because places must never
 * disagree with what was published. Telling the people comes after the commit.
 */
@Component
class ActivityChanges {

    private static final Set<State> STANDING = Set.of(State.APPLIED, State.ACCEPTED, State.WAITING, State.INVITED);

    /** Who did not come keeps the place in the books. */
    private static final Set<State> HELD = Set.of(State.ACCEPTED, State.NO_SHOW);

    private final PlaceStore places;
    private final SignUpStore signUps;
    private final Standings standings;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivityChanges(
            PlaceStore places,
            SignUpStore signUps,
            Standings standings,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.places = places;
        this.signUps = signUps;
        this.standings = standings;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ActivityEvent event) {
        switch (event) {
            case ActivityEvent.Published published -> places.put(published.shifts());
            case ActivityEvent.ShiftsChanged changed -> change(changed.activityId(), changed.shifts());
            case ActivityEvent.Postponed postponed -> change(postponed.activityId(), postponed.shifts());
            case ActivityEvent.Cancelled cancelled -> callOff(cancelled);
            case ActivityEvent.CutShort cut -> cutShort(cut);
            case ActivityEvent.Corrected corrected -> places.touch(corrected.activityId(), true);
            case ActivityEvent.Closed closed -> places.touch(closed.activityId(), true);
        }
    }

    private void change(long activityId, List<ShiftView> views) {
        Map<Long, Shift> before = new HashMap<>();
        places.lockAll(activityId).forEach(s -> before.put(s.key().shiftId(), s));
        for (ShiftView view : views) {
            Shift shift = before.get(view.id());
            if (shift != null && shift.taken() > view.capacity()) {
                throw new Refusal(SignUpProblem.CAPACITY_BELOW_TAKEN, view.postName(), shift.taken());
            }
        }
        places.put(views);
        places.touch(activityId, true);
        for (Shift shift : places.lockAll(activityId)) {
            Shift old = before.get(shift.key().shiftId());
            if (old != null) {
                Shift now = old.period().equals(shift.period()) ? shift : move(shift);
                standings.moved(old, standings.promote(now, clock.instant()));
            }
        }
    }

    /** Gives everybody's commitment the new time; whoever has another place then loses this one and is told. */
    private Shift move(Shift shift) {
        Instant now = clock.instant();
        List<SignUp> standing = signUps.live(shift.key().activityId(), SignUpStore.LIVE).stream()
                .filter(s -> s.shiftId() == shift.key().shiftId())
                .toList();
        if (standing.isEmpty()) {
            return shift;
        }
        List<Commitment> moved = standing.stream()
                .map(s -> Standings.commitment(shift, s, HELD.contains(s.state())))
                .toList();
        places.release(moved);
        Set<Long> kept = places.commit(moved);
        List<Change> lost = standing.stream()
                .filter(s -> !kept.contains(s.id()))
                .map(s -> Change.of(s, State.WITHDRAWN, Cause.MOVED, now, 0))
                .toList();
        if (lost.isEmpty()) {
            return shift;
        }
        signUps.change(lost);
        notices.tellAll("moved-away", lost.stream().map(Change::of).toList(), true);
        return shift.with(-lost.size(), 0);
    }

    private void callOff(ActivityEvent.Cancelled event) {
        Instant now = clock.instant();
        List<Shift> shifts = places.lockAll(event.activityId());
        List<SignUp> standing = signUps.live(event.activityId(), STANDING);
        places.touch(event.activityId(), false);
        places.empty(event.activityId());
        if (standing.isEmpty()) {
            return;
        }
        Map<Long, Shift> byId = new HashMap<>();
        shifts.forEach(s -> byId.put(s.key().shiftId(), s));
        List<Change> changes = new ArrayList<>();
        List<Commitment> commitments = new ArrayList<>();
        for (SignUp signUp : standing) {
            Shift shift = byId.get(signUp.shiftId());
            if (shift != null) {
                changes.add(Change.of(signUp, State.CANCELLED, Cause.CALLED_OFF, now, 0)
                        .because(event.reason()));
                commitments.add(Standings.commitment(shift, signUp, false));
            }
        }
        signUps.change(changes);
        places.release(commitments);
    }

    private void cutShort(ActivityEvent.CutShort event) {
        if (!event.shortened().isEmpty()) {
            change(event.activityId(), event.shortened());
        }
        Instant now = clock.instant();
        Map<Long, Shift> gone = new HashMap<>();
        places.lockAll(event.activityId()).stream()
                .filter(s -> event.calledOff().contains(s.key().shiftId()))
                .forEach(s -> gone.put(s.key().shiftId(), s));
        List<SignUp> standing = signUps.live(event.activityId(), STANDING).stream()
                .filter(s -> gone.containsKey(s.shiftId()))
                .toList();
        if (!standing.isEmpty()) {
            signUps.change(standing.stream()
                    .map(s -> Change.of(s, State.CANCELLED, Cause.CALLED_OFF, now, 0)
                            .because(event.reason()))
                    .toList());
            places.release(standing.stream()
                    .map(s -> Standings.commitment(Objects.requireNonNull(gone.get(s.shiftId())), s, false))
                    .toList());
        }
        places.remove(gone.keySet().stream()
                .map(shift -> new Shift.Key(event.activityId(), shift))
                .toList());
        places.touch(event.activityId(), true);
        events.publishEvent(new PlacesFlipped(event.activityId()));
    }

    @ApplicationModuleListener
    void tell(ActivityEvent.CutShort event) {
        List<SignUp> all = new ArrayList<>(signUps.live(event.activityId(), STANDING));
        all.addAll(signUps.calledOff(event.activityId()));
        notices.tellOnce(
                "cut-short", event.activityId(), all, true, event.until().toString(), Notices.clause(event.reason()));
    }

    @ApplicationModuleListener
    void tell(ActivityEvent.Corrected event) {
        boolean elsewhere = event.parts().contains("address");
        notices.tellOnce(
                elsewhere ? "corrected-place" : "corrected",
                event.activityId(),
                signUps.live(event.activityId(), STANDING),
                elsewhere,
                Notices.clause(event.reason()));
    }

    @ApplicationModuleListener
    void tell(ActivityEvent.Cancelled event) {
        notices.tellAll("called-off", signUps.calledOff(event.activityId()), true, event.reason());
    }

    @ApplicationModuleListener
    void tell(ActivityEvent.Postponed event) {
        notices.tellAll("moved", signUps.live(event.activityId(), STANDING), true, Notices.clause(event.reason()));
    }
}
