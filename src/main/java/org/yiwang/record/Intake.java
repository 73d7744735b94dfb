package org.yiwang.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a {@link RecordDraft}. */
public sealed interface Intake {

    /**
     * A record was made of it.
     *
     * @param key the record
     * @param state on public notice, or held
     * @param hold what it waits for, null unless held
     */
    record Taken(RecordKey key, RecordState state, @Nullable Hold hold) implements Intake {}

    /**
     * The same source made a record before; nothing was changed.
     *
     * @param key that record, however it stands now
     */
    record Known(RecordKey key) implements Intake {}

    /**
     * No record can be made of it.
     *
     * @param problem why
     * @param args what its message names
     */
    record Refused(RecordProblem problem, List<Object> args) implements Intake {}
}
