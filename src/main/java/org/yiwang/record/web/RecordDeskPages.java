package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.ACTIVITY_REVIEW;
import static org.yiwang.kernel.Permission.RECORD_APPROVE_LONG_DAY;
import static org.yiwang.kernel.Permission.RECORD_APPROVE_VERY_LONG_DAY;
import static org.yiwang.kernel.Permission.RECORD_ATTEST;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.yiwang.record.Hold;
import org.yiwang.record.Proposal;
import org.yiwang.record.Raises;
import org.yiwang.record.RecordClock;
import org.yiwang.record.RecordDesk;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Records on the organizer's desk and at the office: an activity's records, corrections, long days, the clock. */
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

    @GetMapping("/desk/clock")
    @Access(RECORD_ATTEST)
    String clock(Actor actor, Model model) {
        model.addAttribute("deadlines", recordClock.open(actor, RECORD_ATTEST));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("office", false);
        return "record/clock";
    }

    @GetMapping("/gov/clock")
    @Access(ACTIVITY_REVIEW)
    String officeClock(Actor actor, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "deadlines",
                recordClock.open(actor, ACTIVITY_REVIEW).stream()
                        .filter(d -> d.isOverdue(today))
                        .toList());
        model.addAttribute("today", today);
        model.addAttribute("office", true);
        return "record/clock";
    }

    @GetMapping("/desk/long-days")
    @Access(RECORD_APPROVE_LONG_DAY)
    String longDays(Actor actor, Model model) {
        return longDays(actor, Hold.LONG_DAY, Form.empty(), model);
    }

    @GetMapping("/gov/long-days")
    @Access(RECORD_APPROVE_VERY_LONG_DAY)
    String veryLongDays(Actor actor, Model model) {
        return longDays(actor, Hold.VERY_LONG_DAY, Form.empty(), model);
    }

    @PostMapping("/desk/long-days/{volunteer}/{record}")
    @Access(RECORD_APPROVE_LONG_DAY)
    String decideLongDay(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            Form form,
            Model model,
            HttpServletResponse response) {
        return decide(actor, new Target(volunteer, record, Hold.LONG_DAY), form, model, response);
    }

    @PostMapping("/gov/long-days/{volunteer}/{record}")
    @Access(RECORD_APPROVE_VERY_LONG_DAY)
    String decideVeryLongDay(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            Form form,
            Model model,
            HttpServletResponse response) {
        return decide(actor, new Target(volunteer, record, Hold.VERY_LONG_DAY), form, model, response);
    }

    private String decide(Actor actor, Target target, Form form, Model model, HttpServletResponse response) {
        String why = form.text("why", 2, 500);
        String evidence = form.text("evidence", 0, 500);
        String decision = form.choice("decision", List.of("approve", "refuse"));
        return form.submit(
                () -> {
                    if (decision.equals("approve")) {
                        desk.approve(actor, target.volunteer, target.record, why);
                    } else {
                        desk.refuse(
                                actor,
                                new RecordKey(target.volunteer, target.record),
                                new Corrections.Grounds(why, evidence));
                    }
                    return Then.go(response, listOf(target.hold), "record.decided");
                },
                () -> longDays(actor, target.hold, form.with("at", Ids.text(target.record)), model));
    }

    private String longDays(Actor actor, Hold hold, Form form, Model model) {
        List<RecordView> records = desk.awaitingApproval(actor, hold);
        model.addAttribute("records", records);
        model.addAttribute("people", people(records));
        model.addAttribute("form", form);
        model.addAttribute("path", listOf(hold));
        model.addAttribute("office", hold == Hold.VERY_LONG_DAY);
        return "record/long-days";
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

    private static String listOf(Hold hold) {
        return hold == Hold.VERY_LONG_DAY ? "/gov/long-days" : "/desk/long-days";
    }

    private record Target(long volunteer, long record, Hold hold) {}
}
