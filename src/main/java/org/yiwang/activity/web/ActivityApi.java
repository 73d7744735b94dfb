package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;
import static org.yiwang.kernel.Permission.ACTIVITY_REVIEW;
import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityDetail;
import org.yiwang.activity.ActivityDrafts;
import org.yiwang.activity.ActivityFilter;
import org.yiwang.activity.ActivityFilter.Wanted;
import org.yiwang.activity.ActivityProblem;
import org.yiwang.activity.ActivityReview;
import org.yiwang.activity.ActivitySearch;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.activity.PostTemplates;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.Regions;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Activities over the API: reading them, writing them, publishing and reviewing. Running them: {@link ActivityRunApi}. */
@RestController
@RequestMapping("/api/v1/activities")
@Tag(name = "activities", description = "Activities with their posts and shifts")
class ActivityApi {

    private final ActivitySearch search;
    private final Activities activities;
    private final ActivityDrafts drafts;
    private final ActivityDesk desk;
    private final PostTemplates templates;
    private final ActivityReview review;
    private final Regions regions;
    private final Idempotency idempotency;

    ActivityApi(
            ActivitySearch search,
            Activities activities,
            ActivityDrafts drafts,
            ActivityDesk desk,
            PostTemplates templates,
            ActivityReview review,
            Regions regions,
            Idempotency idempotency) {
        this.search = search;
        this.activities = activities;
        this.drafts = drafts;
        this.desk = desk;
        this.templates = templates;
        this.review = review;
        this.regions = regions;
        this.idempotency = idempotency;
    }

    /**
     * Filters of the list, from the query.
     *
     * @param q words
     * @param region code; the city if left out
     */
    record Query(
            @Nullable String q,
            @Nullable String region,
            @Nullable String category,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @Nullable Boolean free,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable Integer page) {}

    @GetMapping
    @Access(ANYONE)
    @Operation(summary = "Public activities to come, soonest first, or nearest first with lat and lng")
    Slice<ActivityJson.Line> list(Query query, Locale locale) {
        RegionCode region = query.region == null
                ? regions.city().code()
                : RegionCode.parse(query.region)
                        .orElseThrow(() -> new Refusal(ActivityProblem.REGION_UNKNOWN).at("region"));
        ActivityFilter filter = new ActivityFilter(
                region,
                query.category,
                query.from,
                query.to,
                Boolean.TRUE.equals(query.free) ? Wanted.FREE : Wanted.ALL,
                ActivityBody.orEmpty(query.q),
                query.lat == null || query.lng == null ? null : new ActivityFilter.Point(query.lat, query.lng));
        return search.list(filter, query.page == null ? 1 : query.page).map(c -> ActivityJson.Line.of(c, locale));
    }

    @GetMapping("/mine")
    @Access(ACTIVITY_MANAGE)
    @Operation(
            summary = "Activities that the caller may manage, past ones too, the latest first; of one state if named")
    Slice<ActivityJson.Detail> mine(
            Actor actor,
            @RequestParam(required = false) ActivityView.@Nullable State state,
            @RequestParam(defaultValue = "1") int page,
            Locale locale) {
        return desk.list(actor, state, page).map(activity -> ActivityJson.Detail.of(activity, locale));
    }

    @GetMapping("/{id}")
    @Access(ANYONE)
    @Operation(summary = "One activity; one that is not public only for its organizer and reviewer")
    ActivityJson.Detail get(@PathVariable @Tsid long id, @Nullable Actor actor, Locale locale) {
        ActivityDetail detail = activities.detail(id);
        if (!detail.isPublic() && (actor == null || !mayRead(actor, detail))) {
            throw new Refusal(ActivityProblem.UNKNOWN);
        }
        return ActivityJson.Detail.of(detail, locale);
    }

    private static boolean mayRead(Actor actor, ActivityDetail detail) {
        return List.of(Permission.ACTIVITY_MANAGE, Permission.ACTIVITY_REVIEW).stream()
                .anyMatch(p -> actor.reach(p)
                        .covers(detail.activity().region(), detail.activity().ancestors()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Write a new activity with its posts and shifts")
    ActivityJson.Made create(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ActivityBody body) {
        return idempotency.once(
                actor,
                key,
                "activity.create",
                ActivityJson.Made.class,
                () -> new ActivityJson.Made(Ids.text(drafts.create(actor, body.draft(), body.plan()))));
    }

    @PutMapping("/{id}")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Write the texts again while it is a draft; version as answered by GET …/check")
    void edit(Actor actor, @PathVariable @Tsid long id, @RequestBody ActivityBody body) {
        int version = body.version() == null ? drafts.get(actor, id).version() : body.version();
        drafts.edit(actor, id, version, body.draft());
    }

    @PostMapping("/{id}/posts")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Add a post with its shifts to a draft")
    ActivityJson.Made addPost(Actor actor, @PathVariable @Tsid long id, @RequestBody ActivityBody.PostBody body) {
        return new ActivityJson.Made(Ids.text(drafts.addPost(actor, id, body.plan())));
    }

    /** A set of posts. */
    record TemplateLine(String code, String name, List<String> posts) {}

    @GetMapping("/post-templates")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Sets of posts that a draft can be filled from, such as the seven roles (七员)")
    List<TemplateLine> templates(Locale locale) {
        return templates.list().stream()
                .map(t -> new TemplateLine(t.code(), t.name().in(locale), t.posts()))
                .toList();
    }

    /** Which set. */
    record TemplateBody(@Nullable String code) {}

    /** How many posts were added. */
    record Added(int posts) {}

    @PostMapping("/{id}/posts/template")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Add the posts of a set that the draft does not have yet, at the times of its first post")
    Added addTemplate(Actor actor, @PathVariable @Tsid long id, @RequestBody TemplateBody body) {
        return new Added(templates.add(actor, id, ActivityBody.orEmpty(body.code)));
    }

    @PutMapping("/{id}/posts/{post}")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Write a post of a draft again")
    void editPost(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long post,
            @RequestBody ActivityBody.PostBody body) {
        drafts.editPost(actor, id, post, body.post());
    }

    @PostMapping("/{id}/posts/{post}/shifts")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Add shifts to a post; after publication within the announced days")
    void addShifts(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long post,
            @RequestBody List<ActivityBody.ShiftBody> body) {
        var shifts = body.stream().map(ActivityBody.ShiftBody::shift).toList();
        State state = drafts.get(actor, id).state();
        if (state == State.DRAFT || state == State.RETURNED) {
            drafts.addShifts(actor, id, post, shifts);
        } else {
            desk.addShifts(actor, id, post, shifts);
        }
    }

    @GetMapping("/{id}/check")
    @Access(ACTIVITY_MANAGE)
    @Operation(
            summary = "What is missing before it can be published, words that hint at no service, why it is reviewed")
    ActivityJson.Check check(Actor actor, @PathVariable @Tsid long id) {
        return ActivityJson.Check.of(desk.check(actor, id));
    }

    @PostMapping("/{id}/publish")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Publish it, or hand it in where an office looks first")
    ActivityJson.Now publish(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return idempotency.once(
                actor,
                key,
                "activity.publish " + Ids.text(id),
                ActivityJson.Now.class,
                () -> new ActivityJson.Now(desk.publish(actor, id)));
    }

    @PostMapping("/{id}/withdraw")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Take back what was handed in for review")
    ActivityJson.Now withdraw(Actor actor, @PathVariable @Tsid long id) {
        desk.withdraw(actor, id);
        return new ActivityJson.Now(State.DRAFT);
    }

    /** A line of the reviewer's list. */
    record CheckLine(String code, String text) {}

    @GetMapping("/reviews")
    @Access(ACTIVITY_REVIEW)
    @Operation(summary = "What waits for review in the caller's regions")
    Slice<ActivityJson.Detail> waiting(Actor actor, @RequestParam(defaultValue = "1") int page, Locale locale) {
        return review.queue(actor, page).map(d -> ActivityJson.Detail.of(d, locale));
    }

    @GetMapping("/{id}/review")
    @Access(ACTIVITY_REVIEW)
    @Operation(summary = "The lines that a reviewer ticks")
    List<CheckLine> checklist(Actor actor, @PathVariable @Tsid long id, Locale locale) {
        return review.get(actor, id).checklist().stream()
                .map(i -> new CheckLine(i.code(), i.label().in(locale)))
                .toList();
    }

    /** A reviewer's decision. */
    record Verdict(
            boolean approve,
            @Nullable Set<String> ticked,
            @Nullable String reason) {}

    @PostMapping("/{id}/review")
    @Access(ACTIVITY_REVIEW)
    @Operation(summary = "Approve with every line ticked, or send back with a reason")
    ActivityJson.Now decide(Actor actor, @PathVariable @Tsid long id, @RequestBody Verdict verdict) {
        if (verdict.approve) {
            review.approve(actor, id, verdict.ticked == null ? Set.of() : verdict.ticked, verdict.reason);
            return new ActivityJson.Now(State.PUBLISHED);
        }
        review.giveBack(actor, id, ActivityBody.orEmpty(verdict.reason));
        return new ActivityJson.Now(State.RETURNED);
    }
}
