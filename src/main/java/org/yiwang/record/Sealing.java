package org.yiwang.record;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
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
    private final SealedLog log;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Sealing(SealingStore store, SealedLog log, TransactionTemplate transaction) {
        this.store = store;
        this.log = log;
        this.transaction = transaction;
    }

    /** Seals everything that waits, batch by batch; how many records were sealed. Run by a job. */
    public long seal() {
        long sealed = 0;
        int batch;
        do {
            batch = Objects.requireNonNull(transaction.execute(_ -> sealSome()));
            sealed += batch;
        } while (batch == BATCH);
        return sealed;
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
            List<Leaf> leaves = store.lastOf(volunteerId);
            Map<Key, SealedRecord> stored =
                    store.stored(leaves.stream().map(Leaf::key).toList());
            var inclusions = log.inclusions(leaves.stream().map(Leaf::index).toList(), head.size());
            for (Leaf leaf : leaves) {
                var inclusion = inclusions.get(leaf.index());
                if (inclusion != null) {
                    String text = new String(content(leaf, stored), StandardCharsets.UTF_8);
                    proofs.put(leaf.key().recordId(), new Sealed(text, inclusion));
                }
            }
        });
        return proofs;
    }

    /**
     * Recomputes the whole log from what is stored of the records and compares it with every published head, as they
     * all stood at one moment: sealing may go on meanwhile.
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
            Leaf leaf = finding.what() == SealAudit.What.LEAF
                    ? store.leaves(finding.at(), 1).stream()
                            .filter(l -> l.index() == finding.at())
                            .findFirst()
                            .orElse(null)
                    : null;
            found.add(new Disagreement(
                    finding,
                    leaf == null ? null : leaf.key().volunteerId(),
                    leaf == null ? null : leaf.key().recordId()));
        }
        return new Verified(result.leaves(), result.heads(), found);
    }

    /**
     * The result of looking through the log.
     *
     * @param leaves how many states of records were compared
     * @param heads how many published heads
     * @param found what does not agree, in the order of the log
     */
    public record Verified(long leaves, long heads, List<Disagreement> found) {}

    /**
     * Something that does not agree.
     *
     * @param finding what and where in the log
     * @param volunteerId whose record stands there, null if it is no leaf or its row is gone
     * @param recordId which record
     */
    public record Disagreement(
            Finding finding,
            @Nullable Long volunteerId,
            @Nullable Long recordId) {}

    private int sealSome() {
        List<Key> keys = store.take(BATCH);
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
        return keys.size();
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
