package org.yiwang.entry;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.record.Intake;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.Statutory;

/** Puts lines on record that everybody needed has agreed to: as honour time, waiting in public before it counts. */
@Component
class EntryRecorder {

    private final RecordIntake intake;
    private final Eligibility eligibility;

    EntryRecorder(RecordIntake intake, Eligibility eligibility) {
        this.intake = intake;
        this.eligibility = eligibility;
    }

    /** One answer per line, in order. */
    List<Intake> take(EntrySheet sheet, List<EntryLine> lines, RecordIntake.Wait wait) {
        Statutory statutory =
                eligibility.of(Map.of(sheet.activityId(), List.of())).statutory(sheet.activityId(), sheet.shiftId());
        List<RecordDraft> drafts = lines.stream()
                .map(line -> new RecordDraft(
                        line.id(), line.volunteerId(), statutory, sheet.shift(), line.served(), sheet.shownBy()))
                .toList();
        Origin origin = sheet.kind() == EntryKind.MAKEUP ? Origin.MAKEUP : Origin.MANUAL;
        return intake.take(drafts, new RecordIntake.Terms(origin, sheet.enteredBy(), wait, sheet.why()));
    }
}
