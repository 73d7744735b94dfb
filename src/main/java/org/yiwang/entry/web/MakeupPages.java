package org.yiwang.entry.web;

import static org.yiwang.kernel.Permission.MAKEUP_APPROVE;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.entry.EntrySheet;
import org.yiwang.entry.MakeupCalls;
import org.yiwang.entry.MakeupOffice;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The district's queue of makeup and of time entered for strangers. */
@Controller
class MakeupPages {

    private final MakeupOffice office;
    private final MakeupCalls calls;
    private final EntryNaming names;
    private final Organizations organizations;

    MakeupPages(MakeupOffice office, MakeupCalls calls, EntryNaming names, Organizations organizations) {
        this.office = office;
        this.calls = calls;
        this.names = names;
        this.organizations = organizations;
    }

    @GetMapping("/gov/makeup")
    @Access(MAKEUP_APPROVE)
    String queue(Actor actor, Model model) {
        List<EntrySheet> sheets = office.queue(actor);
        model.addAttribute("sheets", sheets);
        model.addAttribute("marked", office.marked(sheets));
        model.addAttribute("names", names.of(sheets, List.of()));
        return "entry/queue";
    }

    @GetMapping("/gov/makeup/{activity}/{sheet}")
    @Access(MAKEUP_APPROVE)
    String one(Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet, Model model) {
        return one(actor, activity, sheet, Form.empty(), model);
    }

    String one(Actor actor, long activity, long sheet, Form form, Model model) {
        return show(office.get(actor, activity, sheet), form, model);
    }

    @GetMapping("/gov/makeup/{activity}/{sheet}/proof")
    @Access(MAKEUP_APPROVE)
    ResponseEntity<byte[]> proof(Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet) {
        return Scan.answer(office.proof(actor, activity, sheet));
    }

    @PostMapping("/gov/makeup/{activity}/{sheet}")
    @Access(MAKEUP_APPROVE)
    String decide(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long sheet,
            Form form,
            HttpServletResponse response,
            Model model) {
        EntrySheet view = office.get(actor, activity, sheet);
        String decision = form.choice("decision", List.of("approve", "refuse"));
        String why = form.text("why", 2, 500);
        return form.submit(
                () -> {
                    if (decision.equals("approve")) {
                        office.approve(actor, activity, sheet, EntryDeskPages.lines(form), why);
                    } else {
                        office.refuse(actor, activity, sheet, EntryDeskPages.lines(form), why);
                    }
                    return Then.go(
                            response, "/gov/makeup/" + Ids.text(activity) + "/" + Ids.text(sheet), "entry.decided");
                },
                () -> show(view, form, model));
    }

    private String show(EntrySheet view, Form form, Model model) {
        var steps = office.steps(view);
        model.addAttribute("sheet", view);
        model.addAttribute("steps", steps);
        model.addAttribute("names", names.of(List.of(view), steps.values()));
        model.addAttribute(
                "organization",
                organizations
                        .find(view.organizationId())
                        .map(OrganizationView::name)
                        .orElse(""));
        model.addAttribute("marks", office.marks(view));
        model.addAttribute("sample", calls.of(view));
        model.addAttribute("drawNeeded", calls.isDrawNeeded(view));
        model.addAttribute("form", form);
        return "entry/review";
    }
}
