package org.yiwang.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.record.Because;
import org.yiwang.record.Intake;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.RecordKey;
import org.yiwang.record.Statutory;
import org.yiwang.record.TimeKind;
import org.yiwang.volunteer.VolunteerView;

/** Hours that count at once, for tests: vouched for by a trusted platform, ten hours a day. */
public final class Hours {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAY = 600;
    private static final long CLERK = 4;

    private Hours() {}

    /** So many minutes of a kind, day by day back from that day; the records made. */
    public static List<RecordKey> give(VolunteerView person, TimeKind kind, int minutes, LocalDate last) {
        List<RecordDraft> drafts = new ArrayList<>();
        int left = minutes;
        for (LocalDate day = last; left > 0; day = day.minusDays(1)) {
            int some = Math.min(left, DAY);
            drafts.add(draft(person.id(), kind, day, some));
            left -= some;
        }
        return City.bean(RecordIntake.class)
                .take(drafts, new RecordIntake.Terms(Origin.TRANSFER, CLERK, null, "record.why.transfer"))
                .stream()
                .map(answer -> ((Intake.Taken) answer).key())
                .toList();
    }

    /** Declares them void. */
    public static void take(List<RecordKey> keys) {
        City.bean(RecordCases.class).declareVoid(keys, new Because(CLERK, "没有到场", null, null));
    }

    private static RecordDraft draft(long person, TimeKind kind, LocalDate day, int minutes) {
        // Credit time in the morning, honour time in the evening, so that the two never overlap.
        LocalTime from = kind == TimeKind.CREDIT ? LocalTime.of(1, 0) : LocalTime.of(12, 0);
        Instant start = day.atTime(from).atZone(ZONE).toInstant();
        Period served = new Period(start, start.plusSeconds(60L * minutes));
        Statutory statutory = new Statutory(
                Ids.next(),
                Ids.next(),
                1,
                "外地志愿服务队",
                TeamFixture.COMMUNITY,
                "社区服务",
                "01",
                "服务",
                "社区",
                "王队长",
                List.of(1L));
        return new RecordDraft(Ids.next(), person, statutory, served, served, "服务护照", kind);
    }
}
