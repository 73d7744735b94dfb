package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;
import static org.yiwang.kernel.Permission.VOLUNTEER_REVIEW;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.EnumMap;
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
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.DocumentPictures;
import org.yiwang.volunteer.DocumentPictures.Side;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerReview;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Pictures of a document that no machine can check: given by the person, looked at by whoever decides. */
@Controller
class DocumentPages {

    private static final String HOME = "/me/document";

    private final DocumentPictures pictures;
    private final Volunteers volunteers;
    private final VolunteerReview review;
    private final Choices choices;

    DocumentPages(DocumentPictures pictures, Volunteers volunteers, VolunteerReview review, Choices choices) {
        this.pictures = pictures;
        this.volunteers = volunteers;
        this.review = review;
        this.choices = choices;
    }

    @GetMapping(HOME)
    @Access(SIGNED_IN)
    String show(Actor actor, @RequestParam(required = false) @Nullable String of, Model model) {
        return show(Form.empty(), person(actor, of == null ? "" : of), actor, model);
    }

    /** Each side on its own: a good picture is kept when the other is refused. */
    @PostMapping(HOME)
    @Access(SIGNED_IN)
    String add(
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile front,
            @RequestParam(required = false) @Nullable MultipartFile back,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        VolunteerView person = person(actor, form.value("of"));
        if (!Upload.chosen(front) && !Upload.chosen(back)) {
            form.fail("front", "problem.volunteer.picture-empty");
        }
        add(form, "front", front, actor, person);
        add(form, "back", back, actor, person);
        if (form.ok()) {
            return Then.go(response, "/me/card?of=" + Ids.text(person.id()), "notice.volunteer.pictures-saved");
        }
        return show(form, person, actor, model);
    }

    private void add(Form form, String field, @Nullable MultipartFile file, Actor actor, VolunteerView person) {
        if (file == null || !Upload.chosen(file)) {
            return;
        }
        try {
            Side side = Side.valueOf(field.toUpperCase(Locale.ROOT));
            pictures.add(actor, person.id(), side, Upload.bytes(file, pictures.mostBytes()));
        } catch (Refusal refusal) {
            form.refuse(refusal.at(field));
        }
    }

    private String show(Form form, VolunteerView person, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("people", volunteers.actingFor(actor));
        model.addAttribute("person", person);
        model.addAttribute("given", pictures.given(actor, person.id()));
        return "volunteer/document";
    }

    /** Shows the pictures of a case once, for a purpose; nothing of it is kept by the browser. */
    @PostMapping("/gov/volunteers/queue/{volunteer}/{id}/pictures")
    @Access(VOLUNTEER_REVIEW)
    String look(
            Form form,
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long id,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        String purpose = form.text("purpose", 2, 200);
        Map<Side, String> shown = new EnumMap<>(Side.class);
        if (form.ok()) {
            try {
                pictures.look(actor, volunteer, id, purpose)
                        .forEach((side, jpeg) -> shown.put(
                                side,
                                "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg)));
            } catch (Refusal refusal) {
                form.refuse(refusal);
            }
        }
        model.addAttribute("form", form);
        model.addAttribute("it", review.get(actor, volunteer, id));
        model.addAttribute("documents", choices.of("id-type", LocaleContextHolder.getLocale()));
        model.addAttribute("shown", shown);
        return "volunteer/case";
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
