package org.yiwang.seal;

import java.util.List;

/** Checks proofs, as somebody does who has nothing but the proof and a signed head (RFC 9162 sections 2.1.3.2, 2.1.4.2). */
public final class Proofs {

    private Proofs() {}

    /** Whether the proof shows that the leaf stands at its position in the log with this size and root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash neighbour : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(neighbour, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, neighbour);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the proof shows that the log with the earlier size and root is the beginning of the later one. */
    public static boolean consistent(long before, Hash earlier, long size, Hash later, List<Hash> proof) {
        if (before == size) {
            return proof.isEmpty() && earlier.equals(later);
        }
        if (before == 0) {
            return proof.isEmpty() && size > 0 && earlier.equals(Hash.empty());
        }
        if (before < 0 || before > size || proof.isEmpty()) {
            return false;
        }
        long node = before - 1;
        long last = size - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        // A whole subtree stands for itself; otherwise the proof begins with it.
        boolean whole = Long.bitCount(before) == 1;
        Hash first = whole ? earlier : proof.getFirst();
        Hash second = first;
        for (Hash neighbour : whole ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Hash.node(neighbour, first);
                second = Hash.node(neighbour, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = Hash.node(second, neighbour);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(earlier) && second.equals(later);
    }
}
