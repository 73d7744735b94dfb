package org.yiwang.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.signup.Change.Cause;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.volunteer.VolunteerEvent;

/** Gives up the coming places of somebody whose registration ended, so that those who wait get them. */
@Component
class VolunteerChanges {

    private final PlaceStore places;
    private final SignUpStore signUps;
    private final Standings standings;
    private final Clock clock;

    VolunteerChanges(PlaceStore places, SignUpStore signUps, Standings standings, Clock clock) {
        this.places = places;
        this.signUps = signUps;
        this.standings = standings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(VolunteerEvent event) {
        if (event instanceof VolunteerEvent.Voided || event instanceof VolunteerEvent.Restricted) {
            giveUp(event.volunteerId());
        }
    }

    private void giveUp(long volunteerId) {
        Instant now = clock.instant();
        Set<State> standing = Set.of(State.APPLIED, State.ACCEPTED, State.WAITING, State.INVITED);
        places.commitments(Set.of(volunteerId), now).stream()
                .filter(c -> now.isBefore(c.period().start()))
                .map(Commitment::shift)
                .sorted()
                .forEach(key -> places.lock(key)
                        .ifPresent(shift -> signUps.find(key, volunteerId)
                                .filter(s -> s.live() && standing.contains(s.state()))
                                .ifPresent(s -> standings.end(
                                        shift, Change.of(s, State.WITHDRAWN, Cause.NOT_VALID, now, 0), now))));
    }
}
