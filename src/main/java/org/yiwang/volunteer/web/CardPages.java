package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.account.Consents;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.CardView;
import org.yiwang.volunteer.Cards;
import org.yiwang.volunteer.DocumentPictures;
import org.yiwang.volunteer.Registrant;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.SensitiveConsent;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.VolunteerView.State;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The electronic card, and the page that a scan of it opens. */
@Controller
class CardPages {

    private final Cards cards;
    private final Volunteers volunteers;
    private final Registration registration;
    private final DocumentPictures pictures;
    private final SensitiveConsent consents;
    private final Consents documents;

    CardPages(
            Cards cards,
            Volunteers volunteers,
            Registration registration,
            DocumentPictures pictures,
            SensitiveConsent consents,
            Consents documents) {
        this.cards = cards;
        this.volunteers = volunteers;
        this.registration = registration;
        this.pictures = pictures;
        this.consents = consents;
        this.documents = documents;
    }

    @GetMapping("/me/card")
    @Access(SIGNED_IN)
    String card(Actor actor, @RequestParam(required = false) @Nullable String of, Model model) {
        return card(Form.empty(), actor, of, model);
    }

    private String card(Form form, Actor actor, @Nullable String of, Model model) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        Optional<VolunteerView> chosen = of == null
                ? people.stream().findFirst()
                : Optional.of(volunteers.require(
                        actor, Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN))));
        if (chosen.isEmpty()) {
            return "volunteer/no-card";
        }
        VolunteerView person = chosen.get();
        model.addAttribute("form", form);
        model.addAttribute("people", people);
        model.addAttribute("person", person);
        if (person.state() != State.VALID) {
            model.addAttribute("pictures", pictures.given(actor, person.id()));
            model.addAttribute("sensitive", documents.current(Consents.SENSITIVE_DATA));
            return "volunteer/card-waiting";
        }
        model.addAttribute("companion", volunteers.needsCompanion(person));
        model.addAttribute("card", cards.get(actor, person.id()));
        model.addAttribute("photo", cards.portrait(actor, person.id()).isPresent());
        model.addAttribute("badges", cards.badges(person.id()));
        return "volunteer/card";
    }

    /** The code alone, which the page asks for again and again. */
    @GetMapping("/me/card/code")
    @Access(SIGNED_IN)
    String code(Actor actor, @RequestParam String of, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        long id = Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
        model.addAttribute("card", cards.get(actor, id));
        return "volunteer/code";
    }

    /** Asks the guardian again, perhaps at a corrected number. */
    @PostMapping("/me/card/guardian")
    @Access(SIGNED_IN)
    String askAgain(Form form, Actor actor, HttpServletResponse response, Model model) {
        String name = form.text("guardianName", 1, 50);
        String mobile = form.text("guardianMobile", 1, 20);
        return form.submit(
                () -> registration.askGuardianAgain(actor, new Registrant.Guardian(name, mobile)),
                () -> Then.go(response, "/me/card", "notice.volunteer.guardian-asked"),
                () -> card(form, actor, null, model));
    }

    /** Gives the consent to sensitive data again. */
    @PostMapping("/me/card/consent")
    @Access(SIGNED_IN)
    String consent(Form form, Actor actor, HttpServletResponse response, Model model) {
        String of = form.value("of");
        return form.submit(
                () -> {
                    long id = Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
                    consents.give(actor, id, form.ticked("sensitive"));
                    return Then.go(response, "/me/card?of=" + of, "notice.volunteer.consent-given");
                },
                () -> card(form, actor, of, model));
    }

    /** What anybody sees who scans a card: masked name, number, valid or not. */
    @GetMapping("/c/{code}")
    @Access(ANYONE)
    String scanned(@PathVariable String code, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        try {
            CardView.Scanned scanned = cards.look(code);
            byte[] portrait = scanned.portrait();
            model.addAttribute("scanned", scanned);
            model.addAttribute(
                    "photo",
                    portrait == null
                            ? ""
                            : "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(portrait));
            return "volunteer/scanned";
        } catch (Refusal refusal) {
            response.setStatus(refusal.problem().kind().status());
            model.addAttribute("refusal", refusal);
            return "volunteer/not-a-card";
        }
    }
}
