package org.yiwang.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.account.Accounts;
import org.yiwang.account.Grants;
import org.yiwang.certificate.Certificate;
import org.yiwang.certificate.CertificateCheck;
import org.yiwang.certificate.CertificateScope;
import org.yiwang.certificate.Certificates;
import org.yiwang.dossier.Dossiers;
import org.yiwang.dossier.TrainingDraft;
import org.yiwang.dossier.Trainings;
import org.yiwang.exchange.ArrivalView.ClaimState;
import org.yiwang.exchange.ArrivalView.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.notification.Outbox;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseView;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.Objection;
import org.yiwang.objection.Objections;
import org.yiwang.objection.Verdict;
import org.yiwang.record.Because;
import org.yiwang.record.Origin;
import org.yiwang.record.ProposalClock;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.record.Statutory;
import org.yiwang.record.TimeKind;
import org.yiwang.record.Total;
import org.yiwang.seal.SealedLog;
import org.yiwang.seal.Signatures;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.SecondCity;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.PersonalData;
import org.yiwang.volunteer.Profiles;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.VolunteerView;

/** Two running programs with different keys and databases: what is taken along from one and brought to the other. */
@CityTest
class TwoServersTest {

    private static final LocalDate BORN = LocalDate.of(1990, 5, 6);

    private static final AtomicInteger NAMES = new AtomicInteger();

    private static SecondCity there;

    @Autowired
    private Passports passports;

    @Autowired
    private Issuers issuers;

    @Autowired
    private PassportLines lines;

    @Autowired
    private RecordIntake intake;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private Records records;

    @Autowired
    private Certificates certificates;

    @Autowired
    private SealedLog log;

    @Autowired
    private Signatures signatures;

    @Autowired
    private TestClock clock;

    private String document;
    private String mobile;
    private VolunteerView here;
    private VolunteerView elsewhere;
    private Actor own;
    private Actor ownThere;

    @BeforeAll
    static void start_the_second() {
        there = SecondCity.start("yiwang/second");
    }

    @AfterAll
    static void stop_it() {
        there.close();
    }

    @BeforeEach
    void somebody_registered_in_both_with_three_records_in_one() {
        clock.reset();
        document = VolunteerFixture.newIdNumber(BORN);
        mobile = PeopleFixture.newMobile();
        Registrant registrant = Registrant.adult("𠮷小梅", document, VolunteerFixture.COMMUNITY);
        here = City.bean(Registration.class).open(mobile, null, registrant);
        elsewhere = there.bean(Registration.class).open(mobile, null, registrant);
        own = VolunteerFixture.actor(here);
        ownThere = there.bean(Accounts.class).actor(elsewhere.contactAccountId());
        serve(here.id(), 1, TimeKind.CREDIT, 120);
        serve(here.id(), 2, TimeKind.HONOUR, 45);
        serve(here.id(), 3, TimeKind.CREDIT, 600);
        count();
        serve(here.id(), 4, TimeKind.HONOUR, 30);
        there.clock().set(clock.instant());
    }

    @Test
    void what_is_taken_along_is_claimed_first_and_counts_once_the_issuer_is_trusted() {
        distrust();
        City.bean(Trainings.class)
                .ofOffice(
                        Actor.SYSTEM,
                        VolunteerFixture.COMMUNITY,
                        new TrainingDraft("急救培训", "心肺复苏", 180, "红十字会", LocalDate.of(2026, 10, 1)),
                        List.of(here.number()));
        City.bean(Profiles.class).setCategories(own, here.id(), List.of("03", "01"));
        byte[] file = export(false);
        assertThat(new String(file, StandardCharsets.UTF_8))
                .startsWith("<!DOCTYPE html>")
                .contains("𠮷小梅", "为老服务 1", "<dt>特长</dt><dd>没有填写</dd>", mobile)
                .doesNotContain(document);
        Passport passport = PassportFile.open(file).passport();
        assertThat(passport.person().basic())
                .isEqualTo(new Passport.Basic(
                        City.bean(PersonalData.class).basic(own, here.id()).sex(),
                        VolunteerFixture.COMMUNITY.value(),
                        mobile,
                        List.of(),
                        List.of("01", "03")));
        Visitor visitor = there.visitor(elsewhere.contactAccountId());
        Visitor.Answer brought = visitor.postMultipart("/me/passport/import", Map.of("file", file));
        assertThat(brought.status()).as(brought.text()).isEqualTo(303);
        assertThat(visitor.get(brought.location()).body()).contains("待核实", "为老服务 1");
        assertThat(totalsThere()).isEqualTo(new Passport.Totals(0, 0, 0));

        ArrivalView waiting =
                there.bean(Arrivals.class).list(ownThere, elsewhere.id()).getFirst();
        assertThat(waiting.state()).isEqualTo(State.CLAIMED);
        Visitor office = there.visitor(officer());
        String path = "/gov/passports/" + Ids.text(elsewhere.id()) + "/" + Ids.text(waiting.arrivalId());
        assertThat(office.get("/gov/passports").body()).contains(path).doesNotContain("𠮷小梅");
        assertThat(office.get(path).body()).contains(signatures.key().id());
        assertThat(office.post(path, Map.of("decision", "trust", "address", address()))
                        .body())
                .contains("invalid-feedback");
        Map<String, String> trust = Map.of("decision", "trust", "address", address(), "compared", "yes");
        assertThat(office.post(path, trust).location()).isEqualTo("/gov/passports");
        assertThat(totalsThere()).as("one officer alone").isEqualTo(new Passport.Totals(0, 0, 0));
        String confirm = "/gov/issuers/"
                + Ids.text(
                        there.bean(Issuers.class).list(Actor.SYSTEM).getFirst().issuerId())
                + "/confirm";
        assertThat(office.post(confirm, Map.of("confirmed", "yes")).status()).isNotEqualTo(303);
        Visitor second = there.visitor(officer());
        assertThat(second.post(confirm, Map.of()).status()).isNotEqualTo(303);
        assertThat(second.post(confirm, Map.of("confirmed", "yes")).status()).isEqualTo(303);

        assertThat(totalsThere()).isEqualTo(totalsHere()).isEqualTo(new Passport.Totals(3, 720, 45));
        assertThat(visitor.get(brought.location()).body()).contains("已核实", "已计入", "那边还没有计入");
        assertThat(visitor.get("/me/hours").body()).contains("为老服务 3");
        assertThat(there.bean(Arrivals.class)
                        .take(ownThere, elsewhere.id(), file, false)
                        .arrivalId())
                .isEqualTo(waiting.arrivalId());
        assertThat(totalsThere()).isEqualTo(totalsHere());

        assertThat(there.bean(Dossiers.class).of(elsewhere.id()).trainings())
                .singleElement()
                .satisfies(t -> assertThat(t.facts().learningMinutes()).isEqualTo(180));

        // A later passport holds the same records and one more: only that one is new.
        count();
        there.clock().set(clock.instant());
        there.bean(Arrivals.class).take(ownThere, elsewhere.id(), export(false), false);
        assertThat(totalsThere()).isEqualTo(totalsHere()).isEqualTo(new Passport.Totals(4, 720, 75));
        assertThat(there.bean(Dossiers.class).of(elsewhere.id()).trainings()).hasSize(1);
        assertThat(there.bean(Records.class).rebuildTotals()).isPositive();
        assertThat(totalsThere()).isEqualTo(totalsHere());
    }

    @Test
    void one_byte_that_was_changed_and_a_line_that_was_never_sealed_are_refused() {
        trust();
        byte[] file = export(false);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            byte[] changed = file.clone();
            int at = i < 30 ? random.nextInt(file.length) : file.length - 1 - random.nextInt(300);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> bring(changed))
                    .as("seed " + seed + ", byte " + at)
                    .hasMessage("exchange.not-genuine");
        }
        Passport honest = PassportFile.open(file).passport();
        List<Passport.Line> more = new ArrayList<>(honest.records());
        int counting = 0;
        while (!more.get(counting).counts()) {
            counting++;
        }
        more.set(counting, longer(more.get(counting)));
        assertThatThrownBy(() -> bring(sign(with(honest, more, honest.validUntil()))))
                .hasMessage("exchange.not-genuine");
        assertThatThrownBy(() -> bring(
                        sign(with(honest, honest.records(), clock.instant().minusSeconds(1)))))
                .hasMessage("exchange.expired");
        List<Passport.Line> strange = new ArrayList<>(honest.records());
        strange.addFirst(ofOldTimes(strange.getFirst()));
        assertThatThrownBy(() -> bring(sign(with(honest, strange, honest.validUntil()))))
                .hasMessage("exchange.not-genuine");
        assertThatThrownBy(() -> bring(new byte[Arrivals.MOST_BYTES + 1])).hasMessage("exchange.too-large");
        assertThatThrownBy(() -> bring("hello".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("exchange.not-genuine");
        assertThat(totalsThere()).isEqualTo(new Passport.Totals(0, 0, 0));
    }

    @Test
    void nobody_brings_more_than_people_have() {
        distrust();
        Passport honest = PassportFile.open(export(false)).passport();
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            files.add(sign(with(honest, honest.records(), honest.validUntil().minusSeconds(i))));
        }
        ArrivalView first = bring(files.getFirst());
        bring(files.get(1));
        bring(files.get(2));
        assertThatThrownBy(() -> bring(files.get(3))).hasMessage("exchange.too-many-waiting");
        assertThat(bring(files.getFirst()).arrivalId()).isEqualTo(first.arrivalId());

        ArrivalTries tries = there.bean(ArrivalTries.class);
        for (int i = 3; i < 10; i++) {
            tries.count(ownThere, elsewhere.id(), true);
        }
        assertThatThrownBy(() -> tries.count(ownThere, elsewhere.id(), true)).hasMessage("exchange.too-often");
    }

    @Test
    void one_that_was_revoked_and_one_of_somebody_else_are_refused() {
        trust();
        byte[] file = export(false);
        VolunteerView other = there.bean(Registration.class)
                .open(
                        PeopleFixture.newMobile(),
                        null,
                        Registrant.adult("旁人", VolunteerFixture.newIdNumber(BORN), VolunteerFixture.COMMUNITY));
        Actor stranger = there.bean(Accounts.class).actor(other.contactAccountId());
        assertThatThrownBy(() -> there.bean(Arrivals.class).take(stranger, other.id(), file, true))
                .hasMessage("exchange.somebody-else");
        assertThatThrownBy(() -> City.bean(Arrivals.class).take(own, here.id(), file, false))
                .hasMessage("exchange.own-passport");
        Visitor visitor = Visitor.asAccount(here.contactAccountId());
        PassportView made = passports.list(own, here.id()).getFirst();
        assertThat(visitor.post(
                                "/me/passport/" + Ids.text(here.id()) + "/" + Ids.text(made.passportId()) + "/revoke",
                                Map.of())
                        .status())
                .isEqualTo(303);
        assertThatThrownBy(() -> bring(file)).hasMessage("exchange.revoked");
        assertThatThrownBy(() -> passports.revoke(own, here.id(), made.passportId()))
                .hasMessage("exchange.not-waiting");
    }

    @Test
    void hours_that_are_on_record_there_already_are_not_counted_twice_but_looked_at() {
        trust();
        serve(there.bean(RecordIntake.class), elsewhere.id(), 1, TimeKind.HONOUR, 90);
        ArrivalView arrival = bring(export(false));
        Arrivals.Detail detail = there.bean(Arrivals.class).get(ownThere, elsewhere.id(), arrival.arrivalId());
        assertThat(detail.claims())
                .extracting(ArrivalView.Claim::state)
                .containsExactlyInAnyOrder(ClaimState.CONFLICT, ClaimState.TAKEN, ClaimState.TAKEN, ClaimState.WAITING);
        ArrivalDesk desk = there.bean(ArrivalDesk.class);
        ArrivalView.Claim conflict = desk.conflicts(Actor.SYSTEM, 1).items().stream()
                .map(ArrivalDesk.Conflict::claim)
                .filter(c -> c.volunteerId() == elsewhere.id())
                .findFirst()
                .orElseThrow();
        assertThat(desk.tryAgain(Actor.SYSTEM, elsewhere.id(), conflict.sourceId()))
                .isFalse();
        distrust();
        assertThatThrownBy(() -> desk.tryAgain(Actor.SYSTEM, elsewhere.id(), conflict.sourceId()))
                .hasMessage("exchange.not-trusted");
        desk.drop(Actor.SYSTEM, elsewhere.id(), conflict.sourceId(), "以本地签到为准");
        assertThat(totalsThere().records()).isEqualTo(2);
        Actor district = new Actor(
                7,
                "区",
                List.of(new org.yiwang.kernel.Grant(
                        Role.DISTRICT_OFFICE, new Scope.InRegion(new RegionCode("420102")))),
                0);
        assertThatThrownBy(() -> desk.queue(district, 1)).hasMessage("access.out-of-scope");
    }

    @Test
    void who_pins_a_key_does_not_profit_by_it_and_what_came_in_is_decided_once_trust_is_withdrawn() {
        distrust();
        there.bean(Grants.class)
                .give(
                        Actor.SYSTEM,
                        elsewhere.contactAccountId(),
                        Role.CITY_OFFICE,
                        new Scope.InRegion(new RegionCode("4201")),
                        "test");
        Actor self = there.bean(Accounts.class).actor(elsewhere.contactAccountId());
        Issuers trusted = there.bean(Issuers.class);
        ArrivalDesk desk = there.bean(ArrivalDesk.class);
        ArrivalView waiting = bring(export(false));
        long issuer = trusted.propose(self, log.origin(), "第一城", signatures.key(), address());
        assertThatThrownBy(() -> trusted.confirm(self, issuer)).hasMessage("exchange.another-officer");
        assertThatThrownBy(() -> trusted.confirm(officer("𠮷小梅", Duration.ofDays(30)), issuer))
                .as("the same human by another document")
                .hasMessage("exchange.same-human");
        assertThatThrownBy(() -> trusted.confirm(officer("新同事", Duration.ofDays(6)), issuer))
                .hasMessage("exchange.officer-too-new");
        assertThatThrownBy(() -> trusted.confirm(unregistered(), issuer)).hasMessage("exchange.officer-not-registered");
        Actor second = officer("王二", Duration.ofDays(8));
        trusted.confirm(second, issuer);
        assertThat(bring(export(false)).state()).isEqualTo(State.CLAIMED);
        assertThat(totalsThere()).isEqualTo(new Passport.Totals(0, 0, 0));

        assertThatThrownBy(() -> desk.trust(second, elsewhere.id(), waiting.arrivalId(), ""))
                .hasMessage("exchange.pinned-it");
        Actor third = there.bean(Accounts.class).actor(officer());
        desk.trust(third, elsewhere.id(), waiting.arrivalId(), "");
        assertThat(totalsThere().records()).isEqualTo(3);
        trusted.withdraw(third, issuer);
        assertThat(there.visitor(second.accountId()).get("/me/inbox").body()).contains("取消了对平台");
        Doubts doubts = there.bean(Doubts.class);
        List<ArrivalView.Claim> doubted = doubted(doubts, third);
        assertThat(doubted).hasSize(3);
        long source = doubted.getLast().sourceId();
        assertThatThrownBy(() -> doubts.keep(self, elsewhere.id(), source, "属实"))
                .hasMessage("exchange.own-transfer");
        assertThatThrownBy(() -> doubts.keep(second, elsewhere.id(), source, "属实"))
                .hasMessage("exchange.pinned-it");
        doubts.keep(third, elsewhere.id(), doubted.getFirst().sourceId(), "向原单位核实");
        assertThat(doubted(doubts, third)).hasSize(2);

        // That one be void takes two, is told with its evidence, and is carried out on its day.
        assertThatThrownBy(() -> doubts.askVoid(third, elsewhere.id(), source, "没有这次活动", " "))
                .hasMessage("exchange.evidence-needed");
        assertThatThrownBy(() -> doubts.confirmVoid(third, elsewhere.id(), source))
                .hasMessage("exchange.no-void-asked");
        doubts.askVoid(third, elsewhere.id(), source, "原单位没有这次活动", "原单位来函");
        assertThatThrownBy(() -> doubts.confirmVoid(third, elsewhere.id(), source))
                .hasMessage("exchange.another-officer");
        long fourthOfficer = officer();
        Visitor fourth = there.visitor(fourthOfficer);
        assertThat(fourth.get("/gov/passports").body()).contains("等另一位同事确认", "原单位来函");
        String path = "/gov/passports/doubted/" + Ids.text(elsewhere.id()) + "/" + Ids.text(source);
        assertThat(fourth.post(path, Map.of("decision", "confirm")).status()).isEqualTo(303);
        assertThat(totalsThere().records()).as("told, not done").isEqualTo(3);
        Visitor visitor = there.visitor(elsewhere.contactAccountId());
        assertThat(visitor.get("/me/hours/"
                                + Ids.text(
                                        Objects.requireNonNull(doubted.getLast().recordId())) + "?volunteer="
                                + Ids.text(elsewhere.id()))
                        .body())
                .contains("原单位没有这次活动", "原单位来函");

        // The volunteer objects: not the two who would have it void decide, and what stands is undecided again.
        long record = Objects.requireNonNull(doubted.getLast().recordId());
        long objection = there.bean(Objections.class)
                .object(ownThere, elsewhere.id(), record, new Objection(Complaint.PROPOSAL, "活动属实", null));
        Verdict kept = new Verdict(CaseView.Outcome.KEPT, null, "原单位补了说明", "", false);
        CaseDesk cases = there.bean(CaseDesk.class);
        assertThatThrownBy(() -> cases.decide(third, objection, kept)).hasMessage("case.made-it-yourself");
        assertThatThrownBy(() -> cases.decide(there.bean(Accounts.class).actor(fourthOfficer), objection, kept))
                .hasMessage("case.made-it-yourself");
        cases.decide(there.bean(Accounts.class).actor(officer()), objection, kept);
        assertThat(doubts.list(third, 1).items())
                .filteredOn(d -> d.claim().sourceId() == source)
                .extracting(Doubt::asked)
                .containsOnlyNulls();
        there.clock().advance(Duration.ofDays(4));
        assertThat(there.bean(ProposalClock.class).carryOutDue()).isZero();
        doubts.askVoid(third, elsewhere.id(), source, "说明是伪造的", "原单位来函");
        assertThat(fourth.post(path, Map.of("decision", "confirm")).status()).isEqualTo(303);
        there.clock().advance(Duration.ofDays(40));
        assertThat(there.bean(ProposalClock.class).carryOutDue()).isEqualTo(1);
        assertThat(totalsThere().records()).isEqualTo(2);
        assertThat(doubted(doubts, third)).hasSize(1);
        assertThat(there.bean(Arrivals.class)
                        .get(ownThere, elsewhere.id(), waiting.arrivalId())
                        .claims())
                .filteredOn(c -> c.sourceId() == source)
                .extracting(ArrivalView.Claim::state)
                .containsExactly(ClaimState.DROPPED);
    }

    @Test
    void what_was_revoked_at_home_does_not_come_back_by_a_passport_from_elsewhere() {
        trust();
        count();
        there.clock().set(clock.instant());
        bring(export(false));
        List<RecordView> copies = there.bean(RecordCases.class).ofVolunteer(elsewhere.id());
        assertThat(copies).hasSize(4);
        RecordView copy = copies.stream()
                .filter(r -> r.serviceMinutes() == 45)
                .findFirst()
                .orElseThrow();
        there.bean(RecordCases.class)
                .correct(
                        copy.key(),
                        new Period(copy.served().start(), copy.served().end().minusSeconds(600)),
                        Because.of(0, "record.why.correction"));
        RecordCases ours = City.bean(RecordCases.class);
        List<RecordKey> revoked = ours.ofVolunteer(here.id()).stream()
                .filter(r -> r.serviceMinutes() == 45 || r.serviceMinutes() == 120)
                .map(RecordView::key)
                .toList();
        ours.declareVoid(revoked, Because.of(0, "record.why.correction"));
        Passport.Totals left = totalsHere();
        assertThat(left).isEqualTo(new Passport.Totals(2, 600, 30));

        trustSecond();
        ArrivalView back = City.bean(Arrivals.class).take(own, here.id(), exportThere(), false);
        assertThat(back.state()).isEqualTo(State.VERIFIED);
        assertThat(totalsHere()).isEqualTo(left);
        Arrivals.Detail detail = City.bean(Arrivals.class).get(own, here.id(), back.arrivalId());
        assertThat(detail.claims())
                .extracting(ArrivalView.Claim::state)
                .containsExactlyInAnyOrder(ClaimState.DROPPED, ClaimState.DROPPED, ClaimState.HOME, ClaimState.HOME);
        assertThat(detail.here()).isEqualTo(left);
        assertThat(ours.ofVolunteer(here.id())).hasSize(2);
    }

    @Test
    void a_passport_holds_no_longer_once_a_record_in_it_ceases_to_count() {
        trust();
        byte[] before = export(false);
        ArrivalView arrival = bring(export(true));
        voidOf(City.bean(RecordCases.class), here.id(), 45);
        assertThatThrownBy(() -> bring(before)).hasMessage("exchange.outdated");
        assertThat(passports.list(own, here.id()))
                .extracting(PassportView::state)
                .containsOnly(PassportView.State.OUTDATED);
        assertThat(Visitor.asAccount(here.contactAccountId())
                        .get("/me/passport")
                        .body())
                .contains("已失效", "请重新开一份");
        String receipt = there.bean(Arrivals.class)
                .receipt(ownThere, elsewhere.id(), arrival.arrivalId())
                .orElseThrow();
        trustSecond();
        assertThatThrownBy(() -> passports.complete(receipt)).hasMessage("exchange.outdated");
        assertThat(bring(export(false)).state()).isEqualTo(State.VERIFIED);
    }

    @Test
    void what_a_newer_passport_no_longer_holds_is_doubted_there() {
        trust();
        byte[] oldest = export(false);
        count();
        there.clock().set(clock.instant());
        bring(export(false));
        bring(oldest);
        Doubts doubts = there.bean(Doubts.class);
        long officer = officer();
        Actor office = there.bean(Accounts.class).actor(officer);
        assertThat(doubted(doubts, office))
                .as("an older one lacks what came later")
                .isEmpty();

        voidOf(City.bean(RecordCases.class), here.id(), 45);
        clock.advance(Duration.ofHours(1));
        there.clock().set(clock.instant());
        bring(export(false));
        assertThat(totalsThere()).as("not decided yet").isEqualTo(new Passport.Totals(4, 720, 75));
        List<ArrivalView.Claim> doubted = doubted(doubts, office);
        assertThat(doubted).singleElement().satisfies(c -> {
            assertThat(c.minutes()).isEqualTo(45);
            assertThat(c.why()).isEqualTo("exchange.claim.gone-there");
        });
        assertThat(there.visitor(officer).get("/gov/passports").body()).contains("来源平台新的护照里已经没有这条记录");
        doubts.keep(office, elsewhere.id(), doubted.getFirst().sourceId(), "向原单位核实");
        assertThat(doubted(doubts, office)).isEmpty();
    }

    @Test
    void what_was_void_or_shortened_while_away_is_certified_at_home_only_once_it_is_decided_about() {
        trust();
        trustSecond();
        count();
        there.clock().set(clock.instant());
        ArrivalView arrival = bring(export(true));
        passports.complete(there.bean(Arrivals.class)
                .receipt(ownThere, elsewhere.id(), arrival.arrivalId())
                .orElseThrow());
        Arrivals arrivals = City.bean(Arrivals.class);
        ArrivalView all = arrivals.take(own, here.id(), exportThere(), false);
        assertThat(arrivals.get(own, here.id(), all.arrivalId()).claims())
                .extracting(ArrivalView.Claim::state)
                .containsOnly(ClaimState.HOME);
        RecordCases theirs = there.bean(RecordCases.class);
        voidOf(theirs, elsewhere.id(), 45);
        RecordView longer = of(theirs, elsewhere.id(), 120);
        theirs.correct(
                longer.key(),
                new Period(longer.served().start(), longer.served().end().minusSeconds(600)),
                Because.of(0, "record.why.correction"));

        ArrivalView back = arrivals.take(own, here.id(), exportThere("moving"), false);
        assertThat(certify()).as("600 and 30 came back as they went").isEqualTo(2);
        assertThat(arrivals.get(own, here.id(), back.arrivalId()).claims())
                .extracting(ArrivalView.Claim::state)
                .containsExactlyInAnyOrder(ClaimState.HOME, ClaimState.HOME, ClaimState.CONFLICT, ClaimState.CONFLICT);
        Actor office = officerHere();
        ArrivalDesk desk = City.bean(ArrivalDesk.class);
        List<ArrivalView.Claim> conflicts = desk.conflicts(office, 1).items().stream()
                .map(ArrivalDesk.Conflict::claim)
                .filter(c -> c.volunteerId() == here.id())
                .toList();
        assertThat(conflicts)
                .extracting(ArrivalView.Claim::minutes, ArrivalView.Claim::why)
                .containsExactlyInAnyOrder(tuple(45, Homecoming.GONE), tuple(110, Homecoming.CHANGED));
        assertThat(Visitor.asAccount(office.accountId()).get("/gov/passports").body())
                .contains("在那边的护照里没有了", "在那边的时长与这里不同");
        long gone = source(conflicts, 45);
        long changed = source(conflicts, 110);
        assertThat(desk.tryAgain(office, here.id(), gone)).isFalse();
        assertThat(certify()).isEqualTo(2);

        desk.drop(office, here.id(), gone, "这里有原始签到");
        assertThat(certify()).as("decided that it stands").isEqualTo(3);
        voidOf(City.bean(RecordCases.class), here.id(), 120);
        assertThat(desk.tryAgain(office, here.id(), changed)).isTrue();
        assertThat(certify()).isEqualTo(3);
    }

    @Test
    void a_move_is_complete_when_the_receiver_has_taken_everything_and_signed_for_it() {
        distrustSecond();
        trust();
        count();
        there.clock().set(clock.instant());
        ArrivalView arrival = bring(export(true));
        String receipt = there.bean(Arrivals.class)
                .receipt(ownThere, elsewhere.id(), arrival.arrivalId())
                .orElseThrow();
        assertThatThrownBy(() -> passports.complete(receipt)).hasMessage("exchange.receipt-not-genuine");
        long proposed = proposeSecond();
        Certificate old = certificates.issue(own, here.id(), CertificateScope.EVERYTHING);
        assertThatThrownBy(() -> passports.complete(receipt)).hasMessage("exchange.receipt-not-genuine");
        issuers.confirm(officerHere(), proposed);
        assertThatThrownBy(() -> passports.complete(receipt.replace('A', 'B'))).hasMessageStartingWith("exchange.");
        assertThat(passports.departure(own, here.id())).isEmpty();
        Visitor visitor = Visitor.asAccount(here.contactAccountId());
        assertThat(visitor.post("/me/passport/receipt", Map.of("receipt", receipt))
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get("/me/passport").body()).contains("第二城");
        assertThat(totalsThere()).isEqualTo(totalsHere());
        assertThatThrownBy(() -> export(false)).isInstanceOf(AssertionError.class);

        // The hours that moved are certified there only; what is served here since is certified here.
        String number = old.content().number();
        assertThat(City.bean(CertificateCheck.class).check(number, "𠮷小梅", "203.0.113.9"))
                .hasValueSatisfying(c -> {
                    assertThat(c.voidSince()).isNull();
                    assertThat(Objects.requireNonNull(c.movedTo()).platform()).isEqualTo("第二城");
                });
        assertThat(Visitor.anonymous()
                        .post("/verify", Map.of("number", number, "name", "𠮷小梅"))
                        .body())
                .contains("第二城");
        assertThat(visitor.get("/me/certificates/" + number).body()).contains("第二城");
        assertThat(visitor.get("/me/certificates").body()).contains("第二城");
        assertThat(visitor.post("/me/certificates", Map.of("volunteer", Ids.text(here.id())))
                        .body())
                .contains("请在那边开具证明");
        serve(here.id(), 0, TimeKind.HONOUR, 15);
        count();
        assertThat(certify()).isEqualTo(1);
        passports.comeBack(own, here.id());
        assertThat(passports.departure(own, here.id())).isEmpty();
        assertThat(certify()).as("only said to be back").isEqualTo(1);
        there.clock().set(clock.instant());
        assertThat(City.bean(Arrivals.class)
                        .take(own, here.id(), exportThere("moving"), false)
                        .state())
                .isEqualTo(State.VERIFIED);
        assertThat(certify()).as("brought back").isEqualTo(5);
    }

    @Test
    void is_carried_from_one_server_to_the_other_in_a_browser() {
        trust();
        Path file = Path.of("target", "passport-of-" + Ids.text(here.id()) + ".html")
                .toAbsolutePath();
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            visit.as(here.contactAccountId()).go("/me/passport");
            visit.page().locator("button[formaction='/me/passport/code']").click();
            visit.page().fill("input[name=code]", PeopleFixture.lastCode(mobile));
            visit.shoot("passport-code").assertGood();
            visit.page()
                    .waitForDownload(() -> visit.page()
                            .locator("form[action='/me/passport'] button.btn-primary")
                            .click())
                    .saveAs(file);
            visit.go("/me/passport");
            visit.shoot("passport").assertGood();
            visit.go("/me/transfer");
            visit.shoot("transfer").assertGood();
        }
        try (Visit visit = Browsers.open(file.toUri().toString(), Screen.DESK)) {
            visit.page().navigate(file.toUri().toString());
            visit.shoot("passport-file").assertGood();
        }
        try (Visit visit = Browsers.open("http://localhost:" + there.port(), Screen.PHONE)) {
            visit.is(there.token(elsewhere.contactAccountId())).go("/me/passport/import");
            visit.page().setInputFiles("input[name=file]", file);
            visit.shoot("passport-import").assertGood();
            visit.page().locator("main form button[type=submit]").click();
            assertThat(visit.page().url()).contains("/me/passport/arrivals/");
            assertThat(visit.page().content()).contains("已核实", "为老服务 3");
            visit.shoot("passport-arrival").assertGood();
        }
        assertThat(totalsThere()).isEqualTo(totalsHere());
        distrust();
        serve(here.id(), 5, TimeKind.HONOUR, 20);
        bring(export(false));
        try (Visit visit = Browsers.open("http://localhost:" + there.port(), Screen.DESK)) {
            visit.is(there.token(officer())).go("/gov/passports");
            visit.shoot("passports").assertGood();
            visit.page().locator("main table a").last().click();
            visit.shoot("passport-case").assertGood();
            visit.go("/gov/issuers");
            visit.shoot("issuers").assertGood();
        }
    }

    private byte[] export(boolean moving) {
        Visitor visitor = Visitor.asAccount(here.contactAccountId());
        visitor.post("/me/passport/code", Map.of());
        Map<String, String> fields = moving
                ? Map.of("code", PeopleFixture.lastCode(mobile), "moving", "yes")
                : Map.of("code", PeopleFixture.lastCode(mobile));
        Visitor.Answer file = visitor.post("/me/passport", fields);
        assertThat(file.header("Content-Disposition")).as(file.text()).startsWith("attachment");
        return file.body().getBytes(StandardCharsets.UTF_8);
    }

    private ArrivalView bring(byte[] file) {
        return there.bean(Arrivals.class).take(ownThere, elsewhere.id(), file, false);
    }

    private byte[] sign(Passport passport) {
        return PassportFile.write("<!DOCTYPE html>", passport, signatures);
    }

    private static Passport with(Passport p, List<Passport.Line> all, Instant until) {
        long credit = all.stream()
                .filter(l -> l.counts() && l.kind() == TimeKind.CREDIT)
                .mapToLong(Passport.Line::minutes)
                .sum();
        long honour = all.stream()
                .filter(l -> l.counts() && l.kind() == TimeKind.HONOUR)
                .mapToLong(Passport.Line::minutes)
                .sum();
        int counting = (int) all.stream().filter(Passport.Line::counts).count();
        return new Passport(
                p.format(),
                p.id(),
                p.madeAt(),
                until,
                p.moving(),
                p.issuer(),
                p.person(),
                p.log(),
                new Passport.Totals(counting, credit, honour),
                all,
                p.dossier());
    }

    private static Passport.Line longer(Passport.Line l) {
        Instant from = java.util.Objects.requireNonNull(l.countedFrom()).minus(Duration.ofHours(1));
        return new Passport.Line(
                l.id(),
                l.state(),
                l.date(),
                l.minutes() + 60,
                l.kind(),
                l.title(),
                l.organization(),
                l.category(),
                l.post(),
                l.place(),
                l.region(),
                l.inCharge(),
                l.from(),
                l.to(),
                from,
                l.countedTo(),
                l.grade(),
                l.evidence(),
                l.source(),
                l.proof());
    }

    /** A line that no proof contradicts, of a time that no database keeps. */
    private static Passport.Line ofOldTimes(Passport.Line l) {
        return new Passport.Line(
                Ids.text(Ids.next()),
                "PENDING",
                LocalDate.of(-5000, 1, 1),
                0,
                l.kind(),
                l.title(),
                l.organization(),
                l.category(),
                l.post(),
                l.place(),
                l.region(),
                l.inCharge(),
                Instant.MIN,
                l.to(),
                null,
                null,
                l.grade(),
                l.evidence(),
                null,
                null);
    }

    private void trust() {
        distrust();
        confirm(there.bean(Issuers.class).propose(Actor.SYSTEM, log.origin(), "第一城", signatures.key(), address()));
    }

    private static void confirm(long issuer) {
        there.bean(Issuers.class).confirm(there.bean(Accounts.class).actor(officer()), issuer);
    }

    private static void distrust() {
        Issuers trusted = there.bean(Issuers.class);
        trusted.list(Actor.SYSTEM).forEach(i -> trusted.withdraw(Actor.SYSTEM, i.issuerId()));
    }

    private static String address() {
        return "http://127.0.0.1:" + City.port();
    }

    /** An officer of the second city, in post for long. */
    private static long officer() {
        return officer(newName(), Duration.ofDays(30)).accountId();
    }

    /** A registered volunteer who has been an officer of the second city for that long. */
    private static Actor officer(String name, Duration inPost) {
        VolunteerView person = there.bean(Registration.class)
                .open(
                        PeopleFixture.newMobile(),
                        null,
                        Registrant.adult(name, VolunteerFixture.newIdNumber(BORN), VolunteerFixture.COMMUNITY));
        there.clock().advance(inPost.negated());
        give(person.contactAccountId());
        there.clock().advance(inPost);
        return there.bean(Accounts.class).actor(person.contactAccountId());
    }

    /** Two officers of one name and one birthday would count as one human. */
    private static String newName() {
        return "办" + Character.toString(0x4e00 + NAMES.incrementAndGet());
    }

    private static Actor unregistered() {
        long account = there.bean(Accounts.class).open(PeopleFixture.newMobile(), "市办", null);
        give(account);
        return there.bean(Accounts.class).actor(account);
    }

    private static void give(long account) {
        there.bean(Grants.class)
                .give(Actor.SYSTEM, account, Role.CITY_OFFICE, new Scope.InRegion(new RegionCode("4201")), "test");
    }

    private Actor officerHere() {
        long account = VolunteerFixture.adult(newName()).contactAccountId();
        clock.advance(Duration.ofDays(-30));
        City.bean(Grants.class)
                .give(Actor.SYSTEM, account, Role.CITY_OFFICE, new Scope.InRegion(new RegionCode("4201")), "test");
        clock.advance(Duration.ofDays(30));
        return PeopleFixture.actor(account);
    }

    private int certify() {
        clock.advance(Duration.ofMinutes(11));
        return certificates
                .issue(own, here.id(), CertificateScope.EVERYTHING)
                .content()
                .records();
    }

    private void distrustSecond() {
        issuers.list(Actor.SYSTEM).stream()
                .filter(i -> i.origin().equals("yiwang/second"))
                .forEach(i -> issuers.withdraw(Actor.SYSTEM, i.issuerId()));
    }

    private long proposeSecond() {
        return issuers.propose(
                Actor.SYSTEM,
                "yiwang/second",
                "第二城",
                Issuers.key(there.bean(Signatures.class).key().pem()),
                "");
    }

    private void trustSecond() {
        distrustSecond();
        issuers.confirm(officerHere(), proposeSecond());
    }

    private byte[] exportThere(String... moving) {
        Visitor visitor = there.visitor(elsewhere.contactAccountId());
        visitor.post("/me/passport/code", Map.of());
        String code = there.bean(Outbox.class).newest(mobile).stream()
                .filter(message -> message.key().equals("sms.code"))
                .findFirst()
                .orElseThrow()
                .args()
                .getFirst();
        Visitor.Answer file = visitor.post(
                "/me/passport", moving.length == 0 ? Map.of("code", code) : Map.of("code", code, "moving", "yes"));
        assertThat(file.header("Content-Disposition")).as(file.text()).startsWith("attachment");
        return file.body().getBytes(StandardCharsets.UTF_8);
    }

    private static void voidOf(RecordCases cases, long volunteerId, int minutes) {
        cases.declareVoid(List.of(of(cases, volunteerId, minutes).key()), Because.of(0, "record.why.correction"));
    }

    private static RecordView of(RecordCases cases, long volunteerId, int minutes) {
        return cases.ofVolunteer(volunteerId).stream()
                .filter(r -> r.serviceMinutes() == minutes)
                .findFirst()
                .orElseThrow();
    }

    private static long source(List<ArrivalView.Claim> claims, int minutes) {
        return claims.stream()
                .filter(c -> c.minutes() == minutes)
                .findFirst()
                .orElseThrow()
                .sourceId();
    }

    private List<ArrivalView.Claim> doubted(Doubts doubts, Actor officer) {
        return doubts.list(officer, 1).items().stream()
                .map(Doubt::claim)
                .filter(c -> c.volunteerId() == elsewhere.id())
                .toList();
    }

    private Passport.Totals totalsHere() {
        Passport.Totals fromTotals = sum(records.totals(own, here.id()));
        assertThat(lines.totals(here.id())).isEqualTo(fromTotals);
        return fromTotals;
    }

    private Passport.Totals totalsThere() {
        return sum(there.bean(Records.class).totals(ownThere, elsewhere.id()));
    }

    private static Passport.Totals sum(List<Total> totals) {
        return new Passport.Totals(
                totals.stream().mapToInt(Total::records).sum(),
                totals.stream().mapToLong(Total::creditMinutes).sum(),
                totals.stream().mapToLong(Total::honourMinutes).sum());
    }

    private void serve(long volunteerId, int daysAgo, TimeKind kind, int minutes) {
        serve(intake, volunteerId, daysAgo, kind, minutes);
    }

    private void serve(RecordIntake into, long volunteerId, int daysAgo, TimeKind kind, int minutes) {
        Instant start = Instant.parse("2026-11-20T00:00:00Z").minus(Duration.ofDays(daysAgo));
        Period served = new Period(start, start.plus(Duration.ofMinutes(minutes)));
        // More than eight hours a day would wait for an approval: entered as what an earlier platform approved.
        Origin origin = minutes > 480 ? Origin.TRANSFER : Origin.MANUAL;
        RecordDraft draft = new RecordDraft(
                Ids.next(),
                volunteerId,
                new Statutory(
                        0, 0, 0, "花桥志愿队", "420102015001", "为老服务 " + daysAgo, "01", "陪伴员", "花桥社区\n一楼", "张三", List.of()),
                served,
                served,
                "test",
                kind);
        into.take(List.of(draft), new RecordIntake.Terms(origin, 7, null, "record.why.manual"));
    }

    private void count() {
        clock.advance(Duration.ofDays(4));
        notice.countDue();
    }
}
