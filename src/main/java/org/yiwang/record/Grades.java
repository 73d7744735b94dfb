package org.yiwang.record;

import java.util.Collection;
import java.util.Map;

/** Trust grades of records, for those who show records. */
public interface Grades {

    /** The grades of these records; those that have none yet are left out. */
    Map<RecordKey, TrustGrade> of(Collection<RecordKey> keys);
}
