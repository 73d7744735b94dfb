package org.yiwang.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;

/**
 * Changing what is public already: correcting texts, and ending a running activity early. Both need
 * {@code ACTIVITY_MANAGE} and a reason, leave a dated decision that the activity's page shows and an audit row, and
 * everybody signed up is told.
 */
@Component
public class ActivityCorrections {

    private static final Set<String> FIELDS = Set.of("description", "address", "contactName");

    private final ActivityBook book;
    private final ActivityStore store;
    private final DraftForms forms;
    private final PublicationDesk publication;
    private final ApplicationEventPublisher events;

    ActivityCorrections(
            ActivityBook book,
            ActivityStore store,
            DraftForms forms,
            PublicationDesk publication,
            ApplicationEventPublisher events) {
        this.book = book;
        this.store = store;
        this.forms = forms;
        this.publication = publication;
        this.events = events;
    }

    /** The texts as they stand, for the organizer's form; refuses with {@code activity.wrong-state} what is not public. */
    @Transactional(readOnly = true)
    public Correction get(Actor actor, long activityId) {
        Activity activity = store.find(activityId).orElseThrow(() -> new Refusal(ActivityProblem.UNKNOWN));
        actor.require(Permission.ACTIVITY_MANAGE, activity.draft().region(), activity.ancestors());
        Step.CORRECT.from(activity.state());
        return Correction.of(activity.draft());
    }

    /**
     * Corrects texts. They must still be what a public activity needs; refuses with the first thing missing, or with
     * {@code activity.nothing-changed}.
     */
    @Transactional
    public void correct(Actor actor, long activityId, Correction correction, String reason) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.CORRECT);
        String why = ActivityBook.reason(reason);
        ActivityDraft draft = forms.checked(activity.draft().with(correction));
        List<String> parts = Correction.of(draft).differsFrom(Correction.of(activity.draft()));
        if (parts.isEmpty()) {
            throw new Refusal(ActivityProblem.NOTHING_CHANGED);
        }
        Activity next = activity.with(draft, activity.ancestors(), null)
                .with(activity.marks().corrected(book.now()));
        PublicationDesk.Judgement judgement = publication.judge(next);
        judgement.readiness().findings().stream()
                .filter(finding -> FIELDS.contains(finding.field()))
                .findFirst()
                .ifPresent(finding -> {
                    throw finding.refusal();
                });
        Basis judged = judgement.basis(List.of());
        book.take(Step.CORRECT, actor, next, why, new Basis(judged.rules(), parts, judged.hints(), List.of()));
        events.publishEvent(new ActivityEvent.Corrected(activityId, parts, why));
    }

    /**
     * Ends a running activity early: shifts that would begin then or later are called off, those under way then end
     * then. What was served stays. Refuses with {@code activity.not-begun}, with {@code activity.time-past} a moment
     * before now and with {@code activity.nothing-changed} one after its end.
     *
     * @param until the new end, null for now
     */
    @Transactional
    public void cutShort(Actor actor, long activityId, @Nullable Instant until, String reason) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.SHORTEN);
        String why = ActivityBook.reason(reason);
        Instant now = book.now();
        Instant end = until == null ? now : until;
        if (!activity.period().start().isBefore(now)) {
            throw new Refusal(ActivityProblem.NOT_BEGUN);
        }
        if (end.isBefore(now)) {
            throw new Refusal(ActivityProblem.TIME_PAST).at("until");
        }
        if (!end.isBefore(activity.period().end())) {
            throw new Refusal(ActivityProblem.NOTHING_CHANGED).at("until");
        }
        Set<Long> calledOff = activity.shifts().stream()
                .filter(s -> !s.period().start().isBefore(end))
                .map(ShiftView::id)
                .collect(Collectors.toSet());
        calledOff.forEach(shift -> store.removeShift(activityId, shift));
        Set<Long> shortened = activity.shifts().stream()
                .filter(s ->
                        s.period().start().isBefore(end) && s.period().end().isAfter(end))
                .peek(s -> store.saveShift(
                        activityId,
                        s.postId(),
                        s.id(),
                        new ShiftDraft(new Period(s.period().start(), end), s.capacity())))
                .map(ShiftView::id)
                .collect(Collectors.toSet());
        Activity next = book.again(activityId);
        next = next.with(next.marks().corrected(now));
        book.take(Step.SHORTEN, actor, next, why, null);
        events.publishEvent(new ActivityEvent.CutShort(
                activityId,
                end,
                new ArrayList<>(next.shifts().stream()
                        .filter(s -> shortened.contains(s.id()))
                        .toList()),
                calledOff,
                why));
    }

    /** Whether it runs now, so that it can be cut short. */
    static boolean isRunning(Activity activity, Instant now) {
        return activity.state() == State.PUBLISHED && activity.period().contains(now);
    }
}
