package org.yiwang.entry;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.Intake;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.Statutory;

/** Puts lines on record that everybody needed has agreed to: as honour time, waiting in public before it counts. */
@Component
class EntryRecorder {

    private final RecordIntake intake;
    private final Activities activities;
    private final Organizations organizations;

    EntryRecorder(RecordIntake intake, Activities activities, Organizations organizations) {
        this.intake = intake;
        this.activities = activities;
        this.organizations = organizations;
    }

    /** One answer per line, in order. */
    List<Intake> take(EntrySheet sheet, List<EntryLine> lines, Duration wait) {
        Statutory statutory = statutory(sheet);
        List<RecordDraft> drafts = lines.stream()
                .map(line -> new RecordDraft(
                        line.id(), line.volunteerId(), statutory, sheet.shift(), line.served(), sheet.shownBy()))
                .toList();
        Origin origin = sheet.kind() == EntryKind.MAKEUP ? Origin.MAKEUP : Origin.MANUAL;
        return intake.take(drafts, new RecordIntake.Terms(origin, sheet.enteredBy(), wait, sheet.why()));
    }

    private Statutory statutory(EntrySheet sheet) {
        ActivityView activity = activities.get(sheet.activityId());
        String post = activity.shifts().stream()
                .filter(shift -> shift.id() == sheet.shiftId())
                .findFirst()
                .map(ShiftView::postName)
                .orElse(activity.title());
        return new Statutory(
                sheet.activityId(),
                sheet.shiftId(),
                sheet.organizationId(),
                organizations.get(sheet.organizationId()).name(),
                sheet.region().value(),
                sheet.title(),
                activity.category(),
                post,
                activity.place().address(),
                activities.detail(activity.id()).contact().name(),
                sheet.ancestors());
    }
}
