package org.yiwang.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.organization.Memberships;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TimeKind;
import org.yiwang.region.Regions;
import org.yiwang.star.StarApplication.Deed;
import org.yiwang.star.StarApplication.State;
import org.yiwang.star.TakingBack.Outcome;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.Hours;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.Cards;
import org.yiwang.volunteer.VolunteerView;

/** From hours to a star, and what can come between. */
@CityTest
class StarsTest {

    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 20);

    @Autowired
    private StarApplications applications;

    @Autowired
    private StarReview review;

    @Autowired
    private StarNotice notice;

    @Autowired
    private Stars stars;

    @Autowired
    private StarsBelow below;

    @Autowired
    private Cards cards;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Actor community;
    private Actor street;

    @BeforeEach
    void people() {
        clock.reset();
        community = PeopleFixture.staff(Role.COMMUNITY_STAFF, TeamFixture.COMMUNITY);
        street = PeopleFixture.staff(Role.STREET_OFFICE, "420102015");
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void is_applied_for_reviewed_level_by_level_published_and_granted() {
        VolunteerView person = person("李雷", 60 * 60, 80 * 60);
        TeamFixture.Team team = TeamFixture.team();
        Actor self = VolunteerFixture.actor(person);
        City.join(self, team.id());
        long id = applications.apply(self, person.id(), 1, team.id(), "清洁楼道三年");
        assertThat(review.waiting(team.admin(), false, 1).items())
                .extracting(w -> w.application().id())
                .containsExactly(id);
        refused(StarProblem.UNKNOWN, () -> review.approve(community, id, ""));
        assertThat(review.approve(team.admin(), id, "")).isEqualTo(State.REVIEW);
        int waiting = review.count(street);
        assertThat(review.approve(community, id, "")).isEqualTo(State.NOTICE);
        assertThat(review.count(street)).isEqualTo(waiting - 1);
        assertThat(notice.get(id).who()).isEqualTo("李*");
        notice.grantDue();
        assertThat(stars.highest(person.id())).isEmpty();
        clock.advance(Duration.ofDays(7).plusSeconds(1));
        notice.grantDue();
        Star star = stars.highest(person.id()).orElseThrow();
        assertThat(star.star()).isEqualTo(1);
        assertThat(star.minutes()).isEqualTo(new Minutes(60 * 60, 80 * 60));
        assertThat(star.honourCounted()).isEqualTo(50 * 60);
        assertThat(star.schemeVersion()).isPositive();
        assertThat(star.decidedBy()).containsExactly(team.leader().contactAccountId(), community.accountId());
        assertThat(cards.badges(person.id())).hasSize(1);
        assertThat(stars.file(self, id).steps())
                .extracting(StarApplication.Step::deed)
                .containsExactly(Deed.APPLIED, Deed.APPROVED, Deed.APPROVED, Deed.GRANTED);
        assertThatThrownBy(() -> jdbc.sql("update star_award set star = 5 where id = :id")
                        .param("id", star.id())
                        .update())
                .hasMessageContaining("stars never change");
        refused(StarProblem.HELD_ALREADY, () -> applications.apply(self, person.id(), 1, null, ""));
    }

    @Test
    void is_refused_to_whoever_has_too_few_hours_with_what_is_missing() {
        VolunteerView person = person("韩梅梅", 40 * 60, 500 * 60);
        Actor self = VolunteerFixture.actor(person);
        refused(StarProblem.BELOW_THRESHOLD, () -> applications.apply(self, person.id(), 1, null, ""));
        Stars.Progress progress = stars.progress(self, person.id());
        Reckoning next = Objects.requireNonNull(progress.next());
        assertThat(next.honourCut()).isEqualTo(450 * 60);
        assertThat(next.missing()).isEqualTo(10 * 60);
        refused("volunteer.not-yours", () -> stars.progress(community, person.id()));
    }

    @Test
    void nobody_decides_about_oneself_twice_or_what_one_nominated() {
        VolunteerView person = person("胡社区", 320 * 60, 0);
        long own = PeopleFixture.account("又是胡社区", PeopleFixture.at(Role.COMMUNITY_STAFF, TeamFixture.COMMUNITY));
        City.grant(person.contactAccountId(), Role.COMMUNITY_STAFF, TeamFixture.COMMUNITY);
        Actor self = VolunteerFixture.actor(person);
        long id = applications.apply(self, person.id(), 2, null, "");
        refused(StarProblem.OWN_CASE, () -> review.approve(self, id, ""));
        refused(StarProblem.OPEN_ALREADY, () -> applications.apply(self, person.id(), 1, null, ""));
        applications.withdraw(self, id);
        long nominated = applications.nominate(community, person.number(), 2, null, "邻里都说好");
        refused(StarProblem.UNKNOWN, () -> review.approve(PeopleFixture.actor(own), nominated, ""));
        applications.accept(self, nominated);
        refused(StarProblem.NOMINATED_IT, () -> review.approve(community, nominated, ""));
        refused(StarProblem.NOMINATED_IT, () -> review.refuse(community, nominated, "不行"));
        assertThat(review.approve(PeopleFixture.actor(own), nominated, "")).isEqualTo(State.NOTICE);
        notice.object(street, nominated, "那段时间他在外地。");
        assertThat(stars.file(self, nominated).steps().getLast().why()).isEmpty();
        refused(StarProblem.OBJECTED_BEFORE, () -> notice.object(street, nominated, "还是不信"));
        Actor neighbour = VolunteerFixture.actor(VolunteerFixture.adult("两个号的邻居"));
        Actor again = VolunteerFixture.actor(VolunteerFixture.adult("两个号的邻居"));
        notice.object(neighbour, nominated, "我也没有看到他。");
        refused(StarProblem.OBJECTED_BEFORE, () -> notice.object(again, nominated, "没有看到他。"));
        clock.advance(Duration.ofDays(7));
        refused(StarProblem.NOT_ON_NOTICE, () -> notice.object(self, nominated, "太晚了"));
        notice.grantDue();
        refused(StarProblem.OBJECTED_BEFORE, () -> review.approve(street, nominated, "查过"));
        refused(StarProblem.DECIDED_BEFORE, () -> review.approve(PeopleFixture.actor(own), nominated, "查过"));
        Actor district = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        refused(StarProblem.REASON_NEEDED, () -> review.approve(district, nominated, " "));
        assertThat(review.approve(district, nominated, "已核对签到记录")).isEqualTo(State.NOTICE);
        Actor late = VolunteerFixture.actor(VolunteerFixture.adult("后来的人"));
        refused(StarProblem.NOT_ON_NOTICE, () -> notice.object(late, nominated, "再来一次"));
        notice.grantDue();
        assertThat(stars.highest(person.id())).get().extracting(Star::star).isEqualTo(2);
    }

    @Test
    void a_guardian_does_not_decide_about_the_child_by_another_account() {
        VolunteerView mother = VolunteerFixture.adult("双号母亲");
        VolunteerView again = VolunteerFixture.adult("双号母亲");
        Actor parent = VolunteerFixture.actor(mother);
        VolunteerView child = VolunteerFixture.ward(parent, "双号小孩", LocalDate.of(2015, 6, 1));
        Hours.give(child, TimeKind.CREDIT, 100 * 60, YESTERDAY);
        City.grant(again.contactAccountId(), Role.COMMUNITY_STAFF, TeamFixture.COMMUNITY);
        long id = applications.apply(parent, child.id(), 1, null, "");
        refused(StarProblem.OWN_CASE, () -> review.approve(VolunteerFixture.actor(again), id, ""));
        assertThat(review.approve(community, id, "")).isEqualTo(State.NOTICE);
    }

    @Test
    void does_not_wait_for_a_team_that_the_person_has_left_or_that_was_stopped() {
        for (String why : List.of("left", "stopped")) {
            VolunteerView person = person("离队的人", 100 * 60, 0);
            TeamFixture.Team team = TeamFixture.team();
            Actor self = VolunteerFixture.actor(person);
            City.join(self, team.id());
            long id = applications.apply(self, person.id(), 1, team.id(), "");
            if (why.equals("left")) {
                org.yiwang.testing.City.bean(Memberships.class).leave(self, team.id());
            } else {
                org.yiwang.testing.City.bean(org.yiwang.organization.OrganizationReview.class)
                        .stop(Actor.SYSTEM, team.id(), "整改");
            }
            refused(StarProblem.UNKNOWN, () -> review.approve(team.admin(), id, ""));
            assertThat(stars.file(self, id).application().level()).as(why).isEqualTo(ReviewLevel.COMMUNITY);
            assertThat(review.approve(community, id, "")).isEqualTo(State.NOTICE);
        }
    }

    @Test
    void a_phone_that_sends_twice_does_it_once() {
        VolunteerView person = person("信号不好", 100 * 60, 0);
        String desk = "/api/v1/star-desk";
        Map<String, Object> wish = Map.of("number", person.number(), "star", 1, "statement", "邻里都说好");
        String id = twice(community, desk + "/nominations", wish);
        String nominated = "/api/v1/stars/applications/" + id;
        twice(VolunteerFixture.actor(person), nominated + "/accept", Map.of());
        assertThat(twice(street, desk + "/applications/" + id + "/approve", Map.of("why", "核对过")))
                .isEqualTo("NOTICE");
        Actor neighbour = VolunteerFixture.actor(VolunteerFixture.adult("信号不好的邻居"));
        twice(neighbour, "/api/v1/stars/notice/" + id + "/objections", Map.of("why", "那天没有看到他"));
    }

    /** What both times were answered: the id or the state, if any. */
    private static String twice(Actor actor, String path, Object body) {
        Visitor phone = Visitor.asAccount(actor.accountId()).header("Idempotency-Key", Ids.text(Ids.next()));
        Visitor.Answer first = phone.api("POST", path, body);
        Visitor.Answer second = phone.api("POST", path, body);
        assertThat(first.status()).as(path + " " + first.body()).isBetween(200, 204);
        assertThat(second.status()).as(path + " " + second.body()).isEqualTo(first.status());
        assertThat(second.body()).isEqualTo(first.body());
        return first.body().isEmpty() ? "" : first.json().iterator().next().asString();
    }

    @Test
    void who_leads_the_team_now_decides_and_nobody_else() {
        VolunteerView person = person("换队长", 100 * 60, 0);
        TeamFixture.Team team = TeamFixture.team();
        TeamFixture.Team former = TeamFixture.team();
        Actor self = VolunteerFixture.actor(person);
        City.join(self, team.id());
        long id = applications.apply(self, person.id(), 1, team.id(), "");
        jdbc.sql("update star_application set team_ancestors = array[:former]::bigint[] where id = :id")
                .param("former", former.id())
                .param("id", id)
                .update();
        refused(StarProblem.UNKNOWN, () -> review.approve(former.admin(), id, ""));
        assertThat(review.approve(team.admin(), id, "")).isEqualTo(State.REVIEW);
    }

    @Test
    void who_moves_is_decided_about_by_the_offices_of_the_new_residence() {
        VolunteerView person = person("搬家的人", 600 * 60, 0);
        Actor self = VolunteerFixture.actor(person);
        long id = applications.apply(self, person.id(), 3, null, "");
        Regions regions = org.yiwang.testing.City.bean(Regions.class);
        RegionCode street =
                regions.children(new RegionCode("420103")).getFirst().code();
        String there = regions.children(street).getFirst().code().value();
        move(person, there);
        refused(StarProblem.UNKNOWN, () -> review.approve(community, id, ""));
        assertThat(review.approve(PeopleFixture.staff(Role.COMMUNITY_STAFF, there), id, ""))
                .isEqualTo(State.REVIEW);
        move(person, "110101");
        refused(StarProblem.UNKNOWN, () -> review.approve(PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103"), id, ""));
        assertThat(review.approve(PeopleFixture.staff(Role.CITY_OFFICE, "4201"), id, ""))
                .isEqualTo(State.NOTICE);
        assertThat(stars.file(self, id).steps())
                .filteredOn(step -> step.deed() == Deed.PASSED_ON)
                .extracting(StarApplication.Step::why)
                .containsExactly("star.why.moved", "star.why.moved");
    }

    private static void move(VolunteerView person, String to) {
        org.yiwang.testing.City.bean(org.yiwang.volunteer.Residences.class)
                .transfer(Actor.SYSTEM, person.id(), new RegionCode(to));
    }

    @Test
    void a_refusal_says_why_and_lets_one_ask_again_later() {
        VolunteerView person = person("阿明", 120 * 60, 0);
        Actor self = VolunteerFixture.actor(person);
        long id = applications.apply(self, person.id(), 1, null, "");
        refused(StarProblem.REASON_NEEDED, () -> review.refuse(community, id, ""));
        review.refuse(community, id, "还有异议没有答复");
        refused(StarProblem.DECIDED_ALREADY, () -> review.approve(street, id, ""));
        refused(StarProblem.WAIT_FIRST, () -> applications.apply(self, person.id(), 1, null, ""));
        Visitor me = Visitor.asAccount(person.contactAccountId());
        for (Visitor.Answer answer : List.of(
                me.post("/me/stars", Map.of("of", Ids.text(person.id()), "star", "1")),
                me.get("/me/stars"),
                me.get("/me"))) {
            assertThat(answer.text()).contains("上次没有通过不久，12月21日(周一) 起可以再申请。").doesNotContain("可以申请了");
            assertThat(answer.body()).doesNotContain("name=\"statement\"");
        }
        clock.advance(Duration.ofDays(30));
        assertThat(me.get("/me/stars").body()).contains("name=\"statement\"");
        assertThat(applications.apply(self, person.id(), 1, null, "")).isPositive();
    }

    @Test
    void hours_that_fall_during_the_notice_send_it_back() {
        VolunteerView person = VolunteerFixture.adult("小赵");
        List<RecordKey> given = Hours.give(person, TimeKind.CREDIT, 100 * 60, YESTERDAY);
        Actor self = VolunteerFixture.actor(person);
        long id = applications.apply(self, person.id(), 1, null, "");
        review.approve(community, id, "");
        Hours.take(given.subList(0, 1));
        clock.advance(Duration.ofDays(8));
        notice.grantDue();
        assertThat(stars.file(self, id).application().state()).isEqualTo(State.REVIEW);
        assertThat(stars.highest(person.id())).isEmpty();
        refused(StarProblem.BELOW_THRESHOLD, () -> review.approve(street, id, ""));
    }

    @Test
    void nobody_objects_all_day_long() {
        Actor busy = VolunteerFixture.actor(VolunteerFixture.adult("不停的人"));
        for (int i = 0; i < StarNotice.OBJECTIONS_A_DAY; i++) {
            notice.object(busy, onNotice(), "不对");
        }
        long one = onNotice();
        refused(StarProblem.OBJECTED_ENOUGH, () -> notice.object(busy, one, "不对"));
        clock.advance(Duration.ofDays(1));
        notice.object(busy, one, "不对");
    }

    @Test
    void one_that_fails_keeps_no_other_star_from_being_granted() {
        long broken = onNotice();
        int version = version(broken, 999_999);
        VolunteerView person = person("后面的人", 100 * 60, 0);
        review.approve(community, applications.apply(VolunteerFixture.actor(person), person.id(), 1, null, ""), "");
        clock.advance(Duration.ofDays(8));
        notice.grantDue();
        assertThat(stars.highest(person.id())).isPresent();
        version(broken, version);
        notice.grantDue();
        assertThat(jdbc.sql("select state from star_application where id = :id")
                        .param("id", broken)
                        .query(String.class)
                        .single())
                .isEqualTo("GRANTED");
    }

    private int version(long application, int version) {
        return jdbc.sql("""
                        update star_application set scheme_version = :version where id = :id
                        returning old.scheme_version""")
                .param("id", application)
                .param("version", version)
                .query(Integer.class)
                .single();
    }

    /** An application on public notice. */
    private long onNotice() {
        VolunteerView person = person("公示的人", 100 * 60, 0);
        long id = applications.apply(VolunteerFixture.actor(person), person.id(), 1, null, "");
        review.approve(community, id, "");
        return id;
    }

    @Test
    void a_star_is_never_lowered_by_itself_and_taken_back_only_by_two_after_the_volunteer_was_heard() {
        VolunteerView person = VolunteerFixture.adult("小钱");
        List<RecordKey> given = Hours.give(person, TimeKind.CREDIT, 100 * 60, YESTERDAY);
        Actor self = VolunteerFixture.actor(person);
        long id = applications.apply(self, person.id(), 1, null, "");
        review.approve(community, id, "");
        clock.advance(Duration.ofDays(8));
        notice.grantDue();
        Star star = stars.highest(person.id()).orElseThrow();
        refused(StarProblem.NOT_BELOW, () -> below.announce(street, star.id(), "时长更正", "更正记录"));
        Hours.take(given.subList(0, 1));
        below.checkDue();
        assertThat(stars.highest(person.id())).get().extracting(Star::star).isEqualTo(1);
        assertThat(below.list(street)).extracting(b -> b.star().id()).contains(star.id());
        below.announce(street, star.id(), "一条记录经核实无效", "更正记录");
        refused(StarProblem.ANNOUNCED_ALREADY, () -> below.announce(community, star.id(), "又", "又"));
        below.object(self, star.id(), "那天我在场");
        refused(StarProblem.ANOTHER_PERSON, () -> below.decide(street, star.id(), true, "核实"));
        refused(StarProblem.TIME_TO_OBJECT, () -> below.decide(community, star.id(), true, "核实"));
        clock.advance(Duration.ofDays(20));
        below.decide(community, star.id(), true, "签到照片里没有本人");
        assertThat(stars.highest(person.id())).isEmpty();
        assertThat(stars.own(self, person.id()).takingsBack())
                .extracting(TakingBack::outcome)
                .containsExactly(Outcome.TAKEN_BACK);
        assertThat(cards.badges(person.id())).isEmpty();
    }

    private static VolunteerView person(String name, int credit, int honour) {
        VolunteerView person = VolunteerFixture.adult(name);
        Hours.give(person, TimeKind.CREDIT, credit, YESTERDAY);
        Hours.give(person, TimeKind.HONOUR, honour, YESTERDAY);
        return person;
    }

    /** What the tests do beside stars. */
    private static final class City {

        static void join(Actor person, long team) {
            org.yiwang.testing.City.bean(Memberships.class).join(person, team, null, null);
        }

        static void grant(long account, Role role, String region) {
            org.yiwang.testing.City.bean(org.yiwang.account.Grants.class)
                    .give(
                            Actor.SYSTEM,
                            account,
                            role,
                            PeopleFixture.at(role, region).scope(),
                            "test");
        }
    }
}
