package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.account.Consents;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.Guardians;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.web.Access;
import org.yiwang.web.CodeSent;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** A guardian's wards: registering one, giving one an own account, closing a registration. */
@Controller
class WardPages {

    private final Guardians guardians;
    private final Registration registration;
    private final RegistrantForm fields;
    private final Consents consents;

    WardPages(Guardians guardians, Registration registration, RegistrantForm fields, Consents consents) {
        this.guardians = guardians;
        this.registration = registration;
        this.fields = fields;
        this.consents = consents;
    }

    @GetMapping("/me/wards")
    @Access(SIGNED_IN)
    String list(Actor actor, Model model) {
        model.addAttribute("wards", guardians.list(actor));
        return "volunteer/wards";
    }

    @GetMapping("/me/wards/new")
    @Access(SIGNED_IN)
    String form(Locale locale, Model model) {
        return form(Form.empty(), locale, model);
    }

    @PostMapping("/me/wards/new")
    @Access(SIGNED_IN)
    String register(Form form, Actor actor, Locale locale, HttpServletResponse response, Model model) {
        if (fields.step(form)) {
            return form(form, locale, model);
        }
        Registrant who = fields.read(form, true);
        return form.submit(
                () -> registration.registerWard(actor, who),
                () -> Then.go(response, "/me/wards", "notice.volunteer.ward-registered"),
                () -> form(form, locale, model));
    }

    private String form(Form form, Locale locale, Model model) {
        fields.show(form, model, locale);
        model.addAttribute("minors", consents.current(Consents.MINORS));
        return "volunteer/ward-new";
    }

    @GetMapping("/me/wards/{id}/account")
    @Access(SIGNED_IN)
    String account(Actor actor, @PathVariable @Tsid long id, Model model) {
        return account(Form.empty(), actor, id, model);
    }

    @PostMapping("/me/wards/{id}/account/code")
    @Access(SIGNED_IN)
    String sendCode(Form form, Actor actor, @PathVariable @Tsid long id, HttpServletRequest request, Model model) {
        Form sent = CodeSent.send(form, mobile -> guardians.sendCode(actor, id, mobile, request.getRemoteAddr()));
        return account(sent, actor, id, model);
    }

    @PostMapping("/me/wards/{id}/account")
    @Access(SIGNED_IN)
    String open(Form form, Actor actor, @PathVariable @Tsid long id, HttpServletResponse response, Model model) {
        String mobile = form.text("mobile", 1, 20);
        String code = form.text("code", 1, 10);
        return form.submit(
                () -> guardians.openAccount(actor, id, mobile, code),
                () -> Then.go(response, "/me/wards", "notice.volunteer.ward-account"),
                () -> account(form, actor, id, model));
    }

    private String account(Form form, Actor actor, long id, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("ward", ward(actor, id));
        model.addAttribute("sent", CodeSent.to(form));
        return "volunteer/ward-account";
    }

    @GetMapping("/me/wards/{id}/close")
    @Access(SIGNED_IN)
    String askClose(Actor actor, @PathVariable @Tsid long id, Model model) {
        model.addAttribute("ward", ward(actor, id));
        return "volunteer/ward-close";
    }

    @PostMapping("/me/wards/{id}/close")
    @Access(SIGNED_IN)
    String close(Actor actor, @PathVariable @Tsid long id, HttpServletResponse response) {
        guardians.close(actor, id);
        return Then.go(response, "/me/wards", "notice.volunteer.ward-closed");
    }

    private Guardians.WardView ward(Actor actor, long id) {
        return guardians.list(actor).stream()
                .filter(w -> w.volunteer().id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal(VolunteerProblem.NOT_YOURS, Ids.text(id)));
    }
}
