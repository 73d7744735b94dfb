package org.yiwang.exchange.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yiwang.exchange.Arrivals;
import org.yiwang.exchange.Passports;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.PersonalData;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The service passport: a code, one click, a file. And what became of those made before. */
@Controller
class PassportPages {

    static final String HOME = "/me/passport";

    private final Passports passports;
    private final Arrivals arrivals;
    private final PersonalData personal;
    private final PassportPaper paper;
    private final Whose whose;

    PassportPages(Passports passports, Arrivals arrivals, PersonalData personal, PassportPaper paper, Whose whose) {
        this.passports = passports;
        this.arrivals = arrivals;
        this.personal = personal;
        this.paper = paper;
        this.whose = whose;
    }

    @GetMapping(HOME)
    @Access(SIGNED_IN)
    String show(Actor actor, @RequestParam(required = false) @Nullable String of, Model model) {
        if (whose.nobody(actor)) {
            return "volunteer/no-card";
        }
        return show(Form.empty(), false, actor, whose.person(actor, of), model);
    }

    @PostMapping(HOME + "/code")
    @Access(SIGNED_IN)
    String code(Form form, Actor actor, HttpServletRequest request, Model model) {
        VolunteerView person = whose.person(actor, form.value("of"));
        boolean sent = form.ticked("sent");
        try {
            personal.sendCode(actor, request.getRemoteAddr());
            sent = true;
        } catch (Refusal refusal) {
            form.refuse(refusal);
        }
        return show(form, sent, actor, person, model);
    }

    /** Answers with the file itself; the page stays as it is in the browser. */
    @PostMapping(HOME)
    @Access(SIGNED_IN)
    Object make(Form form, Actor actor, Locale locale, Model model) {
        VolunteerView person = whose.person(actor, form.value("of"));
        String code = form.text("code", 1, 10);
        if (form.ok()) {
            try {
                String ticket = personal.prove(actor, code);
                Passports.Wish wish = new Passports.Wish(form.ticked("document"), form.ticked("moving"));
                return file(passports.make(actor, person.id(), ticket, wish, p -> paper.write(p, locale)));
            } catch (Refusal refusal) {
                form.refuse(refusal);
            }
        }
        return new ModelAndView(show(form, form.ticked("sent"), actor, person, model), model.asMap());
    }

    static ResponseEntity<byte[]> file(Passports.Made made) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"yiwang-passport-"
                                + Ids.text(made.view().passportId()) + ".html\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(made.file());
    }

    @PostMapping(HOME + "/{volunteer}/{id}/revoke")
    @Access(SIGNED_IN)
    String revoke(
            Form form,
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long id,
            HttpServletResponse response,
            Model model) {
        return form.submit(
                () -> passports.revoke(actor, volunteer, id),
                () -> Then.go(response, home(volunteer), "notice.exchange.revoked"),
                () -> show(form, false, actor, whose.person(actor, Ids.text(volunteer)), model));
    }

    @PostMapping(HOME + "/receipt")
    @Access(SIGNED_IN)
    String receipt(Form form, Actor actor, HttpServletResponse response, Model model) {
        VolunteerView person = whose.person(actor, form.value("of"));
        String text = form.text("receipt", 1, 4000);
        return form.submit(
                () -> passports.complete(text),
                () -> Then.go(response, home(person.id()), "notice.exchange.moved"),
                () -> show(form, false, actor, person, model));
    }

    @PostMapping(HOME + "/back")
    @Access(SIGNED_IN)
    String back(Form form, Actor actor, HttpServletResponse response, Model model) {
        VolunteerView person = whose.person(actor, form.value("of"));
        return form.submit(
                () -> passports.comeBack(actor, person.id()),
                () -> Then.go(response, home(person.id()), "notice.exchange.back"),
                () -> show(form, false, actor, person, model));
    }

    private String show(Form form, boolean sent, Actor actor, VolunteerView person, Model model) {
        whose.show(actor, person, model);
        model.addAttribute("form", form);
        model.addAttribute("sent", sent);
        model.addAttribute("passports", passports.list(actor, person.id()));
        model.addAttribute("arrivals", arrivals.list(actor, person.id()));
        model.addAttribute("departure", passports.departure(actor, person.id()).orElse(null));
        return "exchange/passport";
    }

    private static String home(long volunteer) {
        return HOME + "?of=" + Ids.text(volunteer);
    }
}
