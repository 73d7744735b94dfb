package org.yiwang.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;

/**
 * A line of an import as people look at it.
 *
 * @param no its number in the file
 * @param state what became of it so far
 * @param title the activity's name
 * @param name the volunteer's name
 * @param number unified number, empty if the line did not lead to one
 * @param written the times as written
 * @param span the times as read, null if they could not be
 * @param problem code of what is wrong with it, null if nothing
 * @param args what the problem's message names
 */
public record ImportLine(
        int no,
        State state,
        String title,
        String name,
        String number,
        String written,
        @Nullable Period span,
        @Nullable String problem,
        List<String> args) {

    /** What became of a line. */
    public enum State {
        /** Read; to be taken, or taken if the import is past it. */
        READY,
        /** Had made a record before. */
        KNOWN,
        /** Refused. */
        REFUSED
    }
}
