package org.yiwang.seal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Refusal;

/**
 * The sealed log of the city. Whoever appends keeps the position and can prove later, with a head that is published, that
 * the bytes have not changed since.
 */
@Component
public class SealedLog {

    private final SealStore store;
    private final SigningKey key;
    private final String origin;
    private final Clock clock;

    SealedLog(
            SealStore store,
            SigningKey key,
            @Value("${yiwang.log.origin:yiwang/${yiwang.city:420100}}") String origin,
            Clock clock) {
        this.store = store;
        this.key = key;
        this.origin = origin;
        this.clock = clock;
    }

    /**
     * Appends leaves in their order and signs the new head, in the caller's transaction: what is appended and what the
     * caller writes about it stand or fall together.
     *
     * @param contents of the leaves; with nothing the log stays as it is
     * @return position of the first one, counted from 0
     */
    @Transactional
    public long append(Collection<byte[]> contents) {
        long size = store.lockSize();
        if (contents.isEmpty()) {
            return size;
        }
        Tiles tiles = new Tiles(store::tile);
        tiles.append(size, contents.stream().map(Hash::leaf).toList());
        long grown = size + contents.size();
        store.put(tiles.changed());
        store.setSize(grown);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Hash root = new Tree(tiles).root(grown);
        byte[] signature = key.sign(Head.signedText(origin, grown, root, now).getBytes(StandardCharsets.UTF_8));
        store.put(key.publicKey(), now);
        store.insert(new Head(origin, grown, root, now, key.publicKey().id(), signature));
        return size;
    }

    /** How many leaves there are. */
    public long size() {
        return store.size();
    }

    /** The newest head; none while the log is empty. */
    public Optional<Head> head() {
        return store.lastHead();
    }

    /** The first head published at that moment or later: chance that nobody could choose before. */
    public Optional<Head> firstHeadSince(Instant moment) {
        return store.firstHeadSince(moment);
    }

    /** The last head published before that moment. */
    public Optional<Head> lastHeadBefore(Instant moment) {
        return store.lastHeadBefore(moment);
    }

    /** Heads smaller than a size, newest first. */
    public List<Head> headsBefore(long size, int limit) {
        return store.headsBefore(size, limit);
    }

    /** The keys that signed heads, oldest first. */
    public List<PublicKey> keys() {
        return store.keys();
    }

    /** The name of this log: who issues what it proves. */
    public String origin() {
        return origin;
    }

    /** As {@link #inclusion} for many leaves at once, by position; those that the head does not hold yet are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Inclusion> inclusions(Collection<Long> leaves, long size) {
        Head head = published(size);
        Tiles tiles = new Tiles(store::tile);
        Tree tree = new Tree(tiles);
        Map<Long, Inclusion> proofs = new LinkedHashMap<>();
        for (long leaf : leaves) {
            if (leaf >= 0 && leaf < size) {
                proofs.put(leaf, new Inclusion(tiles.at(0, leaf), leaf, tree.inclusion(leaf, size), head));
            }
        }
        return proofs;
    }

    /** Proves that a leaf stands in the log as it was at a published head; refuses with {@code seal.unknown-head} and {@code seal.unknown-leaf}. */
    @Transactional(readOnly = true)
    public Inclusion inclusion(long leaf, long size) {
        Head head = published(size);
        if (leaf < 0 || leaf >= size) {
            throw new Refusal(SealProblem.UNKNOWN_LEAF);
        }
        Tiles tiles = new Tiles(store::tile);
        return new Inclusion(tiles.at(0, leaf), leaf, new Tree(tiles).inclusion(leaf, size), head);
    }

    /** Proves that one published head is the beginning of another; refuses with {@code seal.unknown-head}. */
    @Transactional(readOnly = true)
    public Consistency consistency(long before, long size) {
        Head earlier = published(Math.min(before, size));
        Head later = published(Math.max(before, size));
        return new Consistency(
                earlier, later, new Tree(new Tiles(store::tile)).consistency(earlier.size(), later.size()));
    }

    /** Looks through the whole log: the caller gives the content of every leaf in order. */
    public SealAudit audit() {
        return new SealAudit(store, key.publicKey());
    }

    private Head published(long size) {
        return store.head(size).orElseThrow(() -> new Refusal(SealProblem.UNKNOWN_HEAD));
    }

    /**
     * That a leaf stands in the log.
     *
     * @param leaf its hash
     * @param index its position
     * @param path what proves it ({@link Proofs#includes})
     * @param head the head it is proved for
     */
    public record Inclusion(Hash leaf, long index, List<Hash> path, Head head) {}

    /**
     * That the log only grew.
     *
     * @param earlier the smaller head
     * @param later the larger one
     * @param proof what proves it ({@link Proofs#consistent})
     */
    public record Consistency(Head earlier, Head later, List<Hash> proof) {}
}
