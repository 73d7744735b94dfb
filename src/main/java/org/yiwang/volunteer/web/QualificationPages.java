package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.QUALIFICATION_CONFIRM;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
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
import org.yiwang.volunteer.QualificationReview;
import org.yiwang.volunteer.Qualifications;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Qualifications: stating one's own, and the list of those that wait for an office or a team's administrator. */
@Controller
class QualificationPages {

    private static final String MINE = "/me/profile/qualifications";
    private static final String OFFICE = "/gov/qualifications";
    private static final String TEAM = "/desk/qualifications";

    private final Qualifications qualifications;
    private final QualificationReview review;
    private final Volunteers volunteers;
    private final Choices choices;

    QualificationPages(
            Qualifications qualifications, QualificationReview review, Volunteers volunteers, Choices choices) {
        this.qualifications = qualifications;
        this.review = review;
        this.volunteers = volunteers;
        this.choices = choices;
    }

    @GetMapping(MINE)
    @Access(SIGNED_IN)
    String mine(Actor actor, @RequestParam(required = false) @Nullable String of, Locale locale, Model model) {
        return mine(Form.empty(), actor, person(actor, of), locale, model);
    }

    @PostMapping(MINE)
    @Access(SIGNED_IN)
    String state(Actor actor, Form form, Locale locale, HttpServletResponse response, Model model) {
        VolunteerView person = person(actor, form.value("of"));
        if (!form.value("remove").isEmpty()) {
            long id = Ids.parse(form.value("remove"))
                    .orElseThrow(() -> new Refusal(VolunteerProblem.QUALIFICATION_UNKNOWN));
            qualifications.withdraw(actor, person.id(), id);
            return Then.go(response, of(person), "notice.volunteer.qualification-removed");
        }
        String code = form.text("code", 1, 40);
        String evidence = form.text("evidence", 2, Qualifications.EVIDENCE);
        LocalDate until = form.value("validUntil").isEmpty() ? null : form.date("validUntil");
        return form.submit(
                () -> qualifications.state(actor, person.id(), code, evidence, until),
                () -> Then.go(response, of(person), "notice.volunteer.qualification-stated"),
                () -> mine(form, actor, person, locale, model));
    }

    private String mine(Form form, Actor actor, VolunteerView person, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("person", person);
        model.addAttribute("all", qualifications.list(actor, person.id()));
        model.addAttribute("options", choices.of("qualification", locale));
        return "volunteer/qualifications";
    }

    private static String of(VolunteerView person) {
        return MINE + "?of=" + Ids.text(person.id());
    }

    @GetMapping({OFFICE, TEAM})
    @Access(QUALIFICATION_CONFIRM)
    String queue(Actor actor, @RequestParam(defaultValue = "1") int page, HttpServletRequest request, Model model) {
        model.addAttribute("base", base(request));
        model.addAttribute("slice", review.queue(actor, page));
        return "volunteer/qualification-queue";
    }

    @GetMapping({OFFICE + "/{volunteer}/{id}", TEAM + "/{volunteer}/{id}"})
    @Access(QUALIFICATION_CONFIRM)
    String show(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long id,
            HttpServletRequest request,
            Model model) {
        return show(Form.empty(), review.get(actor, volunteer, id), base(request), model);
    }

    @PostMapping({OFFICE + "/{volunteer}/{id}", TEAM + "/{volunteer}/{id}"})
    @Access(QUALIFICATION_CONFIRM)
    String decide(
            Form form,
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long id,
            HttpServletResponse response,
            Model model) {
        String base = form.value("door").equals("desk") ? TEAM : OFFICE;
        String reason = form.text("reason", 0, 500);
        String decision = form.value("decision");
        if (!decision.equals("confirm") && !decision.equals("return")) {
            form.fail("reason", "form.choice");
        }
        return form.submit(
                () -> {
                    if (decision.equals("confirm")) {
                        review.confirm(actor, volunteer, id, reason);
                    } else {
                        review.giveBack(actor, volunteer, id, reason);
                    }
                    return Then.go(response, base, "notice.volunteer.qualification-decided");
                },
                () -> show(form, review.get(actor, volunteer, id), base, model));
    }

    private static String show(Form form, QualificationReview.Case it, String base, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("base", base);
        model.addAttribute("it", it);
        return "volunteer/qualification";
    }

    private static String base(HttpServletRequest request) {
        return request.getRequestURI().startsWith(TEAM) ? TEAM : OFFICE;
    }

    private VolunteerView person(Actor actor, @Nullable String of) {
        if (of != null && !of.isEmpty()) {
            return volunteers.require(actor, Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN)));
        }
        return volunteers.actingFor(actor).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
    }
}
