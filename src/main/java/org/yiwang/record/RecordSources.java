package org.yiwang.record;

import java.util.Optional;

/** Knows where records that no check-in made come from: who entered, confirmed, agreed and approved. */
public interface RecordSources {

    /** Address of the page where the volunteer sees how the record came about, if it was entered by hand. */
    Optional<String> page(RecordKey key);
}
