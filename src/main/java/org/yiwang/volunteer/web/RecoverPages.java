package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.ANYONE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.Claimant;
import org.yiwang.volunteer.Recovery;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** "This document is registered already": getting the registration back by a code, or by an appeal to staff. */
@Controller
class RecoverPages {

    private final Recovery recovery;
    private final JoinPages join;

    RecoverPages(Recovery recovery, JoinPages join) {
        this.recovery = recovery;
        this.join = join;
    }

    @PostMapping("/join/recover")
    @Access(ANYONE)
    String find(
            Form form, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        return show(form, false, actor, request, response, model);
    }

    @PostMapping("/join/recover/code")
    @Access(ANYONE)
    String sendCode(
            Form form, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        boolean sent = form.ticked("sent");
        try {
            recovery.sendCode(
                    claimant(actor, request),
                    form.value("documentType"),
                    form.value("documentNumber"),
                    request.getRemoteAddr());
            sent = true;
        } catch (Refusal refusal) {
            form.refuse(refusal);
        }
        return show(form.with("code", ""), sent, actor, request, response, model);
    }

    @PostMapping("/join/recover/prove")
    @Access(ANYONE)
    String prove(
            Form form, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        String code = form.text("code", 1, 10);
        return form.submit(
                () -> {
                    long account = recovery.recover(
                            claimant(actor, request), form.value("documentType"), form.value("documentNumber"), code);
                    TicketCookie.JOIN.clear(request, response);
                    return actor != null
                            ? Then.go(response, "/me/card", "notice.volunteer.recovered")
                            : join.signedIn(account, "/me/card", request, response, "notice.volunteer.recovered");
                },
                () -> show(form, form.ticked("sent"), actor, request, response, model));
    }

    @PostMapping("/join/recover/appeal")
    @Access(ANYONE)
    String appeal(
            Form form, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        String statement = form.text("statement", 5, 1000);
        return form.submit(
                () -> recovery.appeal(
                        claimant(actor, request),
                        form.value("documentType"),
                        form.value("documentNumber"),
                        statement,
                        request.getRemoteAddr()),
                () -> Then.go(response, "/", "notice.volunteer.appealed"),
                () -> show(form, false, actor, request, response, model));
    }

    private String show(
            Form form,
            boolean sent,
            @Nullable Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            model.addAttribute(
                    "found",
                    recovery.find(
                            claimant(actor, request),
                            form.value("documentType"),
                            form.value("documentNumber"),
                            request.getRemoteAddr()));
        } catch (Refusal refusal) {
            if (refusal.problem() == VolunteerProblem.JOIN_EXPIRED) {
                return Then.go(response, "/join", "notice.volunteer.join-expired");
            }
            throw refusal;
        }
        model.addAttribute("form", form);
        model.addAttribute("sent", sent);
        return "volunteer/recover";
    }

    private static Claimant claimant(@Nullable Actor actor, HttpServletRequest request) {
        if (actor != null) {
            return new Claimant.ByAccount(actor);
        }
        String ticket = TicketCookie.JOIN.find(request);
        if (ticket == null) {
            throw new Refusal(VolunteerProblem.JOIN_EXPIRED);
        }
        return new Claimant.ByMobile(ticket);
    }
}
