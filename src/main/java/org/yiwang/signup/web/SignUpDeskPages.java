package org.yiwang.signup.web;

import static org.yiwang.kernel.Permission.SIGN_UP_DECIDE;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.activity.Activities;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.signup.Announcement;
import org.yiwang.signup.Announcements;
import org.yiwang.signup.SignUpDesk;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Idempotency;
import org.yiwang.web.Then;

/** Sign-ups on the organizer's desk: decide, invite, note who did not come. */
@Controller
class SignUpDeskPages {

    private final SignUpDesk desk;
    private final Announcements announcements;
    private final Activities activities;
    private final Idempotency idempotency;
    private final Clock clock;

    SignUpDeskPages(
            SignUpDesk desk, Announcements announcements, Activities activities, Idempotency idempotency, Clock clock) {
        this.desk = desk;
        this.announcements = announcements;
        this.activities = activities;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GetMapping("/desk/activities/{id}/sign-ups")
    @Access(SIGN_UP_DECIDE)
    String rosters(Actor actor, @PathVariable @Tsid long id, Model model) {
        return page(actor, id, Form.empty(), model);
    }

    @PostMapping("/desk/activities/{id}/sign-ups/{signUp}")
    @Access(SIGN_UP_DECIDE)
    String decide(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long signUp,
            Form form,
            HttpServletResponse response,
            Model model) {
        String decision = form.choice("decision", List.of("accept", "refuse", "no-show", "came"));
        String reason = decision.equals("refuse") ? form.text("reason", 2, 300) : "";
        return form.submit(
                () -> {
                    switch (decision) {
                        case "accept" -> desk.accept(actor, id, signUp);
                        case "refuse" -> desk.refuse(actor, id, signUp, reason);
                        case "no-show" -> desk.noShow(actor, id, signUp);
                        default -> desk.cameAfterAll(actor, id, signUp);
                    }
                    return Then.go(response, path(id), "signup.decided");
                },
                () -> page(actor, id, form, model));
    }

    @PostMapping("/desk/activities/{id}/invitations")
    @Access(SIGN_UP_DECIDE)
    String invite(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String number = form.text("number", 1, 40);
        long shift = Ids.parse(form.value("shift")).orElse(0L);
        String words = form.text("words", 0, 300);
        return form.submit(
                () -> desk.invite(actor, id, shift, number, words.isEmpty() ? null : words),
                () -> Then.go(response, path(id), "signup.invited"),
                () -> page(actor, id, form, model));
    }

    @PostMapping("/desk/activities/{id}/announcements")
    @Access(SIGN_UP_DECIDE)
    String announce(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        Announcement.Audience audience = form.choice("audience", Announcement.Audience.class);
        String text = form.text("text", 1, Announcement.LONGEST);
        return form.submit(
                () -> idempotency.once(
                        actor,
                        form.value("_key"),
                        "signup.announce " + Ids.text(id),
                        Integer.class,
                        () -> announcements.send(actor, id, audience, text, form.ticked("urgent"))),
                () -> Then.go(response, path(id) + "#announcements", "signup.announced"),
                () -> page(actor, id, form, model));
    }

    private String page(Actor actor, long id, Form form, Model model) {
        model.addAttribute("rosters", desk.rosters(actor, id));
        model.addAttribute("activity", activities.get(id));
        model.addAttribute("announcements", announcements.list(actor, id));
        model.addAttribute("now", clock.instant());
        model.addAttribute("form", form);
        return "signup/desk";
    }

    private static String path(long id) {
        return "/desk/activities/" + Ids.text(id) + "/sign-ups";
    }
}
