package org.yiwang.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Permission;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;

/** Tells those who review that something waits: each person once a day, however many are handed in. */
@Component
class ReviewNotices {

    private final ReviewNoticeStore store;
    private final Grants grants;
    private final Organizations organizations;
    private final Notifications notifications;

    ReviewNotices(ReviewNoticeStore store, Grants grants, Organizations organizations, Notifications notifications) {
        this.store = store;
        this.grants = grants;
        this.organizations = organizations;
        this.notifications = notifications;
    }

    /** Tells those whose review reaches the activity and who may decide on it; part of the caller's transaction. */
    void submitted(Activity activity, LocalDate today) {
        Set<Long> reviewers = new TreeSet<>(
                grants.reaching(Permission.ACTIVITY_REVIEW, activity.draft().region()));
        reviewers.remove(activity.createdBy());
        organizations.leaders(activity.draft().organizationId()).forEach(reviewers::remove);
        List<Long> first = store.firstToday(reviewers, today);
        if (!first.isEmpty()) {
            notifications.tell(
                    first,
                    new Notice(
                            "notice.activity.submitted",
                            List.of(activity.draft().title()),
                            "/gov/activities",
                            false));
        }
    }
}
