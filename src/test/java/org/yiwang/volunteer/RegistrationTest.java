package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;
import static org.yiwang.testing.VolunteerFixture.COMMUNITY;
import static org.yiwang.testing.VolunteerFixture.newIdNumber;
import static org.yiwang.testing.VolunteerFixture.registrant;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.Accounts;
import org.yiwang.account.Consents;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.organization.People;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView.State;

@CityTest
class RegistrationTest {

    @Autowired
    private Registration registration;

    @Autowired
    private Volunteers volunteers;

    @Autowired
    private Confirmations confirmations;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Consents consents;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @Test
    void registers_an_adult_at_once_with_account_number_card_and_consents() {
        String mobile = PeopleFixture.newMobile();
        VolunteerView made = registration.open(mobile, null, registrant("王小明", 1990));

        assertThat(made.state()).isEqualTo(State.VALID);
        assertThat(made.number()).startsWith(COMMUNITY.sixDigits() + "26").hasSize(17);
        assertThat(UnifiedNumber.isValid(made.number())).isTrue();
        long account = accounts.findByMobile(mobile).orElseThrow().id();
        assertThat(volunteers.findByAccount(account)).contains(made);
        assertThat(volunteers.findByNumber(" " + made.number().toLowerCase(java.util.Locale.ROOT)))
                .contains(made);
        assertThat(people.find(account).orElseThrow().number()).isEqualTo(made.number());
        assertThat(consents.has(account, Consents.PRIVACY)).isTrue();
        assertThat(consents.has(account, Consents.SENSITIVE_DATA)).isTrue();
        assertThat(consents.has(account, Consents.MINORS)).isFalse();
    }

    @Test
    void keeps_the_document_sealed_and_never_plain() {
        String id = newIdNumber(LocalDate.of(1991, 2, 3));
        registration.open(PeopleFixture.newMobile(), null, Registrant.adult("陈静", id, COMMUNITY));
        String dump = jdbc.sql("select coalesce(string_agg(v::text, ''), '') from volunteer v")
                .query((row, i) -> row.getString(1))
                .single();
        assertThat(dump).doesNotContain(id).doesNotContain(id.substring(0, 17));
    }

    @Test
    void registers_one_person_for_each_document_however_it_is_typed() {
        String id = newIdNumber(LocalDate.of(1988, 1, 1));
        registration.open(PeopleFixture.newMobile(), null, Registrant.adult("李华", id, COMMUNITY));
        String again = " " + id.substring(0, 6) + " " + id.substring(6).toLowerCase(java.util.Locale.ROOT);
        String mobile = PeopleFixture.newMobile();
        refused(
                "volunteer.document-taken",
                () -> registration.open(mobile, null, Registrant.adult("李华", again, COMMUNITY)));
        assertThat(accounts.findByMobile(mobile))
                .as("no account is left behind")
                .isEmpty();
    }

    @Test
    void lets_exactly_one_of_many_win_who_register_one_document_at_once() throws Exception {
        String id = newIdNumber(LocalDate.of(1979, 9, 9));
        List<String> outcomes = atOnce(8, i -> {
            registration.open(PeopleFixture.newMobile(), null, Registrant.adult("赵六", id, COMMUNITY));
            return "ok";
        });
        assertThat(outcomes).containsOnlyOnce("ok");
        assertThat(outcomes.stream().filter("volunteer.document-taken"::equals)).hasSize(7);
    }

    @Test
    void lets_an_account_register_only_once_even_at_the_same_time() throws Exception {
        Actor actor = PeopleFixture.actor(PeopleFixture.account("孙七"));
        List<String> outcomes = atOnce(4, i -> {
            registration.register(actor, registrant("孙七", 1985));
            return "ok";
        });
        assertThat(outcomes).containsOnlyOnce("ok");
        assertThat(outcomes.stream().filter("volunteer.already-volunteer"::equals))
                .hasSize(3);
    }

    @Test
    void gives_every_number_once_however_many_register_together() throws Exception {
        Set<String> numbers = java.util.Collections.synchronizedSet(new HashSet<>());
        List<String> outcomes = atOnce(12, i -> {
            for (int n = 0; n < 5; n++) {
                numbers.add(registration
                        .open(PeopleFixture.newMobile(), null, registrant("周八", 1990))
                        .number());
            }
            return "ok";
        });
        assertThat(outcomes).containsOnly("ok");
        assertThat(numbers).hasSize(60).allMatch(UnifiedNumber::isValid);
    }

    @Test
    void sends_other_documents_to_a_person() {
        VolunteerView made = registration.open(
                PeopleFixture.newMobile(), null, passport("Jane O’Neill", "E" + newIdNumber(LocalDate.of(1990, 1, 1))));
        assertThat(made.state()).isEqualTo(State.UNDER_REVIEW);
        assertThat(people.find(made.contactAccountId())).isEmpty();
    }

    @Test
    void asks_for_consents_a_residence_and_a_known_kind_of_document() {
        Registrant who = registrant("吴九", 1990);
        refused("volunteer.consent-notice", () -> open(with(who, new Registrant.Consent(false, true))));
        refused("volunteer.consent-sensitive", () -> open(with(who, new Registrant.Consent(true, false))));
        refused(
                "volunteer.residence-too-large",
                () -> open(Registrant.adult(
                        "吴九",
                        newIdNumber(LocalDate.of(1990, 1, 1)),
                        new RegionCode(COMMUNITY.value().substring(0, 9)))));
        refused(
                "volunteer.document-type",
                () -> open(new Registrant(
                        "吴九", "77", "X123456", LocalDate.of(1990, 1, 1), null, COMMUNITY, null, who.consent())));
    }

    @Test
    void lets_minors_register_with_a_guardian_who_confirms_by_the_link() {
        Registrant minor = registrant("小芳", 2011);
        refused("volunteer.guardian-needed", () -> open(minor));
        String own = PeopleFixture.newMobile();
        refused(
                "volunteer.guardian-same-number",
                () -> registration.open(own, null, with(minor, new Registrant.Guardian("妈妈", own))));

        String guardian = PeopleFixture.newMobile();
        VolunteerView made = open(with(minor, new Registrant.Guardian("李妈妈", guardian)));
        assertThat(made.state()).isEqualTo(State.UNCONFIRMED);
        Proof link = new Proof.Link(TextMessages.token(guardian));
        assertThat(confirmations.get(link).maskedName()).isEqualTo("小*");
        refused("volunteer.consent-notice", () -> confirmations.confirm(link, new Registrant.Consent(false, false)));
        confirmations.confirm(link, new Registrant.Consent(true, true));
        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.VALID);
        refused("volunteer.confirm-answered", () -> confirmations.confirm(link, new Registrant.Consent(true, true)));
    }

    @Test
    void refuses_a_minor_who_would_confirm_as_a_guardian() {
        String elder = PeopleFixture.newMobile();
        String parent = PeopleFixture.newMobile();
        VolunteerView sister =
                registration.open(elder, null, with(registrant("姐姐", 2010), new Registrant.Guardian("妈妈", parent)));
        confirmations.confirm(new Proof.Link(TextMessages.token(parent)), new Registrant.Consent(true, true));
        assertThat(volunteers.get(sister.id()).state()).isEqualTo(State.VALID);

        VolunteerView brother = open(with(registrant("弟弟", 2012), new Registrant.Guardian("家长", elder)));
        Proof consent = new Proof.Link(TextMessages.token(elder));
        refused(
                "volunteer.guardian-not-adult",
                () -> confirmations.confirm(consent, new Registrant.Consent(true, true)));
        assertThat(volunteers.get(brother.id()).state()).isEqualTo(State.UNCONFIRMED);
        clock.advance(Duration.ofDays(366 * 3));
        refused("volunteer.confirm-expired", () -> confirmations.get(consent));
    }

    @Test
    void refuses_a_minor_as_guardian_of_a_child_that_a_desk_registers() {
        Actor staff = PeopleFixture.staff(Role.COMMUNITY_STAFF, COMMUNITY.value());
        Registrant child = with(registrant("小孩", 2016), new Registrant.Guardian("家长", ""));
        String minor = PeopleFixture.newMobile();
        VolunteerView ward = registration.registerFor(staff, minor, child);
        // The number becomes a minor's own after the question was sent.
        registration.open(
                minor, null, with(registrant("少年", 2010), new Registrant.Guardian("家长", PeopleFixture.newMobile())));
        refused(
                "volunteer.guardian-not-adult",
                () -> confirmations.confirm(
                        new Proof.Link(TextMessages.token(minor)), new Registrant.Consent(true, true)));
        assertThat(volunteers.get(ward.id()).state()).isEqualTo(State.UNCONFIRMED);
        refused(
                "volunteer.guardian-not-adult",
                () -> registration.registerFor(
                        staff, minor, with(registrant("另一个", 2016), new Registrant.Guardian("家长", ""))));
    }

    @Test
    void asks_the_guardian_again_at_a_corrected_number() {
        VolunteerView made =
                open(with(registrant("小军", 2011), new Registrant.Guardian("爸爸", PeopleFixture.newMobile())));
        String right = PeopleFixture.newMobile();
        registration.askGuardianAgain(VolunteerFixture.actor(made), new Registrant.Guardian("爸爸", right));
        confirmations.confirm(new Proof.Link(TextMessages.token(right)), new Registrant.Consent(true, true));
        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.VALID);
    }

    @Test
    void lets_guardians_register_children_and_act_for_them_until_they_are_of_age() {
        VolunteerView guardian = VolunteerFixture.adult("家长");
        Actor parent = VolunteerFixture.actor(guardian);
        refused("volunteer.guardian-registers", () -> open(registrant("小宝", 2016)));
        refused("volunteer.too-young", () -> registration.registerWard(parent, registrant("小小", 2023)));
        refused("volunteer.not-a-minor", () -> registration.registerWard(parent, registrant("大人", 1990)));

        VolunteerView ward = registration.registerWard(parent, registrant("小宝", 2017));
        assertThat(ward.state()).isEqualTo(State.VALID);
        assertThat(ward.accountId()).isNull();
        assertThat(ward.contactAccountId()).isEqualTo(parent.accountId());
        assertThat(volunteers.needsCompanion(ward)).isTrue();
        assertThat(volunteers.actingFor(parent))
                .extracting(VolunteerView::id)
                .containsExactly(guardian.id(), ward.id());
        assertThat(consents.has(parent.accountId(), Consents.MINORS)).isTrue();
        refused(
                "volunteer.not-yours",
                () -> volunteers.require(VolunteerFixture.actor(VolunteerFixture.adult("别人")), ward.id()));

        clock.advance(Duration.ofDays(366 * 11));
        assertThat(volunteers.actingFor(parent)).extracting(VolunteerView::id).containsExactly(guardian.id());
        refused("volunteer.not-yours", () -> volunteers.require(parent, ward.id()));
    }

    @Test
    void makes_void_what_nobody_confirmed_in_72_hours_and_frees_the_document() {
        Actor staff = PeopleFixture.staff(Role.COMMUNITY_STAFF, COMMUNITY.value());
        String mobile = PeopleFixture.newMobile();
        Registrant who = registrant("被注册人", 1950);
        VolunteerView made = registration.registerFor(staff, mobile, who);
        assertThat(made.state()).isEqualTo(State.UNCONFIRMED);
        assertThat(accounts.findByMobile(mobile)).isEmpty();
        Proof link = new Proof.Link(TextMessages.token(mobile));

        clock.advance(Duration.ofHours(72).minusSeconds(1));
        deadlines.settle();
        assertThat(confirmations.get(link).maskedName()).isEqualTo("被***");
        clock.advance(Duration.ofSeconds(1));
        refused("volunteer.confirm-expired", () -> confirmations.get(link));
        assertThat(deadlines.settle()).isPositive();

        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.VOID);
        refused("volunteer.confirm-expired", () -> confirmations.confirm(link, new Registrant.Consent(true, true)));
        VolunteerView own = open(who);
        assertThat(own.state()).isEqualTo(State.VALID);
        assertThat(own.number()).isNotEqualTo(made.number());
    }

    @Test
    void counts_a_desk_registration_once_the_person_confirms() {
        Actor staff = PeopleFixture.staff(Role.COMMUNITY_STAFF, COMMUNITY.value());
        String mobile = PeopleFixture.newMobile();
        VolunteerView made = registration.registerFor(staff, mobile, registrant("张大爷", 1950));
        long account =
                confirmations.confirm(new Proof.Link(TextMessages.token(mobile)), new Registrant.Consent(true, true));
        assertThat(volunteers.findByAccount(account).orElseThrow().id()).isEqualTo(made.id());
        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.VALID);
        assertThat(accounts.findByMobile(mobile).orElseThrow().id()).isEqualTo(account);
        refused(
                "volunteer.mobile-of-volunteer",
                () -> registration.registerFor(staff, mobile, registrant("又一人", 1951)));
    }

    @Test
    void confirms_by_a_code_as_well_for_those_who_cannot_open_links() {
        Actor staff = PeopleFixture.staff(Role.COMMUNITY_STAFF, COMMUNITY.value());
        String mobile = PeopleFixture.newMobile();
        VolunteerView made = registration.registerFor(staff, mobile, registrant("钱奶奶", 1948));
        confirmations.sendCode(mobile, "192.0.2.7");
        String ticket = confirmations.prove(mobile, TextMessages.code(mobile));
        assertThat(confirmations.listFor(ticket))
                .extracting(PendingView::volunteerId)
                .containsExactly(made.id());
        confirmations.confirm(new Proof.Code(ticket, made.id()), new Registrant.Consent(true, true));
        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.VALID);
        refused("volunteer.join-expired", () -> confirmations.listFor("forged"));
    }

    @Test
    void makes_void_at_once_what_the_person_disowns_and_tells_the_offices() {
        Actor staff = PeopleFixture.staff(Role.COMMUNITY_STAFF, COMMUNITY.value());
        String mobile = PeopleFixture.newMobile();
        VolunteerView made = registration.registerFor(staff, mobile, registrant("何某", 1960));
        confirmations.disown(new Proof.Link(TextMessages.token(mobile)), "我没有同意");
        assertThat(volunteers.get(made.id()).state()).isEqualTo(State.VOID);
        Actor district =
                PeopleFixture.staff(Role.DISTRICT_OFFICE, COMMUNITY.value().substring(0, 6));
        assertThat(jdbc.sql("select kind from volunteer_review where volunteer_id = :id")
                        .param("id", made.id())
                        .query((row, i) -> row.getString(1))
                        .list())
                .containsExactly("DISOWNED");
        assertThat(district.grants()).isNotEmpty();
        refused(
                "volunteer.confirm-answered",
                () -> confirmations.confirm(
                        new Proof.Link(TextMessages.token(mobile)), new Registrant.Consent(true, true)));
    }

    @Test
    void gives_an_unconfirmed_desk_registration_up_to_the_person_who_comes_in_person() {
        Actor staff = PeopleFixture.staff(Role.COMMUNITY_STAFF, COMMUNITY.value());
        Registrant who = registrant("冯某", 1970);
        VolunteerView desk = registration.registerFor(staff, PeopleFixture.newMobile(), who);
        VolunteerView own = open(who);
        assertThat(own.state()).isEqualTo(State.VALID);
        assertThat(volunteers.get(desk.id()).state()).isEqualTo(State.VOID);
        refused("volunteer.document-taken", () -> registration.registerFor(staff, PeopleFixture.newMobile(), who));
    }

    @Test
    void refuses_a_desk_outside_of_its_region() {
        Actor elsewhere = PeopleFixture.staff(Role.COMMUNITY_STAFF, "420111999");
        refused(
                "access.out-of-scope",
                () -> registration.registerFor(elsewhere, PeopleFixture.newMobile(), registrant("外区", 1970)));
        Actor nobody = PeopleFixture.actor(PeopleFixture.account("无权"));
        refused(
                "access.out-of-scope",
                () -> registration.registerFor(nobody, PeopleFixture.newMobile(), registrant("外区", 1970)));
    }

    private VolunteerView open(Registrant who) {
        return registration.open(PeopleFixture.newMobile(), null, who);
    }

    private static Registrant with(Registrant r, Registrant.Consent consent) {
        return new Registrant(
                r.name(),
                r.documentType(),
                r.documentNumber(),
                r.birthDate(),
                r.sex(),
                r.residence(),
                r.guardian(),
                consent);
    }

    private static Registrant with(Registrant r, Registrant.Guardian guardian) {
        return new Registrant(
                r.name(),
                r.documentType(),
                r.documentNumber(),
                r.birthDate(),
                r.sex(),
                r.residence(),
                guardian,
                r.consent());
    }

    static Registrant passport(String name, String number) {
        return new Registrant(
                name, "05", number, LocalDate.of(1990, 5, 6), "2", COMMUNITY, null, new Registrant.Consent(true, true));
    }

    private static List<String> atOnce(int many, Deed deed) throws Exception {
        CyclicBarrier start = new CyclicBarrier(many);
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int n = i;
            all.add(() -> {
                start.await();
                try {
                    return deed.run(n);
                } catch (Refusal refusal) {
                    return refusal.problem().code();
                }
            });
        }
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> outcome : threads.invokeAll(all)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private interface Deed {
        String run(int n) throws Exception;
    }
}
