package org.yiwang.volunteer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;

/** The registry: finding volunteers and deciding who may act for whom. */
@Component
public class Volunteers {

    Volunteers() {}

    /** The volunteer; refuses with {@code volunteer.unknown} if there is none. */
    public VolunteerView get(long volunteerId) {
        throw new IllegalStateException("being built");
    }

    /** Many at once, by id; unknown ids are left out. One query. */
    public Map<Long, VolunteerView> getAll(Collection<Long> volunteerIds) {
        throw new IllegalStateException("being built");
    }

    /** The volunteer that an account's owner is. */
    public Optional<VolunteerView> findByAccount(long accountId) {
        throw new IllegalStateException("being built");
    }

    /** The volunteer of a unified number. */
    public Optional<VolunteerView> findByNumber(String number) {
        throw new IllegalStateException("being built");
    }

    /** Those for whom the person may act: the person, then wards. */
    public List<VolunteerView> actingFor(Actor actor) {
        throw new IllegalStateException("being built");
    }

    /** The volunteer, if the actor is that person or the guardian; otherwise refuses with {@code volunteer.not-yours}. */
    public VolunteerView require(Actor actor, long volunteerId) {
        throw new IllegalStateException("being built");
    }

    /** The volunteer whose card shows this code now; refuses with {@code volunteer.card-expired} or {@code volunteer.card-forged}. */
    public VolunteerView scanCard(String cardCode) {
        throw new IllegalStateException("being built");
    }
}
