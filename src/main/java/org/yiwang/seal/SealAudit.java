package org.yiwang.seal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the log from the contents of its leaves and compares: every leaf with its place in the tree, every tile, the
 * root and the signature of every head. Memory does not grow with the log. Not for several threads.
 *
 * <p>How to read it: a {@link What#LEAF} alone means that what was written was changed afterwards, as the signed heads
 * confirm the tree. A {@code LEAF} with a {@link What#HEAD} means that the tree was changed. A {@code HEAD} alone means that
 * record and tree were changed together, in a leaf since the last good head ({@link Finding#from}); only the head still tells.
 */
public final class SealAudit {

    private static final int HEADS_AT_ONCE = 500;

    private final SealStore store;
    private final PublicKey ownKey;
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Tiles tiles = new Tiles(_ -> List.of());
    private final Deque<Head> heads = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();
    private List<Hash> stored = List.of();
    private long size;
    private long headsSeen;
    private long lastHead;
    private long lastGood;

    /** What does not agree. */
    public enum What {
        /** The content of a leaf is not what the tree says. */
        LEAF,
        /** An inner tile is not what its leaves make. */
        TILE,
        /** The root over the leaves is not what was signed. */
        HEAD,
        /** The head was not signed by a key of the city. */
        SIGNATURE,
        /** A published head speaks of more leaves than there are. */
        MISSING
    }

    /**
     * One disagreement.
     *
     * @param what does not agree
     * @param at position of the leaf, or size of the head, or first leaf under the tile
     * @param from of a head and its signature, the size of the last good head before: what was changed lies in the leaves
     *     from there on to this head; otherwise as {@code at}
     */
    public record Finding(What what, long at, long from) {

        Finding(What what, long at) {
            this(what, at, at);
        }
    }

    /**
     * What the look through the log found.
     *
     * @param leaves how many were compared
     * @param heads how many were compared
     * @param findings what does not agree, in the order of the log; none if all is well
     */
    public record Result(long leaves, long heads, List<Finding> findings) {}

    SealAudit(SealStore store, PublicKey ownKey) {
        this.store = store;
        this.ownKey = ownKey;
        store.keys().forEach(key -> keys.put(key.id(), key));
    }

    /** Compares the next leaf. */
    public void leaf(byte[] content) {
        int within = (int) (size & 255);
        if (within == 0) {
            stored = store.tile(new Tiles.Key(0, size >> Tiles.HEIGHT));
        }
        Hash hash = Hash.leaf(content);
        Hash said = within < stored.size() ? stored.get(within) : null;
        if (!hash.equals(said)) {
            findings.add(new Finding(What.LEAF, size));
        }
        // The tree goes on with what it says of itself, so that one changed record does not accuse every later head.
        tiles.append(size, List.of(said == null ? hash : said));
        size++;
        compareFull();
        compareHeads();
    }

    /** Compares what is left, after the last leaf. */
    public Result finish() {
        tiles.changed().forEach(this::compare);
        for (Head head = next(); head != null; head = next()) {
            heads.removeFirst();
            headsSeen++;
            findings.add(new Finding(What.MISSING, head.size()));
        }
        return new Result(size, headsSeen, List.copyOf(findings));
    }

    private void compareFull() {
        if ((size & 255) == 0) {
            tiles.takeFull().forEach(this::compare);
        }
    }

    private void compare(Tiles.Key key, List<Hash> hashes) {
        if (key.level() > 0 && !store.tile(key).equals(hashes)) {
            findings.add(new Finding(What.TILE, key.index() << (Tiles.HEIGHT * (key.level() + 1))));
        }
    }

    private void compareHeads() {
        Head head = next();
        if (head == null || head.size() > size) {
            return;
        }
        heads.removeFirst();
        headsSeen++;
        boolean agrees = head.root().equals(new Tree(tiles).root(size));
        if (!agrees) {
            findings.add(new Finding(What.HEAD, size, lastGood));
        }
        PublicKey key = head.keyId().equals(ownKey.id()) ? ownKey : keys.get(head.keyId());
        boolean signed = key != null && head.isSignedBy(key);
        if (!signed) {
            findings.add(new Finding(What.SIGNATURE, size, lastGood));
        }
        if (agrees && signed) {
            lastGood = size;
        }
    }

    private @Nullable Head next() {
        if (heads.isEmpty()) {
            heads.addAll(store.headsAfter(lastHead, HEADS_AT_ONCE));
            if (!heads.isEmpty()) {
                lastHead = heads.getLast().size();
            }
        }
        return heads.peekFirst();
    }
}
