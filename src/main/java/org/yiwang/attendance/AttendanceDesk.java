package org.yiwang.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.rules.Rules;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Attendance on the organizer's side: show the code, scan cards, tick the roster with a reason, attest when somebody
 * left. Needs {@code ATTENDANCE_MANAGE} for the activity; nobody ticks or attests for themselves.
 */
@Component
public class AttendanceDesk {

    private final Checks checks;
    private final AttendanceStore store;
    private final RotatingCodes codes;
    private final Activities activities;
    private final SignUps signUps;
    private final Volunteers volunteers;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final Rules rules;
    private final Clock clock;

    AttendanceDesk(
            Checks checks,
            AttendanceStore store,
            RotatingCodes codes,
            Activities activities,
            SignUps signUps,
            Volunteers volunteers,
            AuditTrail audit,
            Notifications notifications,
            Rules rules,
            Clock clock) {
        this.checks = checks;
        this.store = store;
        this.codes = codes;
        this.activities = activities;
        this.signUps = signUps;
        this.volunteers = volunteers;
        this.audit = audit;
        this.notifications = notifications;
        this.rules = rules;
        this.clock = clock;
    }

    /** The code to show now; refuses with {@code attendance.not-running} unless the activity is published. */
    public CodeShown code(Actor actor, long activityId) {
        return codes.show(running(actor, activityId).id());
    }

    /** Everybody with a place, by shift, each with the checks made so far; the look at their names is noted. */
    @Transactional
    public List<RosterLine> roster(Actor actor, long activityId) {
        List<RosterLine> lines = forCounting(actor, activityId);
        audit.lookAtList(
                actor,
                "activity:" + Ids.text(activityId) + " roster",
                lines.size(),
                activities.get(activityId).region());
        return lines;
    }

    /** The same for pages that show how many, and nobody's name. */
    public List<RosterLine> forCounting(Actor actor, long activityId) {
        ActivityView activity = activities.require(actor, Permission.ATTENDANCE_MANAGE, activityId);
        return Roster.of(
                activity,
                signUps.accepted(activityId),
                store.ofActivity(activityId),
                ids -> volunteers.getAll(ids),
                rules.current("attendance.checking", CheckingRule.class).value());
    }

    /** Scans a volunteer's card: checks in who is not here, checks out who is. */
    public PairView scanCard(Actor actor, long activityId, String cardCode) {
        running(actor, activityId);
        VolunteerView volunteer = volunteers.scanCard(cardCode);
        Evidence evidence = new Evidence(Evidence.Way.SCANNED_CARD, null, false, null, actor.accountId());
        return checks.make(new Check(activityId, own(actor, volunteer).id(), Direction.EITHER, evidence, null, null));
    }

    /** Ticks somebody as arriving or leaving now, with the reason why no code was used; makes honour time. */
    public PairView tick(Actor actor, long activityId, long volunteerId, Direction direction, String reason) {
        running(actor, activityId);
        own(actor, volunteers.get(volunteerId));
        Evidence evidence = new Evidence(Evidence.Way.ROSTER, null, false, reason, actor.accountId());
        PairView pair = checks.make(new Check(activityId, volunteerId, direction, evidence, null, null));
        audit.write(actor, "attendance.tick", "volunteer:" + Ids.text(volunteerId), reason);
        return pair;
    }

    /**
     * Attests when somebody left who did not check out; makes honour time. Refuses with {@code
     * attendance.nothing-to-attest}, {@code attendance.impossible-time}, {@code attendance.own-time}.
     */
    @Transactional
    public PairView attestLeaving(Actor actor, long activityId, long pairId, Instant leftAt, String reason) {
        activities.require(actor, Permission.RECORD_ATTEST, activityId);
        PairView pair = store.lock(activityId, pairId)
                .filter(p -> p.state() != PairView.State.CLOSED)
                .orElseThrow(() -> new Refusal(AttendanceProblem.NOTHING_TO_ATTEST));
        VolunteerView volunteer = own(actor, volunteers.get(pair.volunteerId()));
        CheckingRule rule =
                rules.current("attendance.checking", CheckingRule.class).value();
        boolean possible = leftAt.isAfter(pair.cameAt())
                && !leftAt.isAfter(clock.instant())
                && !leftAt.isAfter(pair.shiftEnd().plus(Duration.ofHours(rule.graceHours())));
        if (!possible) {
            throw new Refusal(AttendanceProblem.IMPOSSIBLE_TIME).at("leftAt");
        }
        Evidence evidence = new Evidence(Evidence.Way.ATTESTED, null, false, reason, actor.accountId());
        PairView closed = Checks.closed(pair, leftAt, evidence);
        checks.finish(List.of(closed));
        audit.write(actor, "attendance.attest", "volunteer:" + Ids.text(pair.volunteerId()), reason);
        notifications.tell(
                volunteer.contactAccountId(),
                new Notice(
                        "notice.attendance.attested",
                        List.of(activities.get(activityId).title(), reason),
                        "/me/hours",
                        false));
        return closed;
    }

    /** How many in the activity have checked in and neither checked out nor been attested. */
    public int countUnfinished(Actor actor, long activityId) {
        activities.require(actor, Permission.ATTENDANCE_MANAGE, activityId);
        return store.countUnfinished(activityId);
    }

    /** How many different people have checked in today, in the whole city. */
    public int servedToday() {
        return store.peopleOn(LocalDate.now(clock));
    }

    private ActivityView running(Actor actor, long activityId) {
        ActivityView activity = activities.require(actor, Permission.ATTENDANCE_MANAGE, activityId);
        if (activity.state() != ActivityView.State.PUBLISHED) {
            throw new Refusal(AttendanceProblem.NOT_RUNNING);
        }
        return activity;
    }

    private static VolunteerView own(Actor actor, VolunteerView volunteer) {
        if (volunteer.concerns(actor.accountId())) {
            throw new Refusal(AttendanceProblem.OWN_TIME);
        }
        return volunteer;
    }
}
