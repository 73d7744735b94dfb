package org.yiwang.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordSum.By;

/**
 * Records found, sorted and summed up for a team and for an area (domain F9). A team's organizers see the records of its
 * activities and of those below it; offices see those of their area. What lies out of reach is never read: naming it is
 * refused with {@code access.out-of-scope}.
 */
@Component
public class RecordSearch {

    /** Most records in one file; who needs more narrows the period. */
    public static final int FILE_SIZE = 20_000;

    /** Most people among whom a name is looked for. */
    private static final int PEOPLE = 20_000;

    private static final int PAGE_SIZE = 50;
    private static final int SUMS = 200;
    private static final int[] REGION_LENGTHS = {2, 4, 6, 9, 12};

    private final RecordSearchStore store;
    private final Organizations organizations;
    private final AuditTrail audit;

    RecordSearch(RecordSearchStore store, Organizations organizations, AuditTrail audit) {
        this.store = store;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** One page of records, in the order asked for. That a team's organizers see people by name is noted in the trail. */
    @Transactional
    public Slice<RecordView> list(Actor actor, Reader reader, RecordQuery query, int page) {
        int number = Slice.page(page);
        Reach reach = reach(actor, reader, query);
        List<RecordView> records = store.list(query, reach, (number - 1) * PAGE_SIZE, PAGE_SIZE + 1);
        Long organizationId = query.organizationId();
        if (reader == Reader.TEAM && organizationId != null) {
            audit.lookAtList(
                    actor,
                    "organization:" + Ids.text(organizationId) + " records",
                    (int) records.stream()
                            .map(RecordView::volunteerId)
                            .distinct()
                            .count(),
                    organizations.get(organizationId).region());
        }
        return Slice.cut(records, number, PAGE_SIZE);
    }

    /** Whose records they are; at most 20 000 people. */
    @Transactional(readOnly = true)
    public List<Long> people(Actor actor, Reader reader, RecordQuery query) {
        return store.people(query, reach(actor, reader, query), PEOPLE);
    }

    /** What all of them come to. */
    @Transactional(readOnly = true)
    public RecordSum sum(Actor actor, Reader reader, RecordQuery query) {
        return store.sum(query, reach(actor, reader, query));
    }

    /** What they come to by month, category, region, organization or person; at most the first 200. */
    @Transactional(readOnly = true)
    public List<RecordSum> sums(Actor actor, Reader reader, RecordQuery query, By by) {
        Reach reach = reach(actor, reader, query);
        return store.sums(query, reach, by, lengthBelow(query, reach), SUMS);
    }

    /**
     * Effective totals of an organization's members, of all years and wherever they served, by volunteer.
     *
     * @param volunteerIds its members, as the organization's desk lists them to the same person
     */
    @Transactional(readOnly = true)
    public Map<Long, RecordSum> ofMembers(Actor actor, long organizationId, Collection<Long> volunteerIds) {
        organizations.require(actor, Reader.TEAM.permission, organizationId);
        Map<Long, RecordSum> sums = new HashMap<>();
        store.ofPeople(volunteerIds).forEach(s -> sums.put(Long.valueOf(s.key()), s));
        return sums;
    }

    /**
     * The records for a file, noted in the trail with the purpose. Refuses with {@code record.too-many} above {@link
     * #FILE_SIZE} and with {@code account.purpose-needed} without a purpose.
     *
     * @param inFull whether the file will hold full names: for teams always, for areas only with {@code
     *     PERSONAL_DATA_READ}, which the caller has checked by route and which is checked again here
     */
    @Transactional
    public List<RecordView> file(Actor actor, Reader reader, RecordQuery query, boolean inFull, String purpose) {
        Reach reach = reach(actor, reader, query);
        if (inFull && reader == Reader.AREA) {
            reach = narrower(reach, actor.reach(Permission.PERSONAL_DATA_READ));
        }
        List<RecordView> records = store.list(query, reach, 0, FILE_SIZE + 1);
        if (records.size() > FILE_SIZE) {
            throw new Refusal(RecordProblem.TOO_MANY, FILE_SIZE);
        }
        String subject = "records:"
                + (query.organizationId() != null
                        ? Ids.text(query.organizationId())
                        : query.region() != null ? query.region().value() : String.join(",", reach.regions()));
        if (inFull) {
            audit.look(actor, subject, purpose, region(query, reach));
        } else {
            audit.write(actor, "record.file", subject, purpose, region(query, reach));
        }
        return records;
    }

    private RegionCode region(RecordQuery query, Reach reach) {
        if (query.region() != null) {
            return query.region();
        }
        return reach.regions().isEmpty() && query.organizationId() != null
                ? organizations.get(query.organizationId()).region()
                : new RegionCode(reach.regions().getFirst());
    }

    private Reach reach(Actor actor, Reader reader, RecordQuery query) {
        Reach reach = actor.reach(reader.permission);
        if (reader == Reader.TEAM) {
            if (query.organizationId() == null) {
                throw new Refusal(Actor.AccessProblem.OUT_OF_SCOPE);
            }
            organizations.require(actor, reader.permission, query.organizationId());
            // Its own records wherever they were, and nothing of other bodies in the same place.
            return new Reach(List.of(), List.of(query.organizationId()));
        }
        RegionCode region = query.region();
        if (region != null && !reach.covers(region)) {
            throw new Refusal(Actor.AccessProblem.OUT_OF_SCOPE);
        }
        return reach;
    }

    /** The parts of one reach that lie in the other. */
    private static Reach narrower(Reach reach, Reach other) {
        List<String> regions = java.util.stream.Stream.concat(
                        reach.regions().stream()
                                .filter(r -> other.regions().stream().anyMatch(r::startsWith)),
                        other.regions().stream()
                                .filter(r -> reach.regions().stream().anyMatch(r::startsWith)))
                .distinct()
                .toList();
        if (regions.isEmpty()) {
            throw new Refusal(Actor.AccessProblem.OUT_OF_SCOPE);
        }
        return new Reach(regions, List.of());
    }

    private static int lengthBelow(RecordQuery query, Reach reach) {
        int above = query.region() != null
                ? query.region().value().length()
                : reach.regions().stream()
                        .map(String::length)
                        .min(Comparator.naturalOrder())
                        .orElse(6);
        for (int length : REGION_LENGTHS) {
            if (length > above) {
                return length;
            }
        }
        return REGION_LENGTHS[REGION_LENGTHS.length - 1];
    }

    /** Who asks. */
    public enum Reader {
        /** An organizer, about one organization and those below it. */
        TEAM(Permission.RECORD_ATTEST),
        /** An office or community, about its area. */
        AREA(Permission.VOLUNTEER_READ);

        private final Permission permission;

        Reader(Permission permission) {
            this.permission = permission;
        }
    }
}
