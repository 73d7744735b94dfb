package org.yiwang.trust.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.ATTENDANCE_MANAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yiwang.activity.Activities;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.trust.Thanks;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The word of those served: two large buttons for them, the code to show and what was said for the organizer. */
@Controller
class ThanksPages {

    private final Thanks thanks;
    private final Activities activities;

    ThanksPages(Thanks thanks, Activities activities) {
        this.thanks = thanks;
        this.activities = activities;
    }

    @GetMapping("/desk/activities/{id}/thanks")
    @Access(ATTENDANCE_MANAGE)
    String desk(Actor actor, @PathVariable @Tsid long id, Model model) {
        String token = thanks.token(actor, id);
        model.addAttribute("activity", activities.get(id));
        model.addAttribute("said", thanks.said(actor, id));
        model.addAttribute("path", "/thanks/" + token);
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/thanks/" + token)
                        .toUriString());
        return "trust/thanks-desk";
    }

    @GetMapping("/thanks/{token}")
    @Access(ANYONE)
    String asked(@PathVariable String token, @RequestParam(required = false) @Nullable String came, Model model) {
        return show(token, Form.empty().with("came", came), model);
    }

    @PostMapping("/thanks/{token}/code")
    @Access(ANYONE)
    String code(@PathVariable String token, Form form, HttpServletRequest request, Model model) {
        String mobile = form.text("mobile", 1, 20);
        if (form.ok()) {
            try {
                thanks.sendCode(token, mobile, request.getRemoteAddr());
                form.with("sent", mobile);
            } catch (Refusal refusal) {
                form.refuse(refusal);
            }
        }
        return show(token, form.with("code", ""), model);
    }

    @PostMapping("/thanks/{token}")
    @Access(ANYONE)
    String say(@PathVariable String token, Form form, HttpServletResponse response, Model model) {
        String came = form.choice("came", List.of("yes", "no"));
        String right = form.value("right");
        String words = form.text("words", 0, 300);
        String mobile = form.text("mobile", 1, 20);
        String code = form.text("code", 1, 10);
        return form.submit(
                () -> {
                    Boolean timeRight = right.isEmpty() ? null : Boolean.valueOf(right.equals("yes"));
                    thanks.say(token, mobile, code, new Thanks.Word(came.equals("yes"), timeRight, words));
                    return Then.go(response, "/thanks/" + token, "trust.notice.said");
                },
                () -> show(token, form, model));
    }

    private String show(String token, Form form, Model model) {
        model.addAttribute("asked", thanks.asked(token));
        model.addAttribute("path", "/thanks/" + token);
        model.addAttribute("form", form);
        model.addAttribute("sent", form.ticked("sent") && form.value("sent").equals(form.value("mobile")));
        return "trust/thanks";
    }
}
