package org.yiwang.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.Refusals.refused;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.Grants;
import org.yiwang.activity.ActivityView;
import org.yiwang.entry.EntryProblem;
import org.yiwang.entry.Quotas;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Problem;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.paper.ImportView.State;
import org.yiwang.rules.ChangedRules;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestPictures;
import org.yiwang.testing.Visitor;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.VolunteerView;

/** Records from files and sheets: two people, every line held against everything, nothing taken twice. */
@CityTest
class ImportsTest {

    @Autowired
    private Imports imports;

    @Autowired
    private ImportFiles files;

    @Autowired
    private SheetScans scans;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private Quotas quotas;

    @Autowired
    private Sheets sheets;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private SignUps signUps;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private Team team;
    private Actor first;
    private Actor second;
    private ActivityView activity;
    private List<VolunteerView> people;

    /** A team with two people who may enter, and an activity of three hours yesterday with five places taken. */
    @BeforeEach
    void an_activity_is_over() {
        clock.reset();
        team = TeamFixture.team();
        first = team.admin();
        VolunteerView other = TeamFixture.volunteer("李核对");
        City.bean(Grants.class)
                .give(
                        Actor.SYSTEM,
                        other.contactAccountId(),
                        Role.LIAISON,
                        new Scope.InOrganization(team.id()),
                        "test");
        second = TeamFixture.actor(other);
        activity = fixture.published(team.id(), fixture.shift(Duration.ofDays(7), 180, 20));
        people = Stream.of("张一", "王二", "李三", "𠮷四", "陈五")
                .map(TeamFixture::volunteer)
                .toList();
        people.forEach(this::signUp);
        clock.advance(Duration.ofDays(8));
    }

    @Test
    void a_file_is_confirmed_by_another_person_and_its_lines_become_records_on_public_notice() {
        ImportView view = bring(line(0, "10:00", "11:00"), line(1, "10:00", "11:30"));

        assertThat(view.state()).isEqualTo(State.WAITING);
        assertThat(view.lines()).isEqualTo(2);
        refused(PaperProblem.SAME_PERSON, () -> confirm(first, view.id()));
        runner.run();
        assertThat(records(people.getFirst())).isEmpty();

        confirm(second, view.id());
        runner.run();

        ImportView done = imports.get(first, view.id());
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.taken()).isEqualTo(2);
        assertThat(records(people.getFirst())).containsExactly("PAPER NOTICE HONOUR 60");
        assertThat(records(people.get(1))).containsExactly("PAPER NOTICE HONOUR 90");
        refused(PaperProblem.NOT_WAITING, () -> confirm(second, view.id()));
        assertThat(told(people.get(1))).isEqualTo(1);
    }

    @Test
    void every_line_is_held_against_everything_and_comes_back_with_its_reason() throws Exception {
        VolunteerView stranger = TeamFixture.volunteer("路过");
        VolunteerView leader = team.leader();
        signUpLate(leader);
        String day = day();
        ImportView view = bring(
                line(0, "10:00", "11:00"),
                line(0, "10:30", "11:30"),
                row(id(), people.get(1).name(), people.get(2).number(), day, "10:00", "11:00"),
                row(id(), people.get(1).name(), people.get(1).number(), "昨天", "10:00", "11:00"),
                row(id(), people.get(1).name(), people.get(1).number(), day, "11:00", "10:00"),
                row(id(), people.get(1).name(), people.get(1).number(), day, "14:00", "15:00"),
                row("0000000000000", people.get(1).name(), people.get(1).number(), day, "10:00", "11:00"),
                row(id(), stranger.name(), stranger.number(), day, "10:00", "11:00"),
                row(id(), leader.name(), leader.number(), day, "10:00", "11:00"),
                row(id(), people.get(1).name(), people.get(1).number(), "2030-01-01", "10:00", "11:00"));

        assertThat(view.refused()).as("refused when it came").isEqualTo(5);
        confirm(second, view.id());
        runner.run();

        ImportView done = imports.get(first, view.id());
        assertThat(done.taken()).isEqualTo(1);
        assertThat(done.refused()).isEqualTo(9);
        assertThat(reasons(view.id()))
                .containsExactly(
                        "record.overlaps",
                        "paper.person-unknown",
                        "paper.day",
                        "paper.order",
                        "paper.no-shift",
                        "paper.activity-unknown",
                        "paper.stranger",
                        "paper.own-line",
                        "paper.future");
        String returned = refusedFile(view.id(), Locale.ENGLISH);
        assertThat(returned)
                .contains("Another record of this volunteer", "No volunteer has this number together with this name");
        assertThat(returned.lines()).hasSize(10);

        ImportView mended = imports.receive(
                first,
                team.id(),
                "mended.csv",
                (returned.replace("昨天", day) + line(0, "10:00", "11:00")).getBytes(StandardCharsets.UTF_8));
        scan(mended.id());
        confirm(second, mended.id());
        runner.run();

        ImportView again = imports.get(first, mended.id());
        assertThat(again.taken()).isEqualTo(1);
        assertThat(again.known()).isEqualTo(1);
        assertThat(records(people.getFirst())).hasSize(1);
    }

    @Test
    void a_document_number_is_found_kept_sealed_while_nobody_is_found_and_forgotten_once_somebody_is() {
        String document = TeamFixture.idNumber(LocalDate.of(1991, 3, 4));
        VolunteerView person = City.bean(Registration.class)
                .open(
                        PeopleFixture.newMobile(),
                        PeopleFixture.PASSWORD,
                        Registrant.adult("证件", document, new RegionCode(TeamFixture.COMMUNITY)));
        ImportView stranger = bring(document(person.name(), document));
        assertThat(reasons(stranger.id())).as("nothing to do with the team").containsExactly("paper.person-unknown");
        signUpLate(person);
        ImportView view = bring(document("陌生人", document), document(person.name(), document.toLowerCase(Locale.ROOT)));

        assertThat(view.lines()).isEqualTo(2);
        assertThat(reasons(view.id())).containsExactly("paper.person-unknown");
        String stored = jdbc.sql("select string_agg(l::text, ' ') from paper_line l where import_id = :id")
                .param("id", view.id())
                .query((row, i) -> row.getString(1))
                .single();
        assertThat(stored).doesNotContainIgnoringCase(document).contains("陌生人", person.number());
        assertThat(refusedFile(view.id(), Locale.ENGLISH)).contains(document);
    }

    @Test
    void who_tries_out_numbers_of_documents_is_refused_for_the_day_whatever_the_numbers_hit() {
        String document = TeamFixture.idNumber(LocalDate.of(1992, 3, 4));
        VolunteerView person = City.bean(Registration.class)
                .open(
                        PeopleFixture.newMobile(),
                        PeopleFixture.PASSWORD,
                        Registrant.adult("证件", document, new RegionCode(TeamFixture.COMMUNITY)));
        signUpLate(person);
        String[] guesses = java.util.stream.IntStream.range(0, 501)
                .mapToObj(i -> document(person.name(), "G" + (10_000_000 + i)))
                .toArray(String[]::new);

        refused(PaperProblem.TOO_MANY_MISSES, () -> bring(guesses));
        refused(PaperProblem.TOO_MANY_MISSES, () -> bring(document(person.name(), document)));
        assertThat(imports.list(first, 1).items()).isEmpty();
        assertThat(bring(line(0, "10:00", "11:00")).refused()).as("by number").isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(bring(document(person.name(), document)).refused()).isZero();
    }

    @Test
    void stopped_in_the_middle_it_goes_on_with_the_line_where_it_was() {
        ImportView view = fiveLines();
        confirm(second, view.id());

        runner.batch(view.id(), 2, runner.new Budget());
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    runner.batch(view.id(), 2, runner.new Budget());
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        ImportView stopped = imports.get(first, view.id());
        assertThat(stopped.taken()).isEqualTo(2);
        assertThat(stopped.percent()).isEqualTo(40);
        assertThat(people.stream().mapToInt(p -> records(p).size()).sum()).isEqualTo(2);

        runner.run();

        ImportView done = imports.get(first, view.id());
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.taken()).isEqualTo(5);
        assertThat(done.known()).isZero();
        assertThat(people).allSatisfy(p -> assertThat(records(p)).containsExactly("PAPER NOTICE HONOUR 60"));
        assertThat(jdbc.sql("""
                        select sum(waiting_minutes) = (select sum(waiting_minutes) from record_share where activity_id = :a)
                            and sum(records) = 5
                        from record_activity_total where activity_id = :a""")
                        .param("a", activity.id())
                        .query((row, i) -> row.getBoolean(1))
                        .single())
                .isTrue();
    }

    @Test
    void the_quota_of_the_week_is_never_exceeded() {
        ImportView view = bring(
                line(0, "10:00", "13:00"),
                line(1, "10:00", "13:00"),
                line(2, "10:00", "13:00"),
                line(3, "10:00", "11:00"));
        confirm(second, view.id());
        runner.run();

        assertThat(imports.get(first, view.id()).taken()).isEqualTo(3);
        assertThat(reasons(view.id())).containsExactly("paper.quota");
        assertThat(records(people.get(2))).isEmpty();
        assertThat(records(people.get(3))).hasSize(1);
    }

    @Test
    void imports_that_take_turns_share_what_their_organization_may_enter() {
        ImportView one = bring(line(0, "10:00", "13:00"), line(1, "10:00", "13:00"));
        confirm(second, one.id());
        clock.advance(Duration.ofMinutes(1));
        ImportView other = bring(line(2, "10:00", "13:00"));
        confirm(second, other.id());

        ImportRunner.Budget budget = runner.new Budget();
        for (long id : new long[] {one.id(), other.id(), one.id()}) {
            runner.batch(id, 1, budget);
        }

        assertThat(records(people.getFirst())).hasSize(1);
        assertThat(records(people.get(2))).hasSize(1);
        assertThat(reasons(one.id())).containsExactly("paper.quota");
    }

    @Test
    void a_rule_changed_after_it_was_confirmed_changes_nothing_also_when_it_goes_on_in_the_middle_the_next_day() {
        ImportView view = fiveLines();
        confirm(second, view.id());
        runner.batch(view.id(), 2, runner.new Budget());
        clock.advance(Duration.ofMinutes(1));

        try (ChangedRules changed = new ChangedRules()) {
            changed.today("entry.waiting", "{\"days\": 9, \"strangerDays\": 20}");
            changed.today("entry.manual", """
                    {"withinDays": 0, "publishedMinutesBefore": 120, "toleranceMinutes": 15, "secondHoldsRoleDays": 7,
                     "expiresDays": 14, "mostPeople": 50}""");
            changed.today("entry.quota", """
                    {"shareBasisPoints": 0, "weeks": 52, "weeksPart": 12, "weekFloorMinutes": 60, "yearFloorMinutes": 60,
                     "fewestSamples": 5, "honesty": [{"fromPercent": 0, "keepPercent": 0}]}""");
            ImportView later = bring(line(0, "11:00", "12:00"));
            confirm(second, later.id());
            clock.advance(Duration.ofDays(1));
            runner.run();

            assertThat(imports.get(first, view.id()).taken()).isEqualTo(5);
            assertThat(reasons(later.id())).as("confirmed under the new rules").containsExactly("paper.makeup");
            assertThat(jdbc.sql("""
                            select distinct rule_key || ' ' || rule_version from record_step
                            where volunteer_id = any(:people)""")
                            .param(
                                    "people",
                                    people.stream().map(VolunteerView::id).toArray(Long[]::new))
                            .query(String.class)
                            .list())
                    .containsExactly("entry.waiting 1");
        }
    }

    @Test
    void the_days_within_which_it_is_entered_end_with_the_confirmation_however_late_a_line_is_taken() {
        clock.advance(Duration.ofDays(9).plusHours(13));
        ImportView view = bring(line(0, "10:00", "11:00"));
        confirm(second, view.id());
        clock.advance(Duration.ofHours(2));
        ImportView late = bring(line(1, "10:00", "11:00"));
        confirm(second, late.id());
        runner.run();

        assertThat(records(people.getFirst())).as("on the tenth day").containsExactly("PAPER NOTICE HONOUR 60");
        assertThat(reasons(late.id())).as("on the eleventh").containsExactly("paper.makeup");
    }

    @Test
    void minutes_are_used_in_the_week_in_which_it_was_confirmed() {
        ImportView view = bring(line(0, "10:00", "11:00"));
        Instant sunday = clock.instant();
        confirm(second, view.id());
        clock.advance(Duration.ofDays(1));
        runner.run();

        assertThat(quotas.left(team.id(), sunday).usedMinutes()).isEqualTo(60);
        assertThat(quotas.left(team.id()).usedMinutes()).isZero();
    }

    @Test
    void a_ban_imposed_after_it_was_confirmed_stops_the_lines_of_that_organization() {
        ImportView view = bring(line(0, "10:00", "11:00"));
        confirm(second, view.id());
        City.bean(org.yiwang.trust.Sanctions.class)
                .impose(
                        PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102"),
                        org.yiwang.trust.SanctionView.Subject.organization(team.id()),
                        "no-manual-entry",
                        "补录未举办的活动",
                        org.yiwang.testing.FoundCases.upheld(activity.id()));
        runner.run();
        assertThat(reasons(view.id())).containsExactly("paper.banned");
        assertThat(records(people.getFirst())).isEmpty();
    }

    @Test
    void too_long_after_the_activity_it_is_a_makeup() {
        clock.advance(Duration.ofDays(11));
        ImportView view = bring(line(0, "10:00", "11:00"));
        confirm(second, view.id());
        runner.run();

        assertThat(reasons(view.id())).containsExactly("paper.makeup");
    }

    @Test
    void an_activity_published_just_before_it_began_is_refused_as_on_a_form() {
        activity = fixture.published(team.id(), fixture.shift(Duration.ofHours(1), 180, 20));
        signUp(people.getFirst());
        clock.advance(Duration.ofDays(1));
        LocalTime began = LocalTime.ofInstant(activity.period().start(), clock.getZone());
        ImportView view = bring(line(0, began.toString(), began.plusMinutes(60).toString()));
        confirm(second, view.id());
        runner.run();

        assertThat(reasons(view.id())).containsExactly("entry.published-late");
    }

    @Test
    void the_trail_cites_the_rule_of_waiting_for_what_came_on_paper() {
        ImportView view = bring(line(0, "10:00", "11:00"));
        confirm(second, view.id());
        runner.run();

        assertThat(jdbc.sql("select rule_key from record_step where volunteer_id = :person")
                        .param("person", people.getFirst().id())
                        .query(String.class)
                        .list())
                .containsExactly("entry.waiting");
    }

    @Test
    void nothing_is_confirmed_without_the_scan_which_is_sealed_and_shown_to_people_of_the_team_only() {
        ImportView view = imports.receive(first, team.id(), "scan.csv", csv(line(0, "10:00", "11:00")));
        refused(PaperProblem.SCAN_NEEDED, () -> confirm(second, view.id()));
        refused(EntryProblem.PROOF_KIND, () -> scans.read(first, "no scan".getBytes(StandardCharsets.UTF_8)));
        var scan = scans.read(first, TestPictures.png(300, 400));
        refused(PaperProblem.NOT_WAITING, () -> scans.attach(second, view.id(), scan));
        refused(PaperProblem.SCAN_UNKNOWN, () -> scans.look(second, view.id()));
        scans.attach(first, view.id(), scan);

        assertThat(scans.look(second, view.id()).bytes()).isEqualTo(scan.bytes());
        assertThat(jdbc.sql("select file_sealed from paper_scan where import_id = :id")
                        .param("id", view.id())
                        .query(byte[].class)
                        .single())
                .isNotEqualTo(scan.bytes());
        refused(
                Actor.AccessProblem.OUT_OF_SCOPE,
                () -> scans.look(TeamFixture.team().admin(), view.id()));
        confirm(second, view.id());
        refused(PaperProblem.NOT_WAITING, () -> scans.attach(first, view.id(), scan));
    }

    @Test
    void a_scan_that_was_exchanged_or_never_opened_is_not_confirmed() {
        ImportView view = bring(line(0, "10:00", "11:00"));
        String shown = view.scanHash();
        refused(PaperProblem.SCAN_CHANGED, () -> imports.confirm(second, view.id(), null));
        refused(PaperProblem.SCAN_NOT_SEEN, () -> imports.confirm(second, view.id(), shown));
        scans.look(second, view.id());
        var other = scans.read(first, TestPictures.png(310, 400));
        scans.attach(first, view.id(), other);

        refused(PaperProblem.SCAN_CHANGED, () -> imports.confirm(second, view.id(), shown));
        refused(PaperProblem.SCAN_NOT_SEEN, () -> imports.confirm(second, view.id(), other.sha256()));
        scans.look(first, view.id());
        refused(PaperProblem.SCAN_NOT_SEEN, () -> imports.confirm(second, view.id(), other.sha256()));
        assertThat(imports.get(first, view.id()).state()).isEqualTo(State.WAITING);
        scans.look(second, view.id());
        imports.confirm(second, view.id(), other.sha256());
    }

    @Test
    void somebody_appointed_for_the_purpose_cannot_confirm() {
        ImportView view = bring(line(0, "10:00", "11:00"));
        VolunteerView fresh = TeamFixture.volunteer("新人");
        City.bean(Grants.class)
                .give(
                        Actor.SYSTEM,
                        fresh.contactAccountId(),
                        Role.LIAISON,
                        new Scope.InOrganization(team.id()),
                        "test");

        refused(EntryProblem.SECOND_TOO_NEW, () -> confirm(TeamFixture.actor(fresh), view.id()));
    }

    @Test
    void people_of_other_teams_see_and_do_nothing() {
        ImportView view = bring(line(0, "10:00", "11:00"));
        Actor other = TeamFixture.team().admin();
        Problem out = Actor.AccessProblem.OUT_OF_SCOPE;

        refused(out, () -> imports.get(other, view.id()));
        refused(out, () -> imports.lines(other, view.id(), 1));
        refused(out, () -> confirm(other, view.id()));
        refused(out, () -> imports.withdraw(other, view.id()));
        refused(out, () -> files.writeRefused(other, view.id(), Locale.ENGLISH, new ByteArrayOutputStream()));
        refused(
                out,
                () -> files.writeTemplate(other, activity.id(), true, Locale.ENGLISH, new ByteArrayOutputStream()));
        refused(out, () -> imports.receive(other, team.id(), "x.csv", "x".getBytes(StandardCharsets.UTF_8)));
        refused(out, () -> sheets.print(other, activity.id()));
        assertThat(imports.list(other, 1).items()).isEmpty();
    }

    @Test
    void the_same_file_sent_twice_is_one_import_and_can_be_taken_back() {
        ImportView view = bring(line(0, "10:00", "11:00"));
        assertThat(bring(line(0, "10:00", "11:00")).id()).isEqualTo(view.id());
        refused(PaperProblem.NOT_WAITING, () -> imports.withdraw(second, view.id()));

        imports.withdraw(first, view.id());

        refused(PaperProblem.NOT_WAITING, () -> confirm(second, view.id()));
        assertThat(bring(line(0, "10:00", "11:00")).id()).isNotEqualTo(view.id());
    }

    @Test
    void the_template_holds_the_names_and_lines_not_filled_in_are_left_out() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.writeTemplate(first, activity.id(), false, Locale.CHINESE, out);
        String template = out.toString(StandardCharsets.UTF_8);
        assertThat(template).contains(people.stream().map(VolunteerView::number).toList());
        String filled = template.replaceFirst(
                "(?m)(\"" + people.get(2).number() + "\",\"\",\"[^\"]*\"),\"\",\"\"", "$1,\"10:00\",\"11:00\"");

        ImportView view = imports.receive(first, team.id(), "filled.csv", filled.getBytes(StandardCharsets.UTF_8));

        assertThat(view.lines()).isEqualTo(1);
        assertThat(view.refused()).isZero();
    }

    @Test
    void lines_are_typed_from_a_printed_sheet_and_go_to_a_second_person() {
        SheetView.OfShift sheet = sheets.print(first, activity.id()).shifts().getFirst();
        assertThat(sheet.lines()).hasSize(10);
        SheetView.Line named = sheet.lines().stream()
                .filter(l -> l.person() != null
                        && l.person().id() == people.getFirst().id())
                .findFirst()
                .orElseThrow();
        String blank = sheet.lines().getLast().code();
        VolunteerView late = people.get(3);

        long id = sheets.enter(first, named.code(), new Sheets.Typed("", "", time(10, 0), time(11, 0)));
        sheets.enter(first, named.code(), new Sheets.Typed("", "", time(10, 0), time(12, 0)));
        assertThat(sheets.enter(first, blank, new Sheets.Typed(late.name(), late.number(), time(10, 30), time(11, 0))))
                .isEqualTo(id);
        refused(
                PaperProblem.PERSON_UNKNOWN,
                () -> sheets.enter(first, blank, new Sheets.Typed("别人", late.number(), time(10, 0), time(11, 0))));
        refused(
                PaperProblem.SHEET_CODE,
                () -> sheets.scan(
                        first, named.code().replaceFirst("^.", named.code().startsWith("B") ? "C" : "B")));
        assertThat(imports.get(first, id).lines()).isEqualTo(2);
        refused(PaperProblem.NOT_WAITING, () -> confirm(second, id));

        refused(PaperProblem.SCAN_NEEDED, () -> imports.handIn(first, id));
        scan(id);
        imports.handIn(first, id);
        confirm(second, id);
        runner.run();

        assertThat(records(people.getFirst())).containsExactly("PAPER NOTICE HONOUR 120");
        assertThat(records(late)).containsExactly("PAPER NOTICE HONOUR 30");
    }

    @Test
    void lines_are_deleted_when_they_are_needed_no_longer() {
        ImportView view = bring(line(0, "10:00", "11:00"));
        clock.advance(Duration.ofDays(31));
        runner.forget();

        assertThat(imports.lines(first, view.id(), 1).items()).isEmpty();
        assertThat(imports.get(first, view.id()).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void the_api_takes_a_file_from_one_person_and_the_word_of_another_and_tells_how_far_it_is() {
        Visitor one = Visitor.asAccount(first.accountId());
        Visitor other = Visitor.asAccount(second.accountId());
        byte[] file = csv(line(0, "10:00", "11:00"), line(1, "11:00", "10:00"));
        String address = "/api/v1/imports?name=api.csv&organization=" + Ids.text(team.id());

        var came = one.apiFile(address, file);

        assertThat(came.status()).as(came.body()).isEqualTo(200);
        assertThat(came.json().path("state").asString()).isEqualTo("WAITING");
        assertThat(came.json().path("fileName").asString()).isEqualTo("api.csv");
        assertThat(came.json().path("lines").asInt()).isEqualTo(2);
        String id = came.json().path("id").asString();
        assertThat(one.apiFile(address, file).json().path("id").asString()).isEqualTo(id);
        String confirm = "/api/v1/imports/" + id + "/confirm";
        assertThat(one.api("POST", confirm, null).code()).isEqualTo("paper.same-person");
        assertThat(other.api("POST", confirm, null).code()).isEqualTo("paper.scan-needed");
        assertThat(one.apiFile("PUT", "/api/v1/imports/" + id + "/scan", TestPictures.png(300, 400))
                        .status())
                .isEqualTo(200);

        String hash = one.api("GET", "/api/v1/imports/" + id, null)
                .json()
                .path("scanHash")
                .asString();
        assertThat(other.api("POST", confirm, null).code()).isEqualTo("paper.scan-changed");
        assertThat(other.api("POST", confirm, Map.of("scanHash", hash)).code()).isEqualTo("paper.scan-not-seen");
        assertThat(other.api("GET", "/api/v1/imports/" + id + "/scan", null).status())
                .isEqualTo(200);
        assertThat(other.api("POST", confirm, Map.of("scanHash", hash))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("RUNNING");
        runner.run();

        var done = one.api("GET", "/api/v1/imports/" + id, null).json();
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("taken").asInt()).isEqualTo(1);
        assertThat(done.path("refused").asInt()).isEqualTo(1);
        assertThat(one.api("GET", "/api/v1/imports/" + id + "/refused", null).body())
                .contains(people.get(1).number());
        assertThat(records(people.getFirst())).hasSize(1);
    }

    @Test
    void the_api_refuses_files_that_are_none_and_people_of_other_teams() {
        String address = "/api/v1/imports?name=api.csv&organization=";
        Visitor one = Visitor.asAccount(first.accountId());
        Visitor stranger = Visitor.asAccount(TeamFixture.team().admin().accountId());
        byte[] file = csv(line(0, "10:00", "11:00"));

        assertThat(stranger.apiFile(address + Ids.text(team.id()), file).status())
                .isEqualTo(403);
        assertThat(one.apiFile(address + "nobody", file).code()).isEqualTo("paper.unknown");
        assertThat(one.apiFile(address + Ids.text(team.id()), new byte[] {'%', 'P', 'D', 'F', 0, 1, 2})
                        .status())
                .isBetween(400, 499);
        assertThat(imports.list(first, 1).items()).isEmpty();
    }

    /** One hour of each of five people, brought in. */
    private ImportView fiveLines() {
        return bring(
                IntStream.range(0, 5).mapToObj(i -> line(i, "10:00", "11:00")).toArray(String[]::new));
    }

    private ImportView bring(String... lines) {
        ImportView view = imports.receive(first, team.id(), "十一月.csv", csv(lines));
        scan(view.id());
        return imports.get(first, view.id());
    }

    private void scan(long id) {
        scans.attach(first, id, scans.read(first, TestPictures.png(300, 400)));
    }

    private static byte[] csv(String... lines) {
        return ("活动编号,活动名称,姓名,志愿者编号,证件号码,日期,到达时间,离开时间\n" + String.join("", lines)).getBytes(StandardCharsets.UTF_8);
    }

    private String line(int person, String came, String left) {
        return row(id(), people.get(person).name(), people.get(person).number(), day(), came, left);
    }

    private static String row(String activity, String name, String number, String day, String came, String left) {
        return String.join(",", activity, "", name, number, "", day, came, left) + "\n";
    }

    private String document(String name, String document) {
        return String.join(",", id(), "", name, "", document, day(), "10:00", "11:00") + "\n";
    }

    private String id() {
        return Ids.text(activity.id());
    }

    private String day() {
        return LocalDate.ofInstant(activity.period().start(), clock.getZone()).toString();
    }

    private static LocalTime time(int hour, int minute) {
        return LocalTime.of(hour, minute);
    }

    private void signUp(VolunteerView who) {
        signUps.apply(
                TeamFixture.actor(who),
                who.id(),
                activity.id(),
                activity.shifts().getFirst().id(),
                null,
                null);
    }

    /** Signs up as if it had been done in time. */
    private void signUpLate(VolunteerView who) {
        clock.advance(Duration.ofDays(-8));
        signUp(who);
        clock.advance(Duration.ofDays(8));
    }

    private List<String> records(VolunteerView person) {
        return jdbc.sql("""
                        select e.origin || ' ' || c.state || ' ' || c.time_kind || ' ' || c.service_minutes
                        from record_current c join record_entry e using (volunteer_id, record_id)
                        where c.volunteer_id = :person order by record_id""")
                .param("person", person.id())
                .query((row, i) -> row.getString(1))
                .list();
    }

    private int told(VolunteerView person) {
        return jdbc.sql(
                        "select count(*) from notification_inbox where account_id = :account and key = 'notice.paper.recorded'")
                .param("account", person.contactAccountId())
                .query((row, i) -> row.getInt(1))
                .single();
    }

    private List<String> reasons(long id) {
        return jdbc.sql("select problem from paper_line where import_id = :id and state = 'REFUSED' order by line_no")
                .param("id", id)
                .query((row, i) -> row.getString(1))
                .list();
    }

    private String refusedFile(long id, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.writeRefused(first, id, locale, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** As a second person does who opens the scan first, if there is one and it may be seen. */
    private void confirm(Actor by, long id) {
        String hash = imports.get(first, id).scanHash();
        try {
            scans.look(by, id);
        } catch (Refusal _) {
            // What follows says so too.
        }
        imports.confirm(by, id, hash);
    }
}
