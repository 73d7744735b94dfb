package org.yiwang.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a Merkle tree over the first leaves of a log (RFC 9162 section 2.1), computed from the hashes of
 * complete subtrees: some dozens of reads for a million leaves.
 */
final class Tree {

    private final Subtrees subtrees;

    /** Where the hashes of complete subtrees come from. */
    @FunctionalInterface
    interface Subtrees {

        /** The hash over the 2^level leaves that begin at leaf index · 2^level; they must all be there. */
        Hash at(int level, long index);
    }

    Tree(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** The root over the first leaves. */
    Hash root(long size) {
        return size == 0 ? Hash.empty() : root(0, size);
    }

    /** What proves that a leaf stands at its position among the first {@code size}: the neighbours on the way up. */
    List<Hash> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf " + leaf + " of " + size);
        }
        List<Hash> path = new ArrayList<>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    /** What proves that the first {@code before} leaves are the beginning of the first {@code size}. */
    List<Hash> consistency(long before, long size) {
        if (before < 0 || before > size) {
            throw new IllegalArgumentException(before + " of " + size);
        }
        List<Hash> proof = new ArrayList<>();
        if (before > 0 && before < size) {
            consistency(before, 0, size, true, proof);
        }
        return proof;
    }

    private Hash root(long from, long size) {
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return subtrees.at(level, from >> level);
        }
        long left = Long.highestOneBit(size);
        return Hash.node(root(from, left), root(from + left, size - left));
    }

    private void inclusion(long leaf, long from, long size, List<Hash> path) {
        if (size == 1) {
            return;
        }
        long left = leftOf(size);
        if (leaf < left) {
            inclusion(leaf, from, left, path);
            path.add(root(from + left, size - left));
        } else {
            inclusion(leaf - left, from + left, size - left, path);
            path.add(root(from, left));
        }
    }

    private void consistency(long before, long from, long size, boolean whole, List<Hash> proof) {
        if (before == size) {
            if (!whole) {
                proof.add(root(from, size));
            }
            return;
        }
        long left = leftOf(size);
        if (before <= left) {
            consistency(before, from, left, whole, proof);
            proof.add(root(from + left, size - left));
        } else {
            consistency(before - left, from + left, size - left, false, proof);
            proof.add(root(from, left));
        }
    }

    /** The largest power of two smaller than the size. */
    private static long leftOf(long size) {
        return Long.highestOneBit(size - 1);
    }
}
