package org.yiwang.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.notification.Notifications;
import org.yiwang.record.Because;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordEvidence;
import org.yiwang.record.RecordKey;
import org.yiwang.record.Sealing;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rules;
import org.yiwang.seal.SealedLog;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;

/** Which records a sample is drawn from: in a spring in which no other test draws any. */
@CityTest
class SampleStretchTest {

    private static final RegionCode DISTRICT = new RegionCode("420102");
    private static final RegionCode COMMUNITY = new RegionCode(TeamFixture.COMMUNITY);
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final Because WHY = Because.of(0, "record.why.case-over");

    @Autowired
    private SampleClock samples;

    @Autowired
    private SpotChecks checks;

    @Autowired
    private SpotCheckStore store;

    @Autowired
    private PublishedSamples published;

    @Autowired
    private RecordCases cases;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private Sealing sealing;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void late_records_are_in_the_next_sample_and_nothing_done_after_the_head_changes_one() {
        clock.set(at("2026-03-25T10:00"));
        Team team = TeamFixture.team();
        long officer = PeopleFixture.account("江岸社工部", PeopleFixture.at(Role.DISTRICT_OFFICE, "420102"));
        Actor office = PeopleFixture.actor(officer);
        RecordKey march = late(team, "2026-03-20T09:00");
        sealed("2026-04-01T00:10");

        clock.set(at("2026-04-09T10:00"));
        RecordKey voidBefore = late(team, "2026-03-21T09:00");
        RecordKey correctedBefore = late(team, "2026-03-21T09:00");
        RecordKey frozenAfter = late(team, "2026-03-21T09:00");
        RecordKey voidAfter = late(team, "2026-03-22T09:00");
        RecordKey correctedAfter = late(team, "2026-03-22T09:00");
        clock.set(at("2026-04-20T10:00"));
        cases.declareVoid(List.of(voidBefore), WHY);
        shorten(correctedBefore);
        sealed("2026-05-01T00:10");

        // The seed is public: whoever computes the places may not change them any more, nor may the hour of the draw.
        clock.set(at("2026-05-01T00:11"));
        refused("trust.no-head-yet", () -> checks.draw(office, APRIL, COMMUNITY));
        cases.freeze(List.of(frozenAfter), WHY);
        cases.declareVoid(List.of(voidAfter), WHY);
        shorten(correctedAfter);
        RecordKey next = late(team, "2026-04-28T09:00");
        clock.set(at("2026-05-01T00:13"));
        assertThat(clockThatFailsIn(DISTRICT).tick()).as("all others go on").isZero();
        assertThat(clockThatFailsIn(new RegionCode("420103")).tick()).isEqualTo(2);

        String expected = lines(team, Stream.of(correctedBefore, frozenAfter, voidAfter, correctedAfter));
        assertThat(ours(team, sample(APRIL, DISTRICT))).isEqualTo(expected);
        assertThat(ours(team, sample(YearMonth.of(2026, 3), DISTRICT))).isEqualTo(lines(team, Stream.of(march)));
        assertThat(ours(team, checks.draw(office, APRIL, COMMUNITY)))
                .as("by hand")
                .isEqualTo(expected);
        assertThat(told(officer, "notice.trust.drawn")).isEqualTo(2);
        assertThat(samples.tick()).as("once").isZero();

        clock.set(at("2026-05-20T10:00"));
        samples.tick();
        samples.tick();
        assertThat(told(officer, "notice.trust.calls-wait")).isEqualTo(3);
        sealed("2026-06-01T00:10");
        clock.advance(Duration.ofMinutes(3));
        assertThat(ours(team, checks.draw(office, YearMonth.of(2026, 5), COMMUNITY)))
                .isEqualTo(lines(team, Stream.of(next)));

        // The program stood still all summer.
        clock.set(at("2026-09-01T10:00"));
        samples.tick();
        assertThat(ours(team, sample(YearMonth.of(2026, 5), DISTRICT))).isEqualTo(lines(team, Stream.of(next)));
        int all = jdbc.sql("select count(*) from trust_sample")
                .query(Integer.class)
                .single();
        assertThat(IntStream.range(0, all)
                        .mapToObj(i -> store.all(1, i).getFirst().id()))
                .as("page by page nothing is left out")
                .doesNotHaveDuplicates()
                .hasSize(all);
    }

    /** Something is wrong in a district that nobody has thought of. */
    private SampleClock clockThatFailsIn(RegionCode broken) {
        Drawing drawing =
                new Drawing(
                        store,
                        City.bean(ThanksStore.class),
                        City.bean(RecordEvidence.class),
                        City.bean(SealedLog.class),
                        City.bean(Rules.class),
                        clock) {
                    @Override
                    boolean isOpen(YearMonth month, RegionCode region) {
                        if (region.equals(broken)) {
                            throw new IllegalStateException("the disk is full");
                        }
                        return super.isOpen(month, region);
                    }
                };
        return new SampleClock(
                store,
                drawing,
                City.bean(Grants.class),
                City.bean(Regions.class),
                City.bean(Notifications.class),
                City.bean(Rules.class),
                City.bean(TransactionTemplate.class),
                clock);
    }

    private RecordKey late(Team team, String start) {
        return TrustRecords.late(TeamFixture.volunteer("补录").id(), team, at(start));
    }

    private void shorten(RecordKey key) {
        Period served = cases.get(key).served();
        cases.correct(key, new Period(served.start(), served.end().minusSeconds(600)), WHY);
    }

    private void sealed(String moment) {
        clock.set(at(moment));
        notice.countDue();
        sealing.seal();
    }

    private long sample(YearMonth month, RegionCode region) {
        return jdbc.sql("select sample_id from trust_sample where month = :month and region_code = :region")
                .param("month", month.atDay(1))
                .param("region", region.value())
                .query(Long.class)
                .single();
    }

    /** What of a sample's population is this team's: other tests have older records in the same district. */
    private String ours(Team team, long sample) {
        return published
                .population(sample)
                .lines()
                .filter(line -> line.startsWith("record,") || line.endsWith("," + Ids.text(team.id())))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String lines(Team team, Stream<RecordKey> keys) {
        StringBuilder lines = new StringBuilder("record,organization\n");
        keys.map(k -> Ids.text(k.recordId()))
                .sorted()
                .forEach(id ->
                        lines.append(id).append(',').append(Ids.text(team.id())).append('\n'));
        return lines.toString();
    }

    private int told(long account, String key) {
        return jdbc.sql("select count(*) from notification_inbox where account_id = :account and key = :key")
                .param("account", account)
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
