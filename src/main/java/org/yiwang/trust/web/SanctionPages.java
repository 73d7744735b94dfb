package org.yiwang.trust.web;

import static org.yiwang.kernel.Permission.SANCTION;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.Organizations;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.trust.Sanctions;
import org.yiwang.trust.TrustProblem;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Sanctions for false hours: at the office, and as those see them whom they concern. */
@Controller
class SanctionPages {

    private static final String HOME = "/gov/sanctions";

    private final Sanctions sanctions;
    private final Volunteers volunteers;
    private final Organizations organizations;

    SanctionPages(Sanctions sanctions, Volunteers volunteers, Organizations organizations) {
        this.sanctions = sanctions;
        this.volunteers = volunteers;
        this.organizations = organizations;
    }

    @GetMapping(HOME)
    @Access(SANCTION)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "case", required = false) @Nullable String about,
            Locale locale,
            Model model) {
        Form form = Form.empty();
        if (about != null) {
            try {
                prefill(actor, form.with("case", about), model);
            } catch (Refusal refusal) {
                form.refuse(refusal);
            }
        }
        return list(actor, page, form, locale, model);
    }

    /** What the case says: its reason, and who made its records. Whom to hold responsible stays to be chosen. */
    private void prefill(Actor actor, Form form, Model model) {
        Sanctions.Basis basis = sanctions.basis(actor, caseOf(form));
        form.with("reason", basis.decided().why());
        Long organization = basis.decided().organizationId();
        if (organization != null) {
            form.with("organization", Ids.text(organization));
        }
        model.addAttribute("basis", basis);
    }

    @GetMapping(HOME + "/{id}")
    @Access(SANCTION)
    String one(Actor actor, @PathVariable @Tsid long id, Model model) {
        return one(actor, id, Form.empty(), model);
    }

    private String one(Actor actor, long id, Form form, Model model) {
        model.addAttribute("file", sanctions.get(actor, id));
        model.addAttribute("form", form);
        return "trust/sanction";
    }

    @PostMapping(HOME)
    @Access(SANCTION)
    String impose(Actor actor, Form form, HttpServletResponse response, Locale locale, Model model) {
        String kind = form.choice("kind", sanctions.kinds().keySet());
        String reason = form.text("reason", 1, 500);
        return form.submit(
                () -> {
                    long id = sanctions.impose(actor, subject(form), kind, reason, caseOf(form));
                    return Then.go(response, HOME + "/" + Ids.text(id), "trust.notice.imposed");
                },
                () -> {
                    showBasis(actor, form, model);
                    return list(actor, 1, form, locale, model);
                });
    }

    @PostMapping(HOME + "/{id}/lift")
    @Access(SANCTION)
    String lift(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String why = form.text("why", 1, 500);
        return form.submit(
                () -> sanctions.lift(actor, id, why),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "trust.notice.lifted"),
                () -> one(actor, id, form, model));
    }

    @GetMapping("/me/sanctions")
    @Access(SIGNED_IN)
    String mine(Actor actor, Model model) {
        model.addAttribute("sanctions", sanctions.mine(actor));
        return "trust/my-sanctions";
    }

    private String list(Actor actor, int page, Form form, Locale locale, Model model) {
        Map<String, String> kinds = new LinkedHashMap<>();
        sanctions.kinds().forEach((code, label) -> kinds.put(code, label.in(locale)));
        Map<String, String> bodies = new LinkedHashMap<>();
        organizations.listWithin(actor, SANCTION).forEach(o -> bodies.put(Ids.text(o.id()), o.name()));
        model.addAttribute("slice", sanctions.list(actor, page));
        model.addAttribute("kinds", kinds);
        model.addAttribute("bodies", bodies);
        model.asMap().putIfAbsent("basis", null);
        model.addAttribute("form", form);
        return "trust/sanctions";
    }

    /** The case on the form once more, if it can be looked at. */
    private void showBasis(Actor actor, Form form, Model model) {
        Ids.parse(form.value("case")).ifPresent(id -> {
            try {
                model.addAttribute("basis", sanctions.basis(actor, id));
            } catch (Refusal _) {
                // The form says what is wrong with it.
            }
        });
    }

    private static long caseOf(Form form) {
        return Ids.parse(form.value("case")).orElseThrow(() -> new Refusal(TrustProblem.CASE_UNKNOWN).at("case"));
    }

    /** A person by number, or an organization. */
    private Subject subject(Form form) {
        String number = form.value("number");
        if (!number.isEmpty()) {
            return volunteers
                    .findByNumber(number)
                    .map(v -> Subject.volunteer(v.id()))
                    .orElseThrow(() -> new Refusal(TrustProblem.SUBJECT_UNKNOWN).at("number"));
        }
        return Ids.parse(form.value("organization"))
                .map(Subject::organization)
                .orElseThrow(() -> new Refusal(TrustProblem.SUBJECT_UNKNOWN).at("number"));
    }
}
