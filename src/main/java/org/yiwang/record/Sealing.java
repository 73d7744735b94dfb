package org.yiwang.record;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.platform.Batches;
import org.yiwang.record.SealingStore.Key;
import org.yiwang.record.SealingStore.Leaf;
import org.yiwang.seal.SealAudit;
import org.yiwang.seal.SealAudit.Finding;
import org.yiwang.seal.SealedLog;

/**
 * Seals records into the log (design §4.2): from the moment a record counts, whatever changes a stored byte of it is found
 * by whoever keeps a published head. A record that ceases to count is sealed again with the step that says so.
 */
@Component
public class Sealing {

    private static final int BATCH = 10_000;
    private static final int NONCE_BYTES = 16;

    private final SealingStore store;
    private final DivergenceStore standings;
    private final SealedLog log;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Sealing(SealingStore store, DivergenceStore standings, SealedLog log, TransactionTemplate transaction) {
        this.store = store;
        this.standings = standings;
        this.log = log;
        this.transaction = transaction;
    }

    /** Seals everything that waits, batch by batch; how many records were sealed. Run by a job. */
    public long seal() {
        return Batches.whileFull(BATCH, () -> Objects.requireNonNull(transaction.execute(_ -> sealSome())));
    }

    /**
     * Seals what waits of one person, in the caller's transaction, for what shall rest on it.
     *
     * @return position of the leaf that seals each record of the person as it stands now; a record that another node is
     *     sealing in this moment is left out
     */
    @Transactional
    public Map<Long, Long> sealNow(long volunteerId) {
        seal(store.takeOf(volunteerId));
        Set<Long> waiting = store.waiting(volunteerId);
        return store.lastOf(volunteerId).stream()
                .filter(leaf -> !waiting.contains(leaf.key().recordId()))
                .collect(Collectors.toMap(leaf -> leaf.key().recordId(), Leaf::index));
    }

    /**
     * What proves that a record stands in the log as it is stored now.
     *
     * @param content the sealed text
     * @param inclusion its place in the log with the newest head
     */
    public record Sealed(String content, SealedLog.Inclusion inclusion) {}

    /** The proof for the newest sealed state of a record; none while it waits to be sealed. */
    @Transactional(readOnly = true)
    Optional<Sealed> find(long volunteerId, long recordId) {
        return store.last(volunteerId, recordId)
                .flatMap(leaf -> log.head()
                        .map(head -> new Sealed(
                                new String(content(leaf, store.stored(List.of(leaf.key()))), StandardCharsets.UTF_8),
                                log.inclusion(leaf.index(), head.size()))));
    }

    /**
     * The proofs for the newest sealed state of every record of a person, by record and all for one head; records that wait
     * to be sealed are left out. The caller has checked who asks.
     */
    @Transactional(readOnly = true)
    public Map<Long, Sealed> ofVolunteer(long volunteerId) {
        Map<Long, Sealed> proofs = new LinkedHashMap<>();
        log.head().ifPresent(head -> {
            prove(store.lastOf(volunteerId), head.size(), (key, proof) -> proofs.put(key.recordId(), proof));
        });
        return proofs;
    }

    /**
     * The proofs for leaves of a person against a published head, by record, with what is stored of each as of its leaf;
     * leaves that are not the person's are left out. The caller has checked who asks. Refuses with {@code
     * seal.unknown-head}.
     */
    @Transactional(readOnly = true)
    public Map<Long, Sealed> proofs(long volunteerId, Collection<Long> leaves, long size) {
        Map<Long, Sealed> proofs = new LinkedHashMap<>();
        prove(store.leavesOf(volunteerId, leaves), size, (key, proof) -> proofs.put(key.recordId(), proof));
        return proofs;
    }

    private void prove(List<Leaf> leaves, long size, BiConsumer<Key, Sealed> proofs) {
        Map<Key, SealedRecord> stored =
                store.stored(leaves.stream().map(Leaf::key).toList());
        var inclusions = log.inclusions(leaves.stream().map(Leaf::index).toList(), size);
        for (Leaf leaf : leaves) {
            var inclusion = inclusions.get(leaf.index());
            if (inclusion != null) {
                String text = new String(content(leaf, stored), StandardCharsets.UTF_8);
                proofs.accept(leaf.key(), new Sealed(text, inclusion));
            }
        }
    }

    /**
     * Recomputes the whole log from what is stored of the records and compares it with every published head; then compares
     * how every record stands, which is what lists, totals and certificates go by, with what was recorded and sealed. All
     * as it stood at one moment: work may go on meanwhile.
     *
     * @param progress is told how many leaves were compared, now and then
     * @return what does not agree, with the record behind each leaf that does not
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verified verify(LongConsumer progress) {
        SealAudit audit = log.audit();
        long next = 0;
        List<Leaf> leaves = store.leaves(0, BATCH);
        while (!leaves.isEmpty()) {
            Map<Key, SealedRecord> stored =
                    store.stored(leaves.stream().map(Leaf::key).toList());
            for (Leaf leaf : leaves) {
                // A row of the list that is gone leaves a hole; its place in the log is compared with nothing.
                for (; next < leaf.index(); next++) {
                    audit.leaf(new byte[0]);
                }
                audit.leaf(content(leaf, stored));
                next = leaf.index() + 1;
            }
            progress.accept(next);
            leaves = store.leaves(next, BATCH);
        }
        SealAudit.Result result = audit.finish();
        List<Disagreement> found = new ArrayList<>();
        for (Finding finding : result.findings()) {
            found.add(named(finding));
        }
        return new Verified(result.leaves(), result.heads(), found, divergences());
    }

    private Disagreement named(Finding finding) {
        List<Leaf> ends = switch (finding.what()) {
            case LEAF -> store.ends(finding.at(), finding.at() + 1);
            case HEAD, SIGNATURE -> store.ends(finding.from(), finding.at());
            case TILE, MISSING -> List.of();
        };
        return ends.isEmpty()
                ? new Disagreement(finding, null, null)
                : new Disagreement(finding, record(ends.getFirst()), record(ends.getLast()));
    }

    private static RecordKey record(Leaf leaf) {
        return new RecordKey(leaf.key().volunteerId(), leaf.key().recordId());
    }

    private List<Divergence> divergences() {
        List<Divergence> found = new ArrayList<>();
        long after = Long.MIN_VALUE;
        Optional<Long> end;
        do {
            end = standings.end(after, BATCH);
            long to = end.orElse(Long.MAX_VALUE);
            found.addAll(standings.ofRecords(after, to));
            found.addAll(standings.ofTotals(after, to));
            after = to;
        } while (end.isPresent());
        return found;
    }

    /**
     * The result of looking through the log.
     *
     * @param leaves how many states of records were compared
     * @param heads how many published heads
     * @param found what does not agree, in the order of the log
     * @param divergences what is believed and is not what was recorded, in the order of the people
     */
    public record Verified(long leaves, long heads, List<Disagreement> found, List<Divergence> divergences) {

        /** Whether nothing was found. */
        public boolean agrees() {
            return found.isEmpty() && divergences.isEmpty();
        }
    }

    /**
     * Something that does not agree.
     *
     * @param finding what and where in the log
     * @param first the record of the leaf; of a head, that of the first leaf since the last good head; null if no row of it
     *     is left, or if it is about no leaf
     * @param last the record of the last leaf before the head; of a leaf, the same as the first
     */
    public record Disagreement(
            Finding finding,
            @Nullable RecordKey first,
            @Nullable RecordKey last) {}

    private int sealSome() {
        List<Key> keys = store.take(BATCH);
        seal(keys);
        return keys.size();
    }

    private void seal(List<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Map<Key, SealedRecord> stored = store.stored(keys);
        List<byte[]> nonces = new ArrayList<>(keys.size());
        List<byte[]> contents = new ArrayList<>(keys.size());
        for (Key key : keys) {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            nonces.add(nonce);
            contents.add(Objects.requireNonNull(stored.get(key)).with(nonce));
        }
        long first = log.append(contents);
        List<Leaf> leaves = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            leaves.add(new Leaf(keys.get(i), first + i, nonces.get(i)));
        }
        store.insert(leaves);
    }

    private static byte[] content(Leaf leaf, Map<Key, SealedRecord> stored) {
        SealedRecord record = stored.get(leaf.key());
        return record == null ? new byte[0] : record.with(leaf.nonce());
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> sealRecords(Sealing sealing) {
            return Tasks.recurring("record.seal", FixedDelay.of(Duration.ofSeconds(5)))
                    .execute((instance, context) -> sealing.seal());
        }
    }
}
