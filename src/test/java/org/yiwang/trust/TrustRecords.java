package org.yiwang.trust;

import java.time.Instant;
import java.util.List;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.organization.Organizations;
import org.yiwang.record.Intake;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.RecordKey;
import org.yiwang.record.Statutory;
import org.yiwang.testing.City;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;

/** Records that no check-in made, for days long past. */
final class TrustRecords {

    private static final long CLERK = 4;

    private TrustRecords() {}

    /** An hour from that moment, handed in now. */
    static RecordKey late(long volunteerId, Team team, Instant start) {
        Period hour = new Period(start, start.plusSeconds(3600));
        List<Long> ancestors =
                City.bean(Organizations.class).find(team.id()).orElseThrow().ancestors();
        Statutory statutory = new Statutory(
                Ids.next(),
                Ids.next(),
                team.id(),
                "花桥社区志愿服务队",
                TeamFixture.COMMUNITY,
                "清洁楼道",
                "01",
                "清洁",
                "花桥社区",
                "王队长",
                ancestors);
        Intake answer = City.bean(RecordIntake.class)
                .take(
                        List.of(new RecordDraft(Ids.next(), volunteerId, statutory, hour, hour, "签到表照片")),
                        new RecordIntake.Terms(Origin.MAKEUP, CLERK, null, "record.why.makeup"))
                .getFirst();
        return ((Intake.Taken) answer).key();
    }
}
