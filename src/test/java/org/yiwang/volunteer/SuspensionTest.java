package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.Refusals.refused;
import static org.yiwang.testing.VolunteerFixture.COMMUNITY;
import static org.yiwang.testing.VolunteerFixture.newIdNumber;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.Grants;
import org.yiwang.account.Suspensions;
import org.yiwang.account.TestSignIns;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;

/** An office stops an account, and lets it in again. */
@CityTest
class SuspensionTest {

    private static final String STREET = COMMUNITY.value().substring(0, 9);

    @Autowired
    private Registration registration;

    @Autowired
    private Recovery recovery;

    @Autowired
    private Joining joining;

    @Autowired
    private Register register;

    @Autowired
    private Suspensions suspensions;

    @Autowired
    private Grants grants;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private String mobile = "";
    private String document = "";
    private VolunteerView person;
    private Actor office = Actor.SYSTEM;

    @BeforeEach
    void start() {
        clock.reset();
        mobile = PeopleFixture.newMobile();
        document = newIdNumber(LocalDate.of(1983, 4, 5));
        person = registration.open(mobile, PeopleFixture.PASSWORD, Registrant.adult("诸葛明", document, COMMUNITY));
        office = PeopleFixture.staff(Role.STREET_OFFICE, STREET);
    }

    @Test
    void ends_every_sign_in_at_once_and_lets_nobody_in_until_it_is_lifted() {
        Answer signIn = signIn();
        Visitor phone = Visitor.anonymous().bearer(signIn.json().get("token").asString());
        assertThat(phone.api("GET", "/api/v1/me", null).status()).isEqualTo(200);

        register.suspend(office, person.id(), "冒用他人证件");
        assertThat(phone.api("GET", "/api/v1/me", null).status()).isEqualTo(401);
        assertThat(signIn().code()).isEqualTo("account.suspended");
        assertThat(Visitor.anonymous()
                        .post("/sign-in", Map.of("mobile", mobile, "password", PeopleFixture.PASSWORD))
                        .body())
                .contains("已被停用");
        assertThat(Visitor.anonymous()
                        .api("POST", "/api/v1/session", Map.of("mobile", mobile, "password", "not this 1"))
                        .code())
                .as("who does not know the password learns nothing")
                .isEqualTo("account.sign-in-wrong");
        refused("account.suspended-already", () -> register.suspend(office, person.id(), "再停一次"));

        register.reinstate(office, person.id(), "当面核实，手机已找回");
        refused("account.not-suspended", () -> register.reinstate(office, person.id(), "再恢复一次"));
        assertThat(signIn().status()).isEqualTo(201);
        assertThat(phone.api("GET", "/api/v1/me", null).status())
                .as("sign-ins from before do not come back")
                .isEqualTo(401);
        assertThat(jdbc.sql("""
                                select what || ' ' || why from account_audit
                                where subject = :s and what in ('account.suspend', 'account.reinstate') order by id""")
                        .param("s", "account:" + Ids.text(person.contactAccountId()))
                        .query((row, i) -> row.getString(1))
                        .list())
                .containsExactly("account.suspend 冒用他人证件", "account.reinstate 当面核实，手机已找回");
    }

    @Test
    void only_an_office_in_whose_reach_the_person_lives_with_a_reason_and_never_oneself() {
        Actor elsewhere = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420199");
        Actor staff = PeopleFixture.staff(Role.COMMUNITY_STAFF, COMMUNITY.value());
        refused("access.out-of-scope", () -> register.suspend(elsewhere, person.id(), "越界"));
        refused("access.out-of-scope", () -> register.suspend(staff, person.id(), "社区无权"));
        refused("account.suspend-why", () -> register.suspend(office, person.id(), " "));
        long own = person.contactAccountId();
        grants.give(Actor.SYSTEM, own, Role.STREET_OFFICE, new Scope.InRegion(new RegionCode(STREET)), "t");
        refused("account.suspend-own", () -> register.suspend(PeopleFixture.actor(own), person.id(), "停自己"));
        register.suspend(office, person.id(), "同级可以停");
        refused("access.out-of-scope", () -> register.reinstate(elsewhere, person.id(), "越界"));
        assertThat(suspensions.list(elsewhere, 1).items()).noneMatch(s -> s.accountId() == own);
        assertThat(suspensions.list(office, 1).items()).anyMatch(s -> s.accountId() == own);
    }

    @Test
    void nobody_stops_who_holds_a_role_above_the_own() {
        grants.give(
                Actor.SYSTEM,
                person.contactAccountId(),
                Role.CITY_OFFICE,
                new Scope.InRegion(new RegionCode("4201")),
                "t");
        assertThatThrownBy(() -> register.suspend(office, person.id(), "下级停上级")).isInstanceOf(Refusal.class);
        assertThat(suspensions.find(person.contactAccountId())).isEmpty();
        register.suspend(PeopleFixture.staff(Role.SYSTEM_ADMIN, "4201"), person.id(), "手机被盗");
        assertThat(suspensions.find(person.contactAccountId())).isPresent();
    }

    @Test
    void a_stolen_phone_does_not_take_the_registration_along() {
        register.suspend(office, person.id(), "手机被盗");
        String thief = PeopleFixture.newMobile();
        joining.sendCode(thief, "192.0.2.1");
        Claimant who = new Claimant.ByMobile(joining.prove(thief, TextMessages.code(thief)));
        recovery.sendCode(who, "01", document, "192.0.2.1");
        refused("volunteer.account-suspended", () -> recovery.recover(who, "01", document, TextMessages.code(mobile)));
        Claimant other = new Claimant.ByAccount(PeopleFixture.actor(PeopleFixture.account("贼")));
        refused(
                "volunteer.account-suspended",
                () -> recovery.recover(other, "01", document, TextMessages.code(mobile)));
    }

    @Test
    void an_office_takes_a_lost_second_factor_away() {
        long own = person.contactAccountId();
        Actor elsewhere = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420199");
        refused("account.second-factor-none", () -> register.resetSecondFactor(office, person.id(), "手机丢了"));
        TestSignIns.setUpSecondFactor(own);
        assertThat(signIn().code()).isEqualTo("account.second-factor-needed");
        refused("access.out-of-scope", () -> register.resetSecondFactor(elsewhere, person.id(), "越界"));
        refused("account.suspend-why", () -> register.resetSecondFactor(office, person.id(), " "));
        Visitor open = Visitor.asAccount(own);

        Visitor desk = Visitor.asAccount(office.accountId());
        String id = Ids.text(person.id());
        assertThat(desk.post("/gov/volunteers/" + id + "/account", Map.of("do", "second-factor", "why", "本人到场，手机丢了"))
                        .status())
                .isEqualTo(303);
        assertThat(open.api("GET", "/api/v1/me", null).status()).isEqualTo(401);
        assertThat(signIn().status()).isEqualTo(201);
        assertThat(jdbc.sql("select why from account_audit where subject = :s and what = 'account.second-factor-reset'")
                        .param("s", "account:" + Ids.text(own))
                        .query(String.class)
                        .list())
                .containsExactly("本人到场，手机丢了");

        TestSignIns.setUpSecondFactor(own);
        assertThat(desk.api("DELETE", "/api/v1/volunteers/" + id + "/second-factor?why=lost", null)
                        .status())
                .isEqualTo(204);
        TestSignIns.setUpSecondFactor(own);
        grants.give(Actor.SYSTEM, own, Role.CITY_OFFICE, new Scope.InRegion(new RegionCode("4201")), "t");
        assertThatThrownBy(() -> register.resetSecondFactor(office, person.id(), "上级的二次验证"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void is_done_on_the_page_and_over_the_api() {
        Visitor desk = Visitor.asAccount(office.accountId());
        String id = Ids.text(person.id());
        assertThat(desk.get("/gov/volunteers/" + id).body()).contains("停用账号");
        assertThat(desk.post("/gov/volunteers/" + id + "/account", Map.of("do", "suspend", "why", "x"))
                        .body())
                .contains("2 至 200 字");
        assertThat(desk.post("/gov/volunteers/" + id + "/account", Map.of("do", "suspend", "why", "冒名<b>顶替"))
                        .status())
                .isEqualTo(303);
        assertThat(desk.get("/gov/volunteers/" + id).body()).contains("恢复账号", "冒名&lt;b&gt;顶替");
        assertThat(desk.get("/gov/suspensions").body()).contains("诸葛明");
        String account = Ids.text(person.contactAccountId());
        assertThat(desk.post("/gov/suspensions/" + account, Map.of("why", "误会")).status())
                .isEqualTo(303);

        assertThat(desk.api("POST", "/api/v1/volunteers/" + id + "/suspension", Map.of())
                        .code())
                .isEqualTo("account.suspend-why");
        assertThat(desk.api("POST", "/api/v1/volunteers/" + id + "/suspension", Map.of("why", "冒名顶替"))
                        .status())
                .isEqualTo(204);
        assertThat(desk.api("GET", "/api/v1/suspensions", null).body()).contains(account);
        assertThat(desk.api("DELETE", "/api/v1/suspensions/" + account + "?why=%E8%AF%AF%E4%BC%9A", null)
                        .status())
                .isEqualTo(204);
        assertThat(desk.api("DELETE", "/api/v1/volunteers/" + id + "/suspension?why=again", null)
                        .code())
                .isEqualTo("account.not-suspended");
    }

    private Answer signIn() {
        return Visitor.anonymous()
                .api("POST", "/api/v1/session", Map.of("mobile", mobile, "password", PeopleFixture.PASSWORD));
    }
}
