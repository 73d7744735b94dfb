package org.yiwang.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.certificate.CertificateContent.Time;
import org.yiwang.certificate.CertificateStore.Row;
import org.yiwang.dossier.DossierDesk;
import org.yiwang.dossier.Dossiers;
import org.yiwang.dossier.TrainingDraft;
import org.yiwang.dossier.Trainings;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Role;
import org.yiwang.record.Because;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.record.Sealing;
import org.yiwang.record.TimeKind;
import org.yiwang.seal.Hash;
import org.yiwang.seal.Proofs;
import org.yiwang.seal.SealedLog;
import org.yiwang.seal.Signatures;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CityTest
class CertificatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final String HERE = "203.0.113.1";

    @Autowired
    private Certificates certificates;

    @Autowired
    private CertificateDesk desk;

    @Autowired
    private CertificateCheck check;

    @Autowired
    private RecordCases cases;

    @Autowired
    private Trainings trainings;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private DossierDesk dossierDesk;

    @Autowired
    private Checks checks;

    @Autowired
    private Signatures signatures;

    @Autowired
    private SealedLog log;

    @Autowired
    private Sealing sealing;

    @Autowired
    private CertificateStore store;

    @Autowired
    private Issuing issuing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void today() {
        clock.reset();
    }

    @Test
    void holds_only_what_counts_with_kinds_and_units_apart() {
        VolunteerView person = VolunteerFixture.adult("欧阳晓岚");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        served(person, 1, 90, TimeKind.HONOUR, "花桥志愿队");
        served(person, 2, 60, TimeKind.CREDIT, "区图书馆");
        RecordFixture.pending(person.id(), DAY.plusDays(3), 240);
        CertificateContent content = issue(person).content();
        assertThat(content.time()).isEqualTo(new Time(180, 90));
        assertThat(content.records()).isEqualTo(3);
        assertThat(content.units())
                .extracting(CertificateContent.UnitTime::organization, CertificateContent.UnitTime::time)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("花桥志愿队", new Time(120, 90)),
                        org.assertj.core.groups.Tuple.tuple("区图书馆", new Time(60, 0)));
        assertThat(content.services())
                .extracting(CertificateContent.Service::date)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(content.from()).isEqualTo(DAY);
        assertThat(content.to()).isEqualTo(DAY.plusDays(2));
        long byGrade = content.grades().stream()
                .mapToLong(g -> g.time().creditMinutes() + g.time().honourMinutes())
                .sum();
        assertThat(byGrade).isEqualTo(270);
    }

    @Test
    void can_be_limited_to_days_a_unit_and_a_category() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        served(person, 1, 60, TimeKind.CREDIT, "区图书馆");
        assertThat(issue(person, new CertificateScope(DAY.plusDays(1), null, null, null, null, false))
                        .content()
                        .time())
                .isEqualTo(new Time(60, 0));
        assertThat(issue(person, new CertificateScope(null, null, null, null, "06", false).ofUnit(unit("花桥志愿队")))
                        .content()
                        .time())
                .isEqualTo(new Time(120, 0));
        refused(
                CertificateProblem.NO_RECORDS,
                () -> issue(person, new CertificateScope(null, null, null, null, "01", false)));
        refused(
                CertificateProblem.PERIOD_BACKWARDS,
                () -> issue(person, new CertificateScope(DAY, DAY.minusDays(1), null, null, null, false)));
        assertThat(certificates.organizations(VolunteerFixture.actor(person), person.id()))
                .extracting(Certificates.Unit::name)
                .containsExactly("区图书馆", "花桥志愿队");
    }

    @Test
    void two_units_of_one_name_are_two() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        RecordFixture.effective(person.id(), DAY, 120, 71, "阳光志愿队");
        RecordFixture.effective(person.id(), DAY.plusDays(1), 60, 72, "阳光志愿队");
        RecordFixture.effective(person.id(), DAY.plusDays(2), 30, 0, "阳光志愿队");
        assertThat(issue(person).content().units())
                .extracting(CertificateContent.UnitTime::time)
                .containsExactly(new Time(120, 0), new Time(60, 0), new Time(30, 0));
        List<Certificates.Unit> units = certificates.organizations(VolunteerFixture.actor(person), person.id());
        assertThat(units)
                .extracting(Certificates.Unit::name)
                .containsOnly("阳光志愿队")
                .hasSize(3);
        CertificateContent one =
                issue(person, CertificateScope.EVERYTHING.ofUnit(Ids.text(72))).content();
        assertThat(one.time()).isEqualTo(new Time(60, 0));
        assertThat(one.scope().organization()).isEqualTo("阳光志愿队");
        assertThat(issue(person, CertificateScope.EVERYTHING.ofUnit("~阳光志愿队"))
                        .content()
                        .time())
                .as("the one of another platform")
                .isEqualTo(new Time(30, 0));
        refused(CertificateProblem.NO_RECORDS, () -> issue(person, CertificateScope.EVERYTHING.ofUnit("阳光志愿队")));
    }

    @Test
    void becomes_void_with_a_training_that_it_lists() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        CertificateScope withAll = new CertificateScope(null, null, null, null, null, true);
        Certificate before = issue(person, withAll);
        trainings.ofOffice(
                Actor.SYSTEM,
                VolunteerFixture.COMMUNITY,
                new TrainingDraft("急救培训", "心肺复苏", 180, "红十字会", DAY),
                List.of(person.number()));
        Certificate with = issue(person, withAll);
        assertThat(with.content().dossier()).as("not the one from a minute ago").hasSize(1);
        Certificate without = issue(person);
        long entry = dossiers.of(person.id()).trainings().getFirst().mark().entryId();
        dossierDesk.declareVoid(Actor.SYSTEM, person.id(), entry, "并没有参加");
        Actor owner = VolunteerFixture.actor(person);
        assertThat(certificates.get(owner, with.content().number()).voidSince()).isNotNull();
        assertThat(check.check(with.content().number(), "李雷", "203.0.113.80")
                        .orElseThrow()
                        .voidSince())
                .isNotNull();
        assertThat(certificates.get(owner, without.content().number()).voidSince())
                .isNull();
        assertThat(certificates.get(owner, before.content().number()).voidSince())
                .isNull();
        assertThat(issue(person, withAll).content().dossier()).isEmpty();
    }

    @Test
    void the_code_is_signed_with_the_key_of_the_log_and_short_enough_for_print() {
        VolunteerView person = VolunteerFixture.adult("阿卜杜热西提·阿卜杜克热木");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        Certificate certificate = issue(person);
        byte[] code = Base64.getUrlDecoder().decode(certificate.code().substring(SignedCode.BEGINNING.length()));
        assertThat(code.length).isLessThan(330);
        assertThat(isGenuine(code)).isTrue();
        String payload = new String(code, 72, code.length - 72, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(payload)
                .contains(certificate.content().number(), person.name(), "\"2026-11-02\"")
                .startsWith("[1,");
        code[100] ^= 1;
        assertThat(isGenuine(code)).isFalse();
    }

    @Test
    void a_button_pressed_twice_makes_one_certificate_and_a_later_one_is_another() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        Certificate first = issue(person);
        assertThat(issue(person).content().number()).isEqualTo(first.content().number());
        clock.advance(Duration.ofMinutes(11));
        assertThat(issue(person).content().number())
                .isNotEqualTo(first.content().number());
        assertThat(certificates.list(VolunteerFixture.actor(person), person.id()))
                .hasSize(2);
    }

    @Test
    void who_has_the_number_and_the_name_sees_the_figures_and_nobody_else_anything() {
        VolunteerView person = VolunteerFixture.adult("𠮷田花");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        Certificate certificate = issue(person);
        String number = certificate.content().number();
        Checked checked = check.check(" " + number.toLowerCase(java.util.Locale.ROOT) + " ", "𠮷田 花", HERE)
                .orElseThrow();
        assertThat(checked.voidSince()).isNull();
        assertThat(checked.hash()).isEqualTo(certificate.hash());
        assertThat(checked.content().services()).isEmpty();
        assertThat(checked.log()).isNotEqualTo(Checked.LogState.DISAGREES);
        assertThat(check.check(number, "𠮷田华", HERE)).isEmpty();
        assertThat(check.check(CertificateNumber.make(DAY), "𠮷田花", HERE)).isEmpty();
        assertThat(check.check("", "-", HERE)).isEmpty();
        assertThat(check.check("YW", "", HERE)).isEmpty();
    }

    /** What ends a record for good. */
    enum End {
        FROZEN_THEN_VOID,
        VOID
    }

    @Test
    void is_under_review_while_a_record_in_it_is_frozen_and_valid_again_after() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        RecordKey record = served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        String number = issue(person).content().number();
        assertThat(check.check(number, "李雷", HERE).orElseThrow().reviewSince()).isNull();
        clock.advance(Duration.ofMinutes(1));
        cases.freeze(List.of(record), Because.of(0, "record.why.not-me"));
        Checked frozen = check.check(number, "李雷", HERE).orElseThrow();
        assertThat(frozen.voidSince()).isNull();
        assertThat(frozen.reviewSince()).isEqualTo(clock.instant());
        Map<String, String> question = Map.of("number", number, "name", "李雷");
        assertThat(state(question)).isEqualTo("UNDER_REVIEW");
        assertThat(Visitor.asAccount(person.contactAccountId())
                        .get("/me/certificates/" + number)
                        .body())
                .contains("核实中");
        assertThat(Visitor.asAccount(person.contactAccountId())
                        .api("GET", "/api/v1/certificates/" + number, null)
                        .json()
                        .path("reviewSince")
                        .asString())
                .isEqualTo(clock.instant().toString());
        cases.release(List.of(record), Because.of(0, "record.why.case-over"));
        Certificate again = certificates.get(VolunteerFixture.actor(person), number);
        assertThat(again.voidSince()).isNull();
        assertThat(again.reviewSince()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void becomes_void_when_a_record_in_it_is_void_and_stays_so(End end) {
        VolunteerView person = VolunteerFixture.adult("李雷");
        RecordKey bad = served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        served(person, 1, 60, TimeKind.CREDIT, "区图书馆");
        Certificate with = issue(person);
        Certificate without = issue(person, CertificateScope.EVERYTHING.ofUnit(unit("区图书馆")));
        assertThat(check.check(with.content().number(), "李雷", HERE)
                        .orElseThrow()
                        .voidSince())
                .isNull();
        clock.advance(Duration.ofMinutes(1));
        Because because = Because.of(0, "record.why.correction");
        if (end == End.FROZEN_THEN_VOID) {
            cases.freeze(List.of(bad), because);
        }
        cases.declareVoid(List.of(bad), because);
        assertThat(check.check(with.content().number(), "李雷", HERE)
                        .orElseThrow()
                        .voidSince())
                .isEqualTo(clock.instant());
        assertThat(check.check(without.content().number(), "李雷", HERE)
                        .orElseThrow()
                        .voidSince())
                .isNull();
        Certificate again =
                certificates.get(VolunteerFixture.actor(person), with.content().number());
        assertThat(again.voidSince()).isNotNull();
        assertThat(again.voidByOwner()).isFalse();
    }

    @Test
    void none_is_made_of_a_record_that_ceases_to_count_in_the_same_moment() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        RecordKey only = served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        CompletableFuture<Certificate> made = Objects.requireNonNull(transaction.execute(_ -> {
            cases.declareVoid(List.of(only), Because.of(0, "record.why.correction"));
            CompletableFuture<Certificate> issuing = CompletableFuture.supplyAsync(() -> issue(person));
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!issuing.isDone() && !isWaited() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return issuing;
        }));
        assertThatThrownBy(made::join)
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem()).isEqualTo(CertificateProblem.NO_RECORDS));
    }

    private boolean isWaited() {
        return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void its_owner_may_declare_it_void_once_and_a_stranger_finds_nothing() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        Actor owner = VolunteerFixture.actor(person);
        Actor stranger = VolunteerFixture.actor(VolunteerFixture.adult("韩梅梅"));
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        String number = issue(person).content().number();
        refused(CertificateProblem.UNKNOWN, () -> certificates.get(stranger, number));
        refused(CertificateProblem.UNKNOWN, () -> certificates.declareVoid(stranger, number));
        refused(
                VolunteerProblem.NOT_YOURS,
                () -> certificates.issue(stranger, person.id(), CertificateScope.EVERYTHING));
        certificates.declareVoid(owner, number);
        assertThat(check.check(number, "李雷", HERE).orElseThrow().voidSince()).isEqualTo(clock.instant());
        refused(CertificateProblem.ALREADY_VOID, () -> certificates.declareVoid(owner, number));
    }

    @Test
    void a_guardian_has_the_certificates_of_a_child() {
        VolunteerView parent = VolunteerFixture.adult("李妈妈");
        Actor guardian = VolunteerFixture.actor(parent);
        VolunteerView child = VolunteerFixture.ward(guardian, "李小雷", LocalDate.of(2015, 3, 1));
        served(child, 0, 60, TimeKind.CREDIT, "花桥志愿队");
        Certificate certificate = certificates.issue(guardian, child.id(), CertificateScope.EVERYTHING);
        assertThat(certificate.content().person().name()).isEqualTo("李小雷");
        assertThat(certificates.get(guardian, certificate.content().number()).hash())
                .isEqualTo(certificate.hash());
    }

    @Test
    void community_staff_make_one_for_whoever_stands_at_the_desk_with_the_card() {
        VolunteerView person = VolunteerFixture.adult("王奶奶");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        Actor staff =
                PeopleFixture.staff(Role.COMMUNITY_STAFF, person.residence().value());
        Actor elsewhere = PeopleFixture.staff(Role.COMMUNITY_STAFF, "420103");
        CertificateScope all = CertificateScope.EVERYTHING;
        refused(CertificateProblem.NOBODY, () -> desk.issueFor(elsewhere, person.number(), "王奶奶", all, "到窗口"));
        refused(CertificateProblem.NOBODY, () -> desk.issueFor(staff, person.number(), "王爷爷", all, "到窗口"));
        refused(CertificateProblem.PURPOSE_NEEDED, () -> desk.issueFor(staff, person.number(), "王奶奶", all, " "));
        String number = desk.issueFor(staff, person.number(), "王奶奶", all, "本人持证到窗口")
                .content()
                .number();
        assertThat(certificates.get(staff, number).volunteerId()).isEqualTo(person.id());
        assertThat(desk.made(staff)).extracting(CertificateLine::number).containsExactly(number);
        refused(CertificateProblem.UNKNOWN, () -> certificates.declareVoid(staff, number));
        assertThat(jdbc.sql("select why from account_audit where subject = :subject")
                        .param("subject", "certificate:" + number)
                        .query(String.class)
                        .list())
                .containsExactly("本人持证到窗口");
        clock.advance(Duration.ofHours(25));
        refused(CertificateProblem.UNKNOWN, () -> certificates.get(staff, number));
    }

    @Test
    void one_address_may_not_ask_without_end_and_others_still_may() {
        String greedy = "203.0.113.77";
        for (int i = 0; i < 100; i++) {
            check.check("YW", "-", greedy);
        }
        refused(CertificateProblem.TOO_MANY_CHECKS, () -> check.check("YW", "-", greedy));
        assertThat(check.check("YW", "-", "203.0.113.78")).isEmpty();
    }

    @Test
    void the_api_makes_lists_and_ends_certificates_and_anybody_asks_it() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        Visitor owner = Visitor.asAccount(person.contactAccountId());
        String mine = "/api/v1/volunteers/" + Ids.text(person.id()) + "/certificates";
        Visitor.Answer made = owner.api("POST", mine, Map.of("organizationId", unit("花桥志愿队")));
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        String number = made.json().path("number").asString("");
        assertThat(made.json().path("time").path("creditMinutes").asInt()).isEqualTo(120);
        assertThat(owner.api("GET", mine, null).body()).contains(number);
        Map<String, String> question = Map.of("number", number, "name", "李雷");
        assertThat(state(question)).isEqualTo("VALID");
        assertThat(state(Map.of("number", number, "name", "李蕾"))).isEqualTo("UNKNOWN");
        assertThat(state(Map.of())).isEqualTo("UNKNOWN");
        assertThat(owner.api("POST", "/api/v1/certificates/" + number + "/void", null)
                        .status())
                .isEqualTo(200);
        assertThat(state(question)).isEqualTo("VOID");
        Visitor stranger = Visitor.asAccount(PeopleFixture.account("韩梅梅"));
        assertThat(stranger.api("GET", "/api/v1/certificates/" + number, null).code())
                .isEqualTo("certificate.unknown");
        assertThat(stranger.get("/certificates/" + number + ".pdf").status()).isEqualTo(404);
        Visitor.Answer pdf = owner.get("/certificates/" + number + ".pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Cache-Control")).contains("no-store");
        for (String sheet : List.of("registration", "card")) {
            String path = "/certificates/" + sheet + ".pdf?of=" + Ids.text(person.id());
            assertThat(owner.get(path).status()).isEqualTo(200);
            assertThat(stranger.get(path).status()).isEqualTo(403);
        }
    }

    private static String state(Map<String, String> question) {
        return Visitor.anonymous()
                .api("POST", "/api/v1/verify", question)
                .json()
                .path("state")
                .asString("");
    }

    @Test
    void every_service_rests_on_a_leaf_that_is_proved_against_the_head_in_the_certificate() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        RecordKey first = served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        RecordKey second = served(person, 1, 60, TimeKind.HONOUR, "区图书馆");
        String number = issue(person).content().number();
        served(VolunteerFixture.adult("韩梅梅"), 0, 60, TimeKind.CREDIT, "花桥志愿队");
        sealing.seal();
        Visitor owner = Visitor.asAccount(person.contactAccountId());
        String page = "/me/certificates/" + number;
        assertThat(owner.get(page).body()).contains(page + "/proofs.json");
        JsonNode proofs = owner.api("GET", "/api/v1/certificates/" + number + "/proofs", null)
                .json();
        assertThat(owner.get(page + "/proofs.json").json()).isEqualTo(proofs);
        CertificateContent content =
                certificates.get(VolunteerFixture.actor(person), number).content();
        CertificateContent.Log head = Objects.requireNonNull(content.log());
        assertThat(proofs.path("log").path("root").asString()).isEqualTo(head.root());
        assertThat(proofs.path("items").valueStream().map(p -> p.path("record").asString()))
                .containsExactlyInAnyOrder(Ids.text(first.recordId()), Ids.text(second.recordId()));
        for (JsonNode proof : proofs.path("items")) {
            Hash leaf = Hash.leaf(proof.path("content").asString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            List<Hash> path = proof.path("path")
                    .valueStream()
                    .map(h -> Hash.parse(h.asString()))
                    .toList();
            long index = proof.path("leaf").asLong();
            assertThat(content.services()).anyMatch(s -> Objects.equals(s.leaf(), index));
            assertThat(Proofs.includes(leaf, index, head.size(), path, Hash.parse(head.root())))
                    .isTrue();
        }
        assertThat(Visitor.asAccount(PeopleFixture.account("韩梅梅"))
                        .api("GET", "/api/v1/certificates/" + number + "/proofs", null)
                        .code())
                .isEqualTo("certificate.unknown");
    }

    @Test
    void none_is_made_of_a_record_that_neither_is_sealed_nor_waits_for_it() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        jdbc.sql("delete from record_unsealed where volunteer_id = :id")
                .param("id", person.id())
                .update();
        refused(CertificateProblem.NOT_SEALED, () -> issue(person));
    }

    @Test
    void a_certificate_from_before_leaves_were_noted_can_still_be_read() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        Row now = store.find(issue(person).content().number()).orElseThrow();
        String json = now.json().replaceAll(",\"leaf\":\\d+", "");
        assertThat(json).isNotEqualTo(now.json());
        CertificateContent content = issuing.view(new Row(
                        now.volunteerId(),
                        now.certificateId(),
                        now.name(),
                        json,
                        now.hash(),
                        now.payload(),
                        now.keyId(),
                        now.signature(),
                        now.issuedAt(),
                        now.issuedBy(),
                        now.onBehalf(),
                        null,
                        false,
                        now.records()))
                .content();
        assertThat(content.services()).singleElement().satisfies(s -> {
            assertThat(s.minutes()).isEqualTo(120);
            assertThat(s.leaf()).isNull();
        });
        assertThat(content.namesLeaves()).isFalse();
    }

    @Test
    void what_was_issued_cannot_be_changed_in_the_database_either() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        issue(person);
        for (String deed : List.of(
                "update certificate_issued set name = '张三' where volunteer_id = :id",
                "delete from certificate_issued where volunteer_id = :id")) {
            assertThatThrownBy(() -> jdbc.sql(deed).param("id", person.id()).update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    /** Behind the program's back, with the trigger put aside: the text and its hash agree with each other, not with the signature. */
    @Test
    void a_stored_certificate_that_was_rewritten_is_not_called_valid() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        String number = issue(person).content().number();
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("""
                            with forged as (select replace(content, '花桥志愿队', '花桥志工队') as text
                                from certificate_issued where number = :number)
                            update certificate_issued set content = text, hash = sha256(convert_to(text, 'UTF8'))
                            from forged where number = :number""").param("number", number).update();
        });
        refused(CertificateProblem.ALTERED, () -> check.check(number, "李雷", "203.0.113.79"));
        assertThat(check.check(number, "李蕾", "203.0.113.79")).isEmpty();
    }

    /** As if the log had been written anew since: everything is signed as ever, on a head that today's log does not hold. */
    @Test
    void one_that_rests_on_another_log_is_not_called_valid() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        Row made = store.find(issue(person).content().number()).orElseThrow();
        CertificateContent.Log head =
                Objects.requireNonNull(issuing.view(made).content().log());
        String number = CertificateNumber.make(DAY);
        String json = made.json()
                .replace(issuing.view(made).content().number(), number)
                .replace(head.root(), "ab".repeat(32));
        CertificateContent content = new JsonMapper().readValue(json, CertificateContent.class);
        byte[] hash = Issuing.sha256(json);
        byte[] payload = SignedCode.payload(content, hash);
        Signatures.Signed signed = signatures.sign(SignedCode.PURPOSE, payload);
        store.insert(new CertificateStore.Issue(
                person.id(),
                Ids.next(),
                content,
                json,
                hash,
                payload,
                signed.key().id(),
                signed.plain(),
                made.records(),
                List.of(),
                made.issuedBy(),
                null));
        Map<String, String> question = Map.of("number", number, "name", "李雷");
        JsonNode answer =
                Visitor.anonymous().api("POST", "/api/v1/verify", question).json();
        assertThat(answer.path("state").asString()).isEqualTo("LOG_DISAGREES");
        assertThat(answer.path("logState").asString()).isEqualTo("DISAGREES");
        Visitor visitor = Visitor.anonymous();
        visitor.get("/verify");
        assertThat(visitor.post("/verify", question).body())
                .contains("日志不一致", "请先不要采信")
                .doesNotContain("真实、有效");
        cases.freeze(
                cases.ofVolunteer(person.id()).stream().map(RecordView::key).toList(),
                Because.of(0, "record.why.not-me"));
        assertThat(state(question)).as("under review as well").isEqualTo("LOG_DISAGREES");
        certificates.declareVoid(VolunteerFixture.actor(person), number);
        assertThat(state(question)).isEqualTo("VOID");
    }

    /** It becomes void between the reading and the keeping of an answer. */
    @Test
    void what_was_read_before_it_became_void_is_not_kept() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        served(person, 0, 120, TimeKind.CREDIT, "花桥志愿队");
        Certificate made = issue(person);
        String number = made.content().number();
        Checked read =
                new Checked(made.content().brief(), made.hash(), null, null, null, Checked.LogState.AGREES, true);
        assertThat(checks.answer(number, HERE, _ -> {
                    certificates.declareVoid(VolunteerFixture.actor(person), number);
                    return Optional.of(read);
                }))
                .contains(read);
        assertThat(check.check(number, "李雷", HERE).orElseThrow().voidSince()).isNotNull();
    }

    private static String unit(String name) {
        return Ids.text(RecordFixture.organization(name));
    }

    private RecordKey served(VolunteerView person, int day, int minutes, TimeKind kind, String organization) {
        return RecordFixture.effective(person.id(), DAY.plusDays(day), minutes, kind, organization, "清洁家园");
    }

    private Certificate issue(VolunteerView person) {
        return issue(person, CertificateScope.EVERYTHING);
    }

    private Certificate issue(VolunteerView person, CertificateScope scope) {
        return certificates.issue(VolunteerFixture.actor(person), person.id(), scope);
    }

    private boolean isGenuine(byte[] code) {
        try {
            Map<String, byte[]> keys =
                    log.keys().stream().collect(java.util.stream.Collectors.toMap(k -> k.id(), k -> k.encoded()));
            byte[] key = keys.get(HexFormat.of().formatHex(code, 0, 8));
            SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
            signer.init(false, PublicKeyFactory.createKey(key));
            byte[] line = "yiwang signature v1\ncertificate\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            signer.update(line, 0, line.length);
            signer.update(code, 72, code.length - 72);
            return signer.verifySignature(Arrays.copyOfRange(code, 8, 72));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
