package org.yiwang.teamstar.web;

import static org.yiwang.kernel.Permission.CODES_EDIT;
import static org.yiwang.kernel.Permission.STAR_REVIEW;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.teamstar.StarRehearsals;
import org.yiwang.teamstar.StarScheme;
import org.yiwang.teamstar.TeamStarRuns;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Trying a new scheme on the figures of a year that were kept, and making it a version. */
@Controller
class StarRehearsalPages {

    private static final String HOME = GovTeamStarPages.HOME + "/rehearsal";

    private final StarRehearsals rehearsals;
    private final TeamStarRuns runs;
    private final Clock clock;

    StarRehearsalPages(StarRehearsals rehearsals, TeamStarRuns runs, Clock clock) {
        this.rehearsals = rehearsals;
        this.runs = runs;
        this.clock = clock;
    }

    @GetMapping(HOME)
    @Access(STAR_REVIEW)
    String draft(Model model) {
        return show(StarForm.of(rehearsals.current()).with("year", runs.years().getFirst()), null, model);
    }

    /** Computes and shows; stores nothing, and so may be sent again. */
    @PostMapping(HOME)
    @Access(STAR_REVIEW)
    String rehearse(Actor actor, Form form, Model model) {
        String year = form.choice("year", years().keySet());
        StarRehearsals.Outcome outcome = null;
        try {
            StarScheme draft = StarForm.read(form, rehearsals.current());
            if (form.ok()) {
                outcome = rehearsals.rehearse(actor, Integer.parseInt(year), draft);
            }
        } catch (Refusal refusal) {
            form.refuse(refusal);
        }
        return show(form, outcome, model);
    }

    @PostMapping(HOME + "/adopt")
    @Access(CODES_EDIT)
    String adopt(Actor actor, Form form, HttpServletResponse response, Model model) {
        LocalDate from = form.date("from");
        String note = form.text("note", 2, 500);
        return form.submit(
                () -> {
                    StarScheme draft = StarForm.read(form, rehearsals.current());
                    if (!form.ok()) {
                        return show(form, null, model);
                    }
                    rehearsals.adopt(actor, draft, from, note);
                    return Then.go(response, GovTeamStarPages.HOME, "teamstar.notice.adopted");
                },
                () -> show(form, null, model));
    }

    private String show(Form form, StarRehearsals.@Nullable Outcome outcome, Model model) {
        if (form.value("from").isEmpty()) {
            form.with("from", LocalDate.now(clock).plusDays(1));
        }
        model.addAttribute("form", form);
        model.addAttribute("outcome", outcome);
        model.addAttribute("years", years());
        return "teamstar/rehearsal";
    }

    private Map<String, String> years() {
        Map<String, String> years = new LinkedHashMap<>();
        runs.years().forEach(y -> years.put(String.valueOf(y), String.valueOf(y)));
        return years;
    }
}
