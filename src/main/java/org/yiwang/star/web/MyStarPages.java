package org.yiwang.star.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.star.StarApplications;
import org.yiwang.star.Stars;
import org.yiwang.star.StarsBelow;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** My stars: how far the next one is, with every number behind it; applying, and following what was filed. */
@Controller
class MyStarPages {

    static final String HOME = "/me/stars";
    private static final String ONE = HOME + "/{id}";

    private final Stars stars;
    private final StarApplications applications;
    private final StarsBelow below;
    private final Volunteers volunteers;

    MyStarPages(Stars stars, StarApplications applications, StarsBelow below, Volunteers volunteers) {
        this.stars = stars;
        this.applications = applications;
        this.below = below;
        this.volunteers = volunteers;
    }

    @GetMapping(HOME)
    @Access(SIGNED_IN)
    String show(Actor actor, @RequestParam(required = false) @Nullable String of, Model model) {
        return show(Form.empty(), actor, of, model);
    }

    private String show(Form form, Actor actor, @Nullable String of, Model model) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        Optional<VolunteerView> chosen = of == null
                ? people.stream().findFirst()
                : people.stream().filter(p -> Ids.text(p.id()).equals(of)).findFirst();
        if (chosen.isEmpty()) {
            return "volunteer/no-card";
        }
        Stars.Own own = stars.own(actor, chosen.get().id());
        Map<String, String> teams = new LinkedHashMap<>();
        own.teams().forEach((id, name) -> teams.put(Ids.text(id), name));
        if (teams.size() == 1 && form.value("team").isEmpty() && form.ok()) {
            form.with("team", teams.keySet().iterator().next());
        }
        model.addAttribute("form", form);
        model.addAttribute("people", people);
        model.addAttribute("own", own);
        model.addAttribute("teams", teams);
        return "star/mine";
    }

    @PostMapping(HOME)
    @Access(SIGNED_IN)
    String apply(Actor actor, Form form, HttpServletResponse response, Model model) {
        String of = form.value("of");
        int star = form.integer("star", 1, 9);
        String statement = form.text("statement", 0, StarApplications.LONGEST);
        return form.submit(
                () -> {
                    long id = applications.apply(
                            actor,
                            person(of),
                            star,
                            Ids.parse(form.value("team")).orElse(null),
                            statement);
                    return Then.go(response, HOME + "/" + Ids.text(id), "star.notice.applied");
                },
                () -> show(form, actor, of, model));
    }

    @PostMapping(HOME + "/name")
    @Access(SIGNED_IN)
    String name(Actor actor, Form form, HttpServletResponse response, Model model) {
        String of = form.value("of");
        boolean shown = form.ticked("shown");
        return form.submit(
                () -> applications.showName(actor, person(of), shown),
                () -> Then.go(
                        response, HOME + "?of=" + of, shown ? "star.notice.name-shown" : "star.notice.name-masked"),
                () -> show(form, actor, of, model));
    }

    @GetMapping(ONE)
    @Access(SIGNED_IN)
    String one(Actor actor, @PathVariable @Tsid long id, Model model) {
        return one(Form.empty(), actor, id, model);
    }

    private String one(Form form, Actor actor, long id, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("file", stars.file(actor, id));
        return "star/application";
    }

    @PostMapping(ONE + "/accept")
    @Access(SIGNED_IN)
    String accept(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        return form.submit(
                () -> applications.accept(actor, id),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "star.notice.accepted"),
                () -> one(form, actor, id, model));
    }

    @PostMapping(ONE + "/decline")
    @Access(SIGNED_IN)
    String decline(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        return form.submit(
                () -> applications.decline(actor, id),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "star.notice.declined"),
                () -> one(form, actor, id, model));
    }

    @PostMapping(ONE + "/withdraw")
    @Access(SIGNED_IN)
    String withdraw(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        return form.submit(
                () -> applications.withdraw(actor, id),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "star.notice.withdrawn"),
                () -> one(form, actor, id, model));
    }

    /** Objects to an announcement that a star is to be taken back. */
    @PostMapping(HOME + "/awards/{id}/object")
    @Access(SIGNED_IN)
    String object(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String why = form.text("why", 2, 500);
        String of = form.value("of");
        return form.submit(
                () -> below.object(actor, id, why),
                () -> Then.go(response, HOME + "?of=" + of, "star.notice.objected"),
                () -> show(form, actor, of, model));
    }

    private static long person(String of) {
        return Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
    }
}
