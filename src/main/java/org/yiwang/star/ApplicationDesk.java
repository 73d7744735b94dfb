package org.yiwang.star;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.star.StarApplication.Deed;
import org.yiwang.star.StarApplication.State;
import org.yiwang.star.StarApplication.Step;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Moves applications on: writes how they stand, what happened, who is told; in the caller's transaction. */
@Component
class ApplicationDesk {

    private final ApplicationStore store;
    private final Volunteers volunteers;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    ApplicationDesk(
            ApplicationStore store, Volunteers volunteers, Notifications notifications, AuditTrail audit, Clock clock) {
        this.store = store;
        this.volunteers = volunteers;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes how it stands now and that somebody did this. */
    void move(StarApplication now, Deed deed, @Nullable ReviewLevel level, Actor actor, String why) {
        store.update(now);
        note(now, deed, level, actor, why);
    }

    /** Writes that somebody did this. */
    void note(StarApplication now, Deed deed, @Nullable ReviewLevel level, Actor actor, String why) {
        store.step(
                now.id(),
                new Step(
                        deed,
                        level,
                        clock.instant(),
                        actor.accountId(),
                        why,
                        now.evaluation().schemeVersion()));
        audit.write(
                actor,
                "star." + deed.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "star-application:" + Ids.text(now.id()),
                why.isEmpty() ? null : why,
                now.region());
    }

    /** Notes what somebody did about a person, beside any application. */
    void audit(Actor actor, String action, VolunteerView about) {
        audit.write(actor, action, "volunteer:" + Ids.text(about.id()), null, about.residence());
    }

    /** Ends it. */
    StarApplication close(StarApplication application, State as) {
        return application.with(as, application.level(), application.noticeUntil(), clock.instant());
    }

    /** Tells the volunteer, or the guardian. */
    void tell(StarApplication about, String key, Object... args) {
        notifications.tell(
                volunteers.get(about.volunteerId()).contactAccountId(),
                new Notice(key, List.of(args).stream().map(String::valueOf).toList(), link(about), false));
    }

    private static String link(StarApplication about) {
        return "/me/stars/" + Ids.text(about.id());
    }
}
