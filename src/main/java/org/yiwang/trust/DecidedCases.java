package org.yiwang.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.RecordKey;

/** The cases that sanctions rest on; answered by whoever has them. The caller checks the actor's scope. */
public interface DecidedCases {

    /** A case in whatever state; empty if there is none of that id. */
    Optional<Decided> find(long caseId);

    /**
     * Accounts that made the records of a case what they are: who scanned, ticked, attested, entered or approved them. Of a case
     * about an activity as a whole those of its records; none for a case without records.
     */
    Set<Long> makers(long caseId);

    /**
     * A case as far as a sanction rests on it.
     *
     * @param caseId which
     * @param region whose offices decide it
     * @param about the activity; empty if it is about all records of a person
     * @param decidedAt when an office's decision was carried out, null while it has not been
     * @param found whether the office found that hours were false: that it is true, or records void or too long
     * @param outcome message that says what was decided, null while nothing was
     * @param why the reason given, empty while nothing was decided
     * @param volunteerId whose records, null if it is about none in particular
     * @param organizationId who made the records or holds the activity, null if unknown
     * @param organizations who made the records or holds the activity, and all above; none if unknown
     * @param changed records that the decision declared void or replaced
     */
    record Decided(
            long caseId,
            RegionCode region,
            String about,
            @Nullable Instant decidedAt,
            boolean found,
            @Nullable String outcome,
            String why,
            @Nullable Long volunteerId,
            @Nullable Long organizationId,
            Set<Long> organizations,
            List<RecordKey> changed) {}
}
