package org.yiwang.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Who has moved to another platform with which records; known above this module. That platform certifies them, so that no
 * hour is certified twice; certificates made before stay true as of their day.
 */
public interface Moves {

    /**
     * One move that still holds.
     *
     * @param platform name of the other platform
     * @param at since when
     * @param records numbers of the records that went along
     */
    record Move(String platform, Instant at, Set<Long> records) {}

    /** The moves of a person that hold, the last first; empty for most. */
    List<Move> of(long volunteerId);
}
