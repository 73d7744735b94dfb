package org.yiwang.bulk;

/**
 * The database was being filled by the generator when that was cut off: it is half written and lacks constraints that
 * everything relies on. Nothing is started on it.
 */
public final class CutOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CutOff() {
        super("This database was being filled by `generate` when that was cut off: it is half written and lacks"
                + " constraints. Delete it (the folder, or the database on your server) and generate again.");
    }
}
