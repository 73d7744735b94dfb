package org.yiwang.signup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
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
import org.yiwang.signup.Announcement.Audience;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Captain's and liaison's right to notify: one message to everybody signed up for an activity, into the inbox, and as a
 * text message where it is urgent and the person wants those. Needs {@code SIGN_UP_DECIDE} for the activity.
 */
@Component
public class Announcements {

    private static final String RULE = "signup.announcement";

    private final AnnouncementStore store;
    private final SignUpStore signUps;
    private final Activities activities;
    private final Volunteers volunteers;
    private final Accounts accounts;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Rules rules;
    private final Clock clock;

    Announcements(
            AnnouncementStore store,
            SignUpStore signUps,
            Activities activities,
            Volunteers volunteers,
            Accounts accounts,
            Notifications notifications,
            AuditTrail audit,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.signUps = signUps;
        this.activities = activities;
        this.volunteers = volunteers;
        this.accounts = accounts;
        this.notifications = notifications;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    record Limit(int perDay) {}

    /** What was told so far, the last first; at most 100. */
    @Transactional(readOnly = true)
    public List<Announcement> list(Actor actor, long activityId) {
        activities.require(actor, Permission.SIGN_UP_DECIDE, activityId);
        List<AnnouncementStore.Row> rows = store.list(activityId);
        Map<Long, AccountView> people = accounts.getAll(
                rows.stream().map(AnnouncementStore.Row::accountId).toList());
        return rows.stream()
                .map(row -> new Announcement(
                        row.announcement().audience(),
                        row.announcement().text(),
                        row.announcement().urgent(),
                        row.announcement().recipients(),
                        row.announcement().at(),
                        name(people.get(row.accountId()))))
                .toList();
    }

    private static String name(@Nullable AccountView account) {
        return account == null ? Actor.SYSTEM.name() : account.name();
    }

    /**
     * Tells them. Refuses with {@code signup.announcement-text}, with {@code signup.announcement-limit} once the day's
     * number (rule {@code signup.announcement}) is used up, with {@code signup.announcement-nobody} and, for an activity
     * that is not public or is over and closed, with {@code signup.not-now}.
     *
     * @return how many people were told
     */
    @Transactional
    public int send(Actor actor, long activityId, Audience audience, String text, boolean urgent) {
        ActivityView activity = activities.require(actor, Permission.SIGN_UP_DECIDE, activityId);
        if (activity.state() != ActivityView.State.PUBLISHED) {
            throw new Refusal(SignUpProblem.NOT_NOW);
        }
        String words =
                text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        int length = words.codePointCount(0, words.length());
        if (length < 1 || length > Announcement.LONGEST) {
            throw new Refusal(SignUpProblem.ANNOUNCEMENT_TEXT, Announcement.LONGEST).at("text");
        }
        LocalDate today = LocalDate.now(clock);
        int perDay = rules.current(RULE, Limit.class).value().perDay();
        int sent = store.count(activityId, today);
        if (sent >= perDay) {
            throw new Refusal(SignUpProblem.ANNOUNCEMENT_LIMIT, perDay);
        }
        Set<Long> people = recipients(activityId, audience);
        if (people.isEmpty()) {
            throw new Refusal(SignUpProblem.ANNOUNCEMENT_NOBODY);
        }
        Announcement it = new Announcement(audience, words, urgent, people.size(), clock.instant(), "");
        if (!store.insert(activityId, today, sent + 1, it, actor.accountId())) {
            throw new Refusal(SignUpProblem.ANNOUNCEMENT_LIMIT, perDay);
        }
        notifications.tell(
                people,
                new Notice(
                        "notice.signup.announcement",
                        List.of(activity.title(), words),
                        "/activities/" + Ids.text(activityId),
                        urgent));
        audit.write(
                actor,
                "signup.announce",
                "activity:" + Ids.text(activityId),
                audience + " " + people.size(),
                activity.region());
        return people.size();
    }

    private Set<Long> recipients(long activityId, Audience audience) {
        Set<State> states = switch (audience) {
            case ALL -> Set.of(State.ACCEPTED, State.WAITING);
            case ACCEPTED -> Set.of(State.ACCEPTED);
            case WAITING -> Set.of(State.WAITING);
        };
        Set<Long> accountIds = new HashSet<>();
        volunteers
                .getAll(signUps.live(activityId, states).stream()
                        .map(SignUp::volunteerId)
                        .distinct()
                        .toList())
                .values()
                .stream()
                .map(VolunteerView::contactAccountId)
                .forEach(accountIds::add);
        return accountIds;
    }
}
