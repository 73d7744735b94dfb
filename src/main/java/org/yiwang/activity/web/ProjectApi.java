package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;
import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.yiwang.activity.ActivityProblem;
import org.yiwang.activity.Contact;
import org.yiwang.activity.ProjectDraft;
import org.yiwang.activity.ProjectView;
import org.yiwang.activity.Projects;
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

/** The project library over the API. */
@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "projects", description = "What organizations do again and again")
class ProjectApi {

    private final Projects projects;
    private final Regions regions;
    private final Idempotency idempotency;

    ProjectApi(Projects projects, Regions regions, Idempotency idempotency) {
        this.projects = projects;
        this.regions = regions;
        this.idempotency = idempotency;
    }

    record Line(
            String id,
            String organizationId,
            String organizationName,
            String region,
            String regionName,
            String name,
            List<String> categories,
            List<String> categoryNames,
            List<String> objects,
            String description,
            String regularTime,
            String place,
            Contact contact,
            boolean listed) {

        static Line of(ProjectView p, Locale locale) {
            ProjectDraft draft = p.draft();
            return new Line(
                    Ids.text(p.id()),
                    Ids.text(draft.organizationId()),
                    p.organizationName(),
                    draft.region().value(),
                    p.regionName(),
                    draft.name(),
                    draft.categories(),
                    p.categories().stream().map(c -> c.in(locale)).toList(),
                    draft.objects().stream().sorted().toList(),
                    draft.description(),
                    draft.regularTime(),
                    draft.place(),
                    draft.contact(),
                    draft.listed());
        }
    }

    record Body(
            @Nullable String organizationId,
            @Nullable String region,
            @Nullable String name,
            @Nullable List<String> categories,
            @Nullable Set<String> objects,
            @Nullable String description,
            @Nullable String regularTime,
            @Nullable String place,
            ActivityBody.@Nullable ContactBody contact,
            @Nullable Boolean listed) {

        ProjectDraft draft() {
            return new ProjectDraft(
                    ActivityBody.required(organizationId, "organizationId"),
                    ProjectApi.region(ActivityBody.orEmpty(region)),
                    ActivityBody.orEmpty(name),
                    categories == null ? List.of() : categories,
                    objects == null ? Set.of() : objects,
                    ActivityBody.orEmpty(description),
                    ActivityBody.orEmpty(regularTime),
                    ActivityBody.orEmpty(place),
                    contact == null ? Contact.NONE : contact.contact(),
                    !Boolean.FALSE.equals(listed));
        }
    }

    private static RegionCode region(String code) {
        return RegionCode.parse(code).orElseThrow(() -> new Refusal(ActivityProblem.REGION_UNKNOWN).at("region"));
    }

    /**
     * Filters of the list, from the query.
     *
     * @param region code; the city if left out
     * @param organization id; those below it count too
     * @param category code
     */
    record Query(
            @Nullable String region,
            @Nullable String organization,
            @Nullable String category,
            @Nullable Integer page) {}

    @GetMapping
    @Access(ANYONE)
    @Operation(summary = "Projects that everybody sees")
    Slice<Line> list(Query query, Locale locale) {
        return projects.list(
                        query.region == null ? regions.city().code() : region(query.region),
                        query.organization == null ? null : ActivityBody.required(query.organization, "organization"),
                        query.category,
                        query.page == null ? 1 : query.page)
                .map(p -> Line.of(p, locale));
    }

    @GetMapping("/mine")
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Projects of the caller's organizations, closed ones too")
    Slice<Line> mine(Actor actor, @RequestParam(defaultValue = "1") int page, Locale locale) {
        List<ProjectView> all = projects.listWithin(actor);
        int from = Math.min(all.size(), (page - 1) * 30);
        return Slice.cut(all.subList(from, Math.min(all.size(), from + 31)), page, 30)
                .map(p -> Line.of(p, locale));
    }

    @GetMapping("/{id}")
    @Access(ANYONE)
    @Operation(summary = "One project; a closed one only for its organizer")
    Line get(@PathVariable @Tsid long id, @Nullable Actor actor, Locale locale) {
        ProjectView project = projects.get(id);
        boolean own = actor != null
                && actor.reach(Permission.ACTIVITY_MANAGE)
                        .covers(project.draft().region(), project.ancestors());
        if (!project.draft().listed() && !own) {
            throw new Refusal(ActivityProblem.PROJECT_UNKNOWN);
        }
        return Line.of(project, locale);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Add a project")
    ActivityJson.Made create(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Body body) {
        return idempotency.once(
                actor,
                key,
                "activity.project-create",
                ActivityJson.Made.class,
                () -> new ActivityJson.Made(Ids.text(projects.create(actor, body.draft()))));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(ACTIVITY_MANAGE)
    @Operation(summary = "Write a project again")
    void change(Actor actor, @PathVariable @Tsid long id, @RequestBody Body body) {
        projects.edit(actor, id, body.draft());
    }

    @PostMapping("/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(ACTIVITY_MANAGE)
    @Operation(
            summary =
                    "Take a project off the public list; its activities stay; writing it again with listed brings it back")
    void close(Actor actor, @PathVariable @Tsid long id) {
        ProjectDraft d = projects.require(actor, id).draft();
        projects.edit(
                actor,
                id,
                new ProjectDraft(
                        d.organizationId(),
                        d.region(),
                        d.name(),
                        d.categories(),
                        d.objects(),
                        d.description(),
                        d.regularTime(),
                        d.place(),
                        d.contact(),
                        false));
    }
}
