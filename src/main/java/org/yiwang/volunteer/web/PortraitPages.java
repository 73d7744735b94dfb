package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.account.Consents;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.Cards;
import org.yiwang.volunteer.DocumentPictures;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The photo on the card, and the card on paper. */
@Controller
class PortraitPages {

    private static final String HOME = "/me/card/photo";

    private final Cards cards;
    private final Volunteers volunteers;
    private final DocumentPictures pictures;
    private final Consents consents;

    PortraitPages(Cards cards, Volunteers volunteers, DocumentPictures pictures, Consents consents) {
        this.cards = cards;
        this.volunteers = volunteers;
        this.pictures = pictures;
        this.consents = consents;
    }

    @GetMapping(HOME)
    @Access(SIGNED_IN)
    String show(Actor actor, @RequestParam(required = false) @Nullable String of, Model model) {
        return show(Form.empty(), actor, person(actor, of == null ? "" : of), model);
    }

    @PostMapping(HOME)
    @Access(SIGNED_IN)
    String save(
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        VolunteerView person = person(actor, form.value("of"));
        try {
            byte[] file = photo == null ? new byte[0] : Upload.bytes(photo, pictures.mostBytes());
            cards.setPortrait(actor, person.id(), file, form.ticked("consent"));
            return Then.go(response, "/me/card?of=" + Ids.text(person.id()), "notice.volunteer.photo-saved");
        } catch (Refusal refusal) {
            form.refuse(refusal.field() == null ? refusal.at("photo") : refusal);
        }
        return show(form, actor, person, model);
    }

    @PostMapping(HOME + "/remove")
    @Access(SIGNED_IN)
    String remove(Form form, Actor actor, HttpServletResponse response) {
        VolunteerView person = person(actor, form.value("of"));
        cards.removePortrait(actor, person.id());
        return Then.go(response, "/me/card?of=" + Ids.text(person.id()), "notice.volunteer.photo-removed");
    }

    /** The photo itself; kept by nobody's browser. */
    @GetMapping(HOME + ".jpg")
    @Access(SIGNED_IN)
    ResponseEntity<byte[]> photo(Actor actor, @RequestParam String of) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_JPEG)
                .body(cards.portrait(actor, person(actor, of).id())
                        .orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN)));
    }

    /** The card on paper, to be worn on duty. */
    @GetMapping("/me/card/print")
    @Access(SIGNED_IN)
    String print(
            Actor actor,
            @RequestParam(required = false) @Nullable String of,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        long id = person(actor, of == null ? "" : of).id();
        model.addAttribute("card", cards.print(actor, id));
        model.addAttribute("badges", cards.badges(id));
        return "volunteer/card-print";
    }

    private String show(Form form, Actor actor, VolunteerView person, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("people", volunteers.actingFor(actor));
        model.addAttribute("person", person);
        model.addAttribute("has", cards.portrait(actor, person.id()).isPresent());
        model.addAttribute("text", consents.current(Consents.PORTRAIT));
        return "volunteer/photo";
    }

    private VolunteerView person(Actor actor, String of) {
        if (!of.isEmpty()) {
            return volunteers.require(actor, Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN)));
        }
        return volunteers.actingFor(actor).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
    }
}
