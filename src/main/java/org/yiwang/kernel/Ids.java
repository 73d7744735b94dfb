package org.yiwang.kernel;

import io.hypersistence.tsid.TSID;
import java.util.Optional;

/**
 * Time-ordered identifiers (TSID): {@code bigint} in tables, 13 characters in addresses and JSON. Made by the
 * program, so no sequence is contended for; never secret and never proof of anything.
 */
public final class Ids {

    private Ids() {}

    /** A new identifier, larger than those made before it on this node. */
    public static long next() {
        return TSID.Factory.getTsid().toLong();
    }

    /** The 13 characters by which an identifier is known outside. */
    public static String text(long id) {
        return TSID.from(id).toString();
    }

    /** The identifier that the 13 characters stand for, or empty if they stand for none. */
    public static Optional<Long> parse(String text) {
        // The library looks characters up in a table of 128.
        boolean ascii = text.chars().allMatch(c -> c < 128);
        return ascii && TSID.isValid(text) ? Optional.of(TSID.from(text).toLong()) : Optional.empty();
    }
}
