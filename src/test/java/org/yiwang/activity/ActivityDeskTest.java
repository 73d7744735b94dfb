package org.yiwang.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Actor.AccessProblem;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Role;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;

@CityTest
class ActivityDeskTest {

    private static final String DONE = "清理了三个楼道和两处花坛，收集纸箱四十公斤，居民都说好。";

    @Autowired
    private ActivityDrafts drafts;

    @Autowired
    private ActivityDesk desk;

    @Autowired
    private ActivityCorrections corrections;

    @Autowired
    private PostTemplates templates;

    @Autowired
    private ActivityReview review;

    @Autowired
    private Activities activities;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private EventLog events;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Organizer team = Organizer.NONE;

    @BeforeEach
    void begin() {
        clock.reset();
        team = Organizer.approved();
    }

    private long draft() {
        return drafts.create(
                team.leader(),
                fixture.draft(team.id()),
                List.of(ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(1), 120, 10))));
    }

    private Set<String> everyLine(long id) {
        return Set.copyOf(review.get(Actor.SYSTEM, id).checklist().stream()
                .map(ActivityReview.CheckItem::code)
                .toList());
    }

    @Test
    void an_office_of_the_region_reviews_and_publishes_the_activity_of_a_filed_group() {
        long id = draft();
        assertThat(desk.publish(team.leader(), id)).isEqualTo(State.IN_REVIEW);
        assertThat(events.of(id)).isEmpty();
        Actor office = PeopleFixture.staff(Role.STREET_OFFICE, "420102015");
        assertThat(review.queue(office, 1).items())
                .extracting(d -> d.activity().id())
                .contains(id);
        ActivityReview.Case before = review.get(office, id);
        assertThat(before.readiness().reasons()).contains("first-activities", "filed-group");
        assertThat(before.own()).isFalse();

        refused(ActivityProblem.CHECKLIST_INCOMPLETE, () -> review.approve(office, id, Set.of("unpaid"), null));
        review.approve(office, id, everyLine(id), "看过");

        assertThat(activities.get(id).state()).isEqualTo(State.PUBLISHED);
        assertThat(events.of(id, ActivityEvent.Published.class))
                .singleElement()
                .satisfies(e -> assertThat(e.shifts()).hasSize(1));
        String basis = jdbc.sql(
                        "select basis::text from activity_decision where activity_id = :id and step = 'APPROVE'")
                .param("id", id)
                .query((row, i) -> row.getString(1))
                .single();
        assertThat(basis)
                .contains("public-benefit")
                .contains("\"activity.review-checklist\": 1")
                .contains("filed-group");
        refused(ActivityProblem.WRONG_STATE, () -> review.approve(office, id, everyLine(id), null));
    }

    @Test
    void an_office_sends_it_back_with_a_reason_and_the_organizer_hands_it_in_again() {
        long id = draft();
        desk.publish(team.leader(), id);
        Actor office = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        refused(ActivityProblem.REASON_MISSING, () -> review.giveBack(office, id, " "));
        review.giveBack(office, id, "请写明集合的具体位置");
        assertThat(desk.get(team.leader(), id).steps().getLast().reason()).isEqualTo("请写明集合的具体位置");
        ActivityDrafts.Sheet sheet = drafts.get(team.leader(), id);
        assertThat(sheet.state()).isEqualTo(State.RETURNED);
        drafts.edit(team.leader(), id, sheet.version(), sheet.draft());
        assertThat(desk.publish(team.leader(), id)).isEqualTo(State.IN_REVIEW);
        desk.withdraw(team.leader(), id);
        assertThat(activities.get(id).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void nobody_reviews_an_activity_of_their_own_or_outside_their_region() {
        long id = draft();
        desk.publish(team.leader(), id);
        long leader = team.leader().accountId();
        PeopleFixture.actor(leader);
        Actor both = new Actor(
                leader,
                "队长",
                List.of(PeopleFixture.at(Role.STREET_OFFICE, "420102015")),
                team.leader().sessionId());
        refused(ActivityProblem.OWN_ACTIVITY, () -> review.approve(both, id, everyLine(id), null));
        refused(ActivityProblem.OWN_ACTIVITY, () -> review.giveBack(both, id, "不合适"));
        assertThat(review.get(both, id).own()).isTrue();

        Actor elsewhere = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420103");
        refused(AccessProblem.OUT_OF_SCOPE, () -> review.get(elsewhere, id));
        refused(AccessProblem.OUT_OF_SCOPE, () -> review.approve(elsewhere, id, Set.of(), null));
        assertThat(review.queue(elsewhere, 1).items())
                .extracting(d -> d.activity().id())
                .doesNotContain(id);
    }

    @TestFactory
    Stream<DynamicTest> refuses_every_command_to_the_leader_of_another_organization() {
        clock.reset();
        Organizer own = Organizer.approved();
        Actor stranger = Organizer.approved().leader();
        ActivityView open = fixture.published(own.id(), 5);
        long id = open.id();
        long shift = open.shifts().getFirst().id();
        long post = open.shifts().getFirst().postId();
        ShiftDraft more = fixture.shift(Duration.ofDays(1), 60, 5);
        Map<String, ThrowingCallable> commands = new LinkedHashMap<>();
        commands.put("read", () -> drafts.get(stranger, id));
        commands.put("desk", () -> desk.get(stranger, id));
        commands.put("create", () -> drafts.create(stranger, fixture.draft(own.id()), List.of()));
        commands.put("edit", () -> drafts.edit(stranger, id, 1, fixture.draft(own.id())));
        commands.put("copy", () -> drafts.copy(stranger, id));
        commands.put("add post", () -> drafts.addPost(stranger, id, ActivityFixture.post(Conditions.NONE, more)));
        commands.put("remove post", () -> drafts.removePost(stranger, id, post));
        commands.put("check", () -> desk.check(stranger, id));
        commands.put("publish", () -> desk.publish(stranger, id));
        commands.put("withdraw", () -> desk.withdraw(stranger, id));
        commands.put("cancel", () -> desk.cancel(stranger, id, "不办了"));
        commands.put("postpone", () -> desk.postpone(stranger, id, List.of(new ShiftMove(shift, more.period())), "下雨"));
        commands.put(
                "extend",
                () -> desk.extend(stranger, id, new Extension(LocalDate.of(2026, 12, 1), post, List.of(more), "继续")));
        commands.put("add shifts", () -> desk.addShifts(stranger, id, post, List.of(more)));
        commands.put("capacity", () -> desk.changeCapacity(stranger, id, shift, 9));
        commands.put("read texts", () -> corrections.get(stranger, id));
        commands.put("correct", () -> corrections.correct(stranger, id, Correction.of(fixture.draft(own.id())), "写错"));
        commands.put("cut short", () -> corrections.cutShort(stranger, id, null, "下雨"));
        commands.put("template", () -> templates.add(stranger, id, "epidemic-seven"));
        commands.put("close", () -> desk.close(stranger, id, DONE, 3, ""));
        commands.put("require", () -> activities.require(stranger, Permission.ACTIVITY_MANAGE, id));
        return commands.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> refused(AccessProblem.OUT_OF_SCOPE, e.getValue())));
    }

    @Test
    void refuses_coordinates_that_are_nowhere() {
        ActivityDraft good = fixture.draft(team.id());
        for (double[] point : new double[][] {{90.1, 0}, {-91, 0}, {0, 181}, {Double.NaN, 0}}) {
            ActivityDraft odd = new ActivityDraft(
                    good.organizationId(),
                    null,
                    good.region(),
                    good.title(),
                    good.categories(),
                    good.objects(),
                    good.protections(),
                    good.description(),
                    new ActivityView.Place(good.place().address(), point[0], point[1]),
                    good.contact(),
                    good.risk(),
                    good.recruitment(),
                    good.terms());
            refused(
                    ActivityProblem.POINT_RANGE,
                    () -> drafts.create(
                            team.leader(),
                            odd,
                            List.of(ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(1), 60, 1)))));
        }
    }

    @Test
    void refuses_to_publish_what_lacks_something_and_names_it() {
        ActivityDraft good = fixture.draft(team.id());
        long id = drafts.create(
                team.leader(),
                good.with(Contact.NONE),
                List.of(ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(1), 60, 1))));
        assertThat(desk.check(team.leader(), id).findings())
                .extracting(Finding::problem)
                .containsExactly(ActivityProblem.CONTACT_MISSING);
        refused(ActivityProblem.CONTACT_MISSING, () -> desk.publish(team.leader(), id));
        assertThat(activities.get(id).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void refuses_to_publish_outside_the_area_for_which_a_group_is_filed() {
        ActivityDraft elsewhere = ActivityFixture.draft(team.id(), new org.yiwang.kernel.RegionCode("420103"));
        long id = drafts.create(
                team.leader(),
                elsewhere,
                List.of(ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(1), 60, 1))));
        refused(ActivityProblem.OUTSIDE_AREA, () -> desk.publish(team.leader(), id));
    }

    @Test
    void refuses_to_publish_once_it_has_begun_even_after_review() {
        long id = draft();
        desk.publish(team.leader(), id);
        clock.advance(Duration.ofDays(1));
        refused(ActivityProblem.ALREADY_STARTED, () -> review.approve(Actor.SYSTEM, id, everyLine(id), null));
        assertThat(events.of(id)).isEmpty();
    }

    @Test
    void dangerous_service_is_for_adults_whatever_the_post_says() {
        ActivityDraft safe = fixture.draft(team.id());
        ActivityDraft danger = new Sample.Texts(safe)
                .risk(new Risk(2, "江边巡查，可能落水，不得单独行动。", "平安 PA-2026-1"))
                .draft();
        ShiftDraft shift = fixture.shift(Duration.ofDays(1), 60, 4);
        long id = drafts.create(
                team.leader(),
                danger,
                List.of(ActivityFixture.post(new Conditions(14, null, Set.of(), 0, Set.of()), shift)));
        assertThat(activities.get(id).shifts().getFirst().conditions().minAge()).isEqualTo(18);
        refused(
                ActivityProblem.AGES_CROSSED,
                () -> drafts.addPost(
                        team.leader(),
                        id,
                        ActivityFixture.post(new Conditions(null, 17, Set.of(), 0, Set.of()), shift)));

        long later = drafts.create(team.leader(), safe, List.of(ActivityFixture.post(Conditions.NONE, shift)));
        drafts.edit(team.leader(), later, drafts.get(team.leader(), later).version(), danger);
        assertThat(activities.get(later).shifts().getFirst().conditions().minAge())
                .isEqualTo(18);
    }

    @Test
    void a_form_opened_before_somebody_else_saved_is_refused() {
        long id = draft();
        ActivityDrafts.Sheet opened = drafts.get(team.leader(), id);
        drafts.edit(team.leader(), id, opened.version(), opened.draft());
        refused(
                ActivityProblem.CHANGED_MEANWHILE,
                () -> drafts.edit(team.leader(), id, opened.version(), opened.draft()));
    }

    @Test
    void an_activity_keeps_at_least_one_shift() {
        long id = draft();
        ShiftView only = activities.get(id).shifts().getFirst();
        refused(ActivityProblem.LAST_SHIFT, () -> drafts.removeShift(team.leader(), id, only.id()));
        refused(ActivityProblem.LAST_SHIFT, () -> drafts.removePost(team.leader(), id, only.postId()));
        refused(ActivityProblem.LAST_SHIFT, () -> drafts.create(team.leader(), fixture.draft(team.id()), List.of()));
        drafts.addShifts(team.leader(), id, only.postId(), List.of(fixture.shift(Duration.ofDays(3), 60, 2)));
        drafts.removeShift(team.leader(), id, only.id());
        assertThat(activities.get(id).shifts())
                .singleElement()
                .satisfies(s -> assertThat(s.capacity()).isEqualTo(2));
        assertThat(activities.get(id).period())
                .isEqualTo(activities.get(id).shifts().getFirst().period());
    }

    @Test
    void a_copy_is_a_draft_of_the_weeks_to_come() {
        ActivityView earlier = fixture.published(team.id(), fixture.daily(2, 5));
        clock.advance(Duration.ofDays(10));
        long copy = drafts.copy(team.leader(), earlier.id());
        ActivityView view = activities.get(copy);
        assertThat(view.state()).isEqualTo(State.DRAFT);
        assertThat(view.title()).isEqualTo(earlier.title());
        assertThat(view.shifts()).hasSize(2);
        assertThat(view.period().start()).isAfter(clock.instant());
        assertThat(Duration.between(earlier.period().start(), view.period().start())
                                .toDays()
                        % 7)
                .isZero();
    }

    @Test
    void calls_off_before_it_begins_and_not_afterwards() {
        ActivityView open = fixture.published(team.id(), 5);
        refused(ActivityProblem.REASON_MISSING, () -> desk.cancel(team.leader(), open.id(), ""));
        desk.cancel(team.leader(), open.id(), "场地停电");
        assertThat(events.of(open.id(), ActivityEvent.Cancelled.class))
                .singleElement()
                .satisfies(e -> assertThat(e.reason()).isEqualTo("场地停电"));
        refused(ActivityProblem.WRONG_STATE, () -> desk.cancel(team.leader(), open.id(), "再来一次"));

        ActivityView begun = fixture.published(team.id(), 5);
        clock.set(begun.period().start());
        refused(ActivityProblem.HAS_BEGUN, () -> desk.cancel(team.leader(), begun.id(), "太晚了"));

        long draft = draft();
        desk.cancel(team.leader(), draft, "不办了");
        assertThat(events.of(draft)).isEmpty();
    }

    @Test
    void moves_shifts_that_have_not_begun_and_tells_from_when_to_when() {
        ActivityView open = fixture.published(team.id(), fixture.daily(2, 5));
        ShiftView first = open.shifts().getFirst();
        ShiftView second = open.shifts().getLast();
        Period later = new Period(
                second.period().start().plus(Duration.ofDays(7)),
                second.period().end().plus(Duration.ofDays(7)));
        refused(
                ActivityProblem.NOTHING_CHANGED,
                () -> desk.postpone(
                        team.leader(), open.id(), List.of(new ShiftMove(first.id(), first.period())), "下雨"));
        refused(
                ActivityProblem.TIME_PAST,
                () -> desk.postpone(
                        team.leader(),
                        open.id(),
                        List.of(new ShiftMove(
                                first.id(),
                                new Period(
                                        clock.instant().minusSeconds(60),
                                        first.period().end()))),
                        "下雨"));
        refused(
                ActivityProblem.SHIFT_UNKNOWN,
                () -> desk.postpone(team.leader(), open.id(), List.of(new ShiftMove(99, later)), "下雨"));

        desk.postpone(
                team.leader(),
                open.id(),
                List.of(new ShiftMove(first.id(), first.period()), new ShiftMove(second.id(), later)),
                "下雨");
        assertThat(events.of(open.id(), ActivityEvent.Postponed.class))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.shifts()).extracting(ShiftView::id).containsExactly(second.id());
                    assertThat(e.from()).isEqualTo(open.period());
                    assertThat(e.to().end()).isEqualTo(later.end());
                });
        assertThat(activities.get(open.id()).period().end()).isEqualTo(later.end());
        assertThat(activities.get(open.id()).recruitment().end()).isEqualTo(later.start());

        clock.set(first.period().start());
        refused(
                ActivityProblem.SHIFT_STARTED,
                () -> desk.postpone(team.leader(), open.id(), List.of(new ShiftMove(first.id(), later)), "下雨"));
    }

    @Test
    void extends_once_by_at_most_thirty_days_until_thirty_days_after_its_end() {
        ActivityView open = fixture.published(team.id(), 5);
        long post = open.shifts().getFirst().postId();
        LocalDate end = LocalDate.of(2026, 11, 22);
        clock.set(open.period().end().plus(Duration.ofDays(3)));
        ShiftDraft more = fixture.shift(Duration.ofDays(7), 120, 8);
        refused(
                ActivityProblem.EXTENSION_TOO_LONG,
                () -> desk.extend(
                        team.leader(), open.id(), new Extension(end.plusDays(31), post, List.of(more), "继续")));
        refused(
                ActivityProblem.OUTSIDE_ANNOUNCED,
                () -> desk.extend(team.leader(), open.id(), new Extension(end.plusDays(5), post, List.of(more), "继续")));
        refused(
                ActivityProblem.NOTHING_CHANGED,
                () -> desk.extend(team.leader(), open.id(), new Extension(end.plusDays(20), post, List.of(), "继续")));
        desk.extend(team.leader(), open.id(), new Extension(end.plusDays(20), post, List.of(more), "继续"));
        assertThat(events.of(open.id(), ActivityEvent.ShiftsChanged.class))
                .singleElement()
                .satisfies(e -> assertThat(e.shifts())
                        .singleElement()
                        .satisfies(s -> assertThat(s.capacity()).isEqualTo(8)));
        refused(
                ActivityProblem.EXTENDED_ALREADY,
                () -> desk.extend(
                        team.leader(), open.id(), new Extension(end.plusDays(25), post, List.of(more), "继续")));

        clock.reset();
        ActivityView late = fixture.published(team.id(), 5);
        clock.set(late.period().end().plus(Duration.ofDays(31)));
        refused(
                ActivityProblem.EXTENSION_TOO_LATE,
                () -> desk.extend(
                        team.leader(),
                        late.id(),
                        new Extension(
                                end.plusDays(30),
                                late.shifts().getFirst().postId(),
                                List.of(fixture.shift(Duration.ofHours(1), 60, 1)),
                                "继续")));
    }

    @Test
    void adds_shifts_and_places_after_publication_within_the_announced_days() {
        ActivityView open = fixture.published(team.id(), fixture.daily(3, 5));
        ShiftView first = open.shifts().getFirst();
        desk.addShifts(team.leader(), open.id(), first.postId(), List.of(fixture.shift(Duration.ofHours(50), 60, 3)));
        refused(
                ActivityProblem.OUTSIDE_ANNOUNCED,
                () -> desk.addShifts(
                        team.leader(), open.id(), first.postId(), List.of(fixture.shift(Duration.ofDays(6), 60, 3))));
        desk.changeCapacity(team.leader(), open.id(), first.id(), 9);
        desk.changeCapacity(team.leader(), open.id(), first.id(), 9);
        assertThat(events.of(open.id(), ActivityEvent.ShiftsChanged.class)).hasSize(2);
        assertThat(activities.get(open.id()).shifts())
                .filteredOn(s -> s.id() == first.id())
                .singleElement()
                .satisfies(s -> assertThat(s.capacity()).isEqualTo(9));
        refused(ActivityProblem.SHIFT_FORM, () -> desk.changeCapacity(team.leader(), open.id(), first.id(), 0));
        refused(
                ActivityProblem.WRONG_STATE,
                () -> drafts.addPost(
                        team.leader(),
                        open.id(),
                        ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(1), 60, 1))));
    }

    @Test
    void closes_with_a_summary_after_the_last_shift_and_only_then() {
        ActivityView open = fixture.published(team.id(), 5);
        refused(ActivityProblem.NOT_ENDED, () -> desk.close(team.leader(), open.id(), DONE, 3, ""));
        clock.set(open.period().end());
        assertThat(desk.get(team.leader(), open.id()).overdue()).isTrue();
        assertThat(activities.listToClose(team.leader(), Permission.ACTIVITY_MANAGE))
                .extracting(ActivityView::id)
                .contains(open.id());
        refused(ActivityProblem.SUMMARY_THIN, () -> desk.close(team.leader(), open.id(), "完成", 3, ""));
        assertThat(events.of(open.id(), ActivityEvent.Closed.class)).isEmpty();

        desk.close(team.leader(), open.id(), DONE, 46, "下次多带两把扫帚");
        assertThat(events.of(open.id(), ActivityEvent.Closed.class)).hasSize(1);
        assertThat(activities.detail(open.id()).summary())
                .satisfies(s -> assertThat(s.servedPeople()).isEqualTo(46));
        refused(ActivityProblem.WRONG_STATE, () -> desk.close(team.leader(), open.id(), DONE, 46, ""));
        assertThat(events.of(open.id(), ActivityEvent.Closed.class)).hasSize(1);
    }

    @Test
    void opens_with_the_pass_code_and_nothing_else() {
        ActivityDraft draft = fixture.draft(team.id())
                .with(new Recruitment(null, null, RecruitScope.PASS_CODE, "ab12", List.of(), false));
        ActivityView open = fixture.published(
                draft, ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(1), 60, 3)));
        assertThat(activities.isPassCode(open.id(), "AB12")).isTrue();
        assertThat(activities.isPassCode(open.id(), " ａｂ12 ")).isTrue();
        assertThat(activities.isPassCode(open.id(), "ab1")).isFalse();
        assertThat(activities.isPassCode(open.id(), "")).isFalse();
        byte[] stored = jdbc.sql("select pass_code from activity where activity_id = :id")
                .param("id", open.id())
                .query((row, i) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContainIgnoringCase("ab12");
        refused(
                ActivityProblem.PASS_CODE_FORM,
                () -> drafts.create(
                        team.leader(),
                        draft.with(new Recruitment(null, null, RecruitScope.PASS_CODE, "1234567", List.of(), false)),
                        List.of(ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(1), 60, 1)))));
    }

    @Test
    void is_read_from_memory_but_never_older_than_what_this_transaction_wrote() {
        ActivityView open = fixture.published(team.id(), 5);
        long shift = open.shifts().getFirst().id();
        assertThat(activities.get(open.id()).shifts().getFirst().capacity()).isEqualTo(5);
        transaction.executeWithoutResult(status -> {
            desk.changeCapacity(team.leader(), open.id(), shift, 6);
            assertThat(activities.get(open.id()).shifts().getFirst().capacity()).isEqualTo(6);
            status.setRollbackOnly();
        });
        assertThat(activities.get(open.id()).shifts().getFirst().capacity()).isEqualTo(5);
        desk.changeCapacity(team.leader(), open.id(), shift, 7);
        assertThat(activities.get(open.id()).shifts().getFirst().capacity()).isEqualTo(7);
    }

    @Test
    void lists_what_is_served_in_the_next_days_for_its_leaders_only() {
        ActivityView soon = fixture.published(team.id(), 5);
        ActivityView later = fixture.published(team.id(), fixture.shift(Duration.ofDays(20), 60, 5));
        assertThat(activities.listCurrent(team.leader(), Permission.ACTIVITY_MANAGE, 3))
                .extracting(ActivityView::id)
                .contains(soon.id())
                .doesNotContain(later.id());
        Actor stranger = Organizer.approved().leader();
        assertThat(activities.listCurrent(stranger, Permission.ACTIVITY_MANAGE, 30))
                .extracting(ActivityView::id)
                .doesNotContain(soon.id(), later.id());
        Instant now = clock.instant();
        assertThat(now).isBefore(soon.period().start());
    }
}
