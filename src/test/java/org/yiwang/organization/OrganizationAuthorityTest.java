package org.yiwang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.OrganizationFixture.approved;
import static org.yiwang.testing.OrganizationFixture.below;
import static org.yiwang.testing.OrganizationFixture.community;
import static org.yiwang.testing.OrganizationFixture.draft;
import static org.yiwang.testing.OrganizationFixture.today;
import static org.yiwang.testing.OrganizationFixture.volunteer;
import static org.yiwang.testing.OrganizationFixture.with;
import static org.yiwang.testing.PeopleFixture.actor;
import static org.yiwang.testing.PeopleFixture.staff;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.OrganizationFixture;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;

/** Who may decide about whom: leaders, those above them, offices. */
@CityTest
class OrganizationAuthorityTest {

    @Autowired
    private OrganizationApplications applications;

    @Autowired
    private OrganizationReview review;

    @Autowired
    private MemberDesk memberDesk;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Memberships memberships;

    @Autowired
    private TeamFilings filings;

    @Autowired
    private Grants grants;

    @Autowired
    private TestClock clock;

    private RegionCode community;

    @BeforeEach
    void start() {
        clock.reset();
        community = community("420102");
    }

    @Test
    void a_captain_gives_posts_but_neither_makes_nor_removes_administrators() {
        Actor founder = volunteer("管理员");
        long id = approved(founder, with(draft(community), JoinPolicy.DIRECT, null));
        Actor administrator = actor(founder.accountId());
        Actor captain = member(id, "队长");
        Actor other = member(id, "队员");
        memberDesk.givePost(administrator, id, post(Post.CAPTAIN, captain));
        memberships.answerPost(
                captain,
                id,
                memberships.offers(captain).getFirst().id(),
                true,
                applications.honesty().version());
        Actor leads = actor(captain.accountId());
        memberDesk.givePost(administrator, id, post(Post.ADMINISTRATOR, other));
        long offered = memberDesk.posts(administrator, id).stream()
                .filter(p -> p.post() == Post.ADMINISTRATOR && p.accountId() == other.accountId())
                .findFirst()
                .orElseThrow()
                .id();

        refused("access.out-of-scope", () -> memberDesk.givePost(leads, id, post(Post.ADMINISTRATOR, captain)));
        refused("access.out-of-scope", () -> memberDesk.endPost(leads, id, offered, "我不同意"));
        assertThat(memberDesk.givePost(leads, id, post(Post.LIAISON, other))).isTrue();
        memberDesk.endPost(administrator, id, offered, "先不任命");
    }

    @Test
    void captain_and_liaison_may_organize_notify_record_and_summarise_for_their_team_and_no_other() {
        long id = approved(volunteer("队长"), draft(community));
        long other = approved(volunteer("别队"), draft(community));
        for (Role role : List.of(Role.CAPTAIN, Role.LIAISON)) {
            Actor person = PeopleFixture.leader(role, id);
            for (Permission right : List.of(
                    Permission.ACTIVITY_MANAGE,
                    Permission.SIGN_UP_DECIDE,
                    Permission.ATTENDANCE_MANAGE,
                    Permission.RECORD_ATTEST)) {
                organizations.require(person, right, id);
                refused("access.out-of-scope", () -> organizations.require(person, right, other));
            }
            refused("access.out-of-scope", () -> organizations.require(person, Permission.RECORD_APPROVE_LONG_DAY, id));
        }
    }

    @Test
    void who_leads_an_organization_decides_nothing_about_it_even_from_the_office() {
        Actor founder = volunteer("双重身份");
        long id = approved(founder, draft(community));
        grants.give(
                Actor.SYSTEM,
                founder.accountId(),
                Role.DISTRICT_OFFICE,
                new Scope.InRegion(new RegionCode("420102")),
                "t");
        Actor both = actor(founder.accountId());
        refused("organization.own-application", () -> review.stop(both, id, "自己停"));
        refused("organization.own-application", () -> review.renew(both, id, today().plusYears(2)));
        review.stop(Actor.SYSTEM, id, "整改");
        refused("organization.own-application", () -> review.restart(both, id, "自己恢复"));
    }

    @Test
    void leaders_above_stop_a_team_but_only_the_office_lets_it_act_again() {
        Actor above = volunteer("上级");
        long parent = approved(above, draft(community));
        Actor leaderAbove = actor(above.accountId());
        long id = approved(volunteer("下级"), below(draft(community), null, parent));
        assertThat(review.mayFile(leaderAbove, id)).isFalse();

        refused("organization.office-only", () -> review.renew(leaderAbove, id, today().plusYears(2)));
        refused("organization.office-only", () -> review.refuseRenewal(leaderAbove, id, "不续"));
        review.stop(leaderAbove, id, "没有按计划服务");
        refused("organization.office-only", () -> review.restart(leaderAbove, id, "整改完成"));
        assertThat(organizations.get(id).active()).isFalse();
        String path = "/desk/organizations/" + Ids.text(parent) + "/below/" + Ids.text(id);
        Visitor visitor = Visitor.asAccount(above.accountId());
        assertThat(visitor.get(path).body()).contains("由所在地主管部门办理").doesNotContain("value=\"RESTART\"");
        assertThat(visitor.post(path, Map.of("decision", "RESTART", "reason", "整改完成"))
                        .status())
                .isEqualTo(403);

        review.restart(staff(Role.COMMUNITY_STAFF, community.value()), id, "整改完成");
        assertThat(organizations.get(id).active()).isTrue();
    }

    @Test
    void an_expired_team_is_renewed_by_the_office_and_not_by_those_above() {
        Actor above = volunteer("上级");
        long parent = approved(above, draft(community));
        long id = applications.apply(
                volunteer("下级"),
                below(draft(community), null, parent),
                applications.honesty().version());
        review.approve(Actor.SYSTEM, id, today().plusDays(3), null);
        clock.advance(Duration.ofDays(5));
        filings.passDay();
        refused("organization.office-only", () -> review.renew(actor(above.accountId()), id, today().plusYears(1)));
        review.renew(staff(Role.COMMUNITY_STAFF, community.value()), id, today().plusYears(1));
        assertThat(organizations.get(id).active()).isTrue();
    }

    @Test
    void the_unit_that_files_a_team_renews_and_restarts_it_when_it_stands_above_it() {
        String code = creditCode();
        Actor manager = volunteer("单位");
        long unit = approved(manager, registered(code));
        Actor leader = actor(manager.accountId());
        long own = approved(volunteer("自家队"), below(filedBy("物业" + code, code), null, unit));
        String elsewhere = creditCode();
        long foreign = approved(volunteer("别家队"), below(filedBy("学校" + elsewhere, elsewhere), null, unit));
        long beside = approved(volunteer("不在其下"), filedBy("物业" + code, code));

        review.renew(leader, own, today().plusYears(2));
        review.stop(leader, own, "整改");
        review.restart(leader, own, "整改完成");
        assertThat(organizations.get(own).active()).isTrue();
        refused("organization.office-only", () -> review.renew(leader, foreign, today().plusYears(2)));
        refused("access.out-of-scope", () -> review.renew(leader, beside, today().plusYears(2)));
    }

    private static OrganizationDraft registered(String creditCode) {
        OrganizationDraft d = draft(community("420102"));
        return new OrganizationDraft(
                d.name(),
                d.region(),
                new OrganizationDraft.Standing("2", "1", null, creditCode, null),
                d.about(),
                d.contact(),
                d.joining(),
                null,
                null);
    }

    private static OrganizationDraft filedBy(String name, String creditCode) {
        OrganizationDraft d = draft(community("420102"));
        return new OrganizationDraft(
                d.name(),
                d.region(),
                new OrganizationDraft.Standing("1", null, null, null, FiledWith.UNIT),
                OrganizationFixture.about(new OrganizationDraft.Unit(name, "12", creditCode)),
                d.contact(),
                d.joining(),
                null,
                null);
    }

    private static String creditCode() {
        String code = "9142010" + String.format("%010d", Math.floorMod(Ids.next(), 10_000_000_000L));
        return code + CreditCode.checkCharacter(code + "0");
    }

    private Actor member(long id, String name) {
        Actor person = volunteer(name);
        memberships.join(person, id, null, null);
        return person;
    }

    private static PostDraft post(Post post, Actor person) {
        return new PostDraft(post, person.accountId(), HowChosen.ELECTED, today(), "到会 18 人，得票 15");
    }
}
