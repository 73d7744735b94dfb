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
     * Records in a region that were first made in a stretch of time and were not void at its end, in the order of the ids
     * they had first. What became of them since the end changes nothing: neither a correction, nor a case that froze one or
     * declared it void, nor an activity that was left open.
     *
     * @param from the first moment of the stretch
     * @param before the first moment after it
     */
    public List<Drawable> firstMade(RegionCode region, Instant from, Instant before) {
        return store.firstMade(region, from, before);
    }

    /** Whether any record in the region was first made in that stretch of time. */
    public boolean isAnyFirstMade(RegionCode region, Instant from, Instant before) {
        return store.isAnyFirstMade(region, from, before);
    }

    /**
     * A record that can be drawn for a sample.
     *
     * @param facts the record as it stands now, or the last correction of it
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

    /** Activities with records of an organization, or of one below it, of that day or later. */
    public List<Long> activitiesUnder(long organizationId, LocalDate since) {
        return store.activitiesUnder(organizationId, since);
    }

    /** Activities with records of a person of that day or later. */
    public List<Long> activitiesOfPerson(long volunteerId, LocalDate since) {
        return store.activitiesOfPerson(volunteerId, since);
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
