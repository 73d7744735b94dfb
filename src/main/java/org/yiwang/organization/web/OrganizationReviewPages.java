package org.yiwang.organization.web;

import static org.yiwang.kernel.Permission.ORGANIZATION_MANAGE;
import static org.yiwang.kernel.Permission.ORGANIZATION_REVIEW;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.OrganizationDesk;
import org.yiwang.organization.OrganizationProfile;
import org.yiwang.organization.OrganizationReview;
import org.yiwang.organization.OrganizationState;
import org.yiwang.organization.Tree;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/**
 * Deciding about organizations: the office's queue, and the same page for the leaders of an organization above. Scope is
 * checked by the module.
 */
@Controller
class OrganizationReviewPages {

    private static final Map<String, EnumSet<OrganizationState>> TABS = Map.of(
            "active", EnumSet.of(OrganizationState.ACTIVE),
            "expired", EnumSet.of(OrganizationState.EXPIRED),
            "stopped", EnumSet.of(OrganizationState.STOPPED),
            "returned", EnumSet.of(OrganizationState.RETURNED));

    private final OrganizationReview review;
    private final OrganizationDesk desk;
    private final ChoiceLists choices;
    private final OrganizationWords words;
    private final Clock clock;

    OrganizationReviewPages(
            OrganizationReview review,
            OrganizationDesk desk,
            ChoiceLists choices,
            OrganizationWords words,
            Clock clock) {
        this.review = review;
        this.desk = desk;
        this.choices = choices;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/gov/organizations")
    @Access(ORGANIZATION_REVIEW)
    String queue(Form form, Actor actor, Model model) {
        String tab = TABS.containsKey(form.value("state")) ? form.value("state") : "waiting";
        int page = form.optionalInteger("page", 1, 10_000).orElse(1);
        EnumSet<OrganizationState> states = TABS.get(tab);
        model.addAttribute("tab", tab);
        model.addAttribute("slice", states == null ? review.waiting(actor, page) : review.list(actor, states, page));
        model.addAttribute("words", words);
        return "organization/queue";
    }

    @GetMapping("/gov/organizations/{id}")
    @Access(ORGANIZATION_REVIEW)
    String one(@PathVariable @Tsid long id, Actor actor, Model model) {
        return show(id, Form.empty(), actor, "/gov/organizations", model);
    }

    @PostMapping("/gov/organizations/{id}")
    @Access(ORGANIZATION_REVIEW)
    String decide(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        return decide(id, form, actor, "/gov/organizations", response, model);
    }

    @GetMapping("/desk/organizations/{parent}/below/{id}")
    @Access(ORGANIZATION_MANAGE)
    String oneBelow(@PathVariable @Tsid long parent, @PathVariable @Tsid long id, Actor actor, Model model) {
        return show(id, Form.empty(), actor, below(parent), model);
    }

    @PostMapping("/desk/organizations/{parent}/below/{id}")
    @Access(ORGANIZATION_MANAGE)
    String decideBelow(
            @PathVariable @Tsid long parent,
            @PathVariable @Tsid long id,
            Form form,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        return decide(id, form, actor, below(parent), response, model);
    }

    private static String below(long parent) {
        return "/desk/organizations/" + Ids.text(parent) + "/below";
    }

    private String decide(long id, Form form, Actor actor, String back, HttpServletResponse response, Model model) {
        Decision decision = form.choice("decision", Decision.class);
        return form.submit(
                response,
                () -> {
                    carryOut(decision, id, form, actor);
                    String notice = "organization.decided."
                            + decision.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    return Then.go(response, back + "/" + Ids.text(id), notice);
                },
                () -> show(id, form, actor, back, model));
    }

    private void carryOut(Decision decision, long id, Form form, Actor actor) {
        String reason = form.value("reason");
        switch (decision) {
            case APPROVE ->
                review.approve(
                        actor,
                        id,
                        OrganizationForm.optionalDate(form, "filedUntil").orElse(null),
                        reason);
            case RETURN -> review.giveBack(actor, id, reason);
            case STOP -> review.stop(actor, id, reason);
            case RESTART -> review.restart(actor, id, reason);
            case RENEW -> review.renew(actor, id, form.date("filedUntil"));
            case REFUSE_RENEWAL -> review.refuseRenewal(actor, id, reason);
            case PLACE -> desk.place(actor, id, form.choice("tree", Tree.class), OrganizationForm.id(form, "parent"));
        }
    }

    private String show(long id, Form form, Actor actor, String back, Model model) {
        OrganizationProfile profile = review.get(actor, id);
        if (form.value("filedUntil").isEmpty()) {
            LocalDate today = LocalDate.now(clock);
            OrganizationProfile.Filing filing = profile.filing();
            LocalDate from = filing != null && filing.to().isAfter(today) ? filing.to() : today;
            form.with("filedUntil", from.plusMonths(review.filingRule().defaultMonths()));
        }
        model.addAttribute("organization", profile);
        model.addAttribute("decisions", review.decisions(actor, id));
        model.addAttribute("mayFile", review.mayFile(actor, id));
        model.addAttribute("own", profile.applicantAccountId() == actor.accountId());
        model.addAttribute("form", form);
        model.addAttribute("back", back);
        model.addAttribute("parents", choices.above(profile.region(), id));
        model.addAttribute("words", words);
        return "organization/review";
    }

    private enum Decision {
        APPROVE,
        RETURN,
        STOP,
        RESTART,
        RENEW,
        REFUSE_RENEWAL,
        PLACE
    }
}
