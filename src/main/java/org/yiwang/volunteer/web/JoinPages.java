package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.ANYONE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.account.Client;
import org.yiwang.account.SessionCookie;
import org.yiwang.account.SessionKind;
import org.yiwang.account.SignIn;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Problem;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.Joining;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.CodeSent;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Joining in two small steps: a mobile number with its code, then name, document, community and consents. */
@Controller
class JoinPages {

    private static final String DETAILS = "/join/details";

    private final Joining joining;
    private final RegistrantForm fields;
    private final Volunteers volunteers;
    private final SignIn signIn;

    JoinPages(Joining joining, RegistrantForm fields, Volunteers volunteers, SignIn signIn) {
        this.joining = joining;
        this.fields = fields;
        this.volunteers = volunteers;
        this.signIn = signIn;
    }

    @GetMapping("/join")
    @Access(ANYONE)
    String start(@Nullable Actor actor, Model model) {
        if (actor != null) {
            return isVolunteer(actor) ? "redirect:/me/card" : "redirect:" + DETAILS;
        }
        return mobile(Form.empty(), model);
    }

    /** Sends the code and shows the same page, now asking for it. */
    @PostMapping("/join/code")
    @Access(ANYONE)
    String code(Form form, HttpServletRequest request, Model model) {
        return mobile(CodeSent.send(form, mobile -> joining.sendCode(mobile, request.getRemoteAddr())), model);
    }

    @PostMapping("/join")
    @Access(ANYONE)
    String prove(Form form, HttpServletRequest request, HttpServletResponse response, Model model) {
        String mobile = form.text("mobile", 1, 20);
        String code = form.text("code", 1, 10);
        return form.submit(
                () -> {
                    String ticket = joining.prove(mobile, code);
                    if (joining.hasAccount(ticket)) {
                        model.addAttribute("form", form);
                        return "volunteer/has-account";
                    }
                    TicketCookie.JOIN.set(request, response, ticket);
                    return "redirect:" + DETAILS;
                },
                () -> mobile(form, model));
    }

    private static String mobile(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("sent", CodeSent.to(form));
        return "volunteer/join";
    }

    @GetMapping(DETAILS)
    @Access(ANYONE)
    String details(@Nullable Actor actor, Locale locale, HttpServletRequest request, Model model) {
        if (actor != null && isVolunteer(actor)) {
            return "redirect:/me/card";
        }
        return actor == null && TicketCookie.JOIN.find(request) == null
                ? "redirect:/join"
                : details(Form.empty(), actor, locale, request, model);
    }

    @PostMapping(DETAILS)
    @Access(ANYONE)
    String join(
            Form form,
            @Nullable Actor actor,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String ticket = TicketCookie.JOIN.find(request);
        if (actor == null && ticket == null) {
            return Then.go(response, "/join", "notice.volunteer.join-expired");
        }
        if (fields.step(form)) {
            return details(form, actor, locale, request, model);
        }
        Registrant who = fields.read(form, true);
        if (!form.ok()) {
            return details(form, actor, locale, request, model);
        }
        try {
            VolunteerView view =
                    actor != null ? joining.join(actor, who) : joining.join(String.valueOf(ticket), null, who);
            return joined(view, actor, request, response);
        } catch (Refusal refusal) {
            return refused(refusal, who, new Sent(form, actor, locale, request, response, model));
        }
    }

    private String refused(Refusal refusal, Registrant who, Sent sent) {
        Problem problem = refusal.problem();
        if (problem == VolunteerProblem.JOIN_EXPIRED) {
            TicketCookie.JOIN.clear(sent.request, sent.response);
            return Then.go(sent.response, "/join", "notice.volunteer.join-expired");
        }
        String ticket = TicketCookie.JOIN.find(sent.request);
        if (sent.actor == null && ticket != null) {
            // The same form sent twice: the first has done it.
            Optional<VolunteerView> done = joining.joined(ticket, who.documentType(), who.documentNumber());
            if (done.isPresent()) {
                return joined(done.get(), null, sent.request, sent.response);
            }
        }
        if (problem == VolunteerProblem.DOCUMENT_TAKEN) {
            sent.model.addAttribute("documentType", who.documentType());
            sent.model.addAttribute("documentNumber", who.documentNumber());
            return "volunteer/taken";
        }
        if (problem == VolunteerProblem.GUARDIAN_NEEDED) {
            sent.form.with("minor", "yes");
        }
        sent.form.refuse(refusal);
        return details(sent.form, sent.actor, sent.locale, sent.request, sent.model);
    }

    private String joined(
            VolunteerView view, @Nullable Actor actor, HttpServletRequest request, HttpServletResponse response) {
        TicketCookie.JOIN.clear(request, response);
        boolean card = view.state() != VolunteerView.State.UNDER_REVIEW;
        String next = card ? "/me/card" : "/me/document";
        String notice = card ? "notice.volunteer.registered" : "notice.volunteer.registered-document";
        if (actor == null && view.accountId() != null) {
            return signedIn(view.accountId(), next, request, response, notice);
        }
        return Then.go(response, next, notice);
    }

    /** Signs the owner of a number in who has just proved it; who needs a second factor goes through the sign-in page. */
    String signedIn(
            long accountId, String next, HttpServletRequest request, HttpServletResponse response, String notice) {
        Client client = new Client(SessionKind.BROWSER, request.getRemoteAddr(), request.getHeader("User-Agent"));
        if (signIn.byProvedMobile(accountId, client) instanceof SignIn.Outcome.SignedIn in) {
            SessionCookie.set(request, response, in.session());
            return Then.go(response, next, notice);
        }
        return Then.go(response, "/sign-in?next=" + next, notice);
    }

    private String details(Form form, @Nullable Actor actor, Locale locale, HttpServletRequest request, Model model) {
        fields.show(form, model, locale);
        String ticket = TicketCookie.JOIN.find(request);
        String masked = "";
        if (actor == null && ticket != null) {
            try {
                masked = joining.maskedMobile(ticket);
            } catch (Refusal expired) {
                return "redirect:/join";
            }
        }
        model.addAttribute("maskedMobile", masked);
        return "volunteer/details";
    }

    private boolean isVolunteer(Actor actor) {
        return volunteers.findByAccount(actor.accountId()).isPresent();
    }

    /** The second step as it was sent. */
    private record Sent(
            Form form,
            @Nullable Actor actor,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {}
}
