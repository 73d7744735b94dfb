package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.ACCOUNT_SUSPEND;
import static org.yiwang.kernel.Permission.PERSONAL_DATA_READ;
import static org.yiwang.kernel.Permission.VOLUNTEER_READ;
import static org.yiwang.kernel.Permission.VOLUNTEER_REGISTER;
import static org.yiwang.kernel.Permission.VOLUNTEER_REVIEW;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
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
import org.yiwang.volunteer.ProfileView;
import org.yiwang.volunteer.Profiles;
import org.yiwang.volunteer.Register;
import org.yiwang.volunteer.RegisterView;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.VolunteerReview;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The register for staff: list, one volunteer, the queue of cases, registering somebody at the desk. */
@Controller
class OfficePages {

    private static final String HOME = "/gov/volunteers";

    private final Register register;
    private final VolunteerReview review;
    private final Registration registration;
    private final Profiles profiles;
    private final RegistrantForm fields;
    private final Choices choices;

    OfficePages(
            Register register,
            VolunteerReview review,
            Registration registration,
            Profiles profiles,
            RegistrantForm fields,
            Choices choices) {
        this.register = register;
        this.review = review;
        this.registration = registration;
        this.profiles = profiles;
        this.fields = fields;
        this.choices = choices;
    }

    @GetMapping(HOME)
    @Access(VOLUNTEER_READ)
    String list(Actor actor, Form filter, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        VolunteerView.State state = null;
        for (VolunteerView.State each : VolunteerView.State.values()) {
            state = each.name().equals(filter.value("state")) ? each : state;
        }
        var wanted = new RegisterView.Filter(filter.value("q"), filter.value("skill"), state);
        model.addAttribute("form", filter);
        model.addAttribute("slice", register.list(actor, wanted, page));
        model.addAttribute("skills", choices.of("skill", locale));
        return "volunteer/register";
    }

    @GetMapping(HOME + "/{id}")
    @Access(VOLUNTEER_READ)
    String one(Actor actor, @PathVariable @Tsid long id, Locale locale, Model model) {
        return one(Form.empty(), null, actor, id, locale, model);
    }

    /** Shows personal data in full, once, for a purpose. */
    @PostMapping(HOME + "/{id}/unmask")
    @Access(PERSONAL_DATA_READ)
    String unmask(
            Form form,
            Actor actor,
            @PathVariable @Tsid long id,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        RegisterView.Unmasked full = null;
        String purpose = form.text("purpose", 2, 200);
        if (form.ok()) {
            try {
                full = register.unmask(actor, id, purpose);
            } catch (Refusal refusal) {
                form.refuse(refusal);
            }
        }
        return one(form, full, actor, id, locale, model);
    }

    @PostMapping(HOME + "/{id}/tags")
    @Access(VOLUNTEER_REVIEW)
    String tag(
            Form form,
            Actor actor,
            @PathVariable @Tsid long id,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        String tag = form.text("tag", 1, 10);
        String source = form.text("source", 2, 100);
        LocalDate expires = form.value("expiresOn").isEmpty() ? null : form.date("expiresOn");
        return form.submit(
                () -> profiles.attestTag(actor, id, new ProfileView.Tag(tag, source, expires)),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "notice.volunteer.tag-attested"),
                () -> one(form, null, actor, id, locale, model));
    }

    /** Stops the account, lets it in again, or takes a lost second factor away. */
    @PostMapping(HOME + "/{id}/account")
    @Access(ACCOUNT_SUSPEND)
    String account(
            Form form,
            Actor actor,
            @PathVariable @Tsid long id,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        String why = form.value("why");
        try {
            String done = switch (form.value("do")) {
                case "suspend" -> {
                    register.suspend(actor, id, why);
                    yield "account.notice.suspended";
                }
                case "second-factor" -> {
                    register.resetSecondFactor(actor, id, why);
                    yield "account.notice.second-factor-reset";
                }
                default -> {
                    register.reinstate(actor, id, why);
                    yield "account.notice.reinstated";
                }
            };
            return Then.go(response, HOME + "/" + Ids.text(id), done);
        } catch (Refusal refusal) {
            response.setStatus(refusal.problem().kind().status());
            return one(form.refuse(refusal), null, actor, id, locale, model);
        }
    }

    private String one(
            Form form, RegisterView.@Nullable Unmasked full, Actor actor, long id, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("detail", register.get(actor, id));
        model.addAttribute("suspension", register.suspension(actor, id).orElse(null));
        model.addAttribute("full", full);
        model.addAttribute("names", new ProfileNames(choices, locale));
        return "volunteer/register-one";
    }

    @GetMapping(HOME + "/queue")
    @Access(VOLUNTEER_REVIEW)
    String queue(Actor actor, @RequestParam(defaultValue = "1") int page, Locale locale, Model model) {
        model.addAttribute("slice", review.list(actor, page));
        model.addAttribute("documents", choices.of("id-type", locale));
        return "volunteer/queue";
    }

    @GetMapping(HOME + "/queue/{volunteer}/{id}")
    @Access(VOLUNTEER_REVIEW)
    String reviewed(
            Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id, Locale locale, Model model) {
        return reviewed(Form.empty(), actor, volunteer, id, locale, model);
    }

    @PostMapping(HOME + "/queue/{volunteer}/{id}")
    @Access(VOLUNTEER_REVIEW)
    String decide(
            Form form,
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long id,
            HttpServletResponse response,
            Model model) {
        String reason = form.text("reason", 2, 500);
        boolean approve = form.value("decision").equals("approve");
        if (!approve && !form.value("decision").equals("refuse")) {
            form.fail("reason", "form.choice");
        }
        return form.submit(
                () -> {
                    if (approve) {
                        review.approve(actor, volunteer, id, reason);
                    } else {
                        review.refuse(actor, volunteer, id, reason);
                    }
                    return Then.go(response, HOME + "/queue", "notice.volunteer.decided");
                },
                () -> reviewed(form, actor, volunteer, id, LocaleContextHolder.getLocale(), model));
    }

    private String reviewed(Form form, Actor actor, long volunteer, long id, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("it", review.get(actor, volunteer, id));
        model.addAttribute("documents", choices.of("id-type", locale));
        model.addAttribute("shown", Map.of());
        return "volunteer/case";
    }

    @GetMapping(HOME + "/new")
    @Access(VOLUNTEER_REGISTER)
    String desk(Locale locale, Model model) {
        return desk(Form.empty(), locale, model);
    }

    @PostMapping(HOME + "/new")
    @Access(VOLUNTEER_REGISTER)
    String register(Form form, Actor actor, Locale locale, HttpServletResponse response, Model model) {
        if (fields.step(form)) {
            return desk(form, locale, model);
        }
        String mobile = form.text("mobile", 1, 20);
        Registrant who = fields.read(form, false);
        return form.submit(
                () -> registration.registerFor(actor, mobile, who),
                () -> Then.go(response, HOME + "/new", "notice.volunteer.desk-registered"),
                () -> desk(form, locale, model));
    }

    private String desk(Form form, Locale locale, Model model) {
        fields.show(form, model, locale);
        model.addAttribute("hours", registration.confirmHours());
        return "volunteer/desk";
    }
}
