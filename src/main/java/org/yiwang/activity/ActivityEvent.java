package org.yiwang.activity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.yiwang.kernel.Period;

/** What happened to an activity. Published inside the transaction that did it; ids only where the reader can ask. */
public sealed interface ActivityEvent {

    /** The activity. */
    long activityId();

    /** It became public; its shifts can be signed up for. */
    record Published(long activityId, List<ShiftView> shifts) implements ActivityEvent {}

    /** Shifts were added or their number of places or time changed after publication. */
    record ShiftsChanged(long activityId, List<ShiftView> shifts) implements ActivityEvent {}

    /** It was called off. */
    record Cancelled(long activityId, String reason) implements ActivityEvent {}

    /** It was moved; every shift has its new time. */
    record Postponed(long activityId, Period from, Period to, List<ShiftView> shifts, String reason)
            implements ActivityEvent {}

    /** Texts were corrected: {@code description}, {@code address}, {@code contact}, {@code protections}. */
    record Corrected(long activityId, List<String> parts, String reason) implements ActivityEvent {}

    /** It ends early: some shifts end then, others are called off and no longer there. */
    record CutShort(long activityId, Instant until, List<ShiftView> shortened, Set<Long> calledOff, String reason)
            implements ActivityEvent {}

    /** It was closed with a summary; its records may become effective. */
    record Closed(long activityId) implements ActivityEvent {}
}
