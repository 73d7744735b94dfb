package org.yiwang.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Rule;

/**
 * Deciding on activities that wait for review: offices with {@code ACTIVITY_REVIEW} for the region, never somebody who
 * leads the organization or wrote or handed in the activity.
 */
@Component
public class ActivityReview {

    private static final int PAGE = 30;

    private final ActivityBook book;
    private final ActivityStore store;
    private final ActivityListStore lists;
    private final ActivityNames names;
    private final PublicationDesk publication;
    private final Organizations organizations;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;

    ActivityReview(
            ActivityBook book,
            ActivityStore store,
            ActivityListStore lists,
            ActivityNames names,
            PublicationDesk publication,
            Organizations organizations,
            Notifications notifications,
            ApplicationEventPublisher events) {
        this.book = book;
        this.store = store;
        this.lists = lists;
        this.names = names;
        this.publication = publication;
        this.organizations = organizations;
        this.notifications = notifications;
        this.events = events;
    }

    /**
     * An activity before its reviewer.
     *
     * @param detail all of it
     * @param readiness what is wrong now, the hints, why it is reviewed
     * @param checklist what to look at
     * @param own whether the reader may not decide because it is the reader's own
     * @param steps what happened to it so far
     */
    public record Case(
            ActivityDetail detail, Readiness readiness, List<CheckItem> checklist, boolean own, List<StepView> steps) {}

    /**
     * A line of the reviewer's list.
     *
     * @param code its short name
     * @param label what it says
     */
    public record CheckItem(String code, Label label) {}

    /** What waits in the actor's regions, what starts first on top. */
    @Transactional(readOnly = true)
    public Slice<ActivityDetail> queue(Actor actor, int page) {
        List<Long> ids = lists.listInReview(actor.reach(Permission.ACTIVITY_REVIEW), (page - 1) * PAGE, PAGE + 1);
        return Slice.cut(store.list(ids).stream().map(names::detail).toList(), page, PAGE);
    }

    /** The activity with what its reviewer needs; in any state. */
    @Transactional(readOnly = true)
    public Case get(Actor actor, long activityId) {
        Activity activity = store.find(activityId).orElseThrow(() -> new Refusal(ActivityProblem.UNKNOWN));
        actor.require(Permission.ACTIVITY_REVIEW, activity.draft().region(), activity.ancestors());
        List<CheckItem> checklist = publication.checklist().value().items().stream()
                .map(i -> new CheckItem(i.code(), new Label(i.zh(), i.en())))
                .toList();
        return new Case(
                names.detail(activity),
                publication.judge(activity).readiness(),
                checklist,
                isOwn(actor, activity),
                book.steps(activityId));
    }

    /**
     * Approves it: it is public at once. Everything that keeps an activity from being public is checked again, since
     * time has passed.
     *
     * @param ticked the lines of the list that were looked at; all are needed
     */
    @Transactional
    public void approve(Actor actor, long activityId, Set<String> ticked, @Nullable String note) {
        Activity activity = book.open(actor, Permission.ACTIVITY_REVIEW, activityId, Step.APPROVE);
        requireOther(actor, activity);
        PublicationDesk.Judgement judgement = publication.judge(activity);
        judgement.requireReady();
        Rule<ReviewChecklist> checklist = publication.checklist();
        if (!checklist.value().isCompletedBy(ticked)) {
            throw new Refusal(ActivityProblem.CHECKLIST_INCOMPLETE).at("ticked");
        }
        Basis judged = judgement.basis(ticked.stream().sorted().toList());
        Map<String, Integer> versions = new TreeMap<>(judged.rules());
        versions.put(checklist.key(), checklist.version());
        Basis basis = new Basis(versions, judged.reasons(), judged.hints(), judged.ticked());
        Instant now = book.now();
        Activity announced = ActivityDesk.announced(activity, now, book.clock().getZone());
        book.take(Step.APPROVE, actor, announced, blankToNull(note), basis);
        events.publishEvent(new ActivityEvent.Published(activityId, activity.shifts()));
        tell(activity, "notice.activity.approved");
    }

    /** Sends it back with reasons; the organizer may mend it and hand it in again. */
    @Transactional
    public void giveBack(Actor actor, long activityId, String reason) {
        Activity activity = book.open(actor, Permission.ACTIVITY_REVIEW, activityId, Step.RETURN);
        requireOther(actor, activity);
        String why = ActivityBook.reason(reason);
        book.take(Step.RETURN, actor, activity, why, publication.judge(activity).basis(List.of()));
        tell(activity, "notice.activity.returned");
    }

    private void tell(Activity activity, String key) {
        Notice notice = new Notice(
                key, List.of(activity.draft().title()), "/desk/activities/" + Ids.text(activity.id()), false);
        organizations
                .leaders(activity.draft().organizationId())
                .forEach(account -> notifications.tell(account, notice));
    }

    private void requireOther(Actor actor, Activity activity) {
        if (isOwn(actor, activity)) {
            throw new Refusal(ActivityProblem.OWN_ACTIVITY);
        }
    }

    private boolean isOwn(Actor actor, Activity activity) {
        if (actor == Actor.SYSTEM) {
            return false;
        }
        long account = actor.accountId();
        return activity.createdBy() == account
                || book.decisions(activity.id()).stream()
                        .anyMatch(d -> d.step() == Step.SUBMIT && d.accountId() == account)
                || organizations.leaders(activity.draft().organizationId()).contains(account);
    }

    @Nullable
    private static String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : DraftForms.text(text, 1000, "note");
    }
}
