package org.yiwang.signup.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** My sign-ups and those of wards: what comes, what waits for an answer, what is over. */
@Controller
class MySignUpPages {

    private static final int PAST = 20;

    private final SignUps signUps;
    private final Volunteers volunteers;

    MySignUpPages(SignUps signUps, Volunteers volunteers) {
        this.signUps = signUps;
        this.volunteers = volunteers;
    }

    @GetMapping("/me/sign-ups")
    @Access(SIGNED_IN)
    String mine(Actor actor, Model model) {
        return page(actor, Form.empty(), model);
    }

    /** Answers an invitation, or keeps a place that came from the waiting list; to give it up one withdraws. */
    @PostMapping("/me/sign-ups/{activity}/{shift}/answer")
    @Access(SIGNED_IN)
    String answer(
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long shift,
            Actor actor,
            Form form,
            HttpServletResponse response,
            Model model) {
        long volunteerId = Ids.parse(form.value("volunteer")).orElse(0L);
        try {
            if (form.value("answer").equals("keep")) {
                signUps.keep(actor, volunteerId, activity, shift);
                return Then.go(response, "/me/sign-ups", "signup.now.ACCEPTED");
            }
            SignUpView now = signUps.answerInvitation(
                    actor, volunteerId, activity, shift, form.value("answer").equals("yes"));
            boolean declined = now.state() == SignUpView.State.WITHDRAWN;
            return Then.go(
                    response, "/me/sign-ups", declined ? "signup.now.withdrawn-no-place" : "signup.now." + now.state());
        } catch (Refusal refusal) {
            response.setStatus(refusal.problem().kind().status());
            return page(actor, form.refuse(refusal), model);
        }
    }

    private String page(Actor actor, Form form, Model model) {
        List<OwnSignUp> coming = new ArrayList<>();
        List<OwnSignUp> past = new ArrayList<>();
        List<VolunteerView> people = volunteers.actingFor(actor);
        for (VolunteerView person : people) {
            signUps.mine(person.id()).forEach(s -> coming.add(new OwnSignUp(s, person)));
            signUps.past(person.id(), PAST).forEach(s -> past.add(new OwnSignUp(s, person)));
        }
        model.addAttribute("coming", coming);
        model.addAttribute("past", past);
        model.addAttribute("several", people.size() > 1);
        model.addAttribute("volunteer", !people.isEmpty());
        model.addAttribute("form", form);
        return "signup/mine";
    }
}
