package org.yiwang.star.web;

import static org.yiwang.kernel.Permission.STAR_REVIEW;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.star.StarApplication.State;
import org.yiwang.star.StarApplication.Step;
import org.yiwang.star.StarApplications;
import org.yiwang.star.StarReview;
import org.yiwang.star.StarScheme.Path;
import org.yiwang.star.StarSchemes;
import org.yiwang.star.StarsBelow;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Stars as teams and offices decide about them: applications that wait, nominating, stars below their thresholds. */
@Controller
class StarDeskPages {

    private static final String DESK = "/desk/stars";
    private static final String OFFICE = "/gov/stars";
    private static final String ONE = DESK + "/{id}";
    private static final String BELOW = OFFICE + "/below";

    private final StarReview review;
    private final StarApplications applications;
    private final StarsBelow below;
    private final StarSchemes schemes;
    private final Organizations organizations;
    private final Regions regions;
    private final Accounts accounts;

    StarDeskPages(
            StarReview review,
            StarApplications applications,
            StarsBelow below,
            StarSchemes schemes,
            Organizations organizations,
            Regions regions,
            Accounts accounts) {
        this.review = review;
        this.applications = applications;
        this.below = below;
        this.schemes = schemes;
        this.organizations = organizations;
        this.regions = regions;
        this.accounts = accounts;
    }

    @GetMapping(DESK)
    @Access(STAR_REVIEW)
    String ofTeams(Actor actor, Form form, @RequestParam(defaultValue = "1") int page, Model model) {
        return queue(Form.empty(), actor, false, false, page, model);
    }

    @GetMapping(OFFICE)
    @Access(STAR_REVIEW)
    String ofOffices(
            Actor actor,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return queue(Form.empty(), actor, true, show.equals("below"), page, model);
    }

    private String queue(Form form, Actor actor, boolean office, boolean wider, int page, Model model) {
        Map<String, String> teams = new LinkedHashMap<>();
        if (!office) {
            actor.reach(STAR_REVIEW)
                    .organizations()
                    .forEach(id -> organizations
                            .find(id)
                            .filter(OrganizationView::active)
                            .ifPresent(o -> teams.put(Ids.text(o.id()), o.name())));
            if (teams.size() == 1 && form.ok()) {
                form.with("team", teams.keySet().iterator().next());
            }
        }
        model.addAttribute("form", form);
        model.addAttribute("office", office);
        model.addAttribute("wider", wider);
        model.addAttribute("teams", teams);
        model.addAttribute("nominations", schemes.current().value().paths().contains(Path.NOMINATION));
        model.addAttribute("stars", schemes.current().value().stars());
        model.addAttribute("slice", review.waiting(actor, wider, page));
        return "star/desk";
    }

    @PostMapping(DESK + "/nominations")
    @Access(STAR_REVIEW)
    String nominate(Actor actor, Form form, HttpServletResponse response, Model model) {
        boolean office = form.ticked("office");
        String number = form.text("number", 1, 40);
        int star = form.integer("star", 1, 9);
        String statement = form.text("statement", 4, StarApplications.LONGEST);
        Long team = Ids.parse(form.value("team")).orElse(null);
        if (!office && team == null) {
            form.fail("team", "form.required");
        }
        return form.submit(
                () -> applications.nominate(actor, number, star, office ? null : team, statement),
                () -> Then.go(response, office ? OFFICE : DESK, "star.notice.nominated"),
                () -> queue(form, actor, office, false, 1, model));
    }

    @GetMapping(ONE)
    @Access(STAR_REVIEW)
    String one(Actor actor, @PathVariable @Tsid long id, Model model) {
        return one(Form.empty(), actor, id, model);
    }

    private String one(Form form, Actor actor, long id, Model model) {
        StarReview.File file = review.get(actor, id);
        Map<Long, AccountView> names =
                accounts.getAll(file.steps().stream().map(Step::accountId).toList());
        Map<Long, String> who = new LinkedHashMap<>();
        names.forEach((account, view) -> who.put(account, view.name()));
        Long team = file.application().teamId();
        model.addAttribute("form", form);
        model.addAttribute("file", file);
        model.addAttribute("who", who);
        model.addAttribute("home", home(actor));
        model.addAttribute(
                "place",
                regions.find(file.application().region())
                        .map(RegionView::fullName)
                        .orElse(""));
        model.addAttribute(
                "team",
                team == null
                        ? ""
                        : organizations.find(team).map(OrganizationView::name).orElse(""));
        return "star/decide";
    }

    @PostMapping(ONE + "/approve")
    @Access(STAR_REVIEW)
    String approve(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String why = form.text("why", 0, 500);
        return form.submit(
                () -> {
                    State now = review.approve(actor, id, why);
                    return Then.go(
                            response,
                            home(actor),
                            now == State.NOTICE ? "star.notice.put-on-notice" : "star.notice.passed-on");
                },
                () -> one(form, actor, id, model));
    }

    @PostMapping(ONE + "/refuse")
    @Access(STAR_REVIEW)
    String refuse(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String why = form.text("why", 2, 500);
        return form.submit(
                () -> review.refuse(actor, id, why),
                () -> Then.go(response, home(actor), "star.notice.refused"),
                () -> one(form, actor, id, model));
    }

    @GetMapping(BELOW)
    @Access(STAR_REVIEW)
    String below(Actor actor, Model model) {
        model.addAttribute("rows", below.list(actor));
        return "star/below";
    }

    @GetMapping(BELOW + "/{id}")
    @Access(STAR_REVIEW)
    String belowOne(Actor actor, @PathVariable @Tsid long id, Model model) {
        return belowOne(Form.empty(), actor, id, model);
    }

    private String belowOne(Form form, Actor actor, long id, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("below", below.get(actor, id));
        model.addAttribute("days", schemes.current().value().objectWorkingDays());
        return "star/below-one";
    }

    @PostMapping(BELOW + "/{id}/announce")
    @Access(STAR_REVIEW)
    String announce(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String reason = form.text("reason", 2, 500);
        String evidence = form.text("evidence", 2, 500);
        return form.submit(
                () -> below.announce(actor, id, reason, evidence),
                () -> Then.go(response, BELOW, "star.notice.announced"),
                () -> belowOne(form, actor, id, model));
    }

    @PostMapping(BELOW + "/{id}/decide")
    @Access(STAR_REVIEW)
    String decide(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String decision = form.choice("decision", List.of("take-back", "keep"));
        String answer = form.text("answer", 2, 500);
        return form.submit(
                () -> below.decide(actor, id, decision.equals("take-back"), answer),
                () -> Then.go(response, BELOW, "star.notice.decided"),
                () -> belowOne(form, actor, id, model));
    }

    /** Offices come from their own door, teams from theirs. */
    private static String home(Actor actor) {
        return actor.reach(STAR_REVIEW).regions().isEmpty() ? DESK : OFFICE;
    }
}
