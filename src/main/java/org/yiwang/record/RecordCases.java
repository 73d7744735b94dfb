package org.yiwang.record;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.RecordStore.Applied;
import org.yiwang.record.RecordStore.Deed;

/**
 * What whoever decides about cases does to records. The caller has checked the actor's scope, tells the people concerned
 * and writes the audit trail; everything joins its transaction. Records of several people are taken in the order of their
 * numbers, so that two deciders never wait for each other crosswise.
 */
@Component
public class RecordCases {

    private final RecordStore store;
    private final RecordListStore lists;
    private final RecordLife life;
    private final ProposalStore proposals;
    private final Corrections corrections;
    private final ObjectProvider<OpenCases> openCases;
    private final Clock clock;

    RecordCases(
            RecordStore store,
            RecordListStore lists,
            RecordLife life,
            ProposalStore proposals,
            Corrections corrections,
            ObjectProvider<OpenCases> openCases,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.life = life;
        this.proposals = proposals;
        this.corrections = corrections;
        this.openCases = openCases;
        this.clock = clock;
    }

    /**
     * Freezes live records: they do not count while the case is open, and keep the time they claim. Records that are
     * frozen already, replaced or void are skipped.
     *
     * @return those really frozen, in the order of their numbers
     */
    @Transactional
    public List<RecordKey> freeze(List<RecordKey> records, Because because) {
        List<RecordKey> frozen = new ArrayList<>();
        for (RecordKey key : inOrder(records)) {
            RecordView record = lock(key);
            if (!Standing.of(record).isOver() && record.hold() != Hold.CASE) {
                life.move(record, Standing.FROZEN, deed(because));
                frozen.add(key);
            }
        }
        return frozen;
    }

    /**
     * Brings frozen records back to the standing they had; one on public notice stays there as much longer as it was frozen,
     * because nobody saw it on the board meanwhile. Records that are not frozen are skipped, and so are those that a case
     * still holds: the last one to let go brings a record back.
     *
     * @return those really released, in the order of their numbers
     */
    @Transactional
    public List<RecordKey> release(List<RecordKey> records, Because because) {
        List<RecordKey> released = new ArrayList<>();
        for (RecordKey key : inOrder(records)) {
            RecordView record = lock(key);
            if (record.hold() == Hold.CASE && openCases.stream().noneMatch(cases -> cases.holdsFrozen(key))) {
                life.move(record, life.unfrozen(record), deed(because));
                released.add(key);
            }
        }
        return released;
    }

    /** Declares records void; those that are void or replaced already are skipped. */
    @Transactional
    public void declareVoid(List<RecordKey> records, Because because) {
        for (RecordKey key : inOrder(records)) {
            RecordView record = lock(key);
            if (!Standing.of(record).isOver()) {
                life.move(record, Standing.VOID, deed(because));
            }
        }
    }

    /**
     * Takes back what is proposed about a record, if anything is: it was decided that the record stands as it is, and the
     * volunteer was told so. Whoever proposed it is told with the reason, and has to propose it anew who still wants it changed.
     */
    @Transactional
    public void withdrawProposal(RecordKey key, Because because) {
        RecordView record = lock(key);
        proposals.findOpen(key).ifPresent(open -> takeBack(open, record, because));
    }

    private void takeBack(Proposal open, RecordView record, Because because) {
        corrections.takeBack(open, record, because.actorAccountId(), because.why());
        if (open.proposedBy() != because.actorAccountId()) {
            corrections.tellProposer(open, record, "notice.record.proposal-decided", because.why());
        }
    }

    /**
     * Replaces a record by one with the time that was really served, at once. Refuses with {@code record.not-live}, {@code
     * record.impossible-time}, {@code record.outside-shift}, {@code record.overlaps}.
     *
     * @return id of the new record, of the same volunteer
     */
    @Transactional
    public long correct(RecordKey record, Period served, Because because) {
        RecordView old = lock(record);
        if (Standing.of(old).isOver()) {
            throw new Refusal(RecordProblem.NOT_LIVE);
        }
        return life.correct(old, served, deed(because)).recordId();
    }

    /**
     * What replacing the record by one with that time would come to. Refuses with {@code record.impossible-time}, {@code
     * record.outside-shift}.
     */
    public Foreseen foresee(RecordKey record, Period served) {
        RecordView old = get(record);
        RecordLife.Planned planned = life.plan(old, served);
        boolean losesCredit = old.kind() == TimeKind.CREDIT && planned.kind() == TimeKind.HONOUR;
        return new Foreseen(old.serviceMinutes(), planned.minutes(), losesCredit);
    }

    /**
     * What a correction would come to.
     *
     * @param before minutes that count or may count now
     * @param after minutes that would
     * @param losesCredit whether credit time would become honour time
     */
    public record Foreseen(int before, int after, boolean losesCredit) {

        /** Fewer minutes, or as many and honour time where there was credit time. */
        public boolean lowers() {
            return after < before || after == before && losesCredit;
        }

        /** More minutes. */
        public boolean raises() {
            return after > before;
        }
    }

    /** Since when the first of these records that a case holds frozen is so; empty if none is. */
    public Optional<Instant> frozenSince(long volunteerId, Collection<Long> recordIds) {
        return lists.frozenSince(volunteerId, recordIds);
    }

    /** All records of a person that count or may come to count, the latest day first. */
    public List<RecordView> ofVolunteer(long volunteerId) {
        return lists.live(volunteerId);
    }

    /** One record; refuses with {@code record.unknown}. */
    public RecordView get(RecordKey key) {
        return lists.find(key.volunteerId(), key.recordId()).orElseThrow(() -> new Refusal(RecordProblem.UNKNOWN));
    }

    /** Whose the record is in the terms of scopes: region, organizing unit and all above it. Refuses with {@code record.unknown}. */
    public Statutory statutory(RecordKey key) {
        get(key);
        return store.statutory(key.volunteerId(), key.recordId());
    }

    /** Everything that happened to a record, in order. */
    public List<RecordStep> steps(RecordKey key) {
        return lists.steps(key.volunteerId(), key.recordId());
    }

    /**
     * One record as it stands while everybody else waits who would change one of the person's records, until the caller's
     * transaction ends. Refuses with {@code record.unknown}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public RecordView lock(RecordKey key) {
        store.lock(key.volunteerId());
        return get(key);
    }

    private Deed deed(Because because) {
        String key = because.ruleKey();
        Integer version = because.ruleVersion();
        return new Deed(
                clock.instant(),
                because.actorAccountId(),
                because.why(),
                key == null || version == null ? null : new Applied(key, version));
    }

    private static List<RecordKey> inOrder(List<RecordKey> records) {
        return records.stream()
                .distinct()
                .sorted(Comparator.comparingLong(RecordKey::volunteerId).thenComparingLong(RecordKey::recordId))
                .toList();
    }
}
