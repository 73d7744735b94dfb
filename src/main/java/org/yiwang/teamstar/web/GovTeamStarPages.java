package org.yiwang.teamstar.web;

import static org.yiwang.kernel.Permission.STAR_REVIEW;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.teamstar.Part;
import org.yiwang.teamstar.RunView;
import org.yiwang.teamstar.StarDecisions;
import org.yiwang.teamstar.StepView;
import org.yiwang.teamstar.TeamStarDesk;
import org.yiwang.teamstar.TeamStarRuns;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Yearly stars of teams at the office: run, look, decide, announce. */
@Controller
class GovTeamStarPages {

    static final String HOME = "/gov/team-stars";
    private static final int LONGEST = 500;

    private final TeamStarRuns runs;
    private final TeamStarDesk desk;
    private final StarDecisions decisions;
    private final Regions regions;
    private final Accounts accounts;

    GovTeamStarPages(
            TeamStarRuns runs, TeamStarDesk desk, StarDecisions decisions, Regions regions, Accounts accounts) {
        this.runs = runs;
        this.desk = desk;
        this.decisions = decisions;
        this.regions = regions;
        this.accounts = accounts;
    }

    @GetMapping(HOME)
    @Access(STAR_REVIEW)
    String list(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        return list(actor, page, Form.empty(), model);
    }

    @PostMapping(HOME)
    @Access(STAR_REVIEW)
    String start(Actor actor, Form form, HttpServletResponse response, Model model) {
        String region = form.choice("region", areas(actor).keySet());
        String year = form.choice("year", years().keySet());
        return form.submit(
                () -> Then.go(
                        response,
                        path(runs.start(actor, new RegionCode(region), Integer.parseInt(year))),
                        "teamstar.notice.started"),
                () -> list(actor, 1, form, model));
    }

    private String list(Actor actor, int page, Form form, Model model) {
        Slice<RunView> slice = runs.list(actor, page);
        Map<String, String> places = new HashMap<>();
        slice.items().forEach(r -> places.put(r.region().value(), place(r.region())));
        model.addAttribute("slice", slice);
        model.addAttribute("places", places);
        model.addAttribute("areas", areas(actor));
        model.addAttribute("years", years());
        model.addAttribute("form", form);
        return "teamstar/runs";
    }

    @GetMapping(HOME + "/{id}")
    @Access(STAR_REVIEW)
    String run(Actor actor, @PathVariable @Tsid long id, @RequestParam(defaultValue = "1") int page, Model model) {
        return run(actor, id, page, Form.empty(), model);
    }

    @PostMapping(HOME + "/{id}")
    @Access(STAR_REVIEW)
    String act(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String what = form.choice("what", List.of("again", "confirm", "announce"));
        return form.submit(
                () -> {
                    switch (what) {
                        case "again" -> runs.countAgain(actor, id);
                        case "confirm" -> decisions.confirmAll(actor, id);
                        default -> runs.announce(actor, id);
                    }
                },
                () -> Then.go(response, path(id), "teamstar.notice." + what),
                () -> run(actor, id, 1, form, model));
    }

    private String run(Actor actor, long id, int page, Form form, Model model) {
        TeamStarRuns.Overview overview = runs.get(actor, id);
        model.addAttribute("overview", overview);
        model.addAttribute("place", place(overview.run().region()));
        model.addAttribute("slice", runs.ratings(actor, id, page));
        model.addAttribute("form", form);
        return "teamstar/run";
    }

    @GetMapping(HOME + "/{id}/{team}")
    @Access(STAR_REVIEW)
    String rating(Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long team, Model model) {
        return rating(actor, id, team, Form.empty(), model);
    }

    @PostMapping(HOME + "/{id}/{team}")
    @Access(STAR_REVIEW)
    String decide(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long team,
            Form form,
            HttpServletResponse response,
            Model model) {
        String what =
                form.choice("what", List.of("confirm", "aside", "aside-agree", "keep", "raise", "agree", "refuse"));
        String words = form.text("words", 0, LONGEST);
        int stars = what.equals("raise") ? form.integer("stars", 1, 5) : 0;
        int year = runs.get(actor, id).run().year();
        return form.submit(
                () -> {
                    switch (what) {
                        case "confirm" -> decisions.confirm(actor, team, year, words);
                        case "aside" -> decisions.setAside(actor, team, year, words);
                        case "aside-agree" -> decisions.decideAside(actor, team, year, true, words);
                        case "keep" -> decisions.decideAside(actor, team, year, false, words);
                        case "raise" -> decisions.raise(actor, team, year, stars, words);
                        default -> decisions.second(actor, team, year, what.equals("agree"), words);
                    }
                },
                () -> Then.go(response, path(id) + "/" + Ids.text(team), "teamstar.notice.decided"),
                () -> rating(actor, id, team, form, model));
    }

    private String rating(Actor actor, long id, long team, Form form, Model model) {
        TeamStarDesk.Sheet sheet =
                desk.get(actor, team, runs.get(actor, id).run().year());
        model.addAttribute("sheet", sheet);
        model.addAttribute("names", names(sheet));
        model.addAttribute("place", place(sheet.rating().region()));
        model.addAttribute("form", form);
        return "teamstar/rating";
    }

    /** What a number is made of, without anybody's name. */
    @GetMapping(HOME + "/{id}/{team}/{part}")
    @Access(STAR_REVIEW)
    String explain(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long team,
            @PathVariable Part part,
            Model model) {
        int year = runs.get(actor, id).run().year();
        model.addAttribute("sheet", desk.get(actor, team, year));
        model.addAttribute("part", part);
        model.addAttribute(
                "activities", part.kind() == Part.Kind.PEOPLE ? List.of() : desk.activities(actor, team, year));
        model.addAttribute("people", List.of());
        model.addAttribute("back", path(id) + "/" + Ids.text(team));
        model.addAttribute("leader", false);
        return "teamstar/explain";
    }

    /** Names of those of the office and of the team who did something. */
    private Map<Long, String> names(TeamStarDesk.Sheet sheet) {
        Map<Long, String> names = new HashMap<>();
        accounts.getAll(sheet.steps().stream().map(StepView::accountId).toList())
                .forEach((account, view) -> names.put(account, view.name()));
        return names;
    }

    private Map<String, String> years() {
        Map<String, String> years = new LinkedHashMap<>();
        runs.years().forEach(y -> years.put(String.valueOf(y), String.valueOf(y)));
        return years;
    }

    /** The areas of the office and those directly below, as far as offices run them. */
    private Map<String, String> areas(Actor actor) {
        Map<String, String> areas = new LinkedHashMap<>();
        actor.reach(STAR_REVIEW).regions().stream().sorted().distinct().forEach(root -> {
            RegionCode code = new RegionCode(root);
            if (code.level().compareTo(RegionCode.Level.TOWN) <= 0) {
                regions.find(code).ifPresent(r -> areas.put(root, r.name()));
            }
            if (code.level().compareTo(RegionCode.Level.TOWN) < 0) {
                regions.children(code).forEach(r -> areas.put(r.code().value(), r.name()));
            }
        });
        return areas;
    }

    private String place(RegionCode region) {
        return regions.find(region).map(RegionView::fullName).orElse(region.value());
    }

    private static String path(long id) {
        return HOME + "/" + Ids.text(id);
    }
}
