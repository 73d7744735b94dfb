package org.yiwang.record;

import java.time.Instant;
import java.util.Optional;

/** Who has moved to another platform with all records; known above this module, shown with one's hours. */
public interface Departures {

    /**
     * Where somebody is.
     *
     * @param name the other platform
     * @param at since when
     */
    record Departed(String name, Instant at) {}

    /** Where the person has moved to; empty for everybody who is here. */
    Optional<Departed> of(long volunteerId);
}
