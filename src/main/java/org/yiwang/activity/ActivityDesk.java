package org.yiwang.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.ActivityDetail.Summary;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;

/**
 * Running activities: publishing, changing what is public, closing. All commands need {@code ACTIVITY_MANAGE} for the
 * organization and a state that allows the step (otherwise {@code activity.wrong-state}); each leaves a dated decision
 * and an audit row, and tells the modules above by its {@link ActivityEvent} in the same transaction.
 */
@Component
public class ActivityDesk {

    private static final int PAGE = 30;

    private final ActivityBook book;
    private final ActivityStore store;
    private final ActivityListStore lists;
    private final ActivityNames names;
    private final DraftForms forms;
    private final PassCodes passCodes;
    private final PublicationDesk publication;
    private final ReviewNotices reviewNotices;
    private final ApplicationEventPublisher events;

    ActivityDesk(
            ActivityBook book,
            ActivityStore store,
            ActivityListStore lists,
            ActivityNames names,
            DraftForms forms,
            PassCodes passCodes,
            PublicationDesk publication,
            ReviewNotices reviewNotices,
            ApplicationEventPublisher events) {
        this.book = book;
        this.store = store;
        this.lists = lists;
        this.names = names;
        this.forms = forms;
        this.passCodes = passCodes;
        this.publication = publication;
        this.reviewNotices = reviewNotices;
        this.events = events;
    }

    /**
     * An activity on its organizer's desk.
     *
     * @param detail all of it
     * @param readiness what keeps it from being published, null where that is no question any more
     * @param steps what happened to it so far
     * @param passCode the pass-code to tell people, null if none
     * @param overdue whether its last shift is over and it waits to be closed
     * @param running whether it runs now, so that it can be cut short
     * @param extensibleUntil last day to which it can be extended now, null if it cannot
     */
    public record DeskView(
            ActivityDetail detail,
            @Nullable Readiness readiness,
            List<StepView> steps,
            @Nullable String passCode,
            boolean overdue,
            boolean running,
            @Nullable LocalDate extensibleUntil) {}

    /** The activity with what its organizer needs; in any state. */
    @Transactional(readOnly = true)
    public DeskView get(Actor actor, long activityId) {
        Activity activity = find(actor, activityId);
        boolean open = Step.PUBLISH.isOpenFrom(activity.state()) || activity.state() == State.IN_REVIEW;
        return new DeskView(
                names.detail(activity),
                open ? publication.judge(activity).readiness() : null,
                book.steps(activityId),
                passCodes.open(activity.sealedPassCode()),
                activity.state() == State.PUBLISHED && !activity.period().end().isAfter(book.now()),
                ActivityCorrections.isRunning(activity, book.now()),
                extensibleUntil(activity));
    }

    @Nullable
    private LocalDate extensibleUntil(Activity activity) {
        ExtensionRule rule = publication.extension().value();
        LocalDate end = activity.period().end().atZone(book.clock().getZone()).toLocalDate();
        boolean open = activity.state() == State.PUBLISHED
                && activity.marks().extendedAt() == null
                && !LocalDate.now(book.clock()).isAfter(end.plusDays(rule.withinDaysAfterEnd()));
        return open ? end.plusDays(rule.days()) : null;
    }

    /** Activities in the actor's reach, latest first; of one state where one is named. */
    @Transactional(readOnly = true)
    public Slice<ActivityDetail> list(Actor actor, @Nullable State state, int page) {
        int wanted = Math.clamp(page, 1, 500);
        List<Long> ids =
                lists.listWithin(actor.reach(Permission.ACTIVITY_MANAGE), state, (wanted - 1) * PAGE, PAGE + 1);
        return Slice.cut(store.list(ids), wanted, PAGE).map(names::detail);
    }

    private Activity find(Actor actor, long activityId) {
        Activity activity = store.find(activityId).orElseThrow(() -> new Refusal(ActivityProblem.UNKNOWN));
        actor.require(Permission.ACTIVITY_MANAGE, activity.draft().region(), activity.ancestors());
        return activity;
    }

    /** What is missing before it can be published, what hints at no service, and whether an office will look at it. */
    @Transactional(readOnly = true)
    public Readiness check(Actor actor, long activityId) {
        return publication.judge(find(actor, activityId)).readiness();
    }

    /**
     * Publishes it, or hands it in where an office looks first. Refuses with the first thing that is missing.
     *
     * @return {@code PUBLISHED} or {@code IN_REVIEW}
     */
    @Transactional
    public State publish(Actor actor, long activityId) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.PUBLISH);
        PublicationDesk.Judgement judgement = publication.judge(activity);
        judgement.requireReady();
        Basis basis = judgement.basis(List.of());
        if (judgement.readiness().needsReview()) {
            book.take(Step.SUBMIT, actor, activity, null, basis);
            reviewNotices.submitted(activity, LocalDate.now(book.clock()));
            return State.IN_REVIEW;
        }
        book.take(Step.PUBLISH, actor, announced(activity), null, basis);
        events.publishEvent(new ActivityEvent.Published(activityId, activity.shifts()));
        return State.PUBLISHED;
    }

    /** The activity with the marks of one that becomes public now. */
    private Activity announced(Activity activity) {
        return announced(activity, book.now(), book.clock().getZone());
    }

    static Activity announced(Activity activity, Instant now, ZoneId zone) {
        Instant until = endOfDay(activity.period().end(), zone);
        return activity.with(activity.marks().published(now, until));
    }

    /** Takes back what was handed in for review; it is a draft again. */
    @Transactional
    public void withdraw(Actor actor, long activityId) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.WITHDRAW);
        book.take(Step.WITHDRAW, actor, activity, null, null);
    }

    /** Calls it off before it begins, or gives a draft up. Refuses with {@code activity.has-begun}. */
    @Transactional
    public void cancel(Actor actor, long activityId, String reason) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.CANCEL);
        String why = ActivityBook.reason(reason);
        if (activity.state() == State.PUBLISHED && !activity.period().start().isAfter(book.now())) {
            throw new Refusal(ActivityProblem.HAS_BEGUN);
        }
        book.take(Step.CANCEL, actor, activity, why, null);
        if (activity.state() == State.PUBLISHED) {
            events.publishEvent(new ActivityEvent.Cancelled(activityId, why));
        }
    }

    /**
     * Moves shifts that have not begun to new times to come. The end of sign-up moves along.
     *
     * @param moves the shifts that move; one that keeps its time may be named too
     */
    @Transactional
    public void postpone(Actor actor, long activityId, List<ShiftMove> moves, String reason) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.POSTPONE);
        String why = ActivityBook.reason(reason);
        Set<Long> moved = moves.stream()
                .filter(m -> moveShift(activity, m))
                .map(ShiftMove::shiftId)
                .collect(Collectors.toSet());
        if (moved.isEmpty()) {
            throw new Refusal(ActivityProblem.NOTHING_CHANGED);
        }
        Activity next = book.again(activityId);
        requireLength(next);
        Instant recruitTo = next.draft().recruitment().to();
        Duration by = Duration.between(Activity.lastStart(activity.shifts()), Activity.lastStart(next.shifts()));
        if (recruitTo != null && by.isPositive()) {
            next = next.recruitingUntil(recruitTo.plus(by));
        }
        book.take(Step.POSTPONE, actor, stretched(next), why, null);
        events.publishEvent(new ActivityEvent.Postponed(
                activityId, activity.period(), next.period(), only(next.shifts(), moved), why));
    }

    private boolean moveShift(Activity activity, ShiftMove move) {
        ShiftView shift = ActivityDrafts.requireShift(activity, move.shiftId());
        if (shift.period().equals(move.period())) {
            return false;
        }
        if (!shift.period().start().isAfter(book.now())) {
            throw new Refusal(ActivityProblem.SHIFT_STARTED);
        }
        requireAhead(move.period());
        store.saveShift(activity.id(), shift.postId(), shift.id(), new ShiftDraft(move.period(), shift.capacity()));
        return true;
    }

    /**
     * Lets it run on after its announced end: once, by at most the days of rule {@code activity.extension}, asked for at
     * the latest so many days after its end.
     */
    @Transactional
    public void extend(Actor actor, long activityId, Extension extension) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.EXTEND);
        String why = ActivityBook.reason(extension.reason());
        Instant until = requireExtendable(activity, extension.until());
        ActivityDrafts.requirePost(activity, extension.postId());
        Set<Long> added = addShifts(activity, extension.postId(), extension.shifts(), until);
        if (added.isEmpty()) {
            throw new Refusal(ActivityProblem.NOTHING_CHANGED);
        }
        Activity next = book.again(activityId);
        next = recruitingToLastStart(next.with(next.marks().extended(book.now(), until)));
        book.take(Step.EXTEND, actor, next, why, null);
        events.publishEvent(new ActivityEvent.ShiftsChanged(activityId, only(next.shifts(), added)));
    }

    private Instant requireExtendable(Activity activity, LocalDate until) {
        ZoneId zone = book.clock().getZone();
        ExtensionRule rule = publication.extension().value();
        if (activity.marks().extendedAt() != null) {
            throw new Refusal(ActivityProblem.EXTENDED_ALREADY);
        }
        LocalDate end = activity.period().end().atZone(zone).toLocalDate();
        if (LocalDate.now(book.clock()).isAfter(end.plusDays(rule.withinDaysAfterEnd()))) {
            throw new Refusal(ActivityProblem.EXTENSION_TOO_LATE, rule.withinDaysAfterEnd());
        }
        if (!until.isAfter(end) || until.isAfter(end.plusDays(rule.days()))) {
            throw new Refusal(ActivityProblem.EXTENSION_TOO_LONG, rule.days()).at("until");
        }
        return until.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Adds shifts to a post within the days announced. */
    @Transactional
    public void addShifts(Actor actor, long activityId, long postId, List<ShiftDraft> shifts) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.ADJUST);
        ActivityDrafts.requirePost(activity, postId);
        Instant until = activity.marks().announcedUntil();
        Set<Long> added = addShifts(activity, postId, shifts, until == null ? book.now() : until);
        if (added.isEmpty()) {
            throw new Refusal(ActivityProblem.NOTHING_CHANGED);
        }
        Activity next = recruitingToLastStart(book.again(activityId));
        book.take(Step.ADJUST, actor, next, null, null);
        events.publishEvent(new ActivityEvent.ShiftsChanged(activityId, only(next.shifts(), added)));
    }

    private Set<Long> addShifts(Activity activity, long postId, List<ShiftDraft> shifts, Instant until) {
        return shifts.stream()
                .map(forms::checked)
                .map(shift -> {
                    requireAhead(shift.period());
                    if (shift.period().end().isAfter(until)) {
                        throw new Refusal(ActivityProblem.OUTSIDE_ANNOUNCED).at("shiftStart");
                    }
                    long id = Ids.next();
                    store.saveShift(activity.id(), postId, id, shift);
                    return id;
                })
                .collect(Collectors.toSet());
    }

    /**
     * Changes how many volunteers a shift takes. Sign-up refuses within this transaction when more have a place already.
     */
    @Transactional
    public void changeCapacity(Actor actor, long activityId, long shiftId, int capacity) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.ADJUST);
        ShiftView shift = ActivityDrafts.requireShift(activity, shiftId);
        if (!shift.period().end().isAfter(book.now())) {
            throw new Refusal(ActivityProblem.SHIFT_STARTED);
        }
        if (shift.capacity() == capacity) {
            return;
        }
        store.saveShift(activityId, shift.postId(), shiftId, forms.checked(new ShiftDraft(shift.period(), capacity)));
        Activity next = book.again(activityId);
        String what = shift.period().start().atZone(book.clock().getZone()).toLocalDateTime() + ": " + shift.capacity()
                + " → " + capacity;
        book.take(Step.ADJUST, actor, next, what, null);
        events.publishEvent(new ActivityEvent.ShiftsChanged(activityId, only(next.shifts(), Set.of(shiftId))));
    }

    /**
     * Closes it after its last shift with a summary; without one no hours count.
     *
     * @param done what was done
     * @param servedPeople how many people were served
     * @param remarks what to do better; may be empty; for the organization and the offices only
     */
    @Transactional
    public void close(Actor actor, long activityId, String done, int servedPeople, String remarks) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.CLOSE);
        Instant now = book.now();
        if (now.isBefore(activity.period().end())) {
            throw new Refusal(ActivityProblem.NOT_ENDED);
        }
        int least = publication.publication().value().summaryMin();
        String text = DraftForms.text(done, 5000, "done");
        if (text.codePointCount(0, text.length()) < least) {
            throw new Refusal(ActivityProblem.SUMMARY_THIN, least).at("done");
        }
        if (servedPeople < 0) {
            throw new Refusal(ActivityProblem.SUMMARY_THIN, least).at("servedPeople");
        }
        store.insertSummary(
                activityId,
                new Summary(text, servedPeople, DraftForms.text(remarks, 2000, "remarks"), now),
                actor.accountId());
        book.take(Step.CLOSE, actor, activity.with(activity.marks().closed(now)), null, null);
        events.publishEvent(new ActivityEvent.Closed(activityId));
    }

    private void requireAhead(Period period) {
        if (!period.start().isAfter(book.now())) {
            throw new Refusal(ActivityProblem.TIME_PAST).at("shiftStart");
        }
        int hours = publication.publication().value().maxShiftHours();
        if (period.minutes() > hours * 60) {
            throw new Refusal(ActivityProblem.SHIFT_TOO_LONG, hours).at("shiftStart");
        }
    }

    private void requireLength(Activity activity) {
        int days = publication.publication().value().maxDays();
        if (Duration.between(activity.period().start(), activity.period().end()).compareTo(Duration.ofDays(days)) > 0) {
            throw new Refusal(ActivityProblem.LASTS_TOO_LONG, days);
        }
    }

    /** The activity with the last announced day moved out to its new end. */
    private Activity stretched(Activity activity) {
        Instant end = endOfDay(activity.period().end(), book.clock().getZone());
        Instant before = activity.marks().announcedUntil();
        return before != null && !end.isAfter(before)
                ? activity
                : activity.with(activity.marks().announced(end));
    }

    private static Activity recruitingToLastStart(Activity activity) {
        Instant to = activity.draft().recruitment().to();
        Instant lastStart = Activity.lastStart(activity.shifts());
        return to == null || !to.isBefore(lastStart) ? activity : activity.recruitingUntil(lastStart);
    }

    private static Instant endOfDay(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static List<ShiftView> only(List<ShiftView> shifts, Set<Long> ids) {
        return new ArrayList<>(shifts.stream().filter(s -> ids.contains(s.id())).toList());
    }
}
