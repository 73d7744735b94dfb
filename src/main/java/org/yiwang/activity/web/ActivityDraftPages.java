package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.activity.ActivityDraft;
import org.yiwang.activity.ActivityDrafts;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.PostDraft;
import org.yiwang.activity.PostPlan;
import org.yiwang.activity.ProjectView;
import org.yiwang.activity.Projects;
import org.yiwang.activity.ShiftDraft;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.region.RegionPickers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Idempotency;
import org.yiwang.web.Then;

/** Writing an activity: new, from a project, like an earlier one, again. */
@Controller
class ActivityDraftPages {

    private final ActivityDrafts drafts;
    private final Projects projects;
    private final Organizations organizations;
    private final Choices choices;
    private final RegionPickers pickers;
    private final Idempotency idempotency;
    private final Clock clock;

    ActivityDraftPages(
            ActivityDrafts drafts,
            Projects projects,
            Organizations organizations,
            Choices choices,
            RegionPickers pickers,
            Idempotency idempotency,
            Clock clock) {
        this.drafts = drafts;
        this.projects = projects;
        this.organizations = organizations;
        this.choices = choices;
        this.pickers = pickers;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GetMapping("/desk/activities/new")
    @Access(ACTIVITY_MANAGE)
    String create(Form form, Actor actor, Model model) {
        Form fresh = Form.empty().with("riskLevel", 0).with("scope", "PUBLIC").with("postName", "");
        Map<String, String> mine = choices.organizations(actor);
        if (mine.isEmpty()) {
            return "activity/no-organization";
        }
        fresh.with("organization", mine.keySet().iterator().next());
        ShiftForm.fill(fresh, LocalDate.now(clock).plusDays(2).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)));
        DraftForm.id(form, "project").ifPresent(id -> {
            ProjectView project = projects.require(actor, id);
            DraftForm.fill(fresh, id, project.draft());
        });
        DraftForm.id(fresh, "organization")
                .flatMap(organizations::find)
                .map(OrganizationView::region)
                .filter(_ -> fresh.value("region").isEmpty())
                .ifPresent(region -> fresh.with("region", region.value()));
        return show(fresh, actor, model, null);
    }

    private String show(Form form, Actor actor, Model model, ActivityDrafts.@Nullable Sheet sheet) {
        model.addAttribute("form", form);
        model.addAttribute("choices", choices.all(actor));
        model.addAttribute("region", pickers.show(form, "region", null, Level.COUNTY));
        model.addAttribute("id", sheet == null ? "" : Ids.text(sheet.id()));
        return "activity/draft";
    }

    @PostMapping("/desk/activities")
    @Access(ACTIVITY_MANAGE)
    String save(Form form, Actor actor, HttpServletResponse response, Model model) {
        if (pickers.step(form)) {
            return show(form, actor, model, null);
        }
        RegionCode region = pickers.read(form, "region", null, Level.COUNTY);
        ActivityDraft draft = DraftForm.read(form, region, clock.getZone());
        String postName = form.text("postName", 1, 30);
        List<ShiftDraft> shifts = ShiftForm.read(form, clock.getZone());
        return form.submit(
                () -> {
                    PostPlan plan = new PostPlan(new PostDraft(postName, "", Conditions.NONE), shifts);
                    String id = idempotency.once(
                            actor,
                            form.value("_key"),
                            "activity.create",
                            String.class,
                            () -> Ids.text(drafts.create(actor, draft, List.of(plan))));
                    return Then.go(response, "/desk/activities/" + id + "/posts", "activity.saved");
                },
                () -> show(form, actor, model, null));
    }

    @GetMapping("/desk/activities/{id}/edit")
    @Access(ACTIVITY_MANAGE)
    String edit(@PathVariable @Tsid long id, Actor actor, Model model) {
        ActivityDrafts.Sheet sheet = drafts.get(actor, id);
        Form form = DraftForm.fill(Form.empty(), sheet.draft(), clock.getZone()).with("version", sheet.version());
        return show(form, actor, model, sheet);
    }

    @PostMapping("/desk/activities/{id}/edit")
    @Access(ACTIVITY_MANAGE)
    String saveAgain(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        ActivityDrafts.Sheet sheet = drafts.get(actor, id);
        if (pickers.step(form)) {
            return show(form, actor, model, sheet);
        }
        RegionCode region = pickers.read(form, "region", null, Level.COUNTY);
        ActivityDraft draft = DraftForm.read(form, region, clock.getZone());
        int version = form.integer("version", 0, Integer.MAX_VALUE);
        return form.submit(
                () -> drafts.edit(actor, id, version, draft),
                () -> Then.go(response, "/desk/activities/" + Ids.text(id), "activity.saved"),
                () -> show(form, actor, model, sheet));
    }

    @PostMapping("/desk/activities/{id}/copy")
    @Access(ACTIVITY_MANAGE)
    String copy(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response) {
        String copied = idempotency.once(
                actor,
                form.value("_key"),
                "activity.copy " + Ids.text(id),
                String.class,
                () -> Ids.text(drafts.copy(actor, id)));
        return Then.go(response, "/desk/activities/" + copied, "activity.copied");
    }
}
