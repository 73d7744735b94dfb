package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.activity.Contact;
import org.yiwang.activity.ProjectDraft;
import org.yiwang.activity.Projects;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.Organizations;
import org.yiwang.region.RegionPickers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Idempotency;
import org.yiwang.web.Then;

/** The organizer's part of the project library. */
@Controller
class ProjectDeskPages {

    private final Projects projects;
    private final Organizations organizations;
    private final Choices choices;
    private final RegionPickers pickers;
    private final Idempotency idempotency;

    ProjectDeskPages(
            Projects projects,
            Organizations organizations,
            Choices choices,
            RegionPickers pickers,
            Idempotency idempotency) {
        this.projects = projects;
        this.organizations = organizations;
        this.choices = choices;
        this.pickers = pickers;
        this.idempotency = idempotency;
    }

    @GetMapping("/desk/projects")
    @Access(ACTIVITY_MANAGE)
    String list(Actor actor, Model model) {
        model.addAttribute("projects", projects.listWithin(actor));
        return "activity/desk-projects";
    }

    @GetMapping("/desk/projects/new")
    @Access(ACTIVITY_MANAGE)
    String create(Actor actor, Model model) {
        Map<String, String> mine = choices.organizations(actor);
        if (mine.isEmpty()) {
            return "activity/no-organization";
        }
        String first = mine.keySet().iterator().next();
        Form form = Form.empty().with("organization", first).with("listed", "yes");
        DraftForm.id(form, "organization")
                .flatMap(organizations::find)
                .ifPresent(o -> form.with("region", o.region().value()));
        return show(form, "", actor, model);
    }

    private String show(Form form, String id, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("choices", choices.all(actor));
        model.addAttribute("region", pickers.show(form, "region", null, Level.COUNTY));
        model.addAttribute("id", id);
        return "activity/project-form";
    }

    @PostMapping("/desk/projects")
    @Access(ACTIVITY_MANAGE)
    String save(Form form, Actor actor, HttpServletResponse response, Model model) {
        if (pickers.step(form)) {
            return show(form, "", actor, model);
        }
        ProjectDraft draft = read(form);
        return form.submit(
                () -> idempotency.once(
                        actor,
                        form.value("_key"),
                        "activity.project-create",
                        String.class,
                        () -> Ids.text(projects.create(actor, draft))),
                () -> Then.go(response, "/desk/projects", "activity.project.saved"),
                () -> show(form, "", actor, model));
    }

    private ProjectDraft read(Form form) {
        RegionCode region = pickers.read(form, "region", null, Level.COUNTY);
        return new ProjectDraft(
                DraftForm.id(form, "organization").orElseGet(() -> {
                    form.fail("organization", "form.required");
                    return 0L;
                }),
                region,
                form.text("name", 2, 50),
                DraftForm.categories(form),
                Set.copyOf(form.values("objects")),
                form.text("description", 1, 2000),
                form.text("regularTime", 1, 200),
                form.text("place", 1, 200),
                new Contact(form.text("contactName", 1, 50), form.text("contactPhone", 1, 30)),
                form.ticked("listed"));
    }

    @GetMapping("/desk/projects/{id}")
    @Access(ACTIVITY_MANAGE)
    String edit(@PathVariable @Tsid long id, Actor actor, Model model) {
        ProjectDraft draft = projects.require(actor, id).draft();
        Form form = Form.empty()
                .with("organization", Ids.text(draft.organizationId()))
                .with("region", draft.region().value())
                .with("name", draft.name())
                .with("category", draft.categories().getFirst())
                .with("categories", draft.categories().stream().skip(1).toList())
                .with("objects", draft.objects())
                .with("description", draft.description())
                .with("regularTime", draft.regularTime())
                .with("place", draft.place())
                .with("contactName", draft.contact().name())
                .with("contactPhone", draft.contact().phone())
                .with("listed", draft.listed() ? "yes" : null);
        return show(form, Ids.text(id), actor, model);
    }

    @PostMapping("/desk/projects/{id}")
    @Access(ACTIVITY_MANAGE)
    String saveAgain(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        if (pickers.step(form)) {
            return show(form, Ids.text(id), actor, model);
        }
        ProjectDraft draft = read(form);
        return form.submit(
                () -> projects.edit(actor, id, draft),
                () -> Then.go(response, "/desk/projects", "activity.project.saved"),
                () -> show(form, Ids.text(id), actor, model));
    }
}
