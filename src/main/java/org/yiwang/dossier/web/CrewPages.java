package org.yiwang.dossier.web;

import static org.yiwang.kernel.Permission.DOSSIER_RECORD;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.dossier.Crew;
import org.yiwang.dossier.Evaluation;
import org.yiwang.dossier.Evaluations;
import org.yiwang.dossier.Judgement;
import org.yiwang.dossier.Mate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.rules.Codes;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** A team evaluates the crew of a closed activity on one page, and reads what the crew said in sum. */
@Controller
class CrewPages {

    /** What "all the others" are evaluated as at one tap. */
    private static final String GOOD = "2";

    private final Evaluations evaluations;
    private final Codes codes;

    CrewPages(Evaluations evaluations, Codes codes) {
        this.evaluations = evaluations;
        this.codes = codes;
    }

    @GetMapping("/desk/activities/{id}/evaluation")
    @Access(DOSSIER_RECORD)
    String crew(Actor actor, @PathVariable @Tsid long id, Locale locale, Model model) {
        Crew crew = evaluations.crew(actor, id);
        Form form = Form.empty();
        for (Mate mate : crew.mates()) {
            String who = Ids.text(mate.volunteerId());
            Evaluation said = mate.said();
            if (said != null) {
                form.with("q-" + who, said.quality()).with("w-" + who, said.words());
            }
        }
        return show(actor, crew, form, locale, model);
    }

    @PostMapping("/desk/activities/{id}/evaluation")
    @Access(DOSSIER_RECORD)
    String evaluate(
            Actor actor,
            @PathVariable @Tsid long id,
            Form form,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Crew crew = evaluations.crew(actor, id);
        List<Judgement> judgements = read(crew, form);
        return form.submit(
                () -> evaluations.evaluate(actor, id, judgements),
                () -> Then.go(response, "/desk/activities/" + Ids.text(id) + "/evaluation", "dossier.evaluated"),
                () -> show(actor, crew, form, locale, model));
    }

    private static List<Judgement> read(Crew crew, Form form) {
        List<Judgement> judgements = new ArrayList<>();
        for (Mate mate : crew.mates()) {
            String who = Ids.text(mate.volunteerId());
            String quality = form.value("q-" + who);
            if (quality.isEmpty() && mate.said() == null && form.ticked("rest")) {
                quality = GOOD;
            }
            if (!quality.isEmpty() && mate.open()) {
                String words = form.text("w-" + who, 0, 500);
                if (words.isBlank() && crew.reasonFor().contains(quality)) {
                    form.fail("w-" + who, "dossier.reason-why");
                }
                Long seen = Ids.parse(form.value("seen-" + who)).orElse(null);
                judgements.add(new Judgement(mate.volunteerId(), quality, words, seen));
            }
        }
        return judgements;
    }

    private String show(Actor actor, Crew crew, Form form, Locale locale, Model model) {
        model.addAttribute("crew", crew);
        model.addAttribute("heard", evaluations.heard(actor, crew.activityId()));
        model.addAttribute("form", form);
        model.addAttribute("codes", new CodeWords(codes, locale));
        return "dossier/crew";
    }
}
