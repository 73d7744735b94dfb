package org.yiwang.objection.web;

import static org.yiwang.kernel.Permission.CASE_ANSWER;
import static org.yiwang.kernel.Permission.CASE_DECIDE;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseFile;
import org.yiwang.objection.CaseStep;
import org.yiwang.objection.CaseView;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.Outcomes;
import org.yiwang.objection.Verdict;
import org.yiwang.record.RecordView;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Cases on the organizer's desk and at the office: the queue, one case, the answer. */
@Controller
class CaseDeskPages {

    private final CaseDesk desk;
    private final Clock clock;

    CaseDeskPages(CaseDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/desk/cases")
    @Access(CASE_ANSWER)
    String toAnswer(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        boolean waiting = !"done".equals(show);
        return queue(desk.toAnswer(actor, waiting, page), waiting, false, model);
    }

    @GetMapping("/gov/cases")
    @Access(CASE_DECIDE)
    String toDecide(
            Actor actor,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        boolean waiting = !"done".equals(show);
        return queue(desk.toDecide(actor, waiting, page), waiting, true, model);
    }

    @GetMapping("/desk/cases/{id}")
    @Access(CASE_ANSWER)
    String forOrganization(Actor actor, @PathVariable @Tsid long id, Model model) {
        return show(desk.getForOrganization(actor, id), false, Form.empty(), model);
    }

    @GetMapping("/gov/cases/{id}")
    @Access(CASE_DECIDE)
    String forOffice(Actor actor, @PathVariable @Tsid long id, Model model) {
        return show(desk.getForOffice(actor, id), true, Form.empty(), model);
    }

    @PostMapping("/desk/cases/{id}/answer")
    @Access(CASE_ANSWER)
    String answer(Actor actor, @PathVariable @Tsid long id, Form form, Model model, HttpServletResponse response) {
        Verdict verdict = read(form);
        return form.submit(
                () -> {
                    boolean done = desk.answer(actor, id, verdict);
                    return Then.go(
                            response,
                            "/desk/cases/" + Ids.text(id),
                            done ? "objection.answered" : "objection.put-forward");
                },
                () -> show(desk.getForOrganization(actor, id), false, form, model));
    }

    @PostMapping("/gov/cases/{id}/decide")
    @Access(CASE_DECIDE)
    String decide(Actor actor, @PathVariable @Tsid long id, Form form, Model model, HttpServletResponse response) {
        Verdict verdict = read(form);
        return form.submit(
                () -> {
                    boolean done = desk.decide(actor, id, verdict);
                    return Then.go(
                            response,
                            "/gov/cases/" + Ids.text(id),
                            done ? "objection.decided" : "objection.told-first");
                },
                () -> show(desk.getForOffice(actor, id), true, form, model));
    }

    @PostMapping("/gov/cases/{id}/freeze")
    @Access(CASE_DECIDE)
    String freeze(Actor actor, @PathVariable @Tsid long id, Form form, Model model, HttpServletResponse response) {
        String why = form.text("freezeWhy", 2, 500);
        boolean release = form.value("do").equals("release");
        return form.submit(
                () -> {
                    if (release) {
                        desk.release(actor, id, why);
                    } else {
                        desk.freeze(actor, id, why);
                    }
                    return Then.go(
                            response,
                            "/gov/cases/" + Ids.text(id),
                            release ? "objection.released" : "objection.frozen");
                },
                () -> show(desk.getForOffice(actor, id), true, form, model));
    }

    @PostMapping("/gov/cases/{id}/contact")
    @Access(CASE_DECIDE)
    String contact(Actor actor, @PathVariable @Tsid long id, Form form, Model model) {
        String purpose = form.text("purpose", 2, 200);
        if (form.ok()) {
            try {
                model.addAttribute("contact", desk.contact(actor, id, purpose).orElse(""));
            } catch (Refusal refusal) {
                form.refuse(refusal);
            }
        }
        return show(desk.getForOffice(actor, id), true, form, model);
    }

    private Verdict read(Form form) {
        Outcome outcome = form.choice("outcome", Outcome.class);
        String reason = form.text("reason", 2, 1000);
        Period served = outcome == Outcome.CORRECTED ? Times.read(form, clock.getZone()) : null;
        String evidence = form.text("evidence", 0, 1000);
        return new Verdict(outcome, served, reason, evidence, form.ticked("documentSeen"));
    }

    private String queue(Slice<CaseView> slice, boolean waiting, boolean office, Model model) {
        Map<Long, Integer> left = new LinkedHashMap<>();
        slice.items().forEach(it -> left.put(it.id(), desk.daysLeft(it)));
        model.addAttribute("slice", slice);
        model.addAttribute("left", left);
        model.addAttribute("waiting", waiting);
        model.addAttribute("office", office);
        return "objection/queue";
    }

    private String show(CaseFile file, boolean office, Form form, Model model) {
        if (form.names().isEmpty() && file.records().size() == 1) {
            fill(form, file);
        }
        model.addAttribute("file", file);
        model.addAttribute("office", office);
        model.addAttribute("person", desk.person(file));
        model.addAttribute("left", desk.daysLeft(file.view()));
        model.addAttribute("outcomes", Outcomes.of(file.view()));
        model.addAttribute("form", form);
        model.asMap().putIfAbsent("contact", "");
        return "objection/case";
    }

    /** The last times that somebody found or named, otherwise those on record, so that only what is wrong needs typing. */
    private void fill(Form form, CaseFile file) {
        RecordView record = file.records().getFirst();
        Period shown = file.steps().stream()
                .map(CaseStep::served)
                .filter(Objects::nonNull)
                .reduce(file.view().wished(), (_, last) -> last);
        if (shown == null) {
            shown = Objects.requireNonNullElse(record.counted(), record.served());
        }
        form.with(
                "from",
                shown.start()
                        .atZone(clock.getZone())
                        .toLocalDateTime()
                        .withSecond(0)
                        .withNano(0));
        form.with(
                "to",
                shown.end()
                        .atZone(clock.getZone())
                        .toLocalDateTime()
                        .withSecond(0)
                        .withNano(0));
    }
}
