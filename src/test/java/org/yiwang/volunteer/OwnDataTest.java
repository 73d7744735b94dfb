package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;
import static org.yiwang.testing.VolunteerFixture.COMMUNITY;
import static org.yiwang.testing.VolunteerFixture.newIdNumber;
import static org.yiwang.testing.VolunteerFixture.registrant;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.Accounts;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.notification.Outbox;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView.State;

@CityTest
class OwnDataTest {

    @Autowired
    private Registration registration;

    @Autowired
    private Joining joining;

    @Autowired
    private Recovery recovery;

    @Autowired
    private VolunteerReview review;

    @Autowired
    private Register register;

    @Autowired
    private Profiles profiles;

    @Autowired
    private Guardians guardians;

    @Autowired
    private PersonalData data;

    @Autowired
    private Confirmations confirmations;

    @Autowired
    private Volunteers volunteers;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Actor reviewer;

    @BeforeEach
    void reset() {
        clock.reset();
        reviewer = PeopleFixture.staff(Role.DISTRICT_OFFICE, COMMUNITY.value().substring(0, 6));
    }

    @Test
    void gives_a_registration_back_by_a_code_to_the_registered_number() {
        String id = newIdNumber(LocalDate.of(1980, 1, 1));
        String old = PeopleFixture.newMobile();
        VolunteerView made = registration.open(old, null, Registrant.adult("郑一", id, COMMUNITY));
        String mobile = PeopleFixture.newMobile();
        Claimant who = new Claimant.ByMobile(ticket(mobile));

        assertThat(recovery.find(who, "01", id, "").maskedMobile())
                .isEqualTo(old.substring(0, 3) + "****" + old.substring(7));
        recovery.sendCode(who, "01", id, "192.0.2.1");
        refused("account.code-wrong", () -> recovery.recover(who, "01", id, "000000"));
        long account = recovery.recover(who, "01", id, TextMessages.code(old));
        assertThat(account).isEqualTo(made.accountId());
        assertThat(accounts.mobile(account)).isEqualTo(mobile);
        assertThat(accounts.findByMobile(old)).isEmpty();
        refused("volunteer.join-expired", () -> recovery.find(new Claimant.ByMobile("forged"), "01", id, ""));
    }

    @Test
    void gives_a_registration_to_the_account_signed_in() {
        String id = newIdNumber(LocalDate.of(1980, 1, 2));
        String old = PeopleFixture.newMobile();
        VolunteerView made = registration.open(old, null, Registrant.adult("郑二", id, COMMUNITY));
        Actor actor = PeopleFixture.actor(PeopleFixture.account("郑二"));
        Claimant who = new Claimant.ByAccount(actor);
        recovery.sendCode(who, "01", id, "192.0.2.1");
        recovery.recover(who, "01", id, TextMessages.code(old));
        assertThat(volunteers.findByAccount(actor.accountId()).orElseThrow().id())
                .isEqualTo(made.id());
        assertThat(volunteers.findByAccount(made.contactAccountId())).isEmpty();
    }

    @Test
    void decides_an_appeal_and_gives_the_registration_to_the_number_of_the_appeal() {
        String id = newIdNumber(LocalDate.of(1980, 1, 3));
        VolunteerView made = registration.open(PeopleFixture.newMobile(), null, Registrant.adult("郑三", id, COMMUNITY));
        String mobile = PeopleFixture.newMobile();
        Claimant who = new Claimant.ByMobile(ticket(mobile));
        refused("volunteer.reason-needed", () -> recovery.appeal(who, "01", id, "  ", "192.0.2.1"));
        recovery.appeal(who, "01", id, "手机丢了，号码已停用", "192.0.2.1");
        refused("volunteer.appeal-open", () -> recovery.appeal(who, "01", id, "再说一次", "192.0.2.1"));

        ReviewView it = caseOf(made, ReviewView.Kind.APPEAL);
        assertThat(it.dueOn()).as("two working days after Saturday").isEqualTo(LocalDate.of(2026, 11, 24));
        refused("volunteer.reason-needed", () -> review.approve(reviewer, made.id(), it.id(), " "));
        Actor elsewhere = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420199");
        refused("access.out-of-scope", () -> review.approve(elsewhere, made.id(), it.id(), "看过"));
        refused("volunteer.appeal-waits", () -> review.approve(reviewer, made.id(), it.id(), "当面核对了身份证"));
        clock.advance(Duration.ofHours(24));
        review.approve(reviewer, made.id(), it.id(), "当面核对了身份证");
        assertThat(accounts.findByMobile(mobile).orElseThrow().id()).isEqualTo(made.accountId());
        refused("volunteer.review-decided", () -> review.refuse(reviewer, made.id(), it.id(), "改主意"));
    }

    @Test
    void gives_no_account_with_roles_to_the_number_of_an_appeal() {
        String id = newIdNumber(LocalDate.of(1980, 1, 4));
        VolunteerView made = registration.open(PeopleFixture.newMobile(), null, Registrant.adult("郑四", id, COMMUNITY));
        long account = made.contactAccountId();
        Scope street = new Scope.InRegion(new RegionCode(COMMUNITY.value().substring(0, 9)));
        City.bean(Grants.class).give(Actor.SYSTEM, account, Role.STREET_OFFICE, street, "t");
        String mobile = PeopleFixture.newMobile();
        recovery.appeal(new Claimant.ByMobile(ticket(mobile)), "01", id, "手机丢了", "192.0.2.1");
        ReviewView it = caseOf(made, ReviewView.Kind.APPEAL);
        refused("volunteer.holds-roles", () -> review.approve(reviewer, made.id(), it.id(), "核对过"));
        assertThat(accounts.findByMobile(mobile)).isEmpty();
        assertThat(review.get(reviewer, made.id(), it.id()).approved())
                .as("still open")
                .isNull();
        City.bean(Grants.class).takeAway(Actor.SYSTEM, account, Role.STREET_OFFICE, street, "t");
        clock.advance(Duration.ofHours(24));
        review.approve(reviewer, made.id(), it.id(), "已收回角色，当面核对");
        assertThat(accounts.findByMobile(mobile).orElseThrow().id()).isEqualTo(account);
    }

    @Test
    void lets_no_reviewer_decide_on_or_attest_for_themselves_or_their_wards() {
        String id = newIdNumber(LocalDate.of(1980, 1, 5));
        VolunteerView made = registration.open(PeopleFixture.newMobile(), null, Registrant.adult("郑五", id, COMMUNITY));
        recovery.appeal(new Claimant.ByMobile(ticket(PeopleFixture.newMobile())), "01", id, "这是我的证件", "192.0.2.1");
        ReviewView it = caseOf(made, ReviewView.Kind.APPEAL);
        long own = made.contactAccountId();
        Actor self = reviewing(own);
        refused("volunteer.own-case", () -> review.refuse(self, made.id(), it.id(), "不认"));
        refused("volunteer.own-case", () -> review.approve(self, made.id(), it.id(), "同意"));
        ProfileView.Tag tag = new ProfileView.Tag("01", "民政部门名册", null);
        refused("volunteer.own-case", () -> profiles.attestTag(self, made.id(), tag));
        VolunteerView ward = VolunteerFixture.ward(self, "郑小", LocalDate.of(2016, 3, 1));
        refused("volunteer.own-case", () -> profiles.attestTag(self, ward.id(), tag));
        review.refuse(reviewer, made.id(), it.id(), "材料不足");
    }

    @Test
    void lets_no_reviewer_decide_about_what_they_asked_for_and_tells_the_owner() {
        String id = newIdNumber(LocalDate.of(1980, 1, 6));
        String mobile = PeopleFixture.newMobile();
        VolunteerView made = registration.open(mobile, null, Registrant.adult("郑六", id, COMMUNITY));
        Actor thief = reviewing(PeopleFixture.account("内鬼"));
        recovery.appeal(new Claimant.ByAccount(thief), "01", id, "这是我的证件", "192.0.2.1");
        ReviewView it = caseOf(made, ReviewView.Kind.APPEAL);
        assertThat(told(made.contactAccountId(), "notice.volunteer.appeal-opened"))
                .isOne();
        assertThat(City.bean(Outbox.class).newest(mobile))
                .extracting(m -> m.key())
                .contains("sms.volunteer.appeal-opened");
        clock.advance(Duration.ofHours(24));
        refused("volunteer.own-case", () -> review.approve(thief, made.id(), it.id(), "同意"));
        refused("volunteer.own-case", () -> review.refuse(thief, made.id(), it.id(), "不认"));
        refused("volunteer.own-case", () -> City.bean(DocumentPictures.class).look(thief, made.id(), it.id(), "核对"));
        accounts.moveMobile(Actor.SYSTEM, thief.accountId(), PeopleFixture.newMobile(), "t");
        refused("volunteer.own-case", () -> review.approve(thief, made.id(), it.id(), "换了号码"));
        review.approve(reviewer, made.id(), it.id(), "当面核对了身份证");
        assertThat(told(made.contactAccountId(), "notice.volunteer.appeal-granted"))
                .isOne();
    }

    @Test
    void lets_nobody_try_documents_out_by_appeals() {
        Claimant who = new Claimant.ByAccount(PeopleFixture.actor(PeopleFixture.account("试证件")));
        String unknown = "E" + newIdNumber(LocalDate.of(1971, 1, 1));
        for (int i = 0; i < 20; i++) {
            refused("volunteer.nothing-to-recover", () -> recovery.appeal(who, "05", unknown, "是我的", ""));
        }
        refused("volunteer.recover-too-often", () -> recovery.appeal(who, "05", unknown, "是我的", ""));
    }

    private long told(long account, String key) {
        return jdbc.sql("select count(*) from notification_inbox where account_id = :account and key = :key")
                .param("account", account)
                .param("key", key)
                .query((row, i) -> row.getLong(1))
                .single();
    }

    private static Actor reviewing(long account) {
        String district = COMMUNITY.value().substring(0, 6);
        return new Actor(account, "reviewer", List.of(PeopleFixture.at(Role.DISTRICT_OFFICE, district)), 0);
    }

    @Test
    void decides_on_documents_with_a_reason_that_the_person_is_told() {
        VolunteerView good = passport();
        review.approve(
                reviewer, good.id(), caseOf(good, ReviewView.Kind.DOCUMENT).id(), "看了原件");
        assertThat(volunteers.get(good.id()).state()).isEqualTo(State.VALID);
        VolunteerView bad = passport();
        review.refuse(reviewer, bad.id(), caseOf(bad, ReviewView.Kind.DOCUMENT).id(), "照片与本人不符");
        assertThat(volunteers.get(bad.id()).state()).isEqualTo(State.VOID);
        assertThat(volunteers.findByAccount(bad.contactAccountId())).isEmpty();
        Actor street = PeopleFixture.staff(Role.COMMUNITY_STAFF, COMMUNITY.value());
        assertThat(review.list(street, 1).items()).isEmpty();
    }

    @Test
    void shows_staff_masked_lines_of_their_region_and_finds_by_number_document_and_name() {
        String id = newIdNumber(LocalDate.of(1975, 3, 4));
        VolunteerView made =
                registration.open(PeopleFixture.newMobile(), null, Registrant.adult("𠮷祥云", id, COMMUNITY));
        for (String text : List.of(made.number(), id, "𠮷祥", " " + id.toLowerCase(java.util.Locale.ROOT) + " ")) {
            RegisterView.Filter filter = new RegisterView.Filter(text, "", State.VALID);
            assertThat(register.list(reviewer, filter, 1).items())
                    .as(text)
                    .singleElement()
                    .satisfies(v -> assertThat(v.maskedName()).isEqualTo("𠮷**"))
                    .satisfies(v -> assertThat(v.age()).isEqualTo(51));
        }
        assertThat(register.list(reviewer, new RegisterView.Filter("%", "", null), 1)
                        .items())
                .as("a percent sign is no wildcard, and nobody is called so")
                .allMatch(v -> !v.maskedName().isEmpty());
        Actor elsewhere = PeopleFixture.staff(Role.CITY_OFFICE, "4301");
        assertThat(register.list(elsewhere, new RegisterView.Filter(made.number(), "", null), 1)
                        .items())
                .isEmpty();
        refused("access.out-of-scope", () -> register.get(elsewhere, made.id()));
        assertThat(register.get(reviewer, made.id()).maskedDocument())
                .isEqualTo(id.substring(0, 3) + "***********" + id.substring(14));
    }

    @Test
    void shows_personal_data_in_full_only_for_a_purpose_and_writes_it_down() {
        String id = newIdNumber(LocalDate.of(1975, 3, 5));
        VolunteerView made = registration.open(PeopleFixture.newMobile(), null, Registrant.adult("秦某", id, COMMUNITY));
        refused("volunteer.purpose-needed", () -> register.unmask(reviewer, made.id(), " "));
        Actor community = PeopleFixture.staff(Role.COMMUNITY_STAFF, COMMUNITY.value());
        refused("access.out-of-scope", () -> register.unmask(community, made.id(), "核对身份"));
        assertThat(register.unmask(reviewer, made.id(), "核对身份").document()).isEqualTo(id);
        assertThat(jdbc.sql("select count(*) from account_audit where what = 'personal-data.look' and why = '核对身份'")
                        .query((row, i) -> row.getLong(1))
                        .single())
                .isPositive();
    }

    @Test
    void keeps_a_profile_of_codes_that_exist() {
        VolunteerView v = VolunteerFixture.adult("楚某");
        Actor actor = VolunteerFixture.actor(v);
        profiles.setSkills(actor, v.id(), List.of("01", "16"));
        profiles.setSlots(actor, v.id(), List.of("01", "24"));
        profiles.setCategories(actor, v.id(), List.of("01", "03"));
        profiles.setBackground(actor, v.id(), "20", "", null);
        profiles.takeVow(actor, v.id(), profiles.vow().version());
        profiles.addTag(actor, v.id(), "04", LocalDate.of(2027, 12, 31));
        ProfileView now = profiles.get(actor, v.id());
        assertThat(now.skills()).containsExactly("01", "16");
        assertThat(now.slots()).containsExactly("01", "24");
        assertThat(now.education()).isEqualTo("20");
        assertThat(now.employment()).isNull();
        assertThat(now.vowAt()).isEqualTo(clock.instant());
        assertThat(now.filled()).isEqualTo(5);
        assertThat(volunteers.get(v.id()).skills()).containsExactlyInAnyOrder("01", "16");

        refused("volunteer.code-unknown", () -> profiles.setSkills(actor, v.id(), List.of("777")));
        refused(
                "volunteer.too-many-categories",
                () -> profiles.setCategories(actor, v.id(), List.of("01", "03", "04", "05", "06")));
        refused("volunteer.vow-changed", () -> profiles.takeVow(actor, v.id(), 1));
        Actor other = VolunteerFixture.actor(VolunteerFixture.adult("别人"));
        refused("volunteer.not-yours", () -> profiles.get(other, v.id()));
        refused("volunteer.not-yours", () -> profiles.setSkills(other, v.id(), List.of()));
    }

    @Test
    void does_not_replace_what_an_office_attested_by_ones_own_word() {
        VolunteerView v = VolunteerFixture.adult("魏某");
        Actor actor = VolunteerFixture.actor(v);
        profiles.attestTag(reviewer, v.id(), new ProfileView.Tag("01", "区人大名单", LocalDate.of(2027, 1, 31)));
        profiles.addTag(actor, v.id(), "01", null);
        assertThat(profiles.get(actor, v.id()).tags())
                .containsExactly(new ProfileView.Tag("01", "区人大名单", LocalDate.of(2027, 1, 31)));
        refused(
                "volunteer.reason-needed",
                () -> profiles.attestTag(reviewer, v.id(), new ProfileView.Tag("01", "self", null)));
    }

    @Test
    void gives_a_ward_of_fourteen_an_own_account_and_keeps_the_guardian() {
        Actor parent = VolunteerFixture.actor(VolunteerFixture.adult("家长"));
        VolunteerView young = registration.registerWard(parent, registrant("小妹", 2015));
        VolunteerView grown = registration.registerWard(parent, registrant("大哥", 2011));
        String mobile = PeopleFixture.newMobile();
        refused("volunteer.ward-too-young", () -> guardians.sendCode(parent, young.id(), mobile, "192.0.2.1"));
        guardians.sendCode(parent, grown.id(), mobile, "192.0.2.1");
        guardians.openAccount(parent, grown.id(), mobile, TextMessages.code(mobile));
        long own = accounts.findByMobile(mobile).orElseThrow().id();
        assertThat(volunteers.findByAccount(own).orElseThrow().id()).isEqualTo(grown.id());
        assertThat(volunteers.actingFor(parent)).extracting(VolunteerView::id).contains(grown.id(), young.id());
        refused("volunteer.ward-has-account", () -> guardians.close(parent, grown.id()));
        guardians.close(parent, young.id());
        assertThat(volunteers.get(young.id()).state()).isEqualTo(State.RESTRICTED);
    }

    @Test
    void exports_everything_to_the_owner_who_has_just_proved_it() {
        String id = newIdNumber(LocalDate.of(1966, 6, 6));
        String mobile = PeopleFixture.newMobile();
        VolunteerView v = registration.open(mobile, null, Registrant.adult("韩某", id, COMMUNITY));
        Actor actor = VolunteerFixture.actor(v);
        refused("volunteer.join-expired", () -> data.export(actor, v.id(), "forged"));
        String proof = proof(actor, mobile);
        assertThat(data.document(actor, v.id(), proof)).isEqualTo(id);
        assertThat(data.export(actor, v.id(), proof)).containsKey("volunteer");
        assertThat(String.valueOf(data.export(actor, v.id(), proof).get("volunteer")))
                .contains(id, v.number());
        VolunteerView other = VolunteerFixture.adult("别人");
        refused("volunteer.not-yours", () -> data.export(actor, other.id(), proof));
        refused("volunteer.join-expired", () -> data.export(VolunteerFixture.actor(other), other.id(), proof));
        clock.advance(Duration.ofMinutes(31));
        refused("volunteer.join-expired", () -> data.export(actor, v.id(), proof));
    }

    @Test
    void closes_by_restricting_and_lets_the_person_export_and_come_back_by_code() {
        String id = newIdNumber(LocalDate.of(1966, 6, 7));
        String mobile = PeopleFixture.newMobile();
        VolunteerView v = registration.open(mobile, null, Registrant.adult("杨某", id, COMMUNITY));
        Actor actor = VolunteerFixture.actor(v);
        VolunteerView ward = registration.registerWard(actor, registrant("小杨", 2016));
        refused("volunteer.has-wards", () -> data.close(actor, proof(actor, mobile)));
        guardians.close(actor, ward.id());
        data.close(actor, proof(actor, mobile));
        assertThat(volunteers.get(v.id()).state()).isEqualTo(State.RESTRICTED);
        assertThat(volunteers.findByAccount(actor.accountId())).isEmpty();
        refused(
                "volunteer.document-taken",
                () -> registration.open(PeopleFixture.newMobile(), null, Registrant.adult("杨某", id, COMMUNITY)));

        confirmations.sendCode(mobile, "192.0.2.1");
        String ticket = confirmations.prove(mobile, TextMessages.code(mobile));
        assertThat(data.closedBy(ticket)).extracting(VolunteerView::id).containsExactly(v.id());
        assertThat(data.exportClosed(ticket, v.id())).containsKey("volunteer");
        refused("volunteer.not-yours", () -> data.exportClosed(ticket, ward.id()));

        Claimant who = new Claimant.ByMobile(ticket(mobile));
        assertThat(recovery.find(who, "01", id, "").closed()).isTrue();
        recovery.sendCode(who, "01", id, "192.0.2.1");
        long account = recovery.recover(who, "01", id, TextMessages.code(mobile));
        assertThat(volunteers.findByAccount(account).orElseThrow())
                .satisfies(back -> assertThat(back.state()).isEqualTo(State.VALID))
                .satisfies(back -> assertThat(back.number()).isEqualTo(v.number()));
        assertThat(data.closedBy(ticket)).isEmpty();
    }

    @Test
    void refuses_the_card_of_a_closed_registration_and_says_so_to_who_scans_it() {
        String mobile = PeopleFixture.newMobile();
        VolunteerView v = registration.open(mobile, null, registrant("朱某", 1990));
        Actor actor = VolunteerFixture.actor(v);
        Cards cards = org.yiwang.testing.City.bean(Cards.class);
        CardView card = cards.get(actor, v.id());
        assertThat(volunteers.scanCard(card.code()).id()).isEqualTo(v.id());
        assertThat(volunteers.scanCard(card.shortCode()).id()).isEqualTo(v.id());
        data.close(actor, proof(actor, mobile));
        refused("volunteer.not-valid", () -> volunteers.scanCard(card.code()));
        assertThat(cards.look(card.code()).state()).isEqualTo(State.RESTRICTED);
    }

    private VolunteerView passport() {
        String number = "E" + newIdNumber(LocalDate.of(1990, 1, 1)).substring(0, 17);
        return registration.open(PeopleFixture.newMobile(), null, RegistrationTest.passport("Maria García", number));
    }

    private ReviewView caseOf(VolunteerView about, ReviewView.Kind kind) {
        for (int page = 1; page < 50; page++) {
            var slice = review.list(reviewer, page);
            for (ReviewView it : slice.items()) {
                if (it.volunteer().id() == about.id() && it.kind() == kind) {
                    return it;
                }
            }
            if (!slice.more()) {
                break;
            }
        }
        throw new AssertionError("no case");
    }

    private String ticket(String mobile) {
        joining.sendCode(mobile, "192.0.2.1");
        return joining.prove(mobile, TextMessages.code(mobile));
    }

    private String proof(Actor actor, String mobile) {
        data.sendCode(actor, "192.0.2.1");
        return data.prove(actor, TextMessages.code(mobile));
    }

    @Test
    void limits_how_often_a_day_a_document_is_looked_up_and_messages_are_sent_for_it() {
        String id = newIdNumber(LocalDate.of(1983, 2, 3));
        registration.open(PeopleFixture.newMobile(), null, Registrant.adult("被查", id, COMMUNITY));
        Claimant who = new Claimant.ByAccount(PeopleFixture.actor(PeopleFixture.account("查的人")));
        for (int i = 0; i < 20; i++) {
            recovery.find(who, "01", id, "192.0.2." + i);
        }
        refused("volunteer.recover-too-often", () -> recovery.find(who, "01", id, "192.0.2.99"));
        refused("volunteer.recover-too-often", () -> recovery.find(who, "01", " " + id + " ", ""));
        clock.advance(Duration.ofDays(1));
        assertThat(recovery.find(who, "01", id, "").maskedMobile()).isNotNull();

        for (int i = 0; i < 5; i++) {
            recovery.sendCode(who, "01", id, "");
            clock.advance(Duration.ofMinutes(11));
        }
        refused("volunteer.recover-too-often", () -> recovery.sendCode(who, "01", id, ""));
    }

    @Test
    void limits_how_many_documents_one_address_looks_up_on_a_day() {
        Claimant who = new Claimant.ByAccount(PeopleFixture.actor(PeopleFixture.account("乱查的人")));
        for (int i = 0; i < 60; i++) {
            String unknown = "E" + (1_000_000 + i);
            refused("volunteer.nothing-to-recover", () -> recovery.find(who, "05", unknown, "198.51.100.7"));
        }
        refused("volunteer.recover-too-often", () -> recovery.find(who, "05", "E2000000", "198.51.100.7"));
        refused("volunteer.nothing-to-recover", () -> recovery.find(who, "05", "E2000000", "198.51.100.8"));
    }
}
