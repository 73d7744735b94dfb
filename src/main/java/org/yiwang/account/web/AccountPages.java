package org.yiwang.account.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.account.Accounts;
import org.yiwang.account.Consents;
import org.yiwang.account.OwnAccount;
import org.yiwang.account.SecondFactor;
import org.yiwang.account.Sessions;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Qr;
import org.yiwang.web.Then;

/** The own account: password, number, sign-ins, second factor, consents. */
@Controller
class AccountPages {

    private static final String PROVE_FOR_SECOND_FACTOR = "redirect:/me/account/prove?next=/me/account/second-factor";

    private final Accounts accounts;
    private final OwnAccount own;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final Consents consents;

    AccountPages(Accounts accounts, OwnAccount own, Sessions sessions, SecondFactor secondFactor, Consents consents) {
        this.accounts = accounts;
        this.own = own;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.consents = consents;
    }

    @GetMapping("/me/account")
    @Access(SIGNED_IN)
    String show(Actor actor, Model model) {
        model.addAttribute("account", accounts.get(actor.accountId()));
        model.addAttribute("hasPassword", own.hasPassword(actor));
        model.addAttribute("sessions", sessions.list(actor));
        model.addAttribute("secondFactor", secondFactor.isSetUp(actor.accountId()));
        model.addAttribute("required", secondFactor.isRequired(actor.accountId()));
        model.addAttribute("codesLeft", secondFactor.recoveryCodesLeft(actor));
        model.addAttribute("consents", consents.list(actor.accountId()));
        model.addAttribute("mobile", sessions.isProved(actor) ? accounts.mobile(actor.accountId()) : "");
        return "account/account";
    }

    @GetMapping("/me/account/password")
    @Access(SIGNED_IN)
    String password(Form form, Actor actor, Model model) {
        if (!own.hasPassword(actor) && !sessions.isProved(actor)) {
            return "redirect:/me/account/prove?next=/me/account/password";
        }
        model.addAttribute("hasPassword", own.hasPassword(actor));
        return "account/password";
    }

    @PostMapping("/me/account/password")
    @Access(SIGNED_IN)
    String changePassword(Form form, Actor actor, HttpServletResponse response, Model model) {
        String password = NewPassword.read(form);
        return form.submit(
                () -> own.changePassword(actor, NewPassword.first(form, "old"), password),
                () -> Then.go(response, "/me/account", "account.notice.password-changed"),
                () -> password(form, actor, model));
    }

    @GetMapping("/me/account/mobile")
    @Access(SIGNED_IN)
    String mobile(Form form, Actor actor, Model model) {
        return mobile(form, actor, false, model);
    }

    @PostMapping("/me/account/mobile")
    @Access(SIGNED_IN)
    String sendMobileCodes(Form form, Actor actor, HttpServletRequest request, Model model) {
        String mobile = form.text("mobile", 1, 30);
        return form.submit(
                () -> own.sendMobileCodes(actor, mobile, request.getRemoteAddr()),
                () -> mobile(form, actor, true, model),
                () -> mobile(form, actor, form.ticked("sent"), model));
    }

    @PostMapping("/me/account/mobile/change")
    @Access(SIGNED_IN)
    String changeMobile(Form form, Actor actor, HttpServletResponse response, Model model) {
        String mobile = form.text("mobile", 1, 30);
        String oldCode = form.text("oldCode", 1, 20);
        String newCode = form.text("newCode", 1, 20);
        return form.submit(
                () -> own.changeMobile(actor, mobile, oldCode, newCode),
                () -> Then.go(response, "/me/account", "account.notice.mobile-changed"),
                () -> mobile(form, actor, true, model));
    }

    @PostMapping("/me/account/sessions/{id}/end")
    @Access(SIGNED_IN)
    String end(@PathVariable @Tsid long id, Actor actor, HttpServletResponse response) {
        sessions.end(actor, id);
        return Then.go(response, "/me/account", "account.notice.session-ended");
    }

    @PostMapping("/me/account/sessions/end-others")
    @Access(SIGNED_IN)
    String endOthers(Actor actor, HttpServletResponse response) {
        sessions.endOthers(actor);
        return Then.go(response, "/me/account", "account.notice.sessions-ended");
    }

    @GetMapping("/me/account/second-factor")
    @Access(SIGNED_IN)
    String setUp(Form form, Actor actor, Model model) {
        if (secondFactor.isSetUp(actor.accountId())) {
            return "redirect:/me/account";
        }
        if (!sessions.isProved(actor)) {
            return PROVE_FOR_SECOND_FACTOR;
        }
        SecondFactor.Enrolment enrolment = secondFactor.begin(actor);
        model.addAttribute("secret", enrolment.secret());
        model.addAttribute("qr", Qr.svg(enrolment.uri()));
        model.addAttribute("action", "/me/account/second-factor");
        return "account/set-up";
    }

    @PostMapping("/me/account/second-factor")
    @Access(SIGNED_IN)
    String confirm(Form form, Actor actor, Model model) {
        if (!sessions.isProved(actor)) {
            return PROVE_FOR_SECOND_FACTOR;
        }
        String code = form.text("code", 1, 30);
        return form.submit(
                () -> {
                    model.addAttribute("codes", secondFactor.confirm(actor, code));
                    model.addAttribute("onward", "/me/account");
                    return "account/recovery-codes";
                },
                () -> setUp(form, actor, model));
    }

    @PostMapping("/me/account/second-factor/off")
    @Access(SIGNED_IN)
    String turnOff(Actor actor, HttpServletResponse response) {
        if (!sessions.isProved(actor)) {
            return "redirect:/me/account/prove?next=/me/account";
        }
        secondFactor.turnOff(actor);
        return Then.go(response, "/me/account", "account.notice.second-factor-off");
    }

    /** The way to own data in full: type the password again, then go on to {@code next}. */
    @GetMapping("/me/account/prove")
    @Access(SIGNED_IN)
    String prove(Form form, Actor actor, Model model) {
        return prove(form, actor, false, model);
    }

    @PostMapping("/me/account/prove/code")
    @Access(SIGNED_IN)
    String sendProof(Form form, Actor actor, HttpServletRequest request, Model model) {
        try {
            own.sendProof(actor, request.getRemoteAddr());
        } catch (Refusal refusal) {
            form.refuse(refusal);
        }
        return prove(form, actor, true, model);
    }

    @PostMapping("/me/account/prove")
    @Access(SIGNED_IN)
    String proved(Form form, Actor actor, HttpServletResponse response, Model model) {
        String proof = NewPassword.first(form, own.hasPassword(actor) ? "password" : "code");
        if (proof.isEmpty()) {
            form.fail(own.hasPassword(actor) ? "password" : "code", "form.required");
        }
        return form.submit(
                () -> own.prove(actor, proof),
                () -> Then.go(
                        response, LocalPath.of(form.value("next")).orElse("/me/account"), "account.notice.proved"),
                () -> prove(form, actor, true, model));
    }

    /** What follows from withdrawing, before it is done. */
    @GetMapping("/me/account/consents/{key}/withdraw")
    @Access(SIGNED_IN)
    String askWithdraw(@PathVariable String key, Actor actor, Model model) {
        model.addAttribute("document", consents.current(key));
        model.addAttribute("affected", consents.affected(actor, key));
        return "account/withdraw";
    }

    @PostMapping("/me/account/consents/{key}/withdraw")
    @Access(SIGNED_IN)
    String withdraw(@PathVariable String key, Actor actor, HttpServletResponse response) {
        consents.withdraw(actor, key);
        return Then.go(response, "/me/account", "account.notice.consent-withdrawn");
    }

    private String mobile(Form form, Actor actor, boolean sent, Model model) {
        model.addAttribute("sent", sent);
        model.addAttribute("masked", accounts.get(actor.accountId()).maskedMobile());
        return "account/mobile";
    }

    private String prove(Form form, Actor actor, boolean sent, Model model) {
        model.addAttribute("hasPassword", own.hasPassword(actor));
        model.addAttribute("sent", sent);
        model.addAttribute("next", LocalPath.of(form.value("next")).orElse("/me/account"));
        model.addAttribute("masked", accounts.get(actor.accountId()).maskedMobile());
        return "account/prove";
    }
}
