package org.yiwang.attendance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Point;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.platform.Vault;
import org.yiwang.rules.Rules;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.Volunteers;

/**
 * Checking in and out by the volunteer (or the guardian): by scanning the activity's rotating code or typing its six
 * digits. Checks that arrive together are committed together. Distance and a reused device are marked for the
 * organizer, never a reason to refuse.
 */
@Component
public class CheckIns {

    private static final int MAX_TRIES = 10;
    private static final Duration AT_ONCE = Duration.ofSeconds(30);

    private final Checks checks;
    private final AttendanceStore store;
    private final RotatingCodes codes;
    private final Activities activities;
    private final SignUps signUps;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final Notifications notifications;
    private final Rules rules;
    private final Vault vault;
    private final Clock clock;
    private final Cache<Long, AtomicInteger> wrongDigits = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(100_000)
            .build();

    CheckIns(
            Checks checks,
            AttendanceStore store,
            RotatingCodes codes,
            Activities activities,
            SignUps signUps,
            Volunteers volunteers,
            Organizations organizations,
            Notifications notifications,
            Rules rules,
            Vault vault,
            Clock clock) {
        this.checks = checks;
        this.store = store;
        this.codes = codes;
        this.activities = activities;
        this.signUps = signUps;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.notifications = notifications;
        this.rules = rules;
        this.vault = vault;
        this.clock = clock;
    }

    /** Which activity a scanned code is of; refuses with {@code attendance.code-forged} or {@code …code-expired}. */
    public long read(String token) {
        return codes.read(token);
    }

    /**
     * A proof, good for ten minutes, that a valid code of the activity was read just now: signing in or a slow phone
     * must not cost anybody the check-in. It is good for the account that scanned; for somebody not signed in yet, on
     * the device that scanned. Passed on, it is worth nothing.
     */
    public String grant(long activityId, @Nullable Actor actor, String device) {
        return codes.grant(activityId, actor == null ? device(device) : account(actor));
    }

    /**
     * Checks in or out by a scanned code, or by the proof that one was scanned.
     *
     * @param activityId the activity that the caller means, null to take the code's; another activity's code is refused
     *     with {@code attendance.code-of-another-activity}
     */
    public PairView scan(
            Actor actor, long volunteerId, @Nullable Long activityId, Scanned code, Direction direction, Phone phone) {
        long coded = code.grant() ? readGrant(code.text(), actor, phone.device()) : codes.read(code.text());
        if (activityId != null && activityId != coded) {
            throw new Refusal(AttendanceProblem.CODE_OF_ANOTHER_ACTIVITY);
        }
        return check(actor, volunteerId, coded, direction, Evidence.Way.SCANNED_CODE, phone);
    }

    /** Which activity such a proof is of; refuses like {@link #read}, also what another account or device earned. */
    public long readGrant(String grant, @Nullable Actor actor, @Nullable String device) {
        if (actor != null) {
            try {
                return codes.readGrant(grant, account(actor));
            } catch (Refusal refusal) {
                if (device == null || refusal.problem() != AttendanceProblem.CODE_FORGED) {
                    throw refusal;
                }
            }
        }
        return codes.readGrant(grant, device(device == null ? "" : device));
    }

    private static String account(Actor actor) {
        return "account " + Ids.text(actor.accountId());
    }

    private static String device(String device) {
        return "device " + device;
    }

    /**
     * Checks in or out by the six digits shown at one of the person's activities of these hours. A check that was made
     * without a network and arrives within ten minutes counts from its arrival, keeps the moment that the phone states, and
     * is marked for the organizer; later it is refused with {@code attendance.code-expired}.
     */
    public PairView type(Actor actor, long volunteerId, String digits, Direction direction, Phone phone) {
        volunteers.require(actor, volunteerId);
        AtomicInteger wrong = wrongDigits.get(actor.accountId(), _ -> new AtomicInteger());
        // Counted before it is looked at, so that tries at the same moment count too; a right one is taken back.
        if (wrong.incrementAndGet() > MAX_TRIES) {
            throw new Refusal(AttendanceProblem.TOO_MANY_TRIES);
        }
        Instant stated = late(phone);
        long activityId = candidates(volunteerId).stream()
                .filter(id -> stated == null ? codes.isShown(id, digits) : codes.wasShown(id, digits, stated))
                .findFirst()
                .orElseThrow(() -> new Refusal(AttendanceProblem.DIGITS_WRONG).at("digits"));
        wrong.decrementAndGet();
        return check(actor, volunteerId, activityId, direction, Evidence.Way.TYPED_CODE, phone);
    }

    /** The person's check-ins without a check-out: where one is now, and what was forgotten. */
    public List<PairView> unfinished(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return store.unfinishedOf(volunteerId);
    }

    /**
     * Says when one left after forgetting to check out; the organizer then attests it. Refuses with {@code
     * attendance.impossible-time} or {@code attendance.nothing-to-attest}.
     */
    @Transactional
    public void sayWhenLeft(Actor actor, long activityId, long pairId, Instant leftAt, String why) {
        PairView pair = store.lock(activityId, pairId)
                .filter(p -> p.state() != PairView.State.CLOSED)
                .orElseThrow(() -> new Refusal(AttendanceProblem.NOTHING_TO_ATTEST));
        volunteers.require(actor, pair.volunteerId());
        Instant now = clock.instant();
        if (!leftAt.isAfter(pair.cameAt()) || leftAt.isAfter(now)) {
            throw new Refusal(AttendanceProblem.IMPOSSIBLE_TIME).at("leftAt");
        }
        store.say(activityId, pairId, leftAt, why);
        ActivityView activity = activities.get(activityId);
        Notice notice = new Notice(
                "notice.attendance.said-left",
                List.of(volunteers.get(pair.volunteerId()).name(), activity.title()),
                "/desk/activities/" + Ids.text(activityId) + "/attendance",
                false);
        notifications.tell(organizations.leaders(activity.organizationId()), notice);
    }

    private PairView check(
            Actor actor, long volunteerId, long activityId, Direction direction, Evidence.Way way, Phone phone) {
        ActivityView activity = activities.get(activityId);
        boolean organizer = actor.reach(Permission.ATTENDANCE_MANAGE).covers(activity.region(), activity.ancestors());
        Evidence evidence = new Evidence(
                organizer ? Evidence.Way.OWN_CODE : way,
                distance(activity, phone),
                false,
                null,
                actor.accountId(),
                late(phone));
        byte[] device = phone.device() == null || phone.device().isBlank() ? null : vault.digest(phone.device());
        return checks.make(new Check(activityId, volunteerId, direction, evidence, device, actor));
    }

    /** When the phone says the check was made, if that is so long ago that it was not sent at once. */
    @Nullable
    private Instant late(Phone phone) {
        Instant stated = phone.statedAt();
        return stated != null && stated.plus(AT_ONCE).isBefore(clock.instant()) ? stated : null;
    }

    private List<Long> candidates(long volunteerId) {
        var rule = rules.current("attendance.checking", CheckingRule.class).value();
        Instant now = clock.instant();
        var places = signUps.upcoming(volunteerId).stream()
                .filter(s -> s.state() == SignUpView.State.ACCEPTED)
                .map(SignUpView::activityId);
        var unfinished = store.unfinishedOf(volunteerId).stream()
                .filter(p -> now.isBefore(p.shiftEnd().plus(Duration.ofHours(rule.graceHours()))))
                .map(PairView::activityId);
        return java.util.stream.Stream.concat(unfinished, places).distinct().toList();
    }

    @Nullable
    private static Integer distance(ActivityView activity, Phone phone) {
        var place = activity.place();
        if (place.latitude() == null
                || place.longitude() == null
                || phone.latitude() == null
                || phone.longitude() == null) {
            return null;
        }
        return new Point(place.latitude(), place.longitude()).metresTo(new Point(phone.latitude(), phone.longitude()));
    }

    /**
     * What was scanned.
     *
     * @param text the code, or the proof that one was scanned
     * @param grant whether it is the proof
     */
    public record Scanned(String text, boolean grant) {}
}
