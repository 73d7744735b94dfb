package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.ANYONE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.account.Consents;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.Confirmations;
import org.yiwang.volunteer.PendingView;
import org.yiwang.volunteer.PersonalData;
import org.yiwang.volunteer.Proof;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.web.Access;
import org.yiwang.web.CodeSent;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/**
 * Was I registered, and did I want it? Open to anybody without an account: by the link of a text message, or by a code to
 * the own number.
 */
@Controller
class ConfirmPages {

    private static final String MINE = "/confirm/mine";

    private final Confirmations confirmations;
    private final PersonalData data;
    private final Consents consents;

    ConfirmPages(Confirmations confirmations, PersonalData data, Consents consents) {
        this.confirmations = confirmations;
        this.data = data;
        this.consents = consents;
    }

    @GetMapping("/confirm")
    @Access(ANYONE)
    String check(Model model) {
        return check(Form.empty(), model);
    }

    @PostMapping("/confirm/code")
    @Access(ANYONE)
    String code(Form form, HttpServletRequest request, Model model) {
        return check(CodeSent.send(form, mobile -> confirmations.sendCode(mobile, request.getRemoteAddr())), model);
    }

    @PostMapping("/confirm")
    @Access(ANYONE)
    String prove(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        String mobile = form.text("mobile", 1, 20);
        String code = form.text("code", 1, 10);
        return form.submit(
                () -> TicketCookie.CONFIRM.set(request, response, confirmations.prove(mobile, code)),
                () -> "redirect:" + MINE,
                () -> check(form, model));
    }

    private static String check(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("sent", CodeSent.to(form));
        return "volunteer/check";
    }

    @GetMapping(MINE)
    @Access(ANYONE)
    String mine(HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            String ticket = ticket(request);
            model.addAttribute("pending", confirmations.listFor(ticket));
            model.addAttribute("closed", data.closedBy(ticket));
            return "volunteer/check-found";
        } catch (Refusal refusal) {
            return Then.go(response, "/confirm", "notice.volunteer.join-expired");
        }
    }

    @GetMapping(MINE + "/{id}")
    @Access(ANYONE)
    String one(@PathVariable @Tsid long id, HttpServletRequest request, HttpServletResponse response, Model model) {
        return show(new Proof.Code(ticket(request), id), MINE + "/" + Ids.text(id), Form.empty(), response, model);
    }

    @PostMapping(MINE + "/{id}")
    @Access(ANYONE)
    String confirmOne(
            @PathVariable @Tsid long id,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return confirm(new Proof.Code(ticket(request), id), MINE + "/" + Ids.text(id), form, response, model);
    }

    @PostMapping(MINE + "/{id}/disown")
    @Access(ANYONE)
    String disownOne(
            @PathVariable @Tsid long id,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return disown(new Proof.Code(ticket(request), id), form, response, model);
    }

    /** The data of somebody who has closed the account, for the owner of the number used then. */
    @GetMapping(MINE + "/{id}/export.json")
    @Access(ANYONE)
    ResponseEntity<Map<String, Object>> export(@PathVariable @Tsid long id, HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"yiwang-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(data.exportClosed(ticket(request), id));
    }

    @GetMapping("/confirm/{token}")
    @Access(ANYONE)
    String asked(@PathVariable String token, HttpServletResponse response, Model model) {
        return show(new Proof.Link(token), "/confirm/" + token, Form.empty(), response, model);
    }

    @PostMapping("/confirm/{token}")
    @Access(ANYONE)
    String confirm(@PathVariable String token, Form form, HttpServletResponse response, Model model) {
        return confirm(new Proof.Link(token), "/confirm/" + token, form, response, model);
    }

    @PostMapping("/confirm/{token}/disown")
    @Access(ANYONE)
    String disown(@PathVariable String token, Form form, HttpServletResponse response, Model model) {
        return disown(new Proof.Link(token), form, response, model);
    }

    private String confirm(Proof proof, String path, Form form, HttpServletResponse response, Model model) {
        Registrant.Consent consent = new Registrant.Consent(form.ticked("notice"), form.ticked("sensitive"));
        try {
            PendingView pending = confirmations.get(proof);
            confirmations.confirm(proof, consent);
            return pending.asked() == PendingView.Asked.GUARDIAN_OF_MINOR
                    ? Then.go(response, "/", "notice.volunteer.consented")
                    : Then.go(response, "/sign-in?next=/me/card", "notice.volunteer.confirmed-sign-in");
        } catch (Refusal refusal) {
            if (refusal.field() == null) {
                return over(refusal, response, model);
            }
            return show(proof, path, form.refuse(refusal), response, model);
        }
    }

    private String disown(Proof proof, Form form, HttpServletResponse response, Model model) {
        try {
            confirmations.disown(proof, form.text("statement", 0, 500));
            return Then.go(response, "/", "notice.volunteer.disowned-done");
        } catch (Refusal refusal) {
            return over(refusal, response, model);
        }
    }

    private String show(Proof proof, String path, Form form, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        try {
            model.addAttribute("pending", confirmations.get(proof));
        } catch (Refusal refusal) {
            return over(refusal, response, model);
        }
        model.addAttribute("form", form);
        model.addAttribute("path", path);
        model.addAttribute("privacy", consents.current(Consents.PRIVACY));
        model.addAttribute("rights", consents.current(Consents.RIGHTS_AND_DUTIES));
        model.addAttribute("sensitive", consents.current(Consents.SENSITIVE_DATA));
        return "volunteer/confirm";
    }

    private static String over(Refusal refusal, HttpServletResponse response, Model model) {
        response.setStatus(refusal.problem().kind().status());
        model.addAttribute("refusal", refusal);
        return "volunteer/confirm-over";
    }

    private static String ticket(HttpServletRequest request) {
        String ticket = TicketCookie.CONFIRM.find(request);
        if (ticket == null) {
            throw new Refusal(VolunteerProblem.JOIN_EXPIRED);
        }
        return ticket;
    }
}
