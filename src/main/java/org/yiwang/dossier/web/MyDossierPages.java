package org.yiwang.dossier.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.dossier.Award;
import org.yiwang.dossier.AwardLevel;
import org.yiwang.dossier.CommendationDraft;
import org.yiwang.dossier.Commendations;
import org.yiwang.dossier.Dossiers;
import org.yiwang.dossier.Voices;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.OrganizationView;
import org.yiwang.record.Records;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.PersonalData;
import org.yiwang.volunteer.Profiles;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Idempotency;
import org.yiwang.web.Then;

/** My dossier: the five statutory groups as one document, one entry with its story, applying for an award. */
@Controller
class MyDossierPages {

    private final Dossiers dossiers;
    private final Commendations commendations;
    private final Voices voices;
    private final Records records;
    private final Volunteers volunteers;
    private final PersonalData personalData;
    private final Profiles profiles;
    private final Regions regions;
    private final Codes codes;
    private final Idempotency idempotency;

    MyDossierPages(
            Dossiers dossiers,
            Commendations commendations,
            Voices voices,
            Records records,
            Volunteers volunteers,
            PersonalData personalData,
            Profiles profiles,
            Regions regions,
            Codes codes,
            Idempotency idempotency) {
        this.dossiers = dossiers;
        this.commendations = commendations;
        this.voices = voices;
        this.records = records;
        this.volunteers = volunteers;
        this.personalData = personalData;
        this.profiles = profiles;
        this.regions = regions;
        this.codes = codes;
        this.idempotency = idempotency;
    }

    @GetMapping("/me/dossier")
    @Access(SIGNED_IN)
    String dossier(Actor actor, @RequestParam(required = false) @Nullable String of, Locale locale, Model model) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        Optional<VolunteerView> chosen = choose(people, of);
        if (chosen.isEmpty()) {
            return "volunteer/no-card";
        }
        VolunteerView person = chosen.get();
        model.addAttribute("people", people);
        model.addAttribute("person", person);
        model.addAttribute("basic", personalData.basic(actor, person.id()));
        model.addAttribute("profile", profiles.get(actor, person.id()));
        model.addAttribute(
                "residence",
                regions.find(person.residence()).map(RegionView::fullName).orElse(""));
        model.addAttribute("totals", records.totals(actor, person.id()));
        model.addAttribute("dossier", dossiers.mine(actor, person.id()));
        model.addAttribute("hidden", dossiers.countHidden(actor, person.id()));
        model.addAttribute("asked", voices.asked(actor));
        model.addAttribute("codes", new CodeWords(codes, locale));
        return "dossier/mine";
    }

    @GetMapping("/me/dossier/{entry}")
    @Access(SIGNED_IN)
    String entry(
            Actor actor,
            @PathVariable @Tsid long entry,
            @RequestParam(required = false) @Nullable String of,
            Locale locale,
            Model model) {
        Optional<VolunteerView> chosen = choose(volunteers.actingFor(actor), of);
        return chosen.isEmpty() ? "volunteer/no-card" : show(actor, chosen.get(), entry, Form.empty(), locale, model);
    }

    @PostMapping("/me/dossier/{entry}/objection")
    @Access(SIGNED_IN)
    String object(
            Actor actor,
            @PathVariable @Tsid long entry,
            Form form,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Optional<VolunteerView> chosen = choose(volunteers.actingFor(actor), form.value("of"));
        if (chosen.isEmpty()) {
            return "volunteer/no-card";
        }
        VolunteerView person = chosen.get();
        String words = form.text("words", 2, 500);
        return form.submit(
                () -> dossiers.object(actor, person.id(), entry, words),
                () -> Then.go(
                        response,
                        "/me/dossier/" + Ids.text(entry) + "?of=" + Ids.text(person.id()),
                        "dossier.objected"),
                () -> show(actor, person, entry, form, locale, model));
    }

    private String show(Actor actor, VolunteerView person, long entry, Form form, Locale locale, Model model) {
        model.addAttribute("entry", dossiers.entry(actor, person.id(), entry));
        model.addAttribute("form", form);
        model.addAttribute("codes", new CodeWords(codes, locale));
        return "dossier/entry";
    }

    @GetMapping("/me/commendations/new")
    @Access(SIGNED_IN)
    String application(Actor actor, @RequestParam(required = false) @Nullable String of, Model model) {
        Optional<VolunteerView> chosen = choose(volunteers.actingFor(actor), of);
        return chosen.isEmpty() ? "volunteer/no-card" : show(actor, chosen.get(), Form.empty(), model);
    }

    @PostMapping("/me/commendations")
    @Access(SIGNED_IN)
    String apply(Actor actor, Form form, HttpServletResponse response, Model model) {
        Optional<VolunteerView> chosen = choose(volunteers.actingFor(actor), form.value("of"));
        if (chosen.isEmpty()) {
            return "volunteer/no-card";
        }
        VolunteerView person = chosen.get();
        Award award = form.choice("award", Award.class);
        AwardLevel level = award == Award.GOVERNMENT ? form.choice("level", AwardLevel.class) : null;
        CommendationDraft draft = DraftForms.commendation(form, award, level);
        Long team = Ids.parse(form.value("organization")).orElse(null);
        return form.submit(
                () -> idempotency.once(
                        actor,
                        form.value("_key"),
                        "dossier.apply",
                        String.class,
                        () -> Ids.text(commendations.apply(actor, person.id(), draft, team))),
                () -> Then.go(response, "/me/dossier?of=" + Ids.text(person.id()), "dossier.applied"),
                () -> show(actor, person, form, model));
    }

    private String show(Actor actor, VolunteerView person, Form form, Model model) {
        Map<String, String> teams = new LinkedHashMap<>();
        for (OrganizationView team : commendations.organizationsOf(actor, person.id())) {
            teams.put(Ids.text(team.id()), team.name());
        }
        model.addAttribute("person", person);
        model.addAttribute("teams", teams);
        model.addAttribute("form", form);
        return "dossier/apply";
    }

    static Optional<VolunteerView> choose(List<VolunteerView> people, @Nullable String id) {
        Optional<Long> wanted = id == null || id.isEmpty() ? Optional.empty() : Ids.parse(id);
        return wanted.isPresent()
                ? people.stream().filter(p -> p.id() == wanted.get()).findFirst()
                : people.stream().findFirst();
    }
}
