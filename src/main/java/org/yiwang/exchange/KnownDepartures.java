package org.yiwang.exchange;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.record.Departures;

/** Tells the pages of hours who has moved away. */
@Component
class KnownDepartures implements Departures {

    private final PassportStore store;

    KnownDepartures(PassportStore store) {
        this.store = store;
    }

    @Override
    public Optional<Departed> of(long volunteerId) {
        return store.departure(volunteerId).map(d -> new Departed(d.name(), d.at()));
    }
}
