package org.yiwang.signup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Ids;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.volunteer.VolunteerView;

/** Tells people what became of their sign-ups, and organizers what they must know; part of the caller's transaction. */
@Component
class Notices {

    private static final String MINE = "/me/sign-ups";

    /** Marks that close a sentence or a clause, at the end of a text. */
    private static final Pattern CLOSING = Pattern.compile("[\\s。．.，,；;、！!]+$");

    private final Notifications notifications;
    private final Organizations organizations;
    private final Facts facts;

    Notices(Notifications notifications, Organizations organizations, Facts facts) {
        this.notifications = notifications;
        this.organizations = organizations;
        this.facts = facts;
    }

    /** Tells the person, or the guardian: title of the activity, start of the shift, then what else the text names. */
    void tell(String what, SignUp signUp, boolean urgent, String... more) {
        VolunteerView person =
                facts.volunteers().apply(List.of(signUp.volunteerId())).get(signUp.volunteerId());
        if (person != null) {
            notifications.tell(person.contactAccountId(), notice(what, signUp.shift(), urgent, more));
        }
    }

    /** Tells many people of one activity the same; one write for each shift. */
    void tellAll(String what, List<SignUp> those, boolean urgent, String... more) {
        Map<Long, VolunteerView> people = facts.volunteers()
                .apply(those.stream().map(SignUp::volunteerId).distinct().toList());
        Map<Shift.Key, Set<Long>> byShift = new HashMap<>();
        for (SignUp signUp : those) {
            VolunteerView person = people.get(signUp.volunteerId());
            if (person != null) {
                byShift.computeIfAbsent(signUp.shift(), _ -> new HashSet<>()).add(person.contactAccountId());
            }
        }
        byShift.forEach((shift, accounts) -> notifications.tell(accounts, notice(what, shift, urgent, more)));
    }

    /** Tells each person of one activity once, whatever shifts they have: title of the activity, then what else is named. */
    void tellOnce(String what, long activityId, List<SignUp> those, boolean urgent, String... more) {
        ActivityView activity = facts.activities().find(activityId, 0);
        Set<Long> accounts = new HashSet<>();
        facts.volunteers()
                .apply(those.stream().map(SignUp::volunteerId).distinct().toList())
                .values()
                .forEach(person -> accounts.add(person.contactAccountId()));
        List<String> args = new ArrayList<>();
        args.add(activity == null ? "" : activity.title());
        args.addAll(List.of(more));
        notifications.tell(
                accounts, new Notice("notice.signup." + what, args, "/activities/" + Ids.text(activityId), urgent));
    }

    /** A reason as people wrote it, without the marks at its end: the text around it goes on with its own. */
    static String clause(String reason) {
        return CLOSING.matcher(reason).replaceFirst("");
    }

    private Notice notice(String what, Shift.Key key, boolean urgent, String... more) {
        ActivityView activity = facts.activities().find(key.activityId(), 0);
        ShiftView shift = activity == null ? null : Board.post(activity, key.shiftId());
        return new Notice("notice.signup." + what, args(activity, shift, more), MINE, urgent);
    }

    /** Tells captain, liaison and administrators of the organizing body. */
    void tellLeaders(String what, SignUp signUp, VolunteerView person) {
        ActivityView activity = facts.activities().find(signUp.activityId(), 0);
        if (activity == null) {
            return;
        }
        ShiftView shift = Board.post(activity, signUp.shiftId());
        Notice notice = new Notice(
                "notice.signup." + what,
                args(activity, shift, person.name()),
                "/desk/activities/" + Ids.text(signUp.activityId()) + "/sign-ups",
                true);
        notifications.tell(organizations.leaders(activity.organizationId()), notice);
    }

    private static List<String> args(@Nullable ActivityView activity, @Nullable ShiftView shift, String... more) {
        List<String> args = new ArrayList<>();
        args.add(activity == null ? "" : activity.title());
        args.add(shift == null ? "" : shift.period().start().toString());
        args.addAll(List.of(more));
        return args;
    }
}
