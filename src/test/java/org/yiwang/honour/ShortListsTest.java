package org.yiwang.honour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.honour.ShortList.Answer;
import org.yiwang.honour.ShortList.Asked;
import org.yiwang.honour.ShortList.Column;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** Short lists for higher awards: found, asked, handed on. */
@CityTest
class ShortListsTest {

    private static final RegionCode DISTRICT = new RegionCode("420102");

    @Autowired
    private ShortLists lists;

    @Autowired
    private ListConsents consents;

    @Autowired
    private ListExports exports;

    @Autowired
    private ListStore store;

    @Autowired
    private ListClock days;

    @Autowired
    private OwnAwards own;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @SuppressWarnings("NullAway.Init")
    private Actor office;

    @BeforeEach
    void now() {
        clock.reset();
        office = PeopleFixture.staff(Role.DISTRICT_OFFICE, DISTRICT.value());
    }

    @Test
    void hold_only_those_who_agreed_and_say_to_whom_their_data_went() {
        VolunteerView yes = AwardScene.served(120);
        VolunteerView no = AwardScene.served(112);
        VolunteerView silent = AwardScene.served(104);
        VolunteerView tooFew = AwardScene.served(8);
        ListQuery query = query(100);
        var found = lists.find(office, query);
        assertThat(found)
                .extracting(ShortList.Found::volunteerId)
                .contains(yes.id(), no.id(), silent.id())
                .doesNotContain(tooFew.id());
        assertThat(found)
                .filteredOn(f -> f.volunteerId() == yes.id())
                .extracting(ShortList.Found::maskedName)
                .containsExactly(yes.maskedName());
        refused("access.out-of-scope", () -> lists.find(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103"), query));
        var purpose = new ShortLists.Purpose("推荐参加省级评选", "省志愿服务联合会", List.of(Column.NAME, Column.HOURS));
        refused(HonourProblem.NOT_FOUND_THERE, () -> lists.ask(office, query, List.of(tooFew.id()), purpose));
        long list = lists.ask(office, query, List.of(yes.id(), no.id(), silent.id()), purpose);

        refused(HonourProblem.NOBODY_AGREED, () -> exports.ask(office, list));
        Actor me = VolunteerFixture.actor(yes);
        assertThat(consents.countWaiting(me)).isOne();
        refused("volunteer.not-yours", () -> consents.answer(me, list, no.id(), true));
        consents.answer(me, list, yes.id(), true);
        consents.answer(VolunteerFixture.actor(no), list, no.id(), true);
        long file = exports.ask(office, list);
        consents.answer(VolunteerFixture.actor(no), list, no.id(), false);

        ListExports.Handed handed = exports.file(office, list, file);
        assertThat(handed.rows()).containsExactly(List.of(yes.name(), "120:00"));
        assertThat(consents.list(me).getFirst().sharedAt()).isEqualTo(clock.instant());
        assertThat(consents.list(VolunteerFixture.actor(no)).getFirst().sharedAt())
                .isNull();
        assertThat(jdbc.sql(
                                "select count(*) from account_audit where what = 'honour.short-list-handed-out' and subject = ?")
                        .param("short-list:" + Ids.text(list))
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(own.export(yes.id()).toString()).contains("省志愿服务联合会", "sharedAt");

        clock.advance(Duration.ofDays(15));
        days.tick();
        assertThat(lists.get(office, list).people())
                .extracting(Asked::answer)
                .containsExactly(Answer.AGREED, Answer.DECLINED, Answer.LAPSED);
        refused(
                HonourProblem.TIME_OVER,
                () -> consents.answer(VolunteerFixture.actor(silent), list, silent.id(), true));
    }

    @Test
    void need_a_second_human_for_more_rows_than_one_may_hand_out() {
        VolunteerView person = AwardScene.person();
        ShortList list = new ShortList(
                Ids.next(),
                DISTRICT,
                "推荐参加省级评选",
                "省志愿服务联合会",
                List.of(Column.NAME),
                LocalDate.now(clock).plusDays(14),
                office.accountId(),
                clock.instant());
        store.insert(list, query(1), 1, Map.of(person.id(), 60));
        List<Long> many = new ArrayList<>(List.of(person.id()));
        for (long i = 1; i <= 100; i++) {
            many.add(-i);
        }
        consents.answer(VolunteerFixture.actor(person), list.id(), person.id(), true);
        long export = Ids.next();
        store.insert(list.id(), new ShortList.Export(export, many, office.accountId(), clock.instant(), true, null));
        refused(HonourProblem.NOT_APPROVED, () -> exports.file(office, list.id(), export));
        refused(HonourProblem.ANOTHER_PERSON, () -> exports.approve(office, list.id(), export));
        Actor colleague = PeopleFixture.staff(Role.DISTRICT_OFFICE, DISTRICT.value());
        assertThat(exports.countToApprove(colleague)).isPositive();
        exports.approve(colleague, list.id(), export);
        refused(HonourProblem.ALREADY_ANSWERED, () -> exports.approve(colleague, list.id(), export));
        assertThat(exports.file(office, list.id(), export).rows()).hasSize(1);
    }

    @Test
    void can_ask_for_a_star() {
        VolunteerView three = AwardScene.served(60);
        VolunteerView none = AwardScene.served(60);
        long application = Ids.next();
        jdbc.sql("""
                        insert into star_application (id, volunteer_id, star, path, state, team_ancestors, region_code, statement,
                            filed_by, filed_at, scheme_version, cut_off, credit_minutes, honour_minutes, closed_at)
                        values (:id, :volunteer, 3, 'APPLICATION', 'GRANTED', '{}', '420102015001', '', 0, now(), 1,
                            '2026-10-31', 3600, 0, now())""").param("id", application).param("volunteer", three.id()).update();
        jdbc.sql("""
                        insert into star_award (id, volunteer_id, star, application_id, region_code, granted_at, scheme_version,
                            cut_off, credit_minutes, honour_minutes, honour_counted_minutes, decided_by)
                        values (:id, :volunteer, 3, :application, '420102015001', now(), 1, '2026-10-31', 3600, 0, 0, '{}')""")
                .param("id", Ids.next())
                .param("volunteer", three.id())
                .param("application", application)
                .update();
        assertThat(lists.find(office, query(50, 0)))
                .extracting(ShortList.Found::volunteerId)
                .contains(three.id(), none.id());
        assertThat(lists.find(office, query(50, 3)))
                .extracting(ShortList.Found::volunteerId)
                .contains(three.id())
                .doesNotContain(none.id());
        assertThat(lists.find(office, query(50, 4)))
                .extracting(ShortList.Found::volunteerId)
                .doesNotContain(three.id(), none.id());
    }

    private static ListQuery query(int hours) {
        return query(hours, 0);
    }

    private static ListQuery query(int hours, int star) {
        return new ListQuery(
                DISTRICT, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 20), hours * 60, List.of(), 0, 0, star);
    }
}
