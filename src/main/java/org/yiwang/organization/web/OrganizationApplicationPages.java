package org.yiwang.organization.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.FiledWith;
import org.yiwang.organization.JoinPolicy;
import org.yiwang.organization.Memberships;
import org.yiwang.organization.OrganizationApplications;
import org.yiwang.organization.OrganizationDraft;
import org.yiwang.organization.OrganizationProblem;
import org.yiwang.organization.OrganizationProfile;
import org.yiwang.organization.OrganizationState;
import org.yiwang.region.RegionPickers;
import org.yiwang.region.Regions;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Idempotency;
import org.yiwang.web.Then;

/** Applying for an organization in two steps, region first, and what became of it; the person's own teams. */
@Controller
class OrganizationApplicationPages {

    private static final String MINE = "/organizations/mine";

    private final OrganizationApplications applications;
    private final Memberships memberships;
    private final Regions regions;
    private final RegionPickers pickers;
    private final ChoiceLists choices;
    private final OrganizationWords words;
    private final Idempotency idempotency;

    OrganizationApplicationPages(
            OrganizationApplications applications,
            Memberships memberships,
            Regions regions,
            RegionPickers pickers,
            ChoiceLists choices,
            OrganizationWords words,
            Idempotency idempotency) {
        this.applications = applications;
        this.memberships = memberships;
        this.regions = regions;
        this.pickers = pickers;
        this.choices = choices;
        this.words = words;
        this.idempotency = idempotency;
    }

    @GetMapping("/organizations/new")
    @Access(SIGNED_IN)
    String begin(Form form, Actor actor, HttpServletResponse response, Locale locale, Model model) {
        try {
            applications.requireMayApply(actor);
        } catch (Refusal refusal) {
            if (refusal.problem() != OrganizationProblem.NOT_A_VOLUNTEER) {
                throw refusal;
            }
            return Then.go(response, "/join", "notice.organization.join-first");
        }
        form.with("teamType", "1").with("filedWith", FiledWith.COMMUNITY).with("joinPolicy", JoinPolicy.REVIEW);
        return regionOrRest(form, "/organizations/new", 0, locale, model);
    }

    @PostMapping("/organizations/new")
    @Access(SIGNED_IN)
    String apply(Form form, Actor actor, Locale locale, HttpServletResponse response, Model model) {
        RegionCode region = region(form);
        OrganizationDraft draft = OrganizationForm.draft(form, region);
        Integer honesty = OrganizationForm.honesty(form);
        return form.submit(
                () -> {
                    long id = idempotency.once(
                            actor,
                            form.value("_key"),
                            "organization.apply",
                            Long.class,
                            () -> applications.apply(actor, draft, honesty));
                    return Then.go(response, MINE + "/" + Ids.text(id), "organization.sent");
                },
                () -> rest(form, region, "/organizations/new", 0, locale, model));
    }

    @GetMapping("/organizations/mine")
    @Access(SIGNED_IN)
    String mine(Actor actor, Model model) {
        model.addAttribute("applications", applications.list(actor));
        model.addAttribute("memberships", memberships.list(actor));
        model.addAttribute("offers", memberships.offers(actor));
        model.addAttribute("honesty", applications.honesty());
        return "organization/mine";
    }

    @GetMapping("/organizations/mine/{id}")
    @Access(SIGNED_IN)
    String one(@PathVariable @Tsid long id, Actor actor, Model model) {
        model.addAttribute("organization", applications.get(actor, id));
        model.addAttribute("decisions", applications.decisions(actor, id));
        model.addAttribute("words", words);
        return "organization/application";
    }

    @GetMapping("/organizations/mine/{id}/edit")
    @Access(SIGNED_IN)
    String edit(@PathVariable @Tsid long id, Form form, Actor actor, Locale locale, Model model) {
        OrganizationProfile profile = applications.get(actor, id);
        if (!isOpen(profile)) {
            return "redirect:" + MINE + "/" + Ids.text(id);
        }
        boolean regionChosen = !form.value("region").isEmpty();
        Form filled = OrganizationForm.of(profile);
        if (regionChosen) {
            filled.with("region", form.value("region"));
        }
        boolean choosing = pickers.step(form) || form.ticked("choose");
        return choosing
                ? chooseRegion(regionChosen ? form : filled, editPath(id), locale, model)
                : rest(filled, region(filled), editPath(id), id, locale, model);
    }

    @PostMapping("/organizations/mine/{id}/edit")
    @Access(SIGNED_IN)
    String correct(
            @PathVariable @Tsid long id,
            Form form,
            Actor actor,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        RegionCode region = region(form);
        OrganizationDraft draft = OrganizationForm.draft(form, region);
        return form.submit(
                () -> applications.correct(actor, id, draft),
                () -> Then.go(response, MINE + "/" + Ids.text(id), "organization.sent"),
                () -> rest(form, region, editPath(id), id, locale, model));
    }

    @PostMapping("/organizations/mine/{id}/withdraw")
    @Access(SIGNED_IN)
    String withdraw(@PathVariable @Tsid long id, Actor actor, HttpServletResponse response) {
        applications.withdraw(actor, id);
        return Then.go(response, MINE, "organization.withdrawn");
    }

    @PostMapping("/organizations/{id}/posts/{post}")
    @Access(SIGNED_IN)
    String answerPost(
            @PathVariable @Tsid long id,
            @PathVariable("post") @Tsid long post,
            Form form,
            Actor actor,
            HttpServletResponse response) {
        boolean accept = "yes".equals(form.value("answer"));
        Integer honesty = form.ticked("honesty")
                ? form.optionalInteger("honestyVersion", 0, 1_000_000).orElse(null)
                : null;
        memberships.answerPost(actor, id, post, accept, honesty);
        return Then.go(response, MINE, accept ? "organization.post-taken" : "organization.declined");
    }

    static boolean isOpen(OrganizationProfile profile) {
        return profile.state() == OrganizationState.WAITING || profile.state() == OrganizationState.RETURNED;
    }

    private static String editPath(long id) {
        return MINE + "/" + Ids.text(id) + "/edit";
    }

    private RegionCode region(Form form) {
        RegionCode city = regions.city().code();
        return pickers.read(form, "region", city, city.level());
    }

    private String regionOrRest(Form form, String path, long itself, Locale locale, Model model) {
        boolean step = pickers.step(form);
        if (step || form.value("region").isEmpty() || !form.ticked("go")) {
            return chooseRegion(form, path, locale, model);
        }
        RegionCode region = region(form);
        return form.ok() ? rest(form, region, path, itself, locale, model) : chooseRegion(form, path, locale, model);
    }

    private String chooseRegion(Form form, String path, Locale locale, Model model) {
        RegionCode city = regions.city().code();
        model.addAttribute("form", form);
        model.addAttribute("path", path);
        model.addAttribute("picker", pickers.show(form, "region", city, city.level()));
        return "organization/new-region";
    }

    private String rest(Form form, RegionCode region, String path, long itself, Locale locale, Model model) {
        choices.add(model, locale);
        model.addAttribute("form", form);
        model.addAttribute("path", path);
        model.addAttribute("editing", itself != 0);
        model.addAttribute("region", region.value());
        model.addAttribute("place", words.place(region));
        model.addAttribute("parents", choices.above(region, itself));
        model.addAttribute("filedWith", choices.names("organization.filed-with.", List.of(FiledWith.values()), locale));
        model.addAttribute("joinPolicies", choices.names("organization.join.", List.of(JoinPolicy.values()), locale));
        model.addAttribute("honesty", applications.honesty());
        return "organization/new";
    }
}
