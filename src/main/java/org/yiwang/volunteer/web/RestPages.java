package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.Rests;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The rest button: take a rest until a day or until one comes back, and come back. */
@Controller
class RestPages {

    static final String HOME = "/me/rest";

    private final Rests rests;
    private final Volunteers volunteers;

    RestPages(Rests rests, Volunteers volunteers) {
        this.rests = rests;
        this.volunteers = volunteers;
    }

    @GetMapping(HOME)
    @Access(SIGNED_IN)
    String show(Actor actor, @RequestParam(required = false) @Nullable String of, Model model) {
        return show(actor, of == null ? "" : of, Form.empty(), model);
    }

    @PostMapping(HOME)
    @Access(SIGNED_IN)
    String rest(Form form, Actor actor, HttpServletResponse response, Model model) {
        VolunteerView person = person(actor, form.value("of"));
        LocalDate until = form.value("until").isEmpty() ? null : form.date("until");
        return form.submit(
                () -> rests.begin(actor, person.id(), until),
                () -> Then.go(response, home(person), "volunteer.rest.begun"),
                () -> show(actor, form.value("of"), form, model));
    }

    @PostMapping(HOME + "/back")
    @Access(SIGNED_IN)
    String back(Form form, Actor actor, HttpServletResponse response) {
        VolunteerView person = person(actor, form.value("of"));
        rests.end(actor, person.id());
        return Then.go(response, home(person), "volunteer.rest.back");
    }

    private String show(Actor actor, String of, Form form, Model model) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        Optional<VolunteerView> person = of.isEmpty() ? people.stream().findFirst() : Optional.of(person(actor, of));
        if (person.isEmpty()) {
            return "volunteer/no-card";
        }
        model.addAttribute("form", form);
        model.addAttribute("people", people);
        model.addAttribute("person", person.get());
        model.addAttribute("rest", rests.find(person.get().id()).orElse(null));
        return "volunteer/rest";
    }

    private VolunteerView person(Actor actor, String of) {
        return volunteers.require(actor, Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN)));
    }

    private static String home(VolunteerView person) {
        return HOME + "?of=" + Ids.text(person.id());
    }
}
