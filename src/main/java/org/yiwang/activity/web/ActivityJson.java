package org.yiwang.activity.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityCard;
import org.yiwang.activity.ActivityDetail;
import org.yiwang.activity.ActivityDetail.Summary;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Finding;
import org.yiwang.activity.PostView;
import org.yiwang.activity.Readiness;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;

/** What the API answers about activities. */
final class ActivityJson {

    private ActivityJson() {}

    /** A line of the public list. */
    record Line(
            String id,
            String title,
            String organization,
            String region,
            String category,
            Instant start,
            Instant end,
            String address,
            boolean open,
            boolean free,
            RecruitScope scope,
            @Nullable Integer distanceMetres) {

        static Line of(ActivityCard card, Locale locale) {
            return new Line(
                    Ids.text(card.id()),
                    card.title(),
                    card.organizationName(),
                    card.regionName(),
                    card.category().in(locale),
                    card.next().start(),
                    card.next().end(),
                    card.address(),
                    card.open(),
                    card.free(),
                    card.scope(),
                    card.distanceMetres());
        }
    }

    /** One activity. */
    record Detail(
            String id,
            State state,
            String organizationId,
            String organization,
            String region,
            String regionName,
            @Nullable String projectId,
            String title,
            List<String> categories,
            List<String> objects,
            List<String> protections,
            String description,
            String address,
            @Nullable Double latitude,
            @Nullable Double longitude,
            String contactName,
            String contactPhone,
            int riskLevel,
            String riskNote,
            String insurance,
            boolean accompanied,
            boolean agreement,
            int subsidyFen,
            Instant start,
            Instant end,
            Instant recruitFrom,
            Instant recruitTo,
            RecruitScope scope,
            boolean reviewed,
            boolean free,
            List<Post> posts,
            @Nullable Done summary) {

        static Detail of(ActivityDetail detail, Locale locale) {
            ActivityView activity = detail.activity();
            return new Detail(
                    Ids.text(activity.id()),
                    activity.state(),
                    Ids.text(activity.organizationId()),
                    detail.organizationName(),
                    activity.region().value(),
                    detail.regionName(),
                    detail.project() == null ? null : Ids.text(detail.project().id()),
                    activity.title(),
                    names(detail.categories(), locale),
                    names(detail.objects(), locale),
                    names(detail.protections(), locale),
                    detail.description(),
                    activity.place().address(),
                    activity.place().latitude(),
                    activity.place().longitude(),
                    detail.contact().name(),
                    detail.contact().phone(),
                    activity.riskLevel(),
                    detail.risk().note(),
                    detail.risk().insurance(),
                    detail.terms().accompanied(),
                    detail.terms().agreement(),
                    detail.terms().subsidyFen(),
                    activity.period().start(),
                    activity.period().end(),
                    activity.recruitment().start(),
                    activity.recruitment().end(),
                    activity.recruitScope(),
                    activity.reviewed(),
                    detail.free(),
                    detail.posts().stream().map(Post::of).toList(),
                    detail.summary() == null ? null : Done.of(detail.summary()));
        }

        private static List<String> names(List<Label> labels, Locale locale) {
            return labels.stream().map(l -> l.in(locale)).toList();
        }
    }

    record Post(
            String id,
            String name,
            String description,
            @Nullable Integer minAge,
            @Nullable Integer maxAge,
            Set<String> skills,
            int minOwnMinutes,
            Set<String> qualifications,
            List<Shift> shifts) {

        static Post of(PostView post) {
            Conditions asked = post.conditions();
            return new Post(
                    Ids.text(post.id()),
                    post.name(),
                    post.description(),
                    asked.minAge(),
                    asked.maxAge(),
                    asked.skills(),
                    asked.minOwnMinutes(),
                    asked.qualifications(),
                    post.shifts().stream().map(Shift::of).toList());
        }
    }

    record Shift(String id, Instant start, Instant end, int capacity) {

        static Shift of(ShiftView shift) {
            return new Shift(
                    Ids.text(shift.id()), shift.period().start(), shift.period().end(), shift.capacity());
        }
    }

    /** What was done; remarks are for the organization only. */
    record Done(String done, int servedPeople, Instant at) {

        static Done of(Summary summary) {
            return new Done(summary.done(), summary.servedPeople(), summary.at());
        }
    }

    /** Whether it can be published. */
    record Check(boolean ready, List<Missing> missing, List<String> hints, List<String> review) {

        static Check of(Readiness readiness) {
            return new Check(
                    readiness.isReady(),
                    readiness.findings().stream().map(Missing::of).toList(),
                    readiness.hints().stream().flatMap(h -> h.words().stream()).toList(),
                    readiness.reasons());
        }
    }

    record Missing(String code, String field) {
        static Missing of(Finding finding) {
            return new Missing(finding.problem().code(), finding.field());
        }
    }

    record Made(String id) {}

    record Now(State state) {}
}
