package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ANYONE;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yiwang.activity.ActivityProblem;
import org.yiwang.activity.ProjectView;
import org.yiwang.activity.Projects;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;
import org.yiwang.web.Access;
import org.yiwang.web.Form;

/** The project library for everybody: the list, one project, and the sheet that is printed for the wall. */
@Controller
class ProjectPages {

    private final Projects projects;
    private final Organizations organizations;
    private final Regions regions;
    private final RegionChoice places;
    private final Codes codes;

    ProjectPages(Projects projects, Organizations organizations, Regions regions, RegionChoice places, Codes codes) {
        this.projects = projects;
        this.organizations = organizations;
        this.regions = regions;
        this.places = places;
        this.codes = codes;
    }

    @GetMapping("/projects")
    @Access(ANYONE)
    String list(Form form, Locale locale, Model model) {
        RegionCode region = places.of(form);
        String category = category(form);
        Optional<OrganizationView> organization = organization(form);
        model.addAttribute(
                "slice",
                projects.list(
                        region,
                        organization.map(OrganizationView::id).orElse(null),
                        category,
                        ActivityPages.pageOf(form)));
        model.addAttribute("links", new ListLinks(form, "", region, category));
        model.addAttribute(
                "organization", organization.map(o -> Ids.text(o.id())).orElse(""));
        places.show(region, model);
        model.addAttribute("categories", codes.options("category", locale));
        return "activity/projects";
    }

    @Nullable
    private String category(Form form) {
        String code = form.value("category");
        return codes.find("category", code).isPresent() ? code : null;
    }

    private Optional<OrganizationView> organization(Form form) {
        return DraftForm.id(form, "organization").flatMap(organizations::find);
    }

    @GetMapping("/projects/{id}")
    @Access(ANYONE)
    String show(@PathVariable @Tsid long id, Model model) {
        ProjectView project = projects.get(id);
        if (!project.draft().listed()) {
            throw new Refusal(ActivityProblem.PROJECT_UNKNOWN);
        }
        model.addAttribute("project", project);
        return "activity/project";
    }

    @GetMapping("/projects/sheet")
    @Access(ANYONE)
    String sheet(Form form, Model model) {
        RegionCode region = places.of(form);
        Optional<OrganizationView> organization = organization(form);
        model.addAttribute(
                "of",
                organization
                        .map(OrganizationView::name)
                        .orElseGet(() -> regions.get(region).name()));
        model.addAttribute(
                "projects",
                projects.sheet(region, organization.map(OrganizationView::id).orElse(null)));
        return "activity/sheet";
    }
}
