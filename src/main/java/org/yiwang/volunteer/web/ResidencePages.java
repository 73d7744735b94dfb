package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.RegionPickers;
import org.yiwang.volunteer.Residences;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Where the person lives, part of the profile: a community of the city, or a county elsewhere. */
@Controller
class ResidencePages {

    private final Residences residences;
    private final Volunteers volunteers;
    private final RegistrantForm fields;
    private final RegionPickers pickers;

    ResidencePages(Residences residences, Volunteers volunteers, RegistrantForm fields, RegionPickers pickers) {
        this.residences = residences;
        this.volunteers = volunteers;
        this.fields = fields;
        this.pickers = pickers;
    }

    @GetMapping("/me/profile/residence")
    @Access(SIGNED_IN)
    String show(Actor actor, @RequestParam(required = false) @Nullable String of, Model model) {
        VolunteerView person = person(actor, of == null ? "" : of);
        Form form = Form.empty()
                .with(RegistrantForm.RESIDENCE, person.residence().value())
                .with("elsewhere", residences.inCity(person.residence()) ? "" : "yes");
        return show(form, person, model);
    }

    @PostMapping("/me/profile/residence")
    @Access(SIGNED_IN)
    String save(Form form, Actor actor, HttpServletResponse response, Model model) {
        VolunteerView person = person(actor, form.value("of"));
        if (pickers.step(form) || RegistrantForm.turnElsewhere(form)) {
            return show(form, person, model);
        }
        RegionCode residence = fields.readResidence(form);
        return form.submit(
                () -> residences.move(actor, person.id(), residence),
                () -> Then.go(response, "/me/profile?of=" + Ids.text(person.id()), "notice.volunteer.profile-saved"),
                () -> show(form, person, model));
    }

    private String show(Form form, VolunteerView person, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("person", person);
        fields.showResidence(form, model);
        return "volunteer/residence";
    }

    private VolunteerView person(Actor actor, String of) {
        if (!of.isEmpty()) {
            return volunteers.require(actor, Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN)));
        }
        return volunteers.actingFor(actor).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
    }
}
