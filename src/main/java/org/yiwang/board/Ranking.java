package org.yiwang.board;

import java.util.Arrays;
import java.util.List;

/**
 * A board in a region as a node holds it: the first hundred, and how many have how much.
 *
 * @param revision of which state; good as long as the board has this number
 * @param top the first, the most first, those of the same amount by number of the person
 * @param amounts all there are, ascending
 * @param atLeast how many people have at least so much, one for each of them
 */
record Ranking(long revision, List<BoardLine> top, int[] amounts, int[] atLeast) {

    /** Nobody. */
    static final Ranking EMPTY = new Ranking(0, List.of(), new int[0], new int[0]);

    /** How many there are. */
    int people() {
        return atLeast.length == 0 ? 0 : atLeast[0];
    }

    /** The rank of somebody with so much: one more than there are with more. */
    int rankOf(int own) {
        int found = Arrays.binarySearch(amounts, own);
        int above = found >= 0 ? found + 1 : -found - 1;
        return 1 + (above == atLeast.length ? 0 : atLeast[above]);
    }

    /** About how much memory it takes, in hundreds of bytes; names and districts are held once for all. */
    int weight() {
        return 1 + top.size() / 2 + amounts.length / 12;
    }
}
