package org.yiwang.organization;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.OrganizationFixture.approved;
import static org.yiwang.testing.OrganizationFixture.below;
import static org.yiwang.testing.OrganizationFixture.community;
import static org.yiwang.testing.OrganizationFixture.draft;
import static org.yiwang.testing.OrganizationFixture.today;
import static org.yiwang.testing.OrganizationFixture.volunteer;
import static org.yiwang.testing.OrganizationFixture.with;
import static org.yiwang.testing.PeopleFixture.actor;
import static org.yiwang.testing.PeopleFixture.leader;
import static org.yiwang.testing.PeopleFixture.staff;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.organization.MemberView.State;
import org.yiwang.rules.Rules;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;

@CityTest
class OrganizationTest {

    @Autowired
    private Organizations organizations;

    @Autowired
    private OrganizationApplications applications;

    @Autowired
    private OrganizationReview review;

    @Autowired
    private OrganizationDesk desk;

    @Autowired
    private MemberDesk memberDesk;

    @Autowired
    private Memberships memberships;

    @Autowired
    private OrganizationDirectory directory;

    @Autowired
    private TeamFilings filings;

    @Autowired
    private TeamPostStore postStore;

    @Autowired
    private Grants grants;

    @Autowired
    private Rules rules;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private RegionCode community;

    @BeforeEach
    void start() {
        clock.reset();
        community = community("420102");
    }

    // Applying and deciding

    @Test
    void runs_from_application_to_approval_and_makes_the_applicant_its_first_administrator() {
        Actor founder = volunteer("田甜");
        long id = apply(founder, draft(community));
        assertThat(organizations.get(id).active()).isFalse();
        assertThat(organizations.listWithin(Actor.SYSTEM, Permission.ORGANIZATION_MANAGE))
                .noneMatch(o -> o.id() == id);

        Actor office = staff(Role.STREET_OFFICE, community.value().substring(0, 9));
        assertThat(review.waiting(office, 1).items()).anyMatch(c -> c.id() == id);
        review.approve(office, id, today().plusYears(1), null);

        assertThat(organizations.get(id).active()).isTrue();
        assertThat(organizations.leaders(id)).containsExactly(founder.accountId());
        assertThat(organizations.isMember(id, founder.accountId())).isTrue();
        assertThat(grants.of(founder.accountId()))
                .contains(new Grant(Role.ORGANIZATION_ADMIN, new Scope.InOrganization(id)));
        assertThat(kinds(office, id)).containsExactly(DecisionView.Kind.APPLIED, DecisionView.Kind.APPROVED);
    }

    @Test
    void keeps_every_step_of_an_application_that_is_returned_corrected_and_approved() {
        Actor founder = volunteer("白桦");
        Actor office = staff(Role.DISTRICT_OFFICE, "420102");
        long id = apply(founder, draft(community));
        refused("organization.reason-missing", () -> review.giveBack(office, id, "  "));
        review.giveBack(office, id, "简介请写明服务时间");
        refused("organization.already-decided", () -> review.approve(office, id, today().plusYears(1), null));

        applications.correct(founder, id, draft(community));
        review.approve(office, id, today().plusYears(1), null);
        review.stop(office, id, "半年没有活动");
        assertThat(organizations.get(id).active()).isFalse();
        review.restart(office, id, "整改完成");
        assertThat(organizations.get(id).active()).isTrue();

        assertThat(kinds(office, id))
                .containsExactly(
                        DecisionView.Kind.APPLIED,
                        DecisionView.Kind.RETURNED,
                        DecisionView.Kind.CORRECTED,
                        DecisionView.Kind.APPROVED,
                        DecisionView.Kind.STOPPED,
                        DecisionView.Kind.RESTARTED);
        assertThatThrownBy(() -> jdbc.sql("update organization_decision set reason = 'x' where organization_id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only added");
    }

    @Test
    void lets_only_the_office_whose_scope_covers_the_region_or_the_leaders_above_decide() {
        Actor above = volunteer("秦川");
        long parent = approved(above, draft(community));
        Actor leaderAbove = actor(above.accountId());
        Actor founder = volunteer("方圆");
        long id = apply(founder, below(draft(community), null, parent));

        Actor sibling = staff(Role.DISTRICT_OFFICE, "420103");
        assertThat(review.waiting(sibling, 1).items()).noneMatch(c -> c.id() == id);
        refused("access.out-of-scope", () -> review.approve(sibling, id, today().plusYears(1), null));
        refused("access.out-of-scope", () -> review.get(sibling, id));
        Actor stranger = leader(Role.ORGANIZATION_ADMIN, approved(volunteer("路人"), draft(community)));
        refused("access.out-of-scope", () -> review.approve(stranger, id, today().plusYears(1), null));
        refused("access.out-of-scope", () -> review.approve(founder, id, today().plusYears(1), null));

        assertThat(review.waiting(leaderAbove, 1).items()).anyMatch(c -> c.id() == id);
        review.approve(leaderAbove, id, today().plusYears(1), null);
        assertThat(organizations.get(id).ancestors()).containsExactly(parent, id);
        refused("access.out-of-scope", () -> review.stop(actor(founder.accountId()), id, "自己停自己"));
    }

    @Test
    void lets_nobody_decide_on_the_own_application() {
        Actor founder = volunteer("双面");
        grants.give(
                Actor.SYSTEM,
                founder.accountId(),
                Role.DISTRICT_OFFICE,
                new Scope.InRegion(new RegionCode("420102")),
                "t");
        Actor both = actor(founder.accountId());
        long id = apply(both, draft(community));
        refused("organization.own-application", () -> review.approve(both, id, today().plusYears(1), null));
    }

    @Test
    void decides_once_when_two_reviewers_decide_at_the_same_moment() throws Exception {
        Actor office = staff(Role.DISTRICT_OFFICE, "420102");
        for (int round = 0; round < 5; round++) {
            long id = apply(volunteer("并发"), draft(community));
            List<String> outcomes = atOnce(
                    () -> review.approve(office, id, today().plusYears(1), null),
                    () -> review.approve(office, id, today().plusYears(2), null),
                    () -> review.giveBack(office, id, "不行"),
                    () -> review.approve(Actor.SYSTEM, id, today().plusYears(1), null));
            assertThat(outcomes).containsOnlyOnce("done").contains("organization.already-decided");
            assertThat(kinds(office, id)).hasSize(2);
        }
    }

    @Test
    void asks_an_applicant_to_be_a_volunteer_of_age_who_accepts_the_honesty_agreement() {
        Actor nobody = actor(org.yiwang.testing.PeopleFixture.account("路过"));
        refused("organization.not-a-volunteer", () -> apply(nobody, draft(community)));
        Actor founder = volunteer("诚实");
        refused("organization.honesty-missing", () -> applications.apply(founder, draft(community), null));
        refused("organization.honesty-missing", () -> applications.apply(founder, draft(community), 999));
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, 17, false",
        "ADMINISTRATOR, 18, true",
        "CAPTAIN, 17, false",
        "CAPTAIN, 18, true",
        "LIAISON, 15, false",
        "LIAISON, 16, true"
    })
    void gives_posts_only_to_those_old_enough_on_the_day(Post post, int age, boolean mayHold) {
        TeamPeople people = people(Map.of(
                1L, new People.Person("甲", "1", today().minusYears(age)),
                2L, new People.Person("乙", "2", today().minusYears(age).plusDays(1))));
        TeamPosts posts = new TeamPosts(postStore, grants, people, rules, clock);
        if (mayHold) {
            posts.requireAge(post, 1);
            refused("organization.person-under-age", () -> posts.requireAge(post, 2));
        } else {
            refused("organization.person-under-age", () -> posts.requireAge(post, 1));
        }
    }

    @Test
    void limits_how_many_applications_of_one_person_wait_and_frees_the_name_of_one_taken_back() {
        Actor founder = volunteer("多多");
        OrganizationDraft first = draft(community);
        long id = apply(founder, first);
        refused("organization.name-taken", () -> apply(founder, first));
        apply(founder, draft(community));
        apply(founder, draft(community));
        refused("organization.too-many-waiting", () -> apply(founder, draft(community)));
        applications.withdraw(founder, id);
        refused("organization.already-decided", () -> applications.withdraw(founder, id));
        assertThat(apply(founder, first)).isNotEqualTo(id);
        refused("organization.not-yours", () -> applications.get(volunteer("旁人"), id));
    }

    @Test
    void checks_what_a_draft_says() {
        Actor founder = volunteer("细心");
        OrganizationDraft good = draft(community);
        wrong(founder, "organization.text-length", named(good, "一"));
        wrong(
                founder,
                "organization.unknown-code",
                standing(good, new OrganizationDraft.Standing("9", null, null, null, null)));
        wrong(
                founder,
                "organization.filing-body-missing",
                standing(good, new OrganizationDraft.Standing("1", null, null, null, null)));
        wrong(
                founder,
                "organization.unit-missing",
                standing(good, new OrganizationDraft.Standing("1", null, null, null, FiledWith.UNIT)));
        wrong(
                founder,
                "organization.legal-form-missing",
                standing(good, new OrganizationDraft.Standing("2", null, null, "x", null)));
        wrong(
                founder,
                "organization.credit-code-missing",
                standing(good, new OrganizationDraft.Standing("2", "1", null, " ", null)));
        wrong(
                founder,
                "organization.credit-code-wrong",
                standing(good, new OrganizationDraft.Standing("2", "1", null, "91350100M000100Y44", null)));
        wrong(
                founder,
                "organization.unit-kind-missing",
                standing(good, new OrganizationDraft.Standing("3", null, null, "91350100M000100Y43", null)));
        wrong(founder, "organization.filing-needs-community", in(good, new RegionCode("420102")));
        wrong(founder, "organization.parent-unknown", below(good, 12345L, null));
        wrong(founder, "organization.categories", about(good, List.of()));
        wrong(founder, "organization.categories", about(good, List.of("01", "02", "03", "04", "05")));
        wrong(founder, "organization.pass-code-form", with(good, JoinPolicy.PASS_CODE, "1234567"));
        wrong(founder, "organization.pass-code-form", with(good, JoinPolicy.PASS_CODE, null));
        assertThat(apply(founder, named(good, " 𠮷庆里<b>邻里</b>队 "))).isPositive();
    }

    @Test
    void knows_a_host_unit_again_by_its_code_and_asks_when_the_name_differs() {
        String code = "9142010" + String.format("%010d", Math.floorMod(Ids.next(), 10_000_000_000L));
        String full = code + CreditCode.checkCharacter(code + "0");
        OrganizationDraft.Unit unit = new OrganizationDraft.Unit("百步亭物业公司" + code, "12", full);
        long first = approved(volunteer("物业甲"), unit(draft(community), unit));
        long second = approved(
                volunteer("物业乙"),
                unit(
                        draft(community),
                        new OrganizationDraft.Unit(unit.name(), "12", " " + full.toLowerCase(java.util.Locale.ROOT))));
        OrganizationProfile.Named known = requireNonNull(directory.get(first).unit());
        assertThat(known).isEqualTo(directory.get(second).unit());
        assertThat(directory.unit(known.id()).teams())
                .extracting(OrganizationCard::id)
                .contains(first, second);
        wrong(
                volunteer("物业丙"),
                "organization.unit-name-differs",
                unit(draft(community), new OrganizationDraft.Unit("别的名字", "12", full)));
    }

    // Trees

    @Test
    void stands_in_two_trees_at_once_and_lets_nobody_close_a_circle() throws Exception {
        Actor city = staff(Role.SYSTEM_ADMIN, "4201");
        long line = approved(volunteer("条"), draft(community));
        long area = approved(volunteer("块"), draft(community));
        long team = approved(volunteer("队"), draft(community));
        desk.place(city, team, Tree.LINE, line);
        desk.place(city, team, Tree.AREA, area);
        assertThat(organizations.get(team).ancestors()).containsExactlyInAnyOrder(line, area, team);
        assertThat(directory.get(team).parents()).hasSize(2);

        refused("organization.cycle", () -> desk.place(city, line, Tree.AREA, team));
        refused("organization.cycle", () -> desk.place(city, team, Tree.AREA, team));
        desk.place(city, team, Tree.LINE, null);
        assertThat(organizations.get(team).ancestors()).containsExactly(area, team);

        List<String> outcomes =
                atOnce(() -> desk.place(city, line, Tree.LINE, area), () -> desk.place(city, area, Tree.LINE, line));
        assertThat(outcomes).containsExactlyInAnyOrder("done", "organization.cycle");
    }

    @Test
    void moves_an_organization_only_by_those_who_may_for_both() {
        long above = approved(volunteer("上级"), draft(community));
        Actor founder = volunteer("下级");
        long team = approved(founder, draft(community));
        Actor own = actor(founder.accountId());
        refused("access.out-of-scope", () -> desk.place(own, team, Tree.AREA, above));
        Actor sibling = staff(Role.DISTRICT_OFFICE, "420103");
        refused("access.out-of-scope", () -> desk.place(sibling, team, Tree.AREA, above));
        desk.place(staff(Role.STREET_OFFICE, community.value().substring(0, 9)), team, Tree.AREA, above);
        assertThat(organizations.isMember(above, founder.accountId()))
                .as("the body above has not taken them in")
                .isFalse();
        assertThat(organizations.isMember(team, above)).isFalse();
    }

    // Filing

    @Test
    void warns_before_a_filing_ends_and_makes_the_group_inactive_after() {
        Actor founder = volunteer("备案");
        long id = apply(founder, draft(community));
        review.approve(Actor.SYSTEM, id, today().plusDays(40), null);
        filings.passDay();
        assertThat(warnings(founder)).isZero();
        clock.advance(Duration.ofDays(11));
        filings.passDay();
        filings.passDay();
        assertThat(warnings(founder)).isEqualTo(1);
        clock.advance(Duration.ofDays(25));
        filings.passDay();
        assertThat(warnings(founder)).isEqualTo(2);
        assertThat(organizations.mayActIn(id, community)).isTrue();
        clock.advance(Duration.ofDays(5));
        assertThat(organizations.get(id).active())
                .as("the day after, before the job has run")
                .isFalse();
        filings.passDay();
        assertThat(directory.get(id).state()).isEqualTo(OrganizationState.EXPIRED);
        assertThat(organizations.mayActIn(id, community)).isFalse();
        refused("organization.not-active", () -> memberships.join(volunteer("晚了"), id, null, null));

        Actor own = actor(founder.accountId());
        desk.askRenewal(own, id);
        refused("organization.already-asked", () -> desk.askRenewal(own, id));
        Actor office = staff(Role.COMMUNITY_STAFF, community.value());
        assertThat(review.waiting(office, 1).items()).anyMatch(c -> c.id() == id && c.renewalAsked());
        refused("organization.filing-period", () -> review.renew(office, id, today().minusDays(1)));
        refused("organization.filing-period", () -> review.renew(office, id, today().plusYears(4)));
        review.renew(office, id, today().plusYears(1));
        assertThat(organizations.get(id).active()).isTrue();
        assertThat(review.waiting(office, 1).items()).noneMatch(c -> c.id() == id);
    }

    @Test
    void renews_a_filing_in_force_from_the_day_after_it_ends() {
        long id = approved(volunteer("早续"), draft(community));
        LocalDate end = today().plusYears(1);
        review.renew(Actor.SYSTEM, id, end.plusYears(1));
        OrganizationProfile.Filing last = requireNonNull(directory.get(id).filing());
        assertThat(last.from()).isEqualTo(end.plusDays(1));
        assertThat(organizations.mayActIn(id, community)).isTrue();
    }

    @Test
    void lets_a_filed_group_act_inside_its_area_only() {
        long id = approved(volunteer("范围"), draft(community));
        assertThat(organizations.mayActIn(id, community)).isTrue();
        assertThat(organizations.mayActIn(id, new RegionCode(community.value() + "001")))
                .isTrue();
        assertThat(organizations.mayActIn(id, community.parent().orElseThrow())).isFalse();
        assertThat(organizations.mayActIn(id, community("420103"))).isFalse();
        refused(
                "organization.filing-period",
                () -> review.approve(Actor.SYSTEM, apply(volunteer("无期"), draft(community)), null, null));
    }

    // Members

    @ParameterizedTest
    @CsvSource({
        "REVIEW, , , ASKED",
        "DIRECT, , , MEMBER",
        "NOBODY, , , organization.join-closed",
        "PASS_CODE, 义网88, 义网88, MEMBER",
        "PASS_CODE, 义网88, 义网８８, MEMBER",
        "PASS_CODE, 义网88, 义网89, organization.pass-code-wrong",
        "PASS_CODE, 义网88, , organization.pass-code-wrong"
    })
    void lets_people_join_by_the_policy(JoinPolicy policy, String passCode, String typed, String outcome) {
        long id = approved(volunteer("队长"), with(draft(community), policy, passCode));
        Actor person = volunteer("新人");
        assertThat(outcome(() -> memberships.join(person, id, typed, null).name()))
                .isEqualTo(outcome);
        assertThat(organizations.isMember(id, person.accountId())).isEqualTo(outcome.equals("MEMBER"));
    }

    @Test
    void stops_guessing_at_a_pass_code() {
        long id = approved(volunteer("队长"), with(draft(community), JoinPolicy.PASS_CODE, "42"));
        Actor person = volunteer("猜谜");
        for (int i = 0; i < 10; i++) {
            refused("organization.pass-code-wrong", () -> memberships.join(person, id, "x", null));
        }
        refused("organization.pass-code-tries", () -> memberships.join(person, id, "42", null));
        clock.advance(Duration.ofDays(1));
        assertThat(memberships.join(person, id, "42", null)).isEqualTo(State.MEMBER);
    }

    @Test
    void guesses_at_a_pass_code_made_at_once_do_not_pass_the_limit() throws Exception {
        long id = approved(volunteer("队长"), with(draft(community), JoinPolicy.PASS_CODE, "42"));
        Actor person = volunteer("猜谜");
        Runnable guess = () -> memberships.join(person, id, "x", null);
        List<String> outcomes = atOnce(java.util.Collections.nCopies(30, guess).toArray(Runnable[]::new));
        assertThat(outcomes).filteredOn("organization.pass-code-wrong"::equals).hasSize(10);
        assertThat(outcomes).filteredOn("organization.pass-code-tries"::equals).hasSize(20);
    }

    @Test
    void decides_on_each_request_to_join_once() throws Exception {
        Actor founder = volunteer("队长");
        long id = approved(founder, draft(community));
        Actor own = actor(founder.accountId());
        Actor person = volunteer("申请人");
        memberships.join(person, id, null, "我会理发");
        refused("organization.already-asked", () -> memberships.join(person, id, null, null));
        List<String> outcomes = atOnce(
                () -> memberDesk.decide(own, id, person.accountId(), true, null),
                () -> memberDesk.decide(own, id, person.accountId(), false, "满了"),
                () -> memberDesk.decide(own, id, person.accountId(), true, null));
        assertThat(outcomes).containsOnlyOnce("done");
        Actor stranger = leader(Role.CAPTAIN, approved(volunteer("别队"), draft(community)));
        refused("access.out-of-scope", () -> memberDesk.decide(stranger, id, person.accountId(), true, null));
        refused("access.out-of-scope", () -> memberDesk.members(stranger, id, EnumSet.of(State.MEMBER), 1));
    }

    @Test
    void makes_an_invited_person_a_member_only_by_the_own_consent() {
        Actor founder = volunteer("队长");
        long id = approved(founder, with(draft(community), JoinPolicy.NOBODY, null));
        Actor own = actor(founder.accountId());
        Actor person = volunteer("客人");
        String number = number(own, person);
        memberDesk.invite(own, id, number);
        assertThat(memberDesk.members(own, id, EnumSet.of(State.INVITED), 1).items())
                .as("a number is no reason to learn a name")
                .extracting(MemberView::name)
                .containsExactly("客*");
        assertThat(organizations.isMember(id, person.accountId())).isFalse();
        refused("organization.already-invited", () -> memberDesk.invite(own, id, number));
        refused("organization.number-unknown", () -> memberDesk.invite(own, id, "没有这个编号"));
        memberships.answerInvitation(person, id, false);
        refused("organization.not-invited", () -> memberships.answerInvitation(person, id, true));
        memberDesk.invite(own, id, number);
        memberships.answerInvitation(person, id, true);
        assertThat(organizations.isMember(id, person.accountId())).isTrue();
        memberships.leave(person, id);
        assertThat(organizations.isMember(id, person.accountId())).isFalse();
        refused("organization.not-a-member", () -> memberships.leave(person, id));
    }

    // Posts

    @Test
    void gives_the_role_with_the_post_and_takes_it_away_when_the_post_ends() {
        Actor founder = volunteer("队长");
        long id = approved(founder, with(draft(community), JoinPolicy.DIRECT, null));
        Actor own = actor(founder.accountId());
        Actor person = volunteer("联络");
        refused("organization.not-a-member", () -> memberDesk.givePost(own, id, post(Post.LIAISON, person)));
        memberships.join(person, id, null, null);
        assertThat(memberDesk.givePost(own, id, post(Post.LIAISON, person))).isTrue();
        refused("organization.post-held", () -> memberDesk.givePost(own, id, post(Post.LIAISON, person)));
        Grant grant = new Grant(Role.LIAISON, new Scope.InOrganization(id));
        assertThat(grants.of(person.accountId())).contains(grant);
        assertThat(organizations.leaders(id)).contains(person.accountId());

        memberships.leave(person, id);
        assertThat(grants.of(person.accountId())).doesNotContain(grant);
        assertThat(organizations.leaders(id)).doesNotContain(person.accountId());
        assertThat(memberDesk.posts(own, id)).anyMatch(p -> p.post() == Post.LIAISON && p.endedAt() != null);
    }

    @Test
    void begins_a_post_that_runs_the_team_only_after_the_honesty_agreement() {
        Actor founder = volunteer("队长");
        long id = approved(founder, with(draft(community), JoinPolicy.DIRECT, null));
        Actor own = actor(founder.accountId());
        Actor person = volunteer("新管");
        memberships.join(person, id, null, null);
        assertThat(memberDesk.givePost(own, id, post(Post.ADMINISTRATOR, person)))
                .isFalse();
        assertThat(organizations.leaders(id)).doesNotContain(person.accountId());
        refused("organization.last-administrator", () -> memberships.leave(own, id));

        PostView offer = memberships.offers(person).getFirst();
        refused("organization.honesty-missing", () -> memberships.answerPost(person, id, offer.id(), true, null));
        refused("organization.post-unknown", () -> memberships.answerPost(own, id, offer.id(), true, 1));
        memberships.answerPost(
                person, id, offer.id(), true, applications.honesty().version());
        assertThat(organizations.leaders(id)).contains(person.accountId());
        memberships.leave(own, id);
        assertThat(organizations.leaders(id)).containsExactly(person.accountId());
    }

    @Test
    void has_one_captain_at_a_time_whom_the_next_one_follows() {
        Actor founder = volunteer("队长");
        long id = approved(founder, with(draft(community), JoinPolicy.DIRECT, null));
        Actor own = actor(founder.accountId());
        assertThat(memberDesk.givePost(own, id, post(Post.CAPTAIN, founder))).isTrue();
        Actor next = volunteer("新队长");
        memberships.join(next, id, null, null);
        memberDesk.givePost(own, id, post(Post.CAPTAIN, next));
        memberships.answerPost(
                next,
                id,
                memberships.offers(next).getFirst().id(),
                true,
                applications.honesty().version());
        assertThat(memberDesk.posts(own, id).stream().filter(p -> p.post() == Post.CAPTAIN && p.isHeld()))
                .extracting(PostView::accountId)
                .containsExactly(next.accountId());
        Grant captain = new Grant(Role.CAPTAIN, new Scope.InOrganization(id));
        assertThat(grants.of(founder.accountId())).doesNotContain(captain);
        assertThat(grants.of(next.accountId())).contains(captain);
    }

    // The public list

    @ParameterizedTest
    @ValueSource(strings = {"𠮷庆", "巾", "义剪", "义剪社 "})
    void finds_a_team_by_a_word_of_two_characters_in_its_region(String word) {
        long id = approved(volunteer("找"), named(draft(community), "𠮷庆巾帼义剪社" + Ids.text(Ids.next())));
        assertThat(list(new OrganizationFilter(new RegionCode("420102"), "neighbours", "17", word)))
                .contains(id);
        assertThat(list(new OrganizationFilter(new RegionCode("420103"), "", "", word)))
                .doesNotContain(id);
        assertThat(list(new OrganizationFilter(null, "party", "", word))).doesNotContain(id);
        assertThat(list(new OrganizationFilter(null, "", "19", word))).doesNotContain(id);
        assertThat(list(new OrganizationFilter(null, "", "", word + "%"))).doesNotContain(id);
    }

    @Test
    void shows_a_private_number_to_its_leaders_only() {
        Actor founder = volunteer("保密");
        long id = approved(founder, draft(community));
        assertThat(directory.get(id).contact()).isNull();
        assertThat(desk.get(actor(founder.accountId()), id).contact())
                .isEqualTo(new OrganizationDraft.Contact("陈晨", "13900000000", false));
        assertThat(review.get(Actor.SYSTEM, id).contact())
                .isEqualTo(new OrganizationDraft.Contact("陈晨", "139****0000", false));
        refused("organization.unknown", () -> directory.get(apply(volunteer("未批"), draft(community))));
    }

    // How the sentences above are said

    private long apply(Actor founder, OrganizationDraft draft) {
        return applications.apply(founder, draft, applications.honesty().version());
    }

    private void wrong(Actor founder, String code, OrganizationDraft draft) {
        refused(code, () -> apply(founder, draft));
    }

    private static String outcome(Callable<String> deed) {
        try {
            return deed.call();
        } catch (Refusal refusal) {
            return refusal.problem().code();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> atOnce(Runnable... deeds) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(deeds.length)) {
            List<Future<String>> outcomes = Stream.of(deeds)
                    .map(deed -> threads.submit(() -> outcome(() -> {
                        deed.run();
                        return "done";
                    })))
                    .toList();
            List<String> all = new java.util.ArrayList<>();
            for (Future<String> outcome : outcomes) {
                all.add(outcome.get());
            }
            return all;
        }
    }

    private List<DecisionView.Kind> kinds(Actor actor, long id) {
        return review.decisions(actor, id).stream().map(DecisionView::kind).toList();
    }

    private List<Long> list(OrganizationFilter filter) {
        return directory.list(filter, 1).items().stream()
                .map(OrganizationCard::id)
                .toList();
    }

    private int warnings(Actor founder) {
        return jdbc.sql("select count(*) from notification_inbox where account_id = :id and key like '%filing-ends'")
                .param("id", founder.accountId())
                .query((row, i) -> row.getInt(1))
                .single();
    }

    private String number(Actor own, Actor person) {
        long open = approved(volunteer("借看"), with(draft(community), JoinPolicy.DIRECT, null));
        memberships.join(person, open, null, null);
        return memberDesk.members(Actor.SYSTEM, open, EnumSet.of(State.MEMBER), 1).items().stream()
                .filter(m -> m.accountId() == person.accountId())
                .findFirst()
                .orElseThrow()
                .number();
    }

    private PostDraft post(Post post, Actor person) {
        return new PostDraft(post, person.accountId(), HowChosen.ELECTED, today(), "到会 18 人，得票 15");
    }

    private TeamPeople people(Map<Long, People.Person> known) {
        People people = accountId -> Optional.ofNullable(known.get(accountId));
        return new TeamPeople(
                new ObjectProvider<>() {
                    @Override
                    public Stream<People> stream() {
                        return Stream.of(people);
                    }
                },
                clock);
    }

    private static OrganizationDraft named(OrganizationDraft d, String name) {
        return new OrganizationDraft(
                name, d.region(), d.standing(), d.about(), d.contact(), d.joining(), d.lineParent(), d.areaParent());
    }

    private static OrganizationDraft in(OrganizationDraft d, RegionCode region) {
        return new OrganizationDraft(
                d.name(), region, d.standing(), d.about(), d.contact(), d.joining(), d.lineParent(), d.areaParent());
    }

    private static OrganizationDraft standing(OrganizationDraft d, OrganizationDraft.Standing standing) {
        return new OrganizationDraft(
                d.name(), d.region(), standing, d.about(), d.contact(), d.joining(), d.lineParent(), d.areaParent());
    }

    private static OrganizationDraft about(OrganizationDraft d, List<String> categories) {
        OrganizationDraft.About a = d.about();
        return new OrganizationDraft(
                d.name(),
                d.region(),
                d.standing(),
                new OrganizationDraft.About(a.kinds(), categories, a.unit(), false, null, a.introduction(), null, null),
                d.contact(),
                d.joining(),
                null,
                null);
    }

    private static OrganizationDraft unit(OrganizationDraft d, OrganizationDraft.Unit unit) {
        return new OrganizationDraft(
                d.name(),
                d.region(),
                new OrganizationDraft.Standing("1", null, null, null, FiledWith.UNIT),
                org.yiwang.testing.OrganizationFixture.about(unit),
                d.contact(),
                d.joining(),
                null,
                null);
    }
}
