package org.yiwang.organization.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
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
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.MemberView;
import org.yiwang.organization.Memberships;
import org.yiwang.organization.OrganizationDirectory;
import org.yiwang.organization.OrganizationFilter;
import org.yiwang.organization.OrganizationProfile;
import org.yiwang.organization.Organizations;
import org.yiwang.organization.PublicVoices;
import org.yiwang.organization.TeamBadge;
import org.yiwang.region.RegionPickers;
import org.yiwang.region.Regions;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The public list of bodies and teams, one of them, and joining it. */
@Controller
class OrganizationPages {

    private final OrganizationDirectory directory;
    private final Organizations organizations;
    private final Memberships memberships;
    private final Regions regions;
    private final RegionPickers pickers;
    private final ChoiceLists choices;
    private final OrganizationWords words;
    private final PublicVoices voices;
    private final TeamBadge badges;

    OrganizationPages(
            OrganizationDirectory directory,
            Organizations organizations,
            Memberships memberships,
            Regions regions,
            RegionPickers pickers,
            ChoiceLists choices,
            OrganizationWords words,
            PublicVoices voices,
            TeamBadge badges) {
        this.directory = directory;
        this.organizations = organizations;
        this.memberships = memberships;
        this.regions = regions;
        this.pickers = pickers;
        this.choices = choices;
        this.words = words;
        this.voices = voices;
        this.badges = badges;
    }

    @GetMapping("/organizations")
    @Access(ANYONE)
    String list(Form form, Locale locale, Model model) {
        boolean step = pickers.step(form);
        RegionCode city = regions.city().code();
        RegionCode region =
                pickers.readOptional(form, "region", city, city.level()).orElse(null);
        OrganizationFilter filter = new OrganizationFilter(
                region != null && form.error("region") == null ? region : null,
                form.value("kind"),
                form.value("category"),
                form.value("q"));
        int page = form.optionalInteger("page", 1, 10_000).orElse(1);
        model.addAttribute("slice", directory.list(filter, page));
        model.addAttribute("form", form);
        model.addAttribute(
                "open", step || !(form.value("region") + form.value("kind") + form.value("category")).isEmpty());
        model.addAttribute("picker", pickers.show(form, "region", city, city.level()));
        choices.add(model, locale);
        model.addAttribute("words", words);
        return "organization/list";
    }

    @GetMapping("/organizations/{id}")
    @Access(ANYONE)
    String detail(@PathVariable @Tsid long id, @Nullable Actor actor, Model model) {
        return show(directory.get(id), Form.empty(), actor, model);
    }

    private String show(OrganizationProfile profile, Form form, @Nullable Actor actor, Model model) {
        model.addAttribute("organization", profile);
        model.addAttribute("below", directory.below(profile.id()));
        model.addAttribute("form", form);
        model.addAttribute("words", words);
        model.addAttribute("voices", voices.of(profile.id()).orElse(null));
        model.addAttribute("badge", badges.of(profile.id()).orElse(null));
        model.addAttribute(
                "membership",
                actor == null ? null : memberships.find(actor, profile.id()).orElse(null));
        model.addAttribute("leads", actor != null && leads(actor, profile.id()));
        return "organization/detail";
    }

    private boolean leads(Actor actor, long id) {
        Reach reach = actor.reach(Permission.ORGANIZATION_MANAGE);
        return organizations
                .find(id)
                .filter(o -> reach.covers(o.region(), o.ancestors()))
                .isPresent();
    }

    @GetMapping("/organizations/units/{id}")
    @Access(ANYONE)
    String unit(@PathVariable @Tsid long id, Model model) {
        model.addAttribute("unit", directory.unit(id));
        model.addAttribute("words", words);
        return "organization/unit";
    }

    @PostMapping("/organizations/{id}/join")
    @Access(SIGNED_IN)
    String join(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        return form.submit(
                response,
                () -> {
                    MemberView.State state = memberships.join(actor, id, form.value("passCode"), form.value("message"));
                    return Then.go(
                            response,
                            "/organizations/" + Ids.text(id),
                            "organization.joined." + state.name().toLowerCase(Locale.ROOT));
                },
                () -> show(directory.get(id), form, actor, model));
    }

    @PostMapping("/organizations/{id}/leave")
    @Access(SIGNED_IN)
    String leave(@PathVariable @Tsid long id, Actor actor, HttpServletResponse response) {
        memberships.leave(actor, id);
        return Then.go(response, "/organizations/mine", "organization.left");
    }

    @PostMapping("/organizations/{id}/invitation")
    @Access(SIGNED_IN)
    String answer(@PathVariable @Tsid long id, @RequestParam String answer, Actor actor, HttpServletResponse response) {
        boolean accept = "yes".equals(answer);
        memberships.answerInvitation(actor, id, accept);
        return Then.go(
                response, "/organizations/mine", accept ? "organization.joined.member" : "organization.declined");
    }
}
