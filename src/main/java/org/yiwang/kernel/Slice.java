package org.yiwang.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list. Counting all rows is not needed to show a page, so it says only whether there are more.
 *
 * @param items the rows
 * @param page number of this page, from 1
 * @param more whether another page follows
 */
public record Slice<T>(List<T> items, int page, boolean more) {

    /** Nobody turns so many; five million rows at most, well within what a count of rows holds. */
    public static final int LAST_PAGE = 10_000;

    /**
     * The page to show for the one asked for: beyond either end the page at that end, so that no list counts below or past
     * it. Pages asked for over the web have gone through it.
     */
    public static int page(long asked) {
        return Math.clamp(asked, 1, LAST_PAGE);
    }

    /** Cuts the one row that was read too many to learn whether more follow. */
    public static <T> Slice<T> cut(List<T> rowsWithOneMore, int page, int size) {
        boolean more = rowsWithOneMore.size() > size;
        return new Slice<>(more ? List.copyOf(rowsWithOneMore.subList(0, size)) : rowsWithOneMore, page, more);
    }

    /** The same page with every row turned into something else. */
    public <R> Slice<R> map(Function<? super T, ? extends R> turn) {
        return new Slice<>(items.stream().<R>map(turn).toList(), page, more);
    }
}
