package org.yiwang.honour;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The days of short lists: who has not answered in time is not on the list. */
@Component
class ListClock {

    private final ListStore store;
    private final Clock clock;

    ListClock(ListStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Does what is due today. Run by a job. */
    @Transactional
    void tick() {
        store.lapse(LocalDate.now(clock));
    }
}
