package org.yiwang.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.kernel.Period;

/**
 * Tells the list of activities when places run out or come back. After the commit, so that a rush never waits for the
 * activity's row; one at a time per activity, so that the last to write has seen every commit before it.
 */
@Component
class FreePlaces {

    private final PlaceStore places;
    private final Activities activities;
    private final Standings standings;
    private final Clock clock;

    FreePlaces(PlaceStore places, Activities activities, Standings standings, Clock clock) {
        this.places = places;
        this.activities = activities;
        this.standings = standings;
        this.clock = clock;
    }

    /** Whoever was passed over for another place at the same time is not passed over any more. */
    @ApplicationModuleListener
    void promote(TimeFreed event) {
        Instant now = clock.instant();
        Period freed = new Period(event.from(), event.to());
        places.commitments(List.of(event.volunteerId()), now).stream()
                .filter(c -> !c.held() && c.period().overlaps(freed))
                .map(Commitment::shift)
                .sorted()
                .forEach(shift -> places.lock(shift).ifPresent(locked -> standings.promote(locked, now)));
    }

    @ApplicationModuleListener
    void note(PlacesFlipped event) {
        places.oneAtATime(event.activityId());
        activities.noteFree(
                event.activityId(),
                places.ofActivity(event.activityId()).stream().anyMatch(s -> s.open() && s.free() > 0));
    }
}
