package org.yiwang.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityDraft;
import org.yiwang.activity.ActivityDrafts;
import org.yiwang.activity.ActivityReview;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.Place;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Contact;
import org.yiwang.activity.PostDraft;
import org.yiwang.activity.PostPlan;
import org.yiwang.activity.Recruitment;
import org.yiwang.activity.Risk;
import org.yiwang.activity.ShiftDraft;
import org.yiwang.activity.Terms;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.Organizations;

/** Activities for tests, made by the same commands that people use; in a test: {@code @Autowired ActivityFixture}. */
@Component
public class ActivityFixture {

    private final ActivityDrafts drafts;
    private final ActivityDesk desk;
    private final ActivityReview review;
    private final Activities activities;
    private final Organizations organizations;
    private final Clock clock;

    ActivityFixture(
            ActivityDrafts drafts,
            ActivityDesk desk,
            ActivityReview review,
            Activities activities,
            Organizations organizations,
            Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.review = review;
        this.activities = activities;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Published: one post with one shift from tomorrow's same hour for two hours, open to everybody, so many places. */
    public ActivityView published(long organizationId, int capacity) {
        return published(organizationId, shift(Duration.ofDays(1), 120, capacity));
    }

    /** Published: one post with these shifts, open to everybody. */
    public ActivityView published(long organizationId, ShiftDraft... shifts) {
        return published(draft(organizationId), post(Conditions.NONE, shifts));
    }

    /** Published: that draft with these posts; an office agrees where one is asked. */
    public ActivityView published(ActivityDraft draft, PostPlan... posts) {
        long id = drafts.create(Actor.SYSTEM, draft, List.of(posts));
        publish(id);
        return activities.get(id);
    }

    /** Publishes a draft; an office agrees where one is asked. */
    public void publish(long activityId) {
        if (desk.publish(Actor.SYSTEM, activityId) == State.IN_REVIEW) {
            Set<String> all = review.get(Actor.SYSTEM, activityId).checklist().stream()
                    .map(ActivityReview.CheckItem::code)
                    .collect(Collectors.toSet());
            review.approve(Actor.SYSTEM, activityId, all, null);
        }
    }

    /** A draft that lacks nothing, with a title of its own, in the organization's region. */
    public ActivityDraft draft(long organizationId) {
        return draft(organizationId, organizations.get(organizationId).region());
    }

    /** A draft that lacks nothing, with a title of its own, in that region. */
    public static ActivityDraft draft(long organizationId, RegionCode region) {
        return new ActivityDraft(
                organizationId,
                null,
                region,
                "社区清洁日 " + Ids.text(Ids.next()),
                List.of("06"),
                Set.of("10"),
                Set.of("01", "05"),
                "和邻居们一起清理楼道和花坛，把可回收的纸箱分开捆好，送到小区门口的回收点。请穿便于活动的衣服和鞋。",
                new Place("花桥二村 12 号楼门口", 30.6321, 114.2987),
                new Contact("王队长", "027-82345678"),
                new Risk(0, "平地清扫，注意湿滑地面和台阶。", ""),
                Recruitment.OPEN,
                Terms.NONE);
    }

    /** A post named 清洁员 with these shifts. */
    public static PostPlan post(Conditions conditions, ShiftDraft... shifts) {
        return new PostPlan(new PostDraft("清洁员", "清扫与分类", conditions), List.of(shifts));
    }

    /** A shift that begins after that time, in whole seconds. */
    public ShiftDraft shift(Duration fromNow, int minutes, int capacity) {
        Instant start = clock.instant().plus(fromNow).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        return new ShiftDraft(new Period(start, start.plus(Duration.ofMinutes(minutes))), capacity);
    }

    /** So many shifts of two hours, a day apart, the first tomorrow. */
    public ShiftDraft[] daily(int days, int capacity) {
        return IntStream.rangeClosed(1, days)
                .mapToObj(day -> shift(Duration.ofDays(day), 120, capacity))
                .toArray(ShiftDraft[]::new);
    }
}
