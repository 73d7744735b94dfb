package org.yiwang.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.Grants;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceEvent;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.Sealing;
import org.yiwang.rules.RuleBook;
import org.yiwang.seal.Head;
import org.yiwang.seal.SealedLog;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestPictures;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.trust.Outcome;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Makeup of an organization above its share: whom the lot falls on is called, and what they say decides. */
@CityTest
class MakeupCallsTest {

    @Autowired
    private EntryDesk desk;

    @Autowired
    private MakeupOffice office;

    @Autowired
    private MakeupCalls calls;

    @Autowired
    private OwnEntries own;

    @Autowired
    private SealedLog log;

    @Autowired
    private RuleBook book;

    @Autowired
    private Volunteers volunteers;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private Sealing sealing;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private EntryFixture f;
    private ActivityView activity;
    private long sheet;
    private Actor district;
    private Actor colleague;
    private VolunteerView stranger;

    /**
     * Five people and one who was not signed up on a sheet of makeup that the second person confirmed, and a head of the log
     * since then.
     */
    @BeforeEach
    void a_sheet_waits_for_the_district_and_the_share_is_used_up() {
        f = EntryFixture.begin();
        activity = activities.published(f.team().id(), activities.shift(Duration.ofDays(2), 120, 10));
        VolunteerView[] people =
                Stream.of("一", "二", "三", "四", "五").map(VolunteerFixture::adult).toArray(VolunteerView[]::new);
        Stream.of(people).forEach(person -> EntryFixture.signUp(person, activity));
        stranger = VolunteerFixture.adult("六");
        clock.set(activity.period().end().plus(Duration.ofHours(1)));
        VolunteerView[] all =
                Stream.concat(Stream.of(people), Stream.of(stranger)).toArray(VolunteerView[]::new);
        sheet = desk.enter(f.admin(), EntryFixture.draft(activity, EntryKind.MAKEUP, all), TestPictures.jpeg(300, 400));
        String proof = desk.get(f.secondActor(), activity.id(), sheet).proofHash();
        desk.proof(f.secondActor(), activity.id(), sheet);
        desk.confirm(
                f.secondActor(),
                activity.id(),
                sheet,
                Stream.of(all).map(VolunteerView::id).collect(Collectors.toSet()),
                proof);
        district = EntryFixture.district();
        colleague = EntryFixture.district();
        office.proof(district, activity.id(), sheet);
        office.proof(colleague, activity.id(), sheet);
        useUp();
        grow();
    }

    /** Of the floor of 2400 minutes a year. */
    private void useUp() {
        jdbc.sql("""
                        insert into entry_quota_used (organization_id, week, minutes, limit_minutes)
                        values (:team, :week, 2000, 2000)""")
                .param("team", f.team().id())
                .param("week", LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .update();
    }

    /** Some record comes to count and is sealed. */
    private void grow() {
        Instant start = f.activity().shifts().getFirst().period().start();
        Evidence scan = new Evidence(
                Evidence.Way.SCANNED_CODE, 5, false, null, f.volunteer().contactAccountId());
        transaction.executeWithoutResult(_ -> {
            events.publishEvent(new AttendanceEvent.PairClosed(
                    Ids.next(),
                    f.activity().id(),
                    f.activity().shifts().getFirst().id(),
                    f.volunteer().id(),
                    new Period(start, start.plusSeconds(3600)),
                    scan,
                    scan));
            events.publishEvent(new ActivityEvent.Closed(f.activity().id()));
        });
        clock.advance(Duration.ofDays(4));
        notice.countDue();
        sealing.seal();
    }

    @Test
    void nobody_is_approved_before_enough_of_those_drawn_confirmed_on_the_phone() {
        Set<Long> all = waiting();
        refused("entry.sample-needed", () -> approve(all));
        calls.draw(district, activity.id(), sheet);
        List<Long> drawn = drawn();
        assertThat(drawn).hasSize(3);
        Set<Long> others = without(all, drawn);
        refused("entry.calls-needed", () -> approve(others));
        refused("entry.not-confirmed", () -> approve(Set.copyOf(drawn)));
        refused("entry.not-drawn", () -> note(others.iterator().next(), Outcome.CONFIRMED, ""));

        note(drawn.get(0), Outcome.NOT_REACHED, "");
        note(drawn.get(1), Outcome.CONFIRMED, "");
        note(drawn.get(2), Outcome.CONFIRMED, "");
        refused("entry.calls-needed", () -> approve(others));
        calls.draw(district, activity.id(), sheet);
        long more = without(Set.copyOf(drawn()), drawn).iterator().next();
        note(more, Outcome.CONFIRMED, "");
        refused(
                "entry.called-it",
                () -> office.approve(district, activity.id(), sheet, without(all, List.of(drawn.get(0))), "自己打电话自己批"));
        approve(without(all, List.of(drawn.get(0))));

        refused("entry.not-confirmed", () -> approve(Set.of(drawn.get(0))));
        assertThat(waiting()).containsExactly(drawn.get(0));
        note(drawn.get(0), Outcome.CONFIRMED, "晚上接通了");
        approve(Set.of(drawn.get(0)));
        assertThat(desk.get(f.admin(), activity.id(), sheet).in(EntryState.RECORDED))
                .hasSize(5);
        assertThat(calls.of(view()).find(drawn.get(0)).orElseThrow().calls())
                .extracting(MakeupSample.Call::outcome)
                .containsExactly(Outcome.NOT_REACHED, Outcome.CONFIRMED);
    }

    @Test
    void the_lot_is_drawn_again_by_everybody_from_what_is_published() {
        calls.draw(district, activity.id(), sheet);
        MakeupSample sample = calls.of(view());
        MakeupSample.Drawing draw = sample.draws().getFirst();
        assertThat(draw.headAt()).isAfter(confirmed());
        assertThat(draw.seed()).isEqualTo(LineDraw.seed(draw.headRoot(), sheet));
        assertThat(LineDraw.order(draw.seed(), view().in(EntryState.WITH_DISTRICT)))
                .extracting(EntryLine::volunteerId)
                .containsExactlyElementsOf(sample.people().stream()
                        .map(MakeupSample.Person::volunteerId)
                        .toList());
    }

    private Instant confirmed() {
        return java.util.Objects.requireNonNull(view().lines().getFirst().confirmedAt());
    }

    @Test
    void who_agrees_late_takes_no_other_lot_and_is_called() {
        Head first = log.firstHeadSince(confirmed()).orElseThrow();
        List<Long> lot = lot(first);
        own.agree(VolunteerFixture.actor(stranger), activity.id(), sheet, stranger.id());
        calls.draw(district, activity.id(), sheet);
        MakeupSample sample = calls.of(view());
        assertThat(sample.draws().getFirst().headRoot()).isEqualTo(first.root().toString());
        assertThat(drawn()).hasSize(4).contains(stranger.id()).containsAll(lot.subList(0, 3));
    }

    @Test
    void nobody_slips_out_of_the_lot_by_saying_no() {
        calls.draw(district, activity.id(), sheet);
        List<Long> drawn = drawn();
        sayNo(without(waiting(), drawn).iterator().next());
        assertThat(drawn()).as("on whom the lot did not fall").isEqualTo(drawn);
        sayNo(drawn.getFirst());
        assertThat(drawn()).hasSize(5);
        assertThat(calls.of(view()).confirmed()).isZero();
    }

    @Test
    void nobody_slips_out_of_the_lot_by_saying_no_before_it_is_drawn() {
        sayNo(lot(log.firstHeadSince(confirmed()).orElseThrow()).getFirst());
        calls.draw(district, activity.id(), sheet);
        assertThat(drawn()).hasSize(5).containsAll(waiting());
    }

    @Test
    void the_rule_by_which_a_sheet_was_drawn_holds_for_it() {
        int version = book.add(
                Actor.SYSTEM,
                MakeupSampleRule.KEY,
                LocalDate.of(2999, 1, 1),
                "{\"percent\": 20, \"atLeast\": 1, \"atMost\": 10, \"confirmedPercent\": 0}",
                "Of a day that no other test sees");
        calls.draw(district, activity.id(), sheet);
        assertThat(calls.of(view()).needed()).isEqualTo(3);
        long bare = f.entered(stranger);
        jdbc.sql("""
                        insert into entry_draw (activity_id, sheet_id, draw_no, head_size, head_root, head_at, seed, lines,
                            rule_version, drawn_by, drawn_at)
                        values (:activity, :sheet, 1, 9, 'r', now(), 's', 1, :version, 1, now())""")
                .param("activity", f.activity().id())
                .param("sheet", bare)
                .param("version", version)
                .update();
        jdbc.sql("""
                        insert into entry_draw_line (activity_id, sheet_id, volunteer_id, draw_no, place, line_id, drawn)
                        values (:activity, :sheet, :person, 1, 1, 1, true)""")
                .param("activity", f.activity().id())
                .param("sheet", bare)
                .param("person", stranger.id())
                .update();
        assertThat(calls.of(desk.get(f.admin(), f.activity().id(), bare)).needed())
                .isZero();
    }

    private List<Long> lot(Head head) {
        return LineDraw.order(LineDraw.seed(head.root().toString(), sheet), view().in(EntryState.WITH_DISTRICT))
                .stream()
                .map(EntryLine::volunteerId)
                .toList();
    }

    private void sayNo(long person) {
        Actor actor = VolunteerFixture.actor(volunteers.get(person));
        own.disagree(actor, activity.id(), sheet, person, "我没去");
    }

    @Test
    void who_leads_the_team_or_did_a_step_before_by_another_account_says_nothing_as_an_office() {
        Actor captain = PeopleFixture.actor(PeopleFixture.account(
                "区里的队长",
                PeopleFixture.at(Role.DISTRICT_OFFICE, "420102"),
                PeopleFixture.at(Role.CAPTAIN, f.team().id())));
        office.proof(captain, activity.id(), sheet);
        refused("entry.own-team", () -> calls.draw(captain, activity.id(), sheet));
        calls.draw(district, activity.id(), sheet);
        long one = drawn().getFirst();
        refused("entry.own-team", () -> calls.reveal(captain, activity.id(), sheet, one, "看看"));
        refused("entry.own-team", () -> calls.note(captain, activity.id(), sheet, one, Outcome.CONFIRMED, ""));
        refused("entry.own-team", () -> office.approve(captain, activity.id(), sheet, Set.of(one), "自己批"));

        Actor twin = officer(f.second().name());
        refused("entry.district-same", () -> calls.note(twin, activity.id(), sheet, one, Outcome.CONFIRMED, ""));
        Actor self = officer(volunteers.get(one).name());
        refused("entry.own", () -> calls.note(self, activity.id(), sheet, one, Outcome.CONFIRMED, ""));
        drawn().forEach(person -> note(person, Outcome.CONFIRMED, ""));
        approve(Set.of(one));
    }

    /** Somebody of that name, with a second document and account, in office. */
    private static Actor officer(String name) {
        VolunteerView person = VolunteerFixture.adult(name);
        City.bean(Grants.class)
                .give(
                        Actor.SYSTEM,
                        person.contactAccountId(),
                        Role.DISTRICT_OFFICE,
                        new Scope.InRegion(new RegionCode("420102")),
                        "test");
        return VolunteerFixture.actor(person);
    }

    @Test
    void one_who_was_not_there_is_refused_and_everybody_else_is_called() {
        calls.draw(district, activity.id(), sheet);
        long liar = drawn().getFirst();
        refused("entry.reason-needed", () -> note(liar, Outcome.WAS_NOT_THERE, " "));
        note(liar, Outcome.WAS_NOT_THERE, "本人说那天在外地");

        assertThat(desk.get(f.admin(), activity.id(), sheet).in(EntryState.REFUSED))
                .extracting(EntryLine::volunteerId)
                .containsExactly(liar);
        assertThat(drawn()).hasSize(5);
        refused("entry.not-open", () -> note(liar, Outcome.CONFIRMED, ""));
        refused("entry.all-drawn", () -> calls.draw(district, activity.id(), sheet));
        long honest = drawn().get(4);
        refused("entry.not-confirmed", () -> approve(Set.of(honest)));
        note(honest, Outcome.CONFIRMED, "");
        approve(Set.of(honest));
        assertThat(waiting()).hasSize(3).doesNotContain(honest, liar);
    }

    @Test
    void who_entered_or_confirmed_it_or_is_elsewhere_neither_draws_nor_calls() {
        refused("entry.unknown", () -> calls.draw(f.secondActor(), activity.id(), sheet));
        calls.draw(district, activity.id(), sheet);
        long one = drawn().getFirst();
        refused("entry.unknown", () -> calls.note(f.admin(), activity.id(), sheet, one, Outcome.CONFIRMED, ""));
        refused("entry.unknown", () -> calls.reveal(f.admin(), activity.id(), sheet, one, "看看"));
        refused("account.purpose-needed", () -> calls.reveal(district, activity.id(), sheet, one, " "));
        assertThat(calls.reveal(district, activity.id(), sheet, one, "补录核实")).startsWith("1");
    }

    @Test
    void over_the_pages_and_the_api_the_calls_are_made_in_order() {
        Visitor office = Visitor.asAccount(district.accountId());
        String page = "/gov/makeup/" + Ids.text(activity.id()) + "/" + Ids.text(sheet);
        assertThat(office.get(page).body()).contains("抽签决定给谁打电话");
        office.post(page + "/draw", Map.of());
        String call = page + "/calls/" + Ids.text(drawn().getFirst());
        assertThat(office.get(page).body()).contains(call, "再抽一位");
        assertThat(office.get(call).body()).contains("****");
        office.post(call, Map.of("outcome", "CONFIRMED", "note", ""));
        String api = "/api/v1/makeup/" + Ids.text(activity.id()) + "/" + Ids.text(sheet);
        var sample = office.api("GET", api + "/sample", null).json();
        assertThat(sample.path("confirmed").asInt()).isEqualTo(1);
        assertThat(sample.path("needed").asInt()).isEqualTo(3);
        String second = api + "/calls/" + Ids.text(drawn().get(1));
        assertThat(office.api("POST", second, Map.of("outcome", "WRONG_TIME")).code())
                .isEqualTo("entry.reason-needed");
        assertThat(office.api("POST", second + "/contact", Map.of("purpose", "补录核实"))
                        .json()
                        .path("mobile")
                        .asString())
                .startsWith("1");
        assertThat(office.api("GET", api + "/proof", null).status()).isEqualTo(200);
        assertThat(office.api(
                                "POST",
                                api + "/approval",
                                Map.of("volunteerIds", List.of(Ids.text(drawn().get(1))), "why", "签名表清楚"))
                        .code())
                .isEqualTo("entry.not-confirmed");
    }

    @ParameterizedTest
    @CsvSource({
        // on the sheet: drawn, have to confirm
        "1, 1, 1",
        "2, 2, 2",
        "5, 3, 3",
        "20, 4, 3",
        "31, 7, 6",
        "50, 10, 8"
    })
    void one_of_five_is_drawn_and_three_of_four_confirm(int lines, int drawn, int needed) {
        var rule = new MakeupSampleRule(20, 3, 10, 75);
        assertThat(rule.size(lines)).isEqualTo(drawn);
        assertThat(rule.needed(lines)).isEqualTo(needed);
    }

    private EntrySheet view() {
        return office.get(district, activity.id(), sheet);
    }

    private Set<Long> waiting() {
        return view().in(EntryState.WITH_DISTRICT).stream()
                .map(EntryLine::volunteerId)
                .collect(Collectors.toSet());
    }

    private List<Long> drawn() {
        return calls.of(view()).drawn().stream()
                .map(MakeupSample.Person::volunteerId)
                .toList();
    }

    private static Set<Long> without(Set<Long> all, List<Long> some) {
        Set<Long> others = new HashSet<>(all);
        some.forEach(others::remove);
        return others;
    }

    private void approve(Set<Long> people) {
        office.approve(colleague, activity.id(), sheet, people, "签名表清楚");
    }

    private void note(long person, Outcome outcome, String note) {
        calls.note(district, activity.id(), sheet, person, outcome, note);
    }
}
