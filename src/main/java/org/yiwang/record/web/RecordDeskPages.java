package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.RECORD_ATTEST;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.activity.Activities;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Tsid;
import org.yiwang.record.Corrections;
import org.yiwang.record.Proposal;
import org.yiwang.record.Raises;
import org.yiwang.record.RecordClock;
import org.yiwang.record.RecordDesk;
import org.yiwang.record.RecordView;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Records on the organizer's desk: those of an activity, and how one is corrected by two people. */
@Controller
class RecordDeskPages {

    private final RecordDesk desk;
    private final Corrections corrections;
    private final Raises raises;
    private final GradesShown grades;
    private final RecordClock recordClock;
    private final Activities activities;
    private final Volunteers volunteers;
    private final Clock clock;

    RecordDeskPages(
            RecordDesk desk,
            Corrections corrections,
            Raises raises,
            GradesShown grades,
            RecordClock recordClock,
            Activities activities,
            Volunteers volunteers,
            Clock clock) {
        this.desk = desk;
        this.corrections = corrections;
        this.raises = raises;
        this.grades = grades;
        this.recordClock = recordClock;
        this.activities = activities;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    @GetMapping("/desk/activities/{id}/records")
    @Access(RECORD_ATTEST)
    String ofActivity(Actor actor, @PathVariable @Tsid long id, Model model) {
        List<RecordView> records = desk.ofActivity(actor, id);
        model.addAttribute("activity", activities.get(id));
        model.addAttribute("records", records);
        model.addAttribute("people", people(records));
        model.addAttribute("deadline", recordClock.find(id));
        model.addAttribute("grades", grades.of(records));
        Map<Proposal, Instant> lapses = new LinkedHashMap<>();
        raises.waiting(actor, id).forEach(raise -> lapses.put(raise, raises.lapsesAt(raise)));
        model.addAttribute("raises", lapses);
        return "record/of-activity";
    }

    @GetMapping("/desk/records/{volunteer}/{record}")
    @Access(RECORD_ATTEST)
    String one(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long record, Model model) {
        RecordView view = desk.get(actor, volunteer, record);
        Period shown = view.counted() == null ? view.shift() : view.counted();
        return form(actor, view, Form.empty().with("from", input(shown.start())).with("to", input(shown.end())), model);
    }

    @PostMapping("/desk/records/{volunteer}/{record}/correct")
    @Access(RECORD_ATTEST)
    String correct(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            Form form,
            Model model,
            HttpServletResponse response) {
        RecordView view = desk.get(actor, volunteer, record);
        Instant from = form.moment("from", clock.getZone());
        Instant to = form.moment("to", clock.getZone());
        String why = form.text("why", 2, 500);
        String evidence = form.text("evidence", 0, 500);
        if (form.ok() && !from.isBefore(to)) {
            form.fail("to", "problem.record.impossible-time");
        }
        return form.submit(
                () -> {
                    var outcome = corrections.correct(
                            actor, view.key(), new Period(from, to), new Corrections.Grounds(why, evidence));
                    return Then.go(response, recordsOf(view), done(outcome));
                },
                () -> form(actor, view, form, model));
    }

    @PostMapping("/desk/records/{volunteer}/{record}/void")
    @Access(RECORD_ATTEST)
    String declareVoid(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            Form form,
            Model model,
            HttpServletResponse response) {
        RecordView view = desk.get(actor, volunteer, record);
        String why = form.text("whyVoid", 2, 500);
        String evidence = form.text("evidenceVoid", 2, 500);
        return form.submit(
                () -> {
                    corrections.declareVoid(actor, view.key(), new Corrections.Grounds(why, evidence));
                    return Then.go(response, recordsOf(view), "record.proposed");
                },
                () -> form(actor, view, form, model));
    }

    @PostMapping("/desk/records/{volunteer}/{record}/withdraw")
    @Access(RECORD_ATTEST)
    String withdraw(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            Form form,
            Model model,
            HttpServletResponse response) {
        RecordView view = desk.get(actor, volunteer, record);
        return form.submit(
                () -> {
                    corrections.withdraw(actor, view.key());
                    return Then.go(response, recordsOf(view), "record.proposal.withdrawn");
                },
                () -> form(actor, view, form, model));
    }

    @PostMapping("/desk/records/{volunteer}/{record}/confirm")
    @Access(RECORD_ATTEST)
    String confirm(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            Form form,
            Model model,
            HttpServletResponse response) {
        RecordView view = desk.get(actor, volunteer, record);
        return form.submit(
                () -> {
                    raises.confirm(actor, view.key());
                    return Then.go(response, recordsOf(view), "record.raise.confirmed");
                },
                () -> form(actor, view, form, model));
    }

    @PostMapping("/desk/records/{volunteer}/{record}/turn-down")
    @Access(RECORD_ATTEST)
    String turnDown(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            Form form,
            Model model,
            HttpServletResponse response) {
        RecordView view = desk.get(actor, volunteer, record);
        String why = form.text("whyNot", 2, 500);
        return form.submit(
                () -> {
                    raises.turnDown(actor, view.key(), why);
                    return Then.go(response, recordsOf(view), "record.raise.turned-down");
                },
                () -> form(actor, view, form, model));
    }

    private String form(Actor actor, RecordView view, Form form, Model model) {
        model.addAttribute("record", view);
        model.addAttribute("person", volunteers.get(view.volunteerId()));
        model.addAttribute("form", form);
        var proposal = corrections.findOpen(view.key());
        model.addAttribute("proposal", proposal);
        model.addAttribute("lapsesAt", proposal.filter(Proposal::isUnconfirmed).map(raises::lapsesAt));
        model.addAttribute(
                "mine",
                proposal.filter(p -> p.proposedBy() == actor.accountId()).isPresent());
        return "record/correct";
    }

    private Map<Long, VolunteerView> people(Collection<RecordView> records) {
        return volunteers.getAll(
                records.stream().map(RecordView::volunteerId).distinct().toList());
    }

    private String input(Instant moment) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").format(moment.atZone(clock.getZone()));
    }

    private static String done(Corrections.Outcome outcome) {
        Proposal proposal = outcome.proposal();
        if (proposal == null) {
            return "record.corrected";
        }
        return proposal.isUnconfirmed() ? "record.raise.proposed" : "record.proposed";
    }

    private static String recordsOf(RecordView view) {
        return "/desk/activities/" + Ids.text(view.activityId()) + "/records";
    }
}
