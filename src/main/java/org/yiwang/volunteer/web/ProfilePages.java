package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.ProfileView;
import org.yiwang.volunteer.Profiles;
import org.yiwang.volunteer.Qualifications;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The profile, one small page for each part; every part may be left out. */
@Controller
class ProfilePages {

    /** The parts in the order in which they are offered. */
    static final List<String> PARTS =
            List.of("skills", "slots", "categories", "languages", "background", "vow", "tags");

    private final Profiles profiles;
    private final Qualifications qualifications;
    private final Volunteers volunteers;
    private final Regions regions;
    private final Choices choices;

    ProfilePages(
            Profiles profiles, Qualifications qualifications, Volunteers volunteers, Regions regions, Choices choices) {
        this.profiles = profiles;
        this.qualifications = qualifications;
        this.volunteers = volunteers;
        this.regions = regions;
        this.choices = choices;
    }

    @GetMapping("/me/profile")
    @Access(SIGNED_IN)
    String overview(Actor actor, @RequestParam(required = false) @Nullable String of, Locale locale, Model model) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        if (people.isEmpty()) {
            return "volunteer/no-card";
        }
        VolunteerView person = person(actor, of);
        model.addAttribute("people", people);
        model.addAttribute("person", person);
        model.addAttribute("profile", profiles.get(actor, person.id()));
        model.addAttribute(
                "residence",
                regions.find(person.residence()).map(RegionView::fullName).orElse(""));
        model.addAttribute("qualifications", qualifications.list(actor, person.id()));
        model.addAttribute("names", new ProfileNames(choices, locale));
        return "volunteer/profile";
    }

    @GetMapping("/me/profile/{part}")
    @Access(SIGNED_IN)
    String part(
            Actor actor,
            @PathVariable String part,
            @RequestParam(required = false) @Nullable String of,
            Locale locale,
            Model model) {
        VolunteerView person = person(actor, of);
        ProfileView now = profiles.get(actor, person.id());
        Form form = Form.empty()
                .with("skills", now.skills())
                .with("slots", now.slots())
                .with("categories", now.categories())
                .with("languages", now.languages())
                .with("education", now.education())
                .with("employment", now.employment())
                .with("politicalStatus", now.politicalStatus());
        return show(part, form, person, now, locale, model);
    }

    @PostMapping("/me/profile/{part}")
    @Access(SIGNED_IN)
    String save(
            Actor actor,
            @PathVariable String part,
            Form form,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        VolunteerView person = person(actor, form.value("of").isEmpty() ? null : form.value("of"));
        try {
            store(actor, person.id(), part, form);
            if (form.ok()) {
                return Then.go(response, "/me/profile?of=" + Ids.text(person.id()), "notice.volunteer.profile-saved");
            }
        } catch (Refusal refusal) {
            form.refuse(refusal);
        }
        return show(part, form, person, profiles.get(actor, person.id()), locale, model);
    }

    private void store(Actor actor, long id, String part, Form form) {
        switch (part) {
            case "skills" -> profiles.setSkills(actor, id, form.values(part));
            case "slots" -> profiles.setSlots(actor, id, form.values(part));
            case "categories" -> profiles.setCategories(actor, id, form.values(part));
            case "languages" -> profiles.setLanguages(actor, id, form.values(part));
            case "background" ->
                profiles.setBackground(
                        actor, id, form.value("education"), form.value("employment"), form.value("politicalStatus"));
            case "vow" -> profiles.takeVow(actor, id, form.integer("version", 1, 10_000));
            case "tags" -> tag(actor, id, form);
            default -> throw new Refusal(VolunteerProblem.UNKNOWN);
        }
    }

    private void tag(Actor actor, long id, Form form) {
        if (form.ticked("remove")) {
            profiles.removeTag(actor, id, form.value("remove"));
            return;
        }
        String tag = form.text("tag", 1, 10);
        LocalDate expires = form.value("expiresOn").isEmpty() ? null : form.date("expiresOn");
        if (form.ok()) {
            profiles.addTag(actor, id, tag, expires);
        }
    }

    private String show(String part, Form form, VolunteerView person, ProfileView now, Locale locale, Model model) {
        if (!PARTS.contains(part)) {
            throw new Refusal(VolunteerProblem.UNKNOWN);
        }
        model.addAttribute("form", form);
        model.addAttribute("person", person);
        model.addAttribute("part", part);
        model.addAttribute("profile", now);
        model.addAttribute("names", new ProfileNames(choices, locale));
        if (part.equals("vow")) {
            model.addAttribute("vow", profiles.vow());
            return "volunteer/vow";
        }
        return switch (part) {
            case "slots" -> "volunteer/slots";
            case "background" -> "volunteer/background";
            case "tags" -> "volunteer/tags";
            default -> "volunteer/checks";
        };
    }

    private VolunteerView person(Actor actor, @Nullable String of) {
        if (of != null) {
            return volunteers.require(actor, Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN)));
        }
        return volunteers.actingFor(actor).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
    }
}
