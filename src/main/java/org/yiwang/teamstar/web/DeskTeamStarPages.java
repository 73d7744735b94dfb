package org.yiwang.teamstar.web;

import static org.yiwang.kernel.Permission.ORGANIZATION_MANAGE;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.OrganizationDesk;
import org.yiwang.teamstar.Part;
import org.yiwang.teamstar.TeamStarDesk;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** A team's stars at its desk: every year with every part, what each number is made of, and asking for a look. */
@Controller
class DeskTeamStarPages {

    private static final String HOME = "/desk/organizations/{id}/stars";

    private final TeamStarDesk desk;
    private final OrganizationDesk organizations;

    DeskTeamStarPages(TeamStarDesk desk, OrganizationDesk organizations) {
        this.desk = desk;
        this.organizations = organizations;
    }

    @GetMapping(HOME)
    @Access(ORGANIZATION_MANAGE)
    String list(Actor actor, @PathVariable @Tsid long id, Model model) {
        return list(actor, id, Form.empty(), model);
    }

    @PostMapping(HOME + "/{year}")
    @Access(ORGANIZATION_MANAGE)
    String ask(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable int year,
            Form form,
            HttpServletResponse response,
            Model model) {
        String words = form.text("words", 2, 500);
        return form.submit(
                () -> desk.ask(actor, id, year, words),
                () -> Then.go(response, "/desk/organizations/" + Ids.text(id) + "/stars", "teamstar.notice.asked"),
                () -> list(actor, id, form, model));
    }

    @PostMapping(HOME + "/{year}/reply")
    @Access(ORGANIZATION_MANAGE)
    String reply(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable int year,
            Form form,
            HttpServletResponse response,
            Model model) {
        String words = form.text("words", 2, 500);
        return form.submit(
                () -> desk.reply(actor, id, year, words),
                () -> Then.go(response, StarWords.desk(id), "teamstar.notice.replied"),
                () -> list(actor, id, form, model));
    }

    private String list(Actor actor, long id, Form form, Model model) {
        model.addAttribute("sheets", desk.ofTeam(actor, id));
        model.addAttribute("organization", organizations.get(actor, id));
        model.addAttribute("form", form);
        return "teamstar/desk";
    }

    @GetMapping(HOME + "/{year}/{part}")
    @Access(ORGANIZATION_MANAGE)
    String explain(
            Actor actor, @PathVariable @Tsid long id, @PathVariable int year, @PathVariable Part part, Model model) {
        boolean people = part.kind() == Part.Kind.PEOPLE;
        model.addAttribute("sheet", desk.get(actor, id, year));
        model.addAttribute("part", part);
        model.addAttribute("activities", people ? List.of() : desk.activities(actor, id, year));
        model.addAttribute("people", people ? desk.people(actor, id, year) : List.of());
        model.addAttribute("back", StarWords.desk(id));
        model.addAttribute("leader", true);
        return "teamstar/explain";
    }
}
