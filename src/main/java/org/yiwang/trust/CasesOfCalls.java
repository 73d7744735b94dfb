package org.yiwang.trust;

import java.util.Optional;
import org.yiwang.record.RecordKey;

/** What became of records of which somebody said in a spot check not to have been there; answered by whoever has the cases. */
public interface CasesOfCalls {

    /** The last case that a call has opened about the record. */
    Optional<Long> find(RecordKey record);
}
