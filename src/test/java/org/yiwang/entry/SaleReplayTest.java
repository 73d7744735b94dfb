package org.yiwang.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.Refusals.refused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.AttendanceEvent;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Role;
import org.yiwang.objection.CaseClock;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.Objection;
import org.yiwang.objection.Objections;
import org.yiwang.objection.Verdict;
import org.yiwang.paper.Imports;
import org.yiwang.record.Corrections;
import org.yiwang.record.Corrections.Grounds;
import org.yiwang.record.Grades;
import org.yiwang.record.Hold;
import org.yiwang.record.ProposalClock;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.Raises;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.Records;
import org.yiwang.record.TrustGrade;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.FoundCases;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestPictures;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.trust.Sanctions;
import org.yiwang.volunteer.VolunteerView;

/**
 * The known sale, played again (domain C1): for 40 yuan an administrator enters five hours for a stranger in two minutes.
 * Everything that the seller can do alone is tried, then with an accomplice; nothing of it may come to count.
 */
@CityTest
class SaleReplayTest {

    private static final Duration FIVE_HOURS = Duration.ofHours(5);

    @Autowired
    private EntryDesk desk;

    @Autowired
    private OwnEntries own;

    @Autowired
    private MakeupOffice office;

    @Autowired
    private EntryExpiry expiry;

    @Autowired
    private RecordCases records;

    @Autowired
    private Records hours;

    @Autowired
    private Grades grades;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private AttendanceDesk attendance;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private Imports imports;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Raises raises;

    @Autowired
    private ProposalClock proposals;

    @Autowired
    private Objections objections;

    @Autowired
    private CaseDesk cases;

    @Autowired
    private CaseClock caseClock;

    @Autowired
    private Sanctions sanctions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private EntryFixture f;
    private VolunteerView buyer;
    private Instant sale;

    @BeforeEach
    void begin() {
        f = EntryFixture.begin();
        buyer = VolunteerFixture.adult("买家");
        sale = clock.instant();
    }

    @Test
    void alone_the_seller_sells_nothing() {
        long sheet = sell();
        Set<Long> who = Set.of(buyer.id());
        long activity = f.activity().id();

        // Confirms it himself, in his own name and in the buyer's.
        refused("entry.second-person", () -> desk.confirm(f.admin(), activity, sheet, who, null));
        refused("entry.unknown", () -> own.agree(f.admin(), activity, sheet, buyer.id()));
        refused("entry.unknown", () -> office.approve(f.admin(), activity, sheet, who, "自己批"));

        // A second account of his: one without a document, and one with another document of his.
        Actor second = PeopleFixture.leader(Role.ORGANIZATION_ADMIN, f.team().id());
        refused("entry.second-not-registered", () -> desk.confirm(second, activity, sheet, who, null));
        VolunteerView passport = TeamFixture.volunteer(f.team().leader().name());
        EntryFixture.lead(passport, f.team().id());
        refused("entry.same-human", () -> desk.confirm(TeamFixture.actor(passport), activity, sheet, who, null));

        // A liaison appointed on the spot, and the buyer as liaison.
        VolunteerView liaison = VolunteerFixture.adult("临时联络员");
        EntryFixture.lead(liaison, f.team().id());
        refused(
                "entry.second-too-new",
                () -> desk.confirm(VolunteerFixture.actor(liaison), activity, sheet, who, null));
        EntryFixture.lead(buyer, f.team().id());
        refused("entry.second-too-new", () -> desk.confirm(VolunteerFixture.actor(buyer), activity, sheet, who, null));

        // An activity made a minute ago, back-dated or just about to begin.
        assertThatThrownBy(() -> activities.published(f.team().id(), activities.shift(Duration.ofHours(-6), 300, 5)))
                .isInstanceOf(Refusal.class);
        ActivityView sudden = activities.published(f.team().id(), activities.shift(Duration.ofMinutes(1), 1, 5));
        clock.advance(Duration.ofMinutes(2));
        refused("entry.published-late", () -> enter(sudden, EntryKind.MANUAL, Duration.ofMinutes(1), new byte[0]));
        refused("entry.published-late", () -> enter(sudden, EntryKind.MAKEUP, Duration.ofMinutes(1), cat()));
        assertThatThrownBy(() -> attendance.tick(f.admin(), sudden.id(), buyer.id(), Direction.IN, "在场"))
                .isInstanceOf(Refusal.class);

        // Makeup with a photo of a cat: nobody but the district says what it shows. Once entered, not twice.
        refused("entry.already", () -> enter(f.activity(), EntryKind.MAKEUP, FIVE_HOURS, cat()));
        desk.withdraw(f.admin(), activity, sheet, who, "改用补录");
        long makeup = enter(f.activity(), EntryKind.MAKEUP, FIVE_HOURS, cat());
        refused("entry.second-person", () -> desk.confirm(f.admin(), activity, makeup, who, null));

        // A file instead of the form.
        long file = imports.receive(f.admin(), f.team().id(), "名单.csv", file()).id();
        assertThatThrownBy(() -> imports.confirm(f.admin(), file, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> imports.confirm(second, file, null)).isInstanceOf(Refusal.class);

        assertThat(Duration.between(sale, clock.instant())).isLessThanOrEqualTo(Duration.ofMinutes(2));
        api(makeup);
        assertNothingCounts();
    }

    @Test
    void with_an_accomplice_it_ends_at_the_buyers_word_and_at_the_district() {
        long sheet = sell();
        f.confirm(sheet, buyer);
        assertThat(f.line(sheet, buyer).state()).isEqualTo(EntryState.CONFIRMED);
        own.agree(VolunteerFixture.actor(buyer), f.activity().id(), sheet, buyer.id());
        assertThat(f.line(sheet, buyer).state()).isEqualTo(EntryState.WITH_DISTRICT);
        refused(
                "entry.unknown",
                () -> office.approve(f.secondActor(), f.activity().id(), sheet, Set.of(buyer.id()), "自己批"));

        VolunteerView next = VolunteerFixture.adult("下一位买家");
        long another = desk.enter(
                f.admin(), EntryFixture.draft(f.activity(), EntryKind.MANUAL, FIVE_HOURS, next), new byte[0]);
        refused("entry.quota", () -> f.confirm(another, next));
        assertNothingCounts();
    }

    @Test
    void a_district_that_is_deceived_as_well_leaves_a_record_that_waits_and_that_nobody_takes_for_good() {
        long sheet = sell();
        f.confirm(sheet, buyer);
        own.agree(VolunteerFixture.actor(buyer), f.activity().id(), sheet, buyer.id());
        office.approve(EntryFixture.district(), f.activity().id(), sheet, Set.of(buyer.id()), "看了签名表");

        RecordKey key = key(f.line(sheet, buyer));
        assertThat(records.get(key).state()).isEqualTo(RecordState.NOTICE);
        assertThat(records.get(key).countsOn()).isEqualTo(clock.instant().plus(Duration.ofDays(14)));
        assertThat(grades.of(List.of(key))).containsEntry(key, TrustGrade.D);
    }

    @Test
    void who_was_there_a_minute_is_not_made_to_have_served_five_hours_by_an_objection() {
        RecordKey key = thereForAMinute();
        Period whole = new Period(start(), start().plus(FIVE_HOURS));
        long id = objections.object(
                VolunteerFixture.actor(buyer),
                buyer.id(),
                key.recordId(),
                new Objection(Complaint.TOO_LITTLE, "我做了五个小时", whole));
        Verdict sold = new Verdict(Outcome.CORRECTED, whole, "本人在场，签退早了", "现场签名表", false);
        assertThat(cases.answer(f.admin(), id, sold)).as("takes effect").isFalse();
        refused("case.not-waiting", () -> cases.answer(f.secondActor(), id, sold));
        refused("case.unknown", () -> cases.decide(f.secondActor(), id, sold));
        for (int day = 0; day <= 30; day += 5) {
            clock.set(sale.plus(Duration.ofDays(day)));
            caseClock.tick();
            notice.countDue();
        }
        assertThat(hours.effectiveMinutes(buyer.id())).isEqualTo(1);
    }

    @Test
    void a_banned_seller_does_not_even_put_five_hours_forward() {
        RecordKey key = thereForAMinute();
        Period whole = new Period(start(), start().plus(FIVE_HOURS));
        long id = objections.object(
                VolunteerFixture.actor(buyer),
                buyer.id(),
                key.recordId(),
                new Objection(Complaint.SOMETHING_ELSE, "我做了五个小时", null));
        sanctions.impose(
                EntryFixture.district(),
                Subject.organization(f.team().id()),
                "no-manual-entry",
                "卖时长",
                FoundCases.upheld(f.activity().id()));
        refused(
                "trust.manual-entry-banned",
                () -> cases.answer(f.admin(), id, new Verdict(Outcome.CORRECTED, whole, "在场", "签名表", false)));
        assertThat(records.get(key).serviceMinutes()).isEqualTo(1);
    }

    @Test
    void who_was_there_a_minute_is_not_made_to_have_served_five_hours_by_a_correction() {
        RecordKey key = thereForAMinute();
        corrections.correct(
                f.admin(), key, new Period(start(), start().plus(FIVE_HOURS)), new Grounds("签退早了", "现场签名表"));
        refused("entry.second-person", () -> raises.confirm(f.admin(), key));
        refused("record.no-proposal", () -> corrections.agree(VolunteerFixture.actor(buyer), key));
        Actor second = PeopleFixture.leader(Role.ORGANIZATION_ADMIN, f.team().id());
        refused("entry.second-not-registered", () -> raises.confirm(second, key));
        for (int day = 0; day <= 30; day += 5) {
            clock.set(sale.plus(Duration.ofDays(day)));
            proposals.carryOutDue();
            notice.countDue();
        }
        assertThat(hours.effectiveMinutes(buyer.id())).isEqualTo(1);
    }

    private RecordKey thereForAMinute() {
        Period minute = new Period(start(), start().plusSeconds(60));
        Evidence scan = new Evidence(
                Evidence.Way.SCANNED_CODE, 5, false, null, f.admin().accountId());
        transaction.executeWithoutResult(_ -> {
            events.publishEvent(new AttendanceEvent.PairClosed(
                    Ids.next(),
                    f.activity().id(),
                    f.activity().shifts().getFirst().id(),
                    buyer.id(),
                    minute,
                    scan,
                    scan));
            events.publishEvent(new ActivityEvent.Closed(f.activity().id()));
        });
        return records.ofVolunteer(buyer.id()).getFirst().key();
    }

    @Test
    void a_buyer_with_a_place_who_is_ticked_and_attested_waits_a_week_in_public_and_under_a_ban_has_nothing() {
        RecordKey ticked = tickedAndAttested(buyer);
        assertThat(records.get(ticked).countsOn()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));

        sanctions.impose(
                EntryFixture.district(),
                Subject.organization(f.team().id()),
                "no-manual-entry",
                "卖时长",
                FoundCases.upheld(f.activity().id()));
        VolunteerView next = VolunteerFixture.adult("下一位买家");
        RecordKey banned = tickedAndAttested(next);
        assertThat(records.get(banned).hold()).isEqualTo(Hold.NO_MANUAL_ENTRY);
        assertThat(records.get(banned).serviceMinutes()).isZero();
        Period whole = records.get(banned).served();
        refused(
                "trust.manual-entry-banned",
                () -> corrections.correct(f.admin(), banned, whole, new Grounds("在场", "签名表")));
        clock.advance(Duration.ofDays(30));
        notice.countDue();
        assertThat(hours.effectiveMinutes(next.id())).isZero();
    }

    private RecordKey tickedAndAttested(VolunteerView person) {
        ActivityView activity = activities.published(f.team().id(), activities.shift(Duration.ofDays(2), 300, 5));
        EntryFixture.signUp(person, activity);
        clock.set(activity.period().start());
        long pair = attendance
                .tick(f.admin(), activity.id(), person.id(), Direction.IN, "手机没电")
                .pairId();
        clock.set(activity.period().end().plusSeconds(60));
        attendance.attestLeaving(
                f.admin(), activity.id(), pair, activity.period().end(), "散场时在场");
        transaction.executeWithoutResult(_ -> events.publishEvent(new ActivityEvent.Closed(activity.id())));
        return records.ofVolunteer(person.id()).getFirst().key();
    }

    private Instant start() {
        return f.activity().shifts().getFirst().period().start();
    }

    /** The same by the addresses that programs call. */
    private void api(long makeup) {
        Visitor seller = Visitor.asAccount(f.admin().accountId());
        String sheet = "/api/v1/activities/" + Ids.text(f.activity().id()) + "/entries/" + Ids.text(makeup);
        Map<String, Object> chosen = Map.of("volunteerIds", List.of(Ids.text(buyer.id())), "why", "已核实");
        assertThat(seller.api("POST", sheet + "/confirmation", chosen).code()).isEqualTo("entry.second-person");
        assertThat(seller.api("POST", sheet + "/volunteers/" + Ids.text(buyer.id()) + "/agreement", null)
                        .code())
                .isEqualTo("entry.unknown");
        String approval = "/api/v1/makeup/" + Ids.text(f.activity().id()) + "/" + Ids.text(makeup) + "/approval";
        assertThat(seller.api("POST", approval, chosen).status()).isEqualTo(403);
    }

    private void assertNothingCounts() {
        for (int day = 0; day <= 30; day += 5) {
            clock.set(sale.plus(Duration.ofDays(day)));
            expiry.lookAfter();
            notice.countDue();
        }
        assertThat(records.ofVolunteer(buyer.id())).isEmpty();
        assertThat(hours.effectiveMinutes(buyer.id())).isZero();
    }

    private long sell() {
        return enter(f.activity(), EntryKind.MANUAL, FIVE_HOURS, new byte[0]);
    }

    private long enter(ActivityView activity, EntryKind kind, Duration served, byte[] scan) {
        return desk.enter(f.admin(), EntryFixture.draft(activity, kind, served, buyer), scan);
    }

    private byte[] file() {
        String day = f.activity()
                .period()
                .start()
                .atZone(clock.getZone())
                .toLocalDate()
                .toString();
        String line = String.join(
                ",", Ids.text(f.activity().id()), "", buyer.name(), buyer.number(), "", day, "10:00", "15:00");
        return ("活动编号,活动名称,姓名,志愿者编号,证件号码,日期,到达时间,离开时间\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cat() {
        return TestPictures.jpeg(800, 600);
    }

    private static RecordKey key(EntryLine line) {
        return new RecordKey(line.volunteerId(), java.util.Objects.requireNonNull(line.recordId()));
    }
}
