package org.yiwang.entry.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.entry.EntryKind;
import org.yiwang.entry.EntryLine;
import org.yiwang.entry.EntrySheet;
import org.yiwang.entry.EntryState;
import org.yiwang.kernel.Ids;

/** A sheet as sent. */
record EntryJson(
        String activityId,
        String id,
        EntryKind kind,
        String title,
        String shiftId,
        Instant shiftFrom,
        Instant shiftTo,
        String why,
        String shownBy,
        Instant enteredAt,
        LocalDate expiresOn,
        @Nullable String proof,
        @Nullable String proofHash,
        List<Line> people) {

    static EntryJson of(EntrySheet sheet) {
        return new EntryJson(
                Ids.text(sheet.activityId()),
                Ids.text(sheet.id()),
                sheet.kind(),
                sheet.title(),
                Ids.text(sheet.shiftId()),
                sheet.shift().start(),
                sheet.shift().end(),
                sheet.why(),
                sheet.shownBy(),
                sheet.enteredAt(),
                sheet.expiresOn(),
                sheet.proof(),
                sheet.proofHash(),
                sheet.lines().stream().map(Line::of).toList());
    }

    /** One person on it as sent. */
    record Line(
            String volunteerId,
            Instant from,
            Instant to,
            int minutes,
            boolean stranger,
            boolean needsDistrict,
            EntryState state,
            @Nullable Instant agreedAt,
            @Nullable String recordId) {

        static Line of(EntryLine line) {
            Long record = line.recordId();
            return new Line(
                    Ids.text(line.volunteerId()),
                    line.served().start(),
                    line.served().end(),
                    line.minutes(),
                    line.stranger(),
                    line.needsDistrict(),
                    line.state(),
                    line.agreedAt(),
                    record == null ? null : Ids.text(record));
        }
    }
}
