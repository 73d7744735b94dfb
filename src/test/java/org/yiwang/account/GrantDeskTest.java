package org.yiwang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.region.Regions;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.Visitor;

@CityTest
class GrantDeskTest {

    @Autowired
    private GrantDesk desk;

    @Autowired
    private Grants grants;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private AuditReader reader;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Regions regions;

    @ParameterizedTest
    @CsvSource({
        "DISTRICT_OFFICE, 420102, STREET_OFFICE,   420102002,    ok",
        "DISTRICT_OFFICE, 420102, DISTRICT_OFFICE, 420102,       ok",
        "DISTRICT_OFFICE, 420102, STREET_OFFICE,   420103001,    access.out-of-scope",
        "DISTRICT_OFFICE, 420102, CITY_OFFICE,     4201,         access.out-of-scope",
        "DISTRICT_OFFICE, 420102, CITY_OFFICE,     420102,       account.grant-above",
        "DISTRICT_OFFICE, 420102, SYSTEM_ADMIN,    420102,       account.grant-above",
        "DISTRICT_OFFICE, 420102, AUDITOR,         420102,       account.grant-above",
        "CITY_OFFICE,     4201,   AUDITOR,         4201,         account.grant-above",
        "SYSTEM_ADMIN,    4201,   AUDITOR,         4201,         ok",
        "CITY_OFFICE,     4201,   STREET_OFFICE,   4201,         account.grant-level",
        "CITY_OFFICE,     4201,   CAPTAIN,         420102,       account.grant-level",
        "STREET_OFFICE,   420102002, DISTRICT_OFFICE, 420102,    access.out-of-scope",
        "COMMUNITY_STAFF, 420102002001, COMMUNITY_STAFF, 420102002001, access.out-of-scope",
        "AUDITOR,         4201,   STREET_OFFICE,   420102002,    access.out-of-scope",
    })
    void gives_roles_within_reach_and_not_above_ones_own(
            Role own, String ownRegion, Role given, String region, String outcome) {
        Actor actor = PeopleFixture.staff(own, ownRegion);
        String mobile = PeopleFixture.newMobile();
        long id = PeopleFixture.account("受任", mobile);
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> desk.give(actor, mobile, given, new RegionCode(region), "because"));
        assertThat(refusal == null ? "ok" : refusal.problem().code()).isEqualTo(outcome);
        assertThat(grants.of(id)).hasSize(outcome.equals("ok") ? 1 : 0);
    }

    @Test
    void gives_a_role_at_a_community_to_whom_the_street_knows() {
        RegionCode street = new RegionCode("420102002");
        RegionCode community = regions.children(street).getFirst().code();
        String mobile = PeopleFixture.newMobile();
        long id = PeopleFixture.account("社工", mobile);
        desk.give(
                PeopleFixture.staff(Role.STREET_OFFICE, street.value()),
                mobile,
                Role.COMMUNITY_STAFF,
                community,
                "because");
        assertThat(grants.of(id)).containsExactly(PeopleFixture.at(Role.COMMUNITY_STAFF, community.value()));
    }

    @Test
    void nobody_changes_roles_of_their_own_or_of_those_above() {
        String mobile = PeopleFixture.newMobile();
        long id = PeopleFixture.account("自己", mobile, PeopleFixture.at(Role.DISTRICT_OFFICE, "420104"));
        Actor actor = PeopleFixture.actor(id);
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> desk.give(
                                        actor, mobile, Role.STREET_OFFICE, new RegionCode("420104001"), "because"))
                        .problem())
                .isEqualTo(AccountProblem.GRANT_OWN);
        Actor street = PeopleFixture.staff(Role.STREET_OFFICE, "420104001");
        assertThat(catchThrowableOfType(Refusal.class, () -> desk.takeAway(street, id, grantId(id), "because"))
                        .problem())
                .isEqualTo(Actor.AccessProblem.OUT_OF_SCOPE);
    }

    @Test
    void lists_only_what_is_in_reach() {
        PeopleFixture.account("江汉官", PeopleFixture.at(Role.STREET_OFFICE, "420103001"));
        long own = PeopleFixture.account("硚口官", PeopleFixture.at(Role.STREET_OFFICE, "420104002"));
        Actor district = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420104");
        List<HolderView> rows = desk.list(district, Optional.empty(), "官", 1).items();
        assertThat(rows).extracting(HolderView::accountId).contains(own);
        assertThat(rows).allSatisfy(r -> assertThat(r.region().value()).startsWith("420104"));
        assertThat(desk.list(district, Optional.of(new RegionCode("420103")), "", 1)
                        .items())
                .isEmpty();
    }

    @Test
    void takes_a_role_away_on_the_page_and_writes_it_down() {
        long holder = PeopleFixture.account("离任", PeopleFixture.at(Role.STREET_OFFICE, "420105001"));
        Visitor office =
                Visitor.asAccount(PeopleFixture.account("区里", PeopleFixture.at(Role.DISTRICT_OFFICE, "420105")));
        assertThat(office.get("/gov/grants").body()).contains("离任");
        String path = "/gov/grants/" + Ids.text(holder) + "/" + Ids.text(grantId(holder));
        assertThat(office.post(path, Map.of("do", "take", "why", "")).body()).contains("请填写");
        assertThat(office.post(path, Map.of("do", "take", "why", "调离")).location())
                .isEqualTo("/gov/grants");
        assertThat(grants.of(holder)).isEmpty();
        Visitor auditor = Visitor.asAccount(PeopleFixture.account("审计", PeopleFixture.at(Role.AUDITOR, "420105")));
        assertThat(auditor.get("/audit?what=grant.").body()).contains("调离").contains("grant.take-away");
    }

    @Test
    void gives_a_role_on_the_page_without_javascript() {
        String mobile = PeopleFixture.newMobile();
        long id = PeopleFixture.account("新任", mobile);
        Visitor office = Visitor.asAccount(PeopleFixture.account("市里", PeopleFixture.at(Role.CITY_OFFICE, "4201")));
        assertThat(office.get("/gov/grants/new").status()).isEqualTo(200);
        assertThat(office.post(
                                "/gov/grants/new",
                                Map.of(
                                        "mobile",
                                        mobile,
                                        "role",
                                        "DISTRICT_OFFICE",
                                        "why",
                                        "任命",
                                        "_region",
                                        "region:420106"))
                        .body())
                .contains(mobile)
                .contains("武昌区");
        assertThat(office.post(
                                "/gov/grants/new",
                                Map.of("mobile", mobile, "role", "DISTRICT_OFFICE", "why", "任命", "region", "420106"))
                        .location())
                .isEqualTo("/gov/grants");
        assertThat(grants.of(id)).containsExactly(PeopleFixture.at(Role.DISTRICT_OFFICE, "420106"));
    }

    @Test
    void an_auditor_of_a_district_reads_only_what_concerns_it() {
        String mark = "subject:" + Ids.text(Ids.next());
        audit.write(Actor.SYSTEM, "test.here", mark, "由", new RegionCode("420102001"));
        audit.write(Actor.SYSTEM, "test.there", mark, "由", new RegionCode("420103001"));
        audit.write(PeopleFixture.staff(Role.STREET_OFFICE, "420102009"), "test.by-office", mark, null);
        audit.look(PeopleFixture.staff(Role.CITY_OFFICE, "4201"), mark, "核实身份", new RegionCode("420103001"));
        AuditFilter all = new AuditFilter("", null, "", mark, null, null, 1);
        assertThat(reader.list(PeopleFixture.staff(Role.AUDITOR, "420102"), all).items())
                .extracting(AuditRow::what)
                .containsExactlyInAnyOrder("test.here", "test.by-office");
        assertThat(reader.list(PeopleFixture.staff(Role.AUDITOR, "4201"), all).items())
                .extracting(AuditRow::what)
                .containsExactlyInAnyOrder("test.here", "test.there", "test.by-office", "personal-data.look");
        assertThat(catchThrowableOfType(
                                Refusal.class, () -> reader.list(PeopleFixture.staff(Role.CITY_OFFICE, "4201"), all))
                        .problem())
                .isEqualTo(Actor.AccessProblem.NOT_ALLOWED);
    }

    @Test
    void a_look_without_a_purpose_is_refused() {
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> audit.look(
                                        PeopleFixture.staff(Role.CITY_OFFICE, "4201"),
                                        "x:1",
                                        " ",
                                        new RegionCode("420102")))
                        .problem())
                .isEqualTo(AccountProblem.PURPOSE_NEEDED);
    }

    private long grantId(long account) {
        return jdbc.sql("select id from account_grant where account_id = :a and to_at is null")
                .param("a", account)
                .query((row, i) -> row.getLong(1))
                .single();
    }
}
