package org.yiwang.letter;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.letter.KindWord.Origin;
import org.yiwang.letter.KindWord.State;
import org.yiwang.organization.OrganizationEvent;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordEvidence;
import org.yiwang.volunteer.Volunteers;

/**
 * The team's look at thanks before those who served read them: no insults, nobody's data, no advertising. Each needs {@code
 * ACTIVITY_MANAGE} for the activity. Words of thanks are never public, bring no points and are counted for nobody but the person.
 */
@Component
public class WordDesk {

    private static final int LISTED = 100;

    private final WordStore store;
    private final WordNotices notices;
    private final Activities activities;
    private final Organizations organizations;
    private final Volunteers volunteers;
    private final RecordEvidence records;
    private final AuditTrail audit;
    private final Clock clock;

    WordDesk(
            WordStore store,
            WordNotices notices,
            Activities activities,
            Organizations organizations,
            Volunteers volunteers,
            RecordEvidence records,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.activities = activities;
        this.organizations = organizations;
        this.volunteers = volunteers;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /** All about an activity, the latest first. */
    public List<KindWord> of(Actor organizer, long activityId) {
        activities.require(organizer, Permission.ACTIVITY_MANAGE, activityId);
        return store.ofActivity(activityId);
    }

    /** Those that the team may print for its wall; without names. */
    public List<KindWord> wall(Actor organizer, long activityId) {
        return of(organizer, activityId).stream()
                .filter(t -> t.state() == State.DELIVERED && t.mayHang())
                .toList();
    }

    /** What waits for a look, the longest waiting first; at most a hundred. */
    public List<KindWord> waiting(Actor organizer) {
        return store.waiting(organizer.reach(Permission.ACTIVITY_MANAGE), LISTED);
    }

    /** How many wait. */
    public int countWaiting(Actor organizer) {
        return store.countWaiting(organizer.reach(Permission.ACTIVITY_MANAGE));
    }

    /**
     * Notes what somebody said by phone or face to face, who cannot write it; marked as told. A second person has the look.
     * The name is noted only if the person agreed to its being shown.
     */
    @Transactional
    public long note(Actor organizer, long activityId, KindWord.Draft draft) {
        ActivityView activity = activities.require(organizer, Permission.ACTIVITY_MANAGE, activityId);
        if (clock.instant().isBefore(activity.period().start())) {
            throw new Refusal(LetterProblem.TOO_EARLY);
        }
        KindWord.Draft said = WordText.checked(draft);
        KindWord word = KindWord.waiting(activityId, said, Origin.TOLD, clock.instant(), organizer.accountId());
        store.insert(word, activity);
        audit.write(organizer, "letter.word.told", subject(word.wordId()), null);
        notices.waits(activity);
        return word.wordId();
    }

    /**
     * Passes it on to all who served; refuses with {@code letter.not-waiting}, {@code letter.second-person} and {@code
     * letter.served-there}: nobody passes on to oneself what anybody can write under the code.
     */
    @Transactional
    public void deliver(Actor organizer, long activityId, long wordId) {
        ActivityView activity = activities.require(organizer, Permission.ACTIVITY_MANAGE, activityId);
        KindWord word = waiting(activityId, wordId);
        if (served(organizer, activityId)) {
            throw new Refusal(LetterProblem.SERVED_THERE);
        }
        decide(organizer, word, State.DELIVERED, null);
        notices.delivered(activity);
    }

    /** Does not pass it on; refuses with {@code letter.not-waiting} and {@code letter.second-person}. */
    @Transactional
    public void refuse(Actor organizer, long activityId, long wordId, KindWord.Reason reason) {
        activities.require(organizer, Permission.ACTIVITY_MANAGE, activityId);
        decide(organizer, waiting(activityId, wordId), State.REFUSED, reason);
    }

    /** Takes back what was told by phone, when who said it asks for that. Refuses with {@code letter.writer-only}. */
    @Transactional
    public void takeBack(Actor organizer, long activityId, long wordId) {
        activities.require(organizer, Permission.ACTIVITY_MANAGE, activityId);
        KindWord thanks = lock(activityId, wordId);
        if (thanks.origin() != Origin.TOLD) {
            throw new Refusal(LetterProblem.WRITER_ONLY);
        }
        if (thanks.state() != State.WITHDRAWN) {
            store.withdraw(thanks);
            audit.write(organizer, "letter.word.taken-back", subject(wordId), null);
        }
    }

    /** A team that moved takes along what waits for it. */
    @EventListener
    @Transactional
    void on(OrganizationEvent.Moved moved) {
        for (long organization : store.organizationsBelow(moved.organizationId())) {
            store.moveOrganization(organization, organizations.get(organization).ancestors());
        }
    }

    /** Whether the person has a record there, counted or not, or is close to somebody who has. */
    private boolean served(Actor organizer, long activityId) {
        List<Long> there = records.ofActivities(List.of(activityId)).stream()
                .map(record -> record.key().volunteerId())
                .toList();
        return volunteers.isCloseToAny(
                organizer.accountId(), volunteers.getAll(there).values());
    }

    private void decide(Actor organizer, KindWord thanks, State state, KindWord.@Nullable Reason reason) {
        Long entered = thanks.enteredBy();
        if (entered != null && volunteers.isOneHuman(organizer.accountId(), entered)) {
            throw new Refusal(LetterProblem.SECOND_PERSON);
        }
        store.decide(thanks, state, reason, organizer.accountId(), clock.instant());
        audit.write(
                organizer,
                state == State.DELIVERED ? "letter.word.delivered" : "letter.word.refused",
                subject(thanks.wordId()),
                reason == null ? null : reason.name());
    }

    private KindWord waiting(long activityId, long wordId) {
        KindWord thanks = lock(activityId, wordId);
        if (thanks.state() != State.WAITING) {
            throw new Refusal(LetterProblem.NOT_WAITING);
        }
        return thanks;
    }

    private KindWord lock(long activityId, long wordId) {
        return store.lock(activityId, wordId).orElseThrow(() -> new Refusal(LetterProblem.UNKNOWN));
    }

    private static String subject(long wordId) {
        return "thanks:" + Ids.text(wordId);
    }
}
