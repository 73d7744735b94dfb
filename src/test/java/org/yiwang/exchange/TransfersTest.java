package org.yiwang.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.exchange.TransferView.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordFilter;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordQuery;
import org.yiwang.record.RecordSearch;
import org.yiwang.record.RecordSearch.Reader;
import org.yiwang.record.RecordSum;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.record.Statutory;
import org.yiwang.record.TimeKind;
import org.yiwang.record.Total;
import org.yiwang.region.Regions;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.Residences;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

@CityTest
class TransfersTest {

    private static final RegionCode HERE = VolunteerFixture.COMMUNITY;
    private static final String THIS_DISTRICT = HERE.value().substring(0, 6);
    private static final String OTHER_DISTRICT = "420103";

    @Autowired
    private Transfers transfers;

    @Autowired
    private TransferDesk desk;

    @Autowired
    private Volunteers volunteers;

    @Autowired
    private Residences residences;

    @Autowired
    private Regions regions;

    @Autowired
    private Records records;

    @Autowired
    private RecordSearch search;

    @Autowired
    private RecordIntake intake;

    @Autowired
    private TestClock clock;

    private RegionCode there;
    private VolunteerView person;
    private Actor self;
    private Actor leaving;
    private Actor receiving;

    @BeforeEach
    void somebody_who_moves() {
        clock.reset();
        there = regions.children(regions.children(new RegionCode(OTHER_DISTRICT))
                        .getFirst()
                        .code())
                .getFirst()
                .code();
        person = VolunteerFixture.adult("搬家人");
        self = VolunteerFixture.actor(person);
        leaving = PeopleFixture.staff(Role.DISTRICT_OFFICE, THIS_DISTRICT);
        receiving = PeopleFixture.staff(Role.DISTRICT_OFFICE, OTHER_DISTRICT);
    }

    @Test
    void both_districts_confirm_one_after_the_other_and_only_then_the_residence_changes() {
        TransferView asked = transfers.ask(self, person.id(), there, "换了工作");
        assertThatThrownBy(() -> desk.confirm(receiving, person.id(), asked.transferId()))
                .hasMessage("access.out-of-scope");
        assertThat(desk.queue(leaving, 1).items())
                .extracting(c -> c.transfer().transferId())
                .contains(asked.transferId());
        desk.confirm(leaving, person.id(), asked.transferId());
        assertThat(volunteers.get(person.id()).residence()).isEqualTo(HERE);
        assertThatThrownBy(() -> desk.confirm(leaving, person.id(), asked.transferId()))
                .hasMessage("access.out-of-scope");
        assertThat(desk.queue(receiving, 1).items())
                .extracting(c -> c.transfer().transferId())
                .contains(asked.transferId());
        desk.confirm(receiving, person.id(), asked.transferId());
        VolunteerView moved = volunteers.get(person.id());
        assertThat(moved.residence()).isEqualTo(there);
        assertThat(moved.number()).isEqualTo(person.number());
        TransferView done = transfers.get(self, person.id(), asked.transferId());
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.steps()).extracting(TransferView.Step::what).containsExactly("ASKED", "LEFT", "DONE");
        assertThatThrownBy(() -> desk.confirm(receiving, person.id(), asked.transferId()))
                .hasMessage("exchange.not-waiting");
    }

    @Test
    void what_was_served_keeps_its_origin_and_is_counted_once_where_it_was_served() {
        RecordFixture.effective(person.id(), LocalDate.of(2027, 1, 2), 120, TimeKind.CREDIT, "花桥志愿队", "清洁家园");
        RecordFixture.effective(person.id(), LocalDate.of(2026, 11, 18), 90, TimeKind.CREDIT, "花桥志愿队", "清洁家园");
        RecordFixture.effective(person.id(), LocalDate.of(2026, 11, 19), 60, TimeKind.HONOUR, "花桥志愿队", "陪伴老人");
        broughtFromThere(45);
        Counted before = counted();
        assertThat(before.here).isEqualTo(new RecordSum("", 210, 60, 0, 3));
        assertThat(before.there).isEqualTo(new RecordSum("", 45, 0, 0, 1));
        assertThat(before.city).isEqualTo(new RecordSum("", 255, 60, 0, 4));
        assertThat(before.totals)
                .containsExactlyInAnyOrder(new Total(2027, "06", 120, 0, 1), new Total(2026, "06", 135, 60, 3));

        TransferView asked = transfers.ask(self, person.id(), there, "换了工作");
        desk.confirm(leaving, person.id(), asked.transferId());
        desk.confirm(receiving, person.id(), asked.transferId());

        assertThat(volunteers.get(person.id()).residence()).isEqualTo(there);
        assertThat(counted()).isEqualTo(before);
        assertThat(before.records)
                .extracting(RecordView::organizationName, RecordView::regionCode, RecordView::origin)
                .containsExactly(
                        tuple("花桥志愿队", HERE.value(), Origin.ATTENDANCE),
                        tuple("江畔志愿队", there.value(), Origin.TRANSFER),
                        tuple("花桥志愿队", HERE.value(), Origin.ATTENDANCE),
                        tuple("花桥志愿队", HERE.value(), Origin.ATTENDANCE));
        assertThat(records.rebuildStandings().records())
                .extracting(RecordKey::volunteerId)
                .doesNotContain(person.id());
        records.rebuildTotals();
        assertThat(counted()).isEqualTo(before);
    }

    /** The person's time as the person and the offices count it, and everybody's in both districts and the city. */
    private Counted counted() {
        RecordQuery ever = RecordQuery.of(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1));
        RecordQuery own = ever.of(List.of(person.id()));
        Actor city = PeopleFixture.staff(Role.CITY_OFFICE, "4201");
        return new Counted(
                records.list(self, person.id(), RecordFilter.ALL, 1).items(),
                records.totals(self, person.id()),
                search.sum(leaving, Reader.AREA, own),
                search.sum(receiving, Reader.AREA, own),
                search.sum(city, Reader.AREA, own),
                Stream.of(leaving, receiving, city)
                        .map(office -> search.sum(office, Reader.AREA, ever))
                        .toList());
    }

    private record Counted(
            List<RecordView> records,
            List<Total> totals,
            RecordSum here,
            RecordSum there,
            RecordSum city,
            List<RecordSum> everybody) {}

    /** Credit time of yesterday in the district to which the person moves, from another platform. */
    private void broughtFromThere(int minutes) {
        Instant start = clock.instant().minus(Duration.ofDays(1));
        Period served = new Period(start, start.plus(Duration.ofMinutes(minutes)));
        Statutory statutory =
                new Statutory(Ids.next(), 2, 5, "江畔志愿队", there.value(), "清洁江滩", "06", "清洁员", "江滩公园", "李四", List.of(5L));
        intake.take(
                List.of(new RecordDraft(Ids.next(), person.id(), statutory, served, served, "护照", TimeKind.CREDIT)),
                new RecordIntake.Terms(
                        Origin.TRANSFER,
                        0,
                        new RecordIntake.Wait(Duration.ZERO, "exchange.passport", 1),
                        "record.why.passport"));
    }

    @Test
    void nobody_changes_district_alone_by_editing_the_residence() {
        assertThatThrownBy(() -> residences.move(self, person.id(), there)).hasMessage("volunteer.other-district");
        Visitor visitor = Visitor.asAccount(person.contactAccountId());
        assertThat(visitor.post("/me/profile/residence", Map.of("residence", there.value()))
                        .body())
                .contains("两个区");
    }

    @Test
    void one_person_does_not_confirm_for_both_sides_and_nobody_for_themselves() {
        TransferView asked = transfers.ask(self, person.id(), there, "");
        Actor city = PeopleFixture.staff(Role.CITY_OFFICE, "4201");
        desk.confirm(city, person.id(), asked.transferId());
        assertThatThrownBy(() -> desk.confirm(city, person.id(), asked.transferId()))
                .hasMessage("exchange.same-person");
        VolunteerView official = VolunteerFixture.adult("办事员");
        Actor own = PeopleFixture.actor(official.contactAccountId());
        TransferView his = transfers.ask(own, official.id(), there, "");
        Actor withOffice = new Actor(own.accountId(), own.name(), leaving.grants(), 0);
        assertThatThrownBy(() -> desk.confirm(withOffice, official.id(), his.transferId()))
                .hasMessage("exchange.own-transfer");
    }

    @Test
    void silence_of_the_district_that_is_left_is_agreement_and_a_late_receiver_is_helped_by_the_city() {
        TransferView asked = transfers.ask(self, person.id(), there, "");
        assertThat(desk.passDay()).isZero();
        clock.advance(Duration.ofDays(8));
        desk.passDay();
        assertThat(transfers.get(self, person.id(), asked.transferId()).state()).isEqualTo(State.LEFT);
        Actor city = PeopleFixture.staff(Role.CITY_OFFICE, "4201");
        clock.advance(Duration.ofDays(16));
        desk.passDay();
        desk.passDay();
        TransferView late = transfers.get(self, person.id(), asked.transferId());
        assertThat(late.escalated()).isTrue();
        assertThat(late.steps())
                .extracting(TransferView.Step::what)
                .containsExactly("ASKED", "LEFT_BY_TIME", "ESCALATED");
        desk.confirm(city, person.id(), asked.transferId());
        assertThat(volunteers.get(person.id()).residence()).isEqualTo(there);
    }

    @Test
    void a_refusal_has_its_reason_and_is_taken_to_the_city_once_and_in_time() {
        TransferView asked = transfers.ask(self, person.id(), there, "");
        assertThatThrownBy(() -> desk.refuse(leaving, person.id(), asked.transferId(), " "))
                .hasMessage("exchange.reason-needed");
        desk.refuse(leaving, person.id(), asked.transferId(), "材料不清楚");
        transfers.appeal(self, person.id(), asked.transferId(), "已经搬好了");
        assertThatThrownBy(() -> desk.confirm(leaving, person.id(), asked.transferId()))
                .hasMessage("access.out-of-scope");
        Actor city = PeopleFixture.staff(Role.CITY_OFFICE, "4201");
        desk.refuse(city, person.id(), asked.transferId(), "仍不清楚");
        assertThatThrownBy(() -> transfers.appeal(self, person.id(), asked.transferId(), "再看"))
                .hasMessage("exchange.not-waiting");
        TransferView second = transfers.ask(self, person.id(), there, "");
        desk.refuse(leaving, person.id(), second.transferId(), "材料不清楚");
        clock.advance(Duration.ofDays(30));
        assertThatThrownBy(() -> transfers.appeal(self, person.id(), second.transferId(), "再看"))
                .hasMessage("exchange.too-late");
    }

    @Test
    void only_one_at_a_time_and_not_where_none_is_needed() {
        TransferView asked = transfers.ask(self, person.id(), there, "");
        assertThatThrownBy(() -> transfers.ask(self, person.id(), there, "")).hasMessage("exchange.transfer-open");
        transfers.withdraw(self, person.id(), asked.transferId());
        assertThatThrownBy(() -> transfers.withdraw(self, person.id(), asked.transferId()))
                .hasMessage("exchange.not-waiting");
        assertThatThrownBy(() -> transfers.ask(self, person.id(), HERE, "")).hasMessage("exchange.no-transfer-needed");
        assertThatThrownBy(() -> transfers.ask(self, person.id(), new RegionCode("110101"), ""))
                .hasMessage("exchange.elsewhere");
        Actor stranger = VolunteerFixture.actor(VolunteerFixture.adult("旁人"));
        assertThatThrownBy(() -> transfers.list(stranger, person.id())).hasMessage("volunteer.not-yours");
    }

    @Test
    void is_asked_for_and_decided_on_by_pages() {
        Visitor visitor = Visitor.asAccount(person.contactAccountId());
        assertThat(visitor.get("/me/transfer").body()).contains("由两个区各确认一次");
        assertThat(visitor.post("/me/transfer", Map.of("to", there.value(), "reason", "<b>搬家</b>"))
                        .location())
                .startsWith("/me/transfer");
        assertThat(visitor.get("/me/transfer").body()).contains("等迁出区确认", "&lt;b&gt;");
        TransferView asked = transfers.list(self, person.id()).getFirst();
        Visitor office = Visitor.asAccount(leaving.accountId());
        String path = "/gov/transfers/" + Ids.text(person.id()) + "/" + Ids.text(asked.transferId());
        assertThat(office.get("/gov/transfers").body()).contains(path).doesNotContain("搬家人");
        assertThat(office.get(path).body()).contains("搬**");
        assertThat(office.post(path, Map.of("decision", "refuse", "reason", "")).body())
                .contains("请写明原因");
        assertThat(office.post(path, Map.of("decision", "confirm")).location()).isEqualTo("/gov/transfers");
        assertThat(Visitor.asAccount(receiving.accountId())
                        .api("GET", "/api/v1/transfers/queue", null)
                        .body())
                .contains(Ids.text(asked.transferId()));
    }
}
