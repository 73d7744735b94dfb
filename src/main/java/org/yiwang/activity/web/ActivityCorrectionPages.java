package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.activity.ActivityCorrections;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityProblem;
import org.yiwang.activity.Contact;
import org.yiwang.activity.Correction;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Correcting the texts of what is public, and ending what runs early. */
@Controller
class ActivityCorrectionPages {

    private final ActivityCorrections corrections;
    private final ActivityDesk desk;
    private final Choices choices;
    private final Clock clock;

    ActivityCorrectionPages(ActivityCorrections corrections, ActivityDesk desk, Choices choices, Clock clock) {
        this.corrections = corrections;
        this.desk = desk;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/desk/activities/{id}/correct")
    @Access(ACTIVITY_MANAGE)
    String correct(@PathVariable @Tsid long id, Actor actor, Model model) {
        Correction now = corrections.get(actor, id);
        Form form = Form.empty()
                .with("description", now.description())
                .with("address", now.address())
                .with("contactName", now.contact().name())
                .with("contactPhone", now.contact().phone())
                .with("protections", now.protections());
        return correct(form, id, actor, model);
    }

    private String correct(Form form, long id, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("detail", desk.get(actor, id).detail());
        model.addAttribute("protections", choices.codes("protection"));
        return "activity/correct";
    }

    @PostMapping("/desk/activities/{id}/correct")
    @Access(ACTIVITY_MANAGE)
    String correct(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        Correction correction = new Correction(
                form.text("description", 1, 5000),
                form.text("address", 1, 200),
                new Contact(form.text("contactName", 1, 50), form.text("contactPhone", 1, 30)),
                Set.copyOf(form.values("protections")));
        String reason = form.text("reason", 2, 300);
        return form.submit(
                () -> corrections.correct(actor, id, correction, reason),
                () -> Then.go(response, path(id), "activity.corrected"),
                () -> correct(form, id, actor, model));
    }

    @GetMapping("/desk/activities/{id}/cut-short")
    @Access(ACTIVITY_MANAGE)
    String cutShort(@PathVariable @Tsid long id, Actor actor, Model model) {
        return cutShort(Form.empty(), id, actor, model);
    }

    private String cutShort(Form form, long id, Actor actor, Model model) {
        ActivityDesk.DeskView view = desk.get(actor, id);
        if (!view.running()) {
            throw new Refusal(ActivityProblem.NOT_BEGUN);
        }
        model.addAttribute("form", form);
        model.addAttribute("detail", view.detail());
        return "activity/cut-short";
    }

    @PostMapping("/desk/activities/{id}/cut-short")
    @Access(ACTIVITY_MANAGE)
    String cutShort(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        Instant until = form.value("until").isEmpty() ? null : form.moment("until", clock.getZone());
        String reason = form.text("reason", 2, 300);
        return form.submit(
                () -> corrections.cutShort(actor, id, until, reason),
                () -> Then.go(response, path(id), "activity.shortened"),
                () -> cutShort(form, id, actor, model));
    }

    private static String path(long id) {
        return "/desk/activities/" + Ids.text(id);
    }
}
