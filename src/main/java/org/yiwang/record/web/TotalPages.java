package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.TimeKind;
import org.yiwang.record.TotalExplanations;
import org.yiwang.record.TotalQuestion;
import org.yiwang.rules.Code;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;

/** The page behind every total of a person: where the number comes from. */
@Controller
class TotalPages {

    private final TotalExplanations explanations;
    private final Volunteers volunteers;
    private final Codes codes;

    TotalPages(TotalExplanations explanations, Volunteers volunteers, Codes codes) {
        this.explanations = explanations;
        this.volunteers = volunteers;
        this.codes = codes;
    }

    @GetMapping("/me/hours/explain")
    @Access(SIGNED_IN)
    String explain(
            Actor actor,
            @RequestParam(defaultValue = "CREDIT") TimeKind kind,
            @RequestParam(defaultValue = "1") int page,
            Form form,
            Model model) {
        VolunteerView person = whose(actor, form.value("volunteer"));
        String category = form.value("category");
        TotalQuestion question = new TotalQuestion(
                kind, form.optionalInteger("year", 1900, 2999).orElse(null), category.isEmpty() ? null : category);
        model.addAttribute("person", person);
        model.addAttribute("question", question);
        model.addAttribute("category", codes.find("category", category).map(Code::label));
        model.addAttribute("total", explanations.explain(actor, person.id(), question, page));
        return "record/explain";
    }

    /** The person named, or oneself; the explanation itself refuses what is not the caller's. */
    private VolunteerView whose(Actor actor, String volunteer) {
        return volunteer.isEmpty()
                ? volunteers.actingFor(actor).stream()
                        .findFirst()
                        .orElseThrow(() -> new Refusal(VolunteerProblem.NOT_YOURS))
                : volunteers.require(
                        actor, Ids.parse(volunteer).orElseThrow(() -> new Refusal(VolunteerProblem.NOT_YOURS)));
    }
}
