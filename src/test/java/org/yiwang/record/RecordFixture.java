package org.yiwang.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.testing.City;

/** Records of known people, for tests of modules above: written as if check-in and check-out had made them. */
public final class RecordFixture {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private RecordFixture() {}

    /** A record that counts: that many minutes from nine in the morning. */
    public static RecordKey effective(
            long volunteerId, LocalDate day, int minutes, TimeKind kind, String organization, String title) {
        return record(
                volunteerId,
                day,
                minutes,
                kind,
                new Unit(organization(organization), organization),
                title,
                Standing.EFFECTIVE);
    }

    /** One that counts, by a unit whose number is not that of the others of its name. */
    public static RecordKey effective(long volunteerId, LocalDate day, int minutes, long organizationId, String name) {
        return record(
                volunteerId, day, minutes, TimeKind.CREDIT, new Unit(organizationId, name), "清洁家园", Standing.EFFECTIVE);
    }

    /** One that counts, of an activity of its own: what is known of the others of an activity says nothing about it. */
    public static RecordKey effective(long volunteerId, String category, Period served, TimeKind kind) {
        Evidence scan = new Evidence(Evidence.Way.SCANNED_CODE, 12, false, null, 7);
        Unit unit = new Unit(organization("花桥志愿队"), "花桥志愿队");
        Entry entry = new Entry(
                volunteerId,
                Ids.next(),
                Origin.ATTENDANCE,
                null,
                null,
                new Statutory(
                        Ids.next(),
                        2,
                        unit.id,
                        unit.name,
                        "420102015001",
                        "清洁家园",
                        category,
                        "清洁员",
                        "花桥社区",
                        "张三",
                        List.of(unit.id)),
                served,
                served,
                served,
                LocalDate.ofInstant(served.start(), ZONE),
                kind,
                new Entry.Proof(scan, scan),
                1,
                null,
                null,
                7,
                served.end());
        City.bean(RecordStore.class).insert(entry, Standing.EFFECTIVE, null);
        return new RecordKey(volunteerId, entry.recordId());
    }

    /** The number of the unit of a name. */
    public static long organization(String name) {
        return 3 + Math.floorMod(name.hashCode(), 100_000);
    }

    private record Unit(long id, String name) {}

    /** A record that waits for its activity to be closed. */
    public static RecordKey pending(long volunteerId, LocalDate day, int minutes) {
        return record(
                volunteerId,
                day,
                minutes,
                TimeKind.CREDIT,
                new Unit(organization("花桥志愿队"), "花桥志愿队"),
                "清洁家园",
                Standing.PENDING);
    }

    private static RecordKey record(
            long volunteerId, LocalDate day, int minutes, TimeKind kind, Unit unit, String title, Standing standing) {
        Evidence scan = new Evidence(Evidence.Way.SCANNED_CODE, 12, false, null, 7);
        Instant nine = day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant();
        Period served = new Period(nine, nine.plus(Duration.ofMinutes(minutes)));
        Entry entry = new Entry(
                volunteerId,
                Ids.next(),
                Origin.ATTENDANCE,
                null,
                null,
                new Statutory(
                        1, 2, unit.id, unit.name, "420102015001", title, "06", "清洁员", "花桥社区", "张三", List.of(unit.id)),
                served,
                served,
                served,
                day,
                kind,
                new Entry.Proof(scan, scan),
                1,
                null,
                null,
                7,
                served.end());
        City.bean(RecordStore.class).insert(entry, standing, null);
        return new RecordKey(volunteerId, entry.recordId());
    }
}
