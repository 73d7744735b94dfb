package org.yiwang.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;

/**
 * The rest button (domain §5 no. 23): a person, or the guardian for a ward, takes a rest and comes back by one tap. Nobody is
 * asked why. Who rests is not invited, not reminded, and time in which nobody served does not count towards being dormant.
 */
@Component
public class Rests {

    /** Nobody plans longer; an open end needs no day. */
    private static final int LONGEST_YEARS = 10;

    private final RestStore store;
    private final Volunteers volunteers;
    private final Clock clock;

    Rests(RestStore store, Volunteers volunteers, Clock clock) {
        this.store = store;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /** The rest of a person who rests today. */
    public Optional<Rest> find(long volunteerId) {
        return on(List.of(volunteerId)).stream().findFirst();
    }

    /** Who of these rests today. */
    public Set<Long> among(Collection<Long> volunteerIds) {
        Set<Long> resting = new HashSet<>();
        on(volunteerIds).forEach(rest -> resting.add(rest.volunteerId()));
        return resting;
    }

    /** All rests of a person, also those that are over, the first one first. */
    public List<Rest> all(long volunteerId) {
        return store.all(volunteerId);
    }

    /**
     * Rests from now on; who rests already sets another last day. Refuses with {@code volunteer.rest-over} a last day that
     * is past or more than ten years away.
     *
     * @param until the last day, null to leave it open
     */
    @Transactional
    public void begin(Actor actor, long volunteerId, @Nullable LocalDate until) {
        volunteers.require(actor, volunteerId);
        LocalDate today = LocalDate.now(clock);
        if (until != null && (until.isBefore(today) || until.isAfter(today.plusYears(LONGEST_YEARS)))) {
            throw new Refusal(VolunteerProblem.REST_OVER).at("until");
        }
        store.open(List.of(volunteerId)).stream()
                .filter(rest -> !rest.isOn(today))
                .forEach(this::endByItself);
        store.begin(volunteerId, until, clock.instant());
    }

    /** Is back; nothing happens to who does not rest. */
    @Transactional
    public void end(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        for (Rest rest : store.open(List.of(volunteerId))) {
            if (rest.isOn(LocalDate.now(clock))) {
                store.end(volunteerId, clock.instant());
            } else {
                endByItself(rest);
            }
        }
    }

    private void endByItself(Rest rest) {
        LocalDate until = rest.until();
        if (until != null) {
            store.end(
                    rest.volunteerId(),
                    until.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
        }
    }

    private List<Rest> on(Collection<Long> volunteerIds) {
        LocalDate today = LocalDate.now(clock);
        return volunteerIds.isEmpty()
                ? List.of()
                : store.open(volunteerIds).stream()
                        .filter(rest -> rest.isOn(today))
                        .toList();
    }
}
