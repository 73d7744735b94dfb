package org.yiwang.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What teams said of service, as codes of the table {@code evaluation-quality}, for modules above that compute something from
 * it. Only what the volunteer may see by now: what is computed from it tells what was said.
 */
@Component
public class Qualities {

    private final QualityStore store;
    private final Clock clock;

    Qualities(QualityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Somebody's service in an activity.
     *
     * @param volunteerId who
     * @param activityId in which
     */
    public record Service(long volunteerId, long activityId) {}

    /** What is on record about each service and may be seen now; those of which nothing is are left out. One query. */
    @Transactional(readOnly = true)
    public Map<Service, String> of(Collection<Service> services) {
        return services.isEmpty() ? Map.of() : store.of(services, clock.instant());
    }

    /** Services of which an evaluation came to be seen after the first moment and not after the second. */
    @Transactional(readOnly = true)
    public List<Service> shown(Instant after, Instant until) {
        return store.shown(after, until);
    }

    /** The activity that an entry of the dossier evaluates; empty if it is no evaluation. */
    @Transactional(readOnly = true)
    public Optional<Long> activityOf(long volunteerId, long entryId) {
        return store.activityOf(volunteerId, entryId);
    }
}
