package org.yiwang.dossier.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.dossier.DossierProblem;
import org.yiwang.dossier.Voice;
import org.yiwang.dossier.Voices;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** How was it? A volunteer says what an activity was like, and reads what the team said. */
@Controller
class VoicePages {

    private static final String ONE = "/me/evaluations/{activity}";

    private final Voices voices;
    private final Codes codes;

    VoicePages(Voices voices, Codes codes) {
        this.voices = voices;
        this.codes = codes;
    }

    @GetMapping(ONE)
    @Access(SIGNED_IN)
    String ask(
            Actor actor,
            @PathVariable @Tsid long activity,
            @RequestParam(required = false) @Nullable String of,
            Locale locale,
            Model model) {
        return show(actor, activity, of, null, locale, model);
    }

    @PostMapping(ONE)
    @Access(SIGNED_IN)
    String say(
            Actor actor,
            @PathVariable @Tsid long activity,
            Form form,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        VolunteerView person = person(actor, activity, form.value("of"));
        Voice voice = new Voice(
                form.optionalInteger("safety", 1, 3).orElse(null),
                form.optionalInteger("organizing", 1, 3).orElse(null),
                form.optionalInteger("usefulness", 1, 3).orElse(null),
                form.text("words", 0, 500));
        return form.submit(
                () -> voices.say(actor, person.id(), activity, voice),
                () -> Then.go(
                        response,
                        "/me/evaluations/" + Ids.text(activity) + "?of=" + Ids.text(person.id()),
                        "dossier.said"),
                () -> show(actor, activity, form.value("of"), form, locale, model));
    }

    private String show(
            Actor actor, long activity, @Nullable String of, @Nullable Form typed, Locale locale, Model model) {
        List<VolunteerView> people = voices.served(actor, activity);
        VolunteerView person = person(actor, activity, of);
        Voices.Mutual mutual = voices.find(actor, person.id(), activity);
        Form form = typed;
        if (form == null) {
            form = Form.empty();
            Voice said = mutual.voice();
            if (said != null) {
                form.with("safety", said.safety())
                        .with("organizing", said.organizing())
                        .with("usefulness", said.usefulness())
                        .with("words", said.words());
            }
        }
        model.addAttribute("people", people);
        model.addAttribute("person", person);
        model.addAttribute("mutual", mutual);
        model.addAttribute("form", form);
        model.addAttribute("codes", new CodeWords(codes, locale));
        return "dossier/how-was-it";
    }

    private VolunteerView person(Actor actor, long activity, @Nullable String of) {
        Optional<VolunteerView> person = MyDossierPages.choose(voices.served(actor, activity), of);
        return person.orElseThrow(() -> new Refusal(DossierProblem.NOT_SERVED));
    }
}
