package org.yiwang.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;

/**
 * Records with their evidence in bulk, for grades, samples and sanctions. The caller has checked the actor's scope. Records
 * that were replaced or declared void are left out, and so are those of activities that are not closed.
 */
@Component
public class RecordEvidence {

    private final RecordEvidenceStore store;

    RecordEvidence(RecordEvidenceStore store) {
        this.store = store;
    }

    /** One record, whatever its state; empty if there is none. */
    public Optional<RecordFacts> find(RecordKey key) {
        return store.find(List.of(key)).stream().findFirst();
    }

    /** These records, whatever their state; unknown ones are left out. One query. */
    public List<RecordFacts> find(Collection<RecordKey> keys) {
        return keys.isEmpty() ? List.of() : store.find(keys);
    }

    /** All records of these activities. One query. */
    public List<RecordFacts> ofActivities(Collection<Long> activityIds) {
        return activityIds.isEmpty() ? List.of() : store.ofActivities(activityIds);
    }

    /**
     * Records of services on those days in a region that stand in public and were first made before that moment, in the
     * order of the ids they had first: a correction later changes neither whether a record is among them nor that id.
     */
    public List<Drawable> inRegion(RegionCode region, LocalDate from, LocalDate to, Instant madeBefore) {
        return store.inRegion(region, from, to, madeBefore);
    }

    /** Whether there are any. */
    public boolean isAnyInRegion(RegionCode region, LocalDate from, LocalDate to) {
        return store.isAnyInRegion(region, from, to);
    }
    /**
     * A record that can be drawn for a sample.
     *
     * @param facts the record as it stands
     * @param firstId id of the first record of which it is the correction, its own if it was never corrected
     */
    public record Drawable(RecordFacts facts, long firstId) {}

    /** Activities with records, in the order of their ids, after that one. */
    public List<Long> activitiesAfter(long activityId, int limit) {
        return store.activitiesAfter(activityId, limit);
    }

    /** Activities of an organization with records of those days. */
    public List<Long> activitiesOf(long organizationId, LocalDate from, LocalDate to) {
        return store.activitiesOf(organizationId, from, to);
    }

    /** The activities of these records, and of the records of the same people that no check-in made. */
    public Set<Long> activitiesAround(Collection<RecordKey> keys) {
        return keys.isEmpty() ? Set.of() : store.activitiesAround(keys);
    }

    /** Those of the records before whose day the person served the same organization with credit time that counts. */
    public Set<RecordKey> knownBefore(Collection<RecordKey> keys) {
        return keys.isEmpty() ? Set.of() : store.knownBefore(keys);
    }

    /** Minutes of credit time of a person that count, served on that day or later. */
    public long creditMinutesOf(long volunteerId, LocalDate since) {
        return store.creditMinutesOf(volunteerId, since);
    }

    /** Minutes of credit time that count, served for an organization on that day or later. */
    public long creditMinutesFor(long organizationId, LocalDate since) {
        return store.creditMinutesFor(organizationId, since);
    }
}
