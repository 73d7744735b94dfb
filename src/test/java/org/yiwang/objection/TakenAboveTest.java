package org.yiwang.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Role;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.record.RecordTrail;
import org.yiwang.record.RecordView;
import org.yiwang.record.TrailLine;
import org.yiwang.record.TrailLine.Who;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** What is contested goes to the office above, and the volunteer reads what is told without learning who reported. */
@CityTest
class TakenAboveTest {

    private static final String STREET = TeamFixture.COMMUNITY.substring(0, 9);
    private static final String DISTRICT = "420102";
    private static final String CITY = "4201";

    @Autowired
    private Objections objections;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Reports reports;

    @Autowired
    private CaseListStore lists;

    @Autowired
    private Receipts receipts;

    @Autowired
    private RecordTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private CaseScene scene;
    private Actor self;
    private Actor street;
    private Actor district;
    private Actor city;
    private RecordView record;

    @BeforeEach
    void begin() {
        scene = CaseScene.begin(Instant.parse("2026-11-21T02:00:00Z"));
        self = scene.self();
        street = PeopleFixture.staff(Role.STREET_OFFICE, STREET);
        district = PeopleFixture.staff(Role.DISTRICT_OFFICE, DISTRICT);
        city = PeopleFixture.staff(Role.CITY_OFFICE, CITY);
        record = scene.live().getFirst();
    }

    @Test
    void on_what_grounds_nothing_was_found_before_the_volunteer_knew_stays_between_the_offices() {
        String receipt = report();
        long id = id(receipt);
        desk.decide(district, id, new Verdict(Outcome.KEPT, null, "王老师说没看到，名单上有", "王老师的电话记录", false));
        refused("case.unknown", () -> objections.get(self, id));
        reports.takeAbove(receipt, "名单是后来补的");
        Period half = scene.minutes(30);
        desk.decide(city, id, new Verdict(Outcome.CORRECTED, half, "监控只有半小时", "监控截图", false));

        assertThat(objections.get(self, id).steps())
                .extracting(CaseStep::what, CaseStep::words, CaseStep::evidence)
                .containsExactly(
                        tuple(What.OPENED, null, null),
                        tuple(What.DECIDED, null, null),
                        tuple(What.ESCALATED, null, null),
                        tuple(What.ANNOUNCED, "监控只有半小时", "监控截图"));
        Visitor reader = Visitor.asAccount(self.accountId());
        String steps = reader.api(
                        "GET",
                        "/api/v1/volunteers/" + Ids.text(record.volunteerId()) + "/records/"
                                + Ids.text(record.recordId()) + "/steps",
                        null)
                .body();
        assertThat(List.of(
                        steps,
                        reader.get("/me/cases/" + Ids.text(id)).body(),
                        reader.get("/me/hours/" + Ids.text(record.recordId())).body()))
                .allSatisfy(read -> assertThat(read).contains("监控只有半小时").doesNotContain("王老师"));
        assertThat(desk.getForOffice(city, id).steps().get(1).words()).contains("王老师");
        assertThat(Visitor.asAccount(city.accountId())
                        .get("/gov/cases/" + Ids.text(id))
                        .body())
                .contains("志愿者以后可能看到，请不要写举报人是谁");

        assertThat(steps)
                .as("codes, not keys of messages")
                .contains("\"kind\":\"REPORT\"", "\"complaint\":\"NOT_THERE\"", "\"step\":\"DECIDED\"")
                .contains("\"side\":\"OUTSIDER\"", "\"outcome\":\"KEPT\"")
                .contains("\"outcome\":\"CORRECTED\",\"from\":\"" + half.start() + "\",\"to\":\"" + half.end())
                .doesNotContain("objection.");
    }

    @Test
    void it_goes_above_the_office_that_decided_and_above_the_city_to_somebody_else_there() {
        assertThat(above(street)).isEqualTo(DISTRICT);
        assertThat(above(district)).isEqualTo(CITY);
        assertThat(above(city)).isEqualTo(CITY);

        long id = id(report());
        desk.decide(street, id, voided());
        objections.escalate(self, id, "我在场");
        assertThat(region(id)).isEqualTo(DISTRICT);
        refused("case.unknown", () -> desk.decide(street, id, voided()));

        long atCity = id(report());
        desk.decide(city, atCity, voided());
        objections.escalate(self, atCity, "我在场");
        assertThat(region(atCity)).isEqualTo(CITY);
        refused("case.unknown", () -> desk.decide(district, atCity, voided()));
        refused("case.made-it-yourself", () -> desk.decide(city, atCity, voided()));
        desk.decide(PeopleFixture.staff(Role.CITY_OFFICE, CITY), atCity, kept());
    }

    @Test
    void who_won_once_may_contest_what_is_announced_after_whoever_reported_took_it_above() {
        String receipt = report();
        long id = id(receipt);
        desk.decide(street, id, voided());
        objections.escalate(self, id, "我在场");
        desk.decide(district, id, kept());
        reports.takeAbove(receipt, "合影不是那天的");
        reports.takeAbove(receipt, "合影不是那天的");
        assertThat(objections.get(self, id).steps().stream().filter(s -> s.side() == Side.OUTSIDER))
                .as("sent twice, done once")
                .hasSize(2);

        desk.decide(city, id, voided());
        assertThat(objections.get(self, id).view().mayContest()).isTrue();
        objections.escalate(self, id, "合影就是那天的");
        refused("case.made-it-yourself", () -> desk.decide(city, id, voided()));
        Actor other = PeopleFixture.staff(Role.CITY_OFFICE, CITY);
        desk.decide(other, id, voided());
        assertThat(objections.get(self, id).view().mayContest()).as("it ends").isFalse();
        desk.decide(other, id, kept());
        refused("case.not-waiting", () -> reports.takeAbove(receipt, "还是不同意"));
    }

    @Test
    void an_objection_stays_the_persons_own_whatever_becomes_of_the_account_and_a_guardians_the_guardians() {
        objections.object(
                self, record.volunteerId(), record.recordId(), new Objection(Complaint.TOO_LITTLE, "时间不对", null));
        jdbc.sql("update volunteer set account_id = :account where id = :id")
                .param("account", PeopleFixture.account("新号"))
                .param("id", record.volunteerId())
                .update();
        assertThat(trail.of(record).stream().filter(line -> line.what() == TrailLine.What.CASE))
                .extracting(TrailLine::who)
                .containsExactly(Who.SELF);

        Actor guardian = VolunteerFixture.actor(VolunteerFixture.adult("王芳"));
        VolunteerView ward = VolunteerFixture.ward(guardian, "小明", LocalDate.of(2016, 3, 4));
        long id = objections.missing(
                guardian,
                ward.id(),
                new MissingService(null, "邻居节", LocalDate.now(clock).minusDays(1), "帮忙搬桌子", null));
        assertThat(objections.get(guardian, id).steps().getFirst().side().name())
                .isEqualTo("GUARDIAN");
    }

    /** Where a report lies that this office found unfounded, once whoever reported has taken it above. */
    private String above(Actor office) {
        String receipt = report();
        long id = id(receipt);
        desk.decide(office, id, kept());
        reports.takeAbove(receipt, "没有查监控");
        refused(office == city ? "case.made-it-yourself" : "case.unknown", () -> desk.decide(office, id, kept()));
        return region(id);
    }

    private String region(long id) {
        return lists.find(id).orElseThrow().region().value();
    }

    private String report() {
        clock.advance(Duration.ofMinutes(1));
        return reports.report(null, new Report(record.key(), null, Complaint.NOT_THERE, "那天没有看到人", "", ""), null, "");
    }

    private long id(String receipt) {
        return lists.findByReceipt(receipts.digest(receipt)).orElseThrow().id();
    }

    private static Verdict voided() {
        return new Verdict(Outcome.VOID, null, "监控显示本人未到场", "监控截图", false);
    }

    private static Verdict kept() {
        return new Verdict(Outcome.KEPT, null, "签到表上有她", "", false);
    }
}
