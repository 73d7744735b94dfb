package org.yiwang.letter;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Ids;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Tells the team that thanks wait, and those who served that thanks came. Never with the words: they can be taken back. */
@Component
class WordNotices {

    private final WordStore store;
    private final WordTries tries;
    private final Notifications notifications;
    private final Organizations organizations;
    private final EffectiveRecords services;
    private final Volunteers volunteers;

    WordNotices(
            WordStore store,
            WordTries tries,
            Notifications notifications,
            Organizations organizations,
            EffectiveRecords services,
            Volunteers volunteers) {
        this.store = store;
        this.tries = tries;
        this.notifications = notifications;
        this.organizations = organizations;
        this.services = services;
        this.volunteers = volunteers;
    }

    /** The first that waits about an activity is told to the team; the others lie beside it. */
    void waits(ActivityView activity) {
        long waiting = store.ofActivity(activity.id()).stream()
                .filter(t -> t.state() == KindWord.State.WAITING)
                .count();
        if (waiting == 1) {
            notifications.tell(
                    organizations.leaders(activity.organizationId()),
                    new Notice("notice.letter.waiting", List.of(activity.title()), desk(activity.id()), false));
        }
    }

    /**
     * To all who served in the activity, as far as records say so; once a day however many came: the others lie beside the first.
     */
    void delivered(ActivityView activity) {
        if (!tries.isFirstTold(activity.id())) {
            return;
        }
        List<Long> people = volunteers.getAll(services.peopleOf(activity.id())).values().stream()
                .filter(v -> v.state() == VolunteerView.State.VALID)
                .map(VolunteerView::contactAccountId)
                .distinct()
                .toList();
        notifications.tell(people, new Notice("notice.letter.thanks", List.of(activity.title()), "/me/thanks", false));
    }

    private static String desk(long activityId) {
        return "/desk/activities/" + Ids.text(activityId) + "/thanks/words";
    }
}
