package org.yiwang.seal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The tree in tiles of 256 hashes: a tile of level 0 holds leaves, one of level n the roots of full tiles of level n - 1.
 * A million leaves make some four thousand tiles; adding to the log changes only the last tile of each level.
 */
final class Tiles implements Tree.Subtrees {

    /** How many levels of the tree one tile spans; it holds 2^8 hashes. */
    static final int HEIGHT = 8;

    private static final int WIDTH = 1 << HEIGHT;

    private final Function<Key, List<Hash>> load;
    private final Map<Key, List<Hash>> known = new HashMap<>();
    private final Map<Key, List<Hash>> changed = new LinkedHashMap<>();

    /**
     * Where a tile stands.
     *
     * @param level 0 for leaves
     * @param index from the left, beginning with 0
     */
    record Key(int level, long index) {}

    /**
     * Tiles that are read when they are needed.
     *
     * @param load the hashes of a tile, none if it does not exist yet
     */
    Tiles(Function<Key, List<Hash>> load) {
        this.load = load;
    }

    /** Adds leaves behind the first {@code size}. */
    void append(long size, Collection<Hash> leaves) {
        long at = size;
        for (Hash leaf : leaves) {
            put(0, at++, leaf);
        }
    }

    /** The tiles that adding has changed, as they stand now. */
    Map<Key, List<Hash>> changed() {
        return changed;
    }

    /** Takes the full tiles out: nothing that is appended later needs them. */
    Map<Key, List<Hash>> takeFull() {
        Map<Key, List<Hash>> full = new LinkedHashMap<>(changed);
        full.values().removeIf(tile -> tile.size() < WIDTH);
        changed.keySet().removeAll(full.keySet());
        known.keySet().removeAll(full.keySet());
        return full;
    }

    @Override
    public Hash at(int level, long index) {
        int within = level % HEIGHT;
        long first = index << within;
        List<Hash> tile = tile(new Key(level / HEIGHT, first >> HEIGHT));
        int from = (int) (first & (WIDTH - 1));
        return fold(tile.subList(from, from + (1 << within)));
    }

    private void put(int level, long position, Hash hash) {
        Key key = new Key(level, position >> HEIGHT);
        List<Hash> tile = tile(key);
        if (tile.size() != (position & (WIDTH - 1))) {
            throw new IllegalStateException(
                    "tile " + key + " has " + tile.size() + " hashes before position " + position);
        }
        tile.add(hash);
        changed.put(key, tile);
        if (tile.size() == WIDTH) {
            put(level + 1, key.index, fold(tile));
        }
    }

    private List<Hash> tile(Key key) {
        return known.computeIfAbsent(key, k -> new ArrayList<>(load.apply(k)));
    }

    private static Hash fold(List<Hash> hashes) {
        List<Hash> row = hashes;
        while (row.size() > 1) {
            List<Hash> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(Hash.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }
}
