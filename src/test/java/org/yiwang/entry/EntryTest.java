package org.yiwang.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.notification.Inbox;
import org.yiwang.record.Origin;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.record.TimeKind;
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

/** Entry by hand and makeup, from the form to the record. */
@CityTest
class EntryTest {

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
    private PublicNotice notice;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private ActivityDesk activityDesk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Sanctions sanctions;

    @Autowired
    private TestClock clock;

    private EntryFixture f;

    @BeforeEach
    void begin() {
        f = EntryFixture.begin();
    }

    @Test
    void two_people_put_a_forgotten_check_in_on_record_and_it_counts_only_after_the_wait() {
        long sheet = f.entered(f.volunteer());
        assertThat(f.line(sheet, f.volunteer()).state()).isEqualTo(EntryState.ENTERED);
        assertThat(records.ofVolunteer(f.volunteer().id())).isEmpty();
        assertThat(desk.countWaiting(f.secondActor())).isEqualTo(1);
        assertThat(desk.countWaiting(f.admin())).as("not one's own").isZero();

        f.confirm(sheet, f.volunteer());

        EntryLine line = f.line(sheet, f.volunteer());
        assertThat(line.state()).isEqualTo(EntryState.RECORDED);
        assertThat(line.stranger()).isFalse();
        RecordView record = record(line);
        assertThat(record.state()).isEqualTo(RecordState.NOTICE);
        assertThat(record.kind()).isEqualTo(TimeKind.HONOUR);
        assertThat(record.origin()).isEqualTo(Origin.MANUAL);
        assertThat(record.serviceMinutes()).isEqualTo(120);

        clock.advance(Duration.ofDays(7).minusMinutes(1));
        notice.countDue();
        assertThat(record(line).state()).isEqualTo(RecordState.NOTICE);
        clock.advance(Duration.ofMinutes(2));
        notice.countDue();
        assertThat(record(line).state()).isEqualTo(RecordState.EFFECTIVE);
    }

    @Test
    void each_step_is_dated_with_who_did_it() {
        long sheet = f.entered(f.volunteer());
        own.agree(
                VolunteerFixture.actor(f.volunteer()),
                f.activity().id(),
                sheet,
                f.volunteer().id());
        f.confirm(sheet, f.volunteer());

        List<EntryStep> steps = desk.steps(desk.get(f.admin(), f.activity().id(), sheet))
                .get(f.volunteer().id());
        assertThat(steps).extracting(EntryStep::what).containsExactly("entered", "agreed", "confirmed", "recorded");
        assertThat(steps)
                .extracting(EntryStep::actorAccountId)
                .containsExactly(
                        f.admin().accountId(),
                        f.volunteer().contactAccountId(),
                        f.second().contactAccountId(),
                        0L);
    }

    @Test
    void whoever_entered_it_and_whoever_it_concerns_cannot_confirm() {
        long sheet = f.entered(f.volunteer());
        refused(
                "entry.second-person",
                () -> desk.confirm(
                        f.admin(),
                        f.activity().id(),
                        sheet,
                        Set.of(f.volunteer().id()),
                        null));

        EntryFixture.lead(f.volunteer(), f.team().id());
        clock.advance(Duration.ofDays(8));
        refused(
                "entry.own",
                () -> desk.confirm(
                        VolunteerFixture.actor(f.volunteer()),
                        f.activity().id(),
                        sheet,
                        Set.of(f.volunteer().id()),
                        null));
        refused(
                "entry.own",
                () -> desk.enter(
                        VolunteerFixture.actor(f.volunteer()), f.draft(EntryKind.MANUAL, f.volunteer()), new byte[0]));
    }

    @Test
    void a_second_account_a_namesake_and_a_fresh_appointment_are_no_second_person() {
        long sheet = f.entered(f.volunteer());
        Set<Long> who = Set.of(f.volunteer().id());
        Actor account = PeopleFixture.leader(Role.CAPTAIN, f.team().id());
        refused(
                "entry.second-not-registered",
                () -> desk.confirm(account, f.activity().id(), sheet, who, null));

        VolunteerView same = TeamFixture.volunteer(f.team().leader().name());
        EntryFixture.lead(same, f.team().id());
        refused(
                "entry.same-human",
                () -> desk.confirm(TeamFixture.actor(same), f.activity().id(), sheet, who, null));

        VolunteerView fresh = VolunteerFixture.adult("新任");
        EntryFixture.lead(fresh, f.team().id());
        refused(
                "entry.second-too-new",
                () -> desk.confirm(VolunteerFixture.actor(fresh), f.activity().id(), sheet, who, null));
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        desk.confirm(VolunteerFixture.actor(fresh), f.activity().id(), sheet, who, null);
        assertThat(f.line(sheet, f.volunteer()).state()).isEqualTo(EntryState.RECORDED);
    }

    @Test
    void a_stranger_must_agree_and_the_district_approve() {
        VolunteerView stranger = VolunteerFixture.adult("陌生人");
        long sheet = f.entered(stranger);
        f.confirm(sheet, stranger);
        assertThat(f.line(sheet, stranger).state()).isEqualTo(EntryState.CONFIRMED);
        assertThat(own.countToAnswer(VolunteerFixture.actor(stranger))).isEqualTo(1);

        own.agree(VolunteerFixture.actor(stranger), f.activity().id(), sheet, stranger.id());
        assertThat(f.line(sheet, stranger).state()).isEqualTo(EntryState.WITH_DISTRICT);
        assertThat(records.ofVolunteer(stranger.id())).isEmpty();
        refused(
                "entry.unknown",
                () -> office.approve(
                        PeopleFixture.staff(Role.DISTRICT_OFFICE, "420106"),
                        f.activity().id(),
                        sheet,
                        Set.of(stranger.id()),
                        "越权"));

        office.approve(EntryFixture.district(), f.activity().id(), sheet, Set.of(stranger.id()), "已电话核实");
        EntryLine line = f.line(sheet, stranger);
        assertThat(line.state()).isEqualTo(EntryState.RECORDED);
        RecordView record = record(line);
        assertThat(record.countsOn()).isEqualTo(clock.instant().plus(14, ChronoUnit.DAYS));
    }

    @Test
    void a_member_of_the_team_is_no_stranger_and_one_who_joined_afterwards_is() {
        VolunteerView late = VolunteerFixture.adult("后来的");
        City.join(late, f.team().id());
        long sheet = f.entered(late);
        assertThat(f.line(sheet, late).stranger()).isTrue();
    }

    @Test
    void a_place_in_one_shift_makes_nobody_known_in_another() {
        ActivityView two = activities.published(
                f.team().id(),
                activities.shift(Duration.ofDays(2), 120, 5),
                activities.shift(Duration.ofDays(3), 120, 5));
        VolunteerView person = VolunteerFixture.adult("韩梅");
        EntryFixture.signUp(person, two);
        clock.set(two.period().end().plus(Duration.ofHours(1)));

        ShiftView other = two.shifts().getLast();
        assertThat(enter(two, two.shifts().getFirst(), person).stranger()).isFalse();
        assertThat(enter(two, other, person).stranger()).isTrue();
        VolunteerView seen = VolunteerFixture.adult("李华");
        VolunteerView ticked = VolunteerFixture.adult("赵云");
        checkedIn(other, seen, "SCANNED_CODE");
        checkedIn(other, ticked, "ROSTER");
        assertThat(enter(two, other, seen).stranger()).as("checked in at it").isFalse();
        assertThat(enter(two, other, ticked).stranger())
                .as("by the organizer's word alone")
                .isTrue();
    }

    @Test
    void a_place_given_when_the_shift_had_begun_makes_nobody_known() {
        VolunteerView late = VolunteerFixture.adult("后来的");
        ActivityView activity = activities.published(f.team().id(), activities.shift(Duration.ofDays(2), 120, 5));
        EntryFixture.signUp(late, activity);
        clock.set(activity.period().end().plus(Duration.ofHours(1)));
        jdbc.sql("""
                        insert into signup_change (activity_id, signup_id, change_id, state, cause, at, by_account_id)
                        select activity_id, signup_id, 1, 'ACCEPTED', 'ACCEPTED', :at, 1 from signup
                        where activity_id = :activity""")
                .param("activity", activity.id())
                .param("at", activity.period().start().plusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();
        assertThat(enter(activity, activity.shifts().getFirst(), late).stranger())
                .isTrue();
    }

    private EntryLine enter(ActivityView of, ShiftView shift, VolunteerView person) {
        var draft = new EntryDraft(
                of.id(),
                shift.id(),
                EntryKind.MANUAL,
                List.of(new EntryDraft.Served(person.id(), shift.period())),
                "现场没有信号，扫码打不开",
                "现场签名表，队长在场");
        long sheet = desk.enter(f.admin(), draft, new byte[0]);
        return desk.get(f.admin(), of.id(), sheet).lines().getFirst();
    }

    private void checkedIn(ShiftView shift, VolunteerView person, String way) {
        jdbc.sql("""
                        insert into attendance_pair (activity_id, pair_id, shift_id, volunteer_id, service_day, pair_no, state,
                            shift_end, came_at, in_evidence)
                        values (:activity, :id, :shift, :person, '2026-01-01', 1, 'FORGOTTEN', :at, :at,
                            jsonb_build_object('way', :way::text))""")
                .param("activity", shift.activityId())
                .param("id", Ids.next())
                .param("shift", shift.id())
                .param("person", person.id())
                .param("at", shift.period().start().atOffset(ZoneOffset.UTC))
                .param("way", way)
                .update();
    }

    @Test
    void the_volunteer_can_say_that_it_was_somebody_else() {
        long sheet = f.entered(f.volunteer());
        refused(
                "entry.unknown",
                () -> own.disagree(
                        f.secondActor(), f.activity().id(), sheet, f.volunteer().id(), "不是我"));
        own.disagree(
                VolunteerFixture.actor(f.volunteer()),
                f.activity().id(),
                sheet,
                f.volunteer().id(),
                "那天我不在");

        assertThat(f.line(sheet, f.volunteer()).state()).isEqualTo(EntryState.REFUSED);
        refused("entry.not-open", () -> f.confirm(sheet, f.volunteer()));
        assertThat(records.ofVolunteer(f.volunteer().id())).isEmpty();
    }

    @Test
    void what_nobody_finishes_lapses() {
        long sheet = f.entered(f.volunteer());
        clock.advance(Duration.ofDays(15));
        refused("entry.not-open", () -> f.confirm(sheet, f.volunteer()));
        expiry.lookAfter();
        assertThat(f.line(sheet, f.volunteer()).state()).isEqualTo(EntryState.EXPIRED);
    }

    @Test
    void only_what_was_public_before_it_began_and_ended_lately_can_be_entered() {
        refused("entry.already", () -> {
            f.entered(f.volunteer());
            f.entered(f.volunteer());
        });
        VolunteerView other = VolunteerFixture.adult("韩梅");
        ActivityView sudden = activities.published(f.team().id(), activities.shift(Duration.ofMinutes(30), 60, 5));
        refused("entry.published-late", () -> enter(sudden, other));
        ActivityView running = activities.published(f.team().id(), activities.shift(Duration.ofHours(5), 60, 5));
        refused("entry.not-over", () -> enter(running, other));
        clock.set(running.period().end().plus(Duration.ofDays(10)));
        enter(running, VolunteerFixture.adult("赵云"));
        clock.advance(Duration.ofDays(1));
        refused("entry.too-late", () -> enter(running, other));
        ActivityView gone = activities.published(f.team().id(), activities.shift(Duration.ofHours(5), 60, 5));
        activityDesk.cancel(f.admin(), gone.id(), "下雨取消");
        clock.set(gone.period().end().plusSeconds(60));
        refused("entry.activity-state", () -> enter(gone, other));
    }

    @Test
    void a_line_that_overlaps_a_record_made_meanwhile_is_refused_with_the_reason() {
        long first = f.entered(f.volunteer());
        VolunteerView friend = VolunteerFixture.adult("韩梅");
        f.confirm(first, f.volunteer());
        refused("entry.overlaps", () -> f.entered(f.volunteer()));
        assertThat(friend.id()).isNotEqualTo(f.volunteer().id());
    }

    @Test
    void the_weeks_quota_is_not_exceeded_by_two_confirmations_at_once() throws Exception {
        // The floor of a new team is 480 minutes: of three sheets of 200 minutes two fit.
        List<VolunteerView> people =
                List.of(VolunteerFixture.adult("一"), VolunteerFixture.adult("二"), VolunteerFixture.adult("三"));
        List<Long> sheets = people.stream()
                .map(p -> desk.enter(
                        f.admin(),
                        EntryFixture.draft(f.activity(), EntryKind.MANUAL, Duration.ofMinutes(200), p),
                        new byte[0]))
                .toList();
        int confirmed = 0;
        try (var threads = Executors.newFixedThreadPool(3)) {
            List<Callable<Boolean>> all = List.of(0, 1, 2).stream()
                    .<Callable<Boolean>>map(i -> () -> {
                        try {
                            f.confirm(sheets.get(i), people.get(i));
                            return true;
                        } catch (org.yiwang.kernel.Refusal refusal) {
                            assertThat(refusal.problem()).isEqualTo(EntryProblem.QUOTA);
                            return false;
                        }
                    })
                    .toList();
            for (Future<Boolean> one : threads.invokeAll(all)) {
                confirmed += one.get() ? 1 : 0;
            }
        }
        assertThat(confirmed).isEqualTo(2);
    }

    @Test
    void makeup_rests_on_a_proof_and_is_approved_by_the_district() {
        clock.advance(Duration.ofDays(12));
        refused("entry.too-late", () -> f.entered(f.volunteer()));
        long bare = desk.enter(f.admin(), f.draft(EntryKind.MAKEUP, f.volunteer()), new byte[0]);
        refused("entry.proof-needed", () -> f.confirm(bare, f.volunteer()));
        desk.addProof(f.admin(), f.activity().id(), bare, TestPictures.jpeg(900, 700));
        Set<Long> who = Set.of(f.volunteer().id());
        refused(
                "entry.proof-changed",
                () -> desk.confirm(f.secondActor(), f.activity().id(), bare, who, null));
        String shown = desk.get(f.secondActor(), f.activity().id(), bare).proofHash();
        refused(
                "entry.proof-not-seen",
                () -> desk.confirm(f.secondActor(), f.activity().id(), bare, who, shown));
        desk.proof(f.secondActor(), f.activity().id(), bare);
        desk.addProof(f.admin(), f.activity().id(), bare, TestPictures.jpeg(900, 710));
        refused(
                "entry.proof-changed",
                () -> desk.confirm(f.secondActor(), f.activity().id(), bare, who, shown));
        f.confirm(bare, f.volunteer());

        assertThat(f.line(bare, f.volunteer()).state()).isEqualTo(EntryState.WITH_DISTRICT);
        Actor district = EntryFixture.district();
        assertThat(office.queue(district)).extracting(EntrySheet::id).contains(bare);
        EntrySheet sheet = office.get(district, f.activity().id(), bare);
        assertThat(office.marks(sheet)).isEmpty();
        Subject team = Subject.organization(f.team().id());
        sanctions.impose(
                district, team, "mark", "名单是编的", FoundCases.upheld(f.activity().id()));
        assertThat(office.marks(sheet)).extracting(Sanctions.Mark::subject).containsExactly(team);
        assertThat(office.marked(List.of(sheet))).containsExactly(bare);
        assertThat(office.proof(district, f.activity().id(), bare).format()).isEqualTo("jpeg");
        refused(
                "entry.reason-needed",
                () -> office.approve(
                        district, f.activity().id(), bare, Set.of(f.volunteer().id()), " "));
        office.approve(district, f.activity().id(), bare, Set.of(f.volunteer().id()), "签名表清楚");
        assertThat(record(f.line(bare, f.volunteer())).origin()).isEqualTo(Origin.MAKEUP);
        refused(
                "entry.not-open",
                () -> office.approve(
                        district, f.activity().id(), bare, Set.of(f.volunteer().id()), "再批一次"));

        clock.advance(Duration.ofDays(18));
        VolunteerView last = VolunteerFixture.adult("赵云");
        long onDay30 = desk.enter(f.admin(), f.draft(EntryKind.MAKEUP, last), new byte[0]);
        assertThat(f.line(onDay30, last).state()).isEqualTo(EntryState.ENTERED);
        clock.advance(Duration.ofDays(1));
        VolunteerView other = VolunteerFixture.adult("韩梅");
        refused("entry.too-late", () -> desk.enter(f.admin(), f.draft(EntryKind.MAKEUP, other), new byte[0]));
    }

    @Test
    void what_is_no_scan_is_refused_by_its_content() {
        for (var wrong : List.of(
                new Wrong("entry.proof-kind", "MZ a program named scan.pdf".getBytes()),
                new Wrong("entry.proof-broken", "%PDF-1.7 and nothing else".getBytes()),
                new Wrong("entry.proof-too-big", Arrays.copyOf(TestPictures.jpeg(300, 300), 10 * 1024 * 1024 + 1)))) {
            refused(wrong.code, () -> desk.enter(f.admin(), f.draft(EntryKind.MAKEUP, f.volunteer()), wrong.bytes));
        }
    }

    @Test
    void a_proof_of_exactly_ten_megabytes_is_taken_and_kept_whole() throws IOException {
        long sheet = desk.enter(f.admin(), f.draft(EntryKind.MAKEUP, f.volunteer()), new byte[0]);
        int most = 10 * 1024 * 1024;
        byte[] somewhatLess = pdf(10_000_000 + most - pdf(10_000_000).length - 99);
        byte[] scan = Arrays.copyOf(somewhatLess, most);
        Arrays.fill(scan, somewhatLess.length, most, (byte) '\n');
        String proof = "/api/v1/activities/" + Ids.text(f.activity().id()) + "/entries/" + Ids.text(sheet) + "/proof";

        Visitor.Answer answer = Visitor.asAccount(f.admin().accountId()).apiFile("PUT", proof, scan);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(desk.proof(f.secondActor(), f.activity().id(), sheet).bytes())
                .isEqualTo(scan);
    }

    /** A page with so many bytes on it that say nothing. */
    private static byte[] pdf(int bytes) throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage();
        document.addPage(page);
        PDStream blank = new PDStream(document);
        try (OutputStream out = blank.getCOSObject().createRawOutputStream()) {
            out.write(" ".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(blank);
        return PdfCheckTest.pdf(document);
    }

    @Test
    void everybody_concerned_is_told() {
        VolunteerView stranger = VolunteerFixture.adult("陌生人");
        f.entered(stranger);
        assertThat(told(stranger.contactAccountId())).contains("notice.entry.entered");
    }

    private List<String> told(long accountId) {
        return org.yiwang.testing.City.bean(Inbox.class).list(PeopleFixture.actor(accountId), false, 1).items().stream()
                .map(n -> n.notice().key())
                .toList();
    }

    private void enter(ActivityView activity, VolunteerView person) {
        desk.enter(
                f.admin(), EntryFixture.draft(activity, EntryKind.MANUAL, Duration.ofMinutes(50), person), new byte[0]);
    }

    private RecordView record(EntryLine line) {
        long id = java.util.Objects.requireNonNull(line.recordId());
        return records.get(new RecordKey(line.volunteerId(), id));
    }

    private record Wrong(String code, byte[] bytes) {}

    /** Memberships by the command that people use. */
    private static final class City {

        static void join(VolunteerView person, long organizationId) {
            org.yiwang.testing.City.bean(org.yiwang.organization.Memberships.class)
                    .join(VolunteerFixture.actor(person), organizationId, null, null);
        }
    }
}
