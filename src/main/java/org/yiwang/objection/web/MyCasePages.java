package org.yiwang.objection.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Tsid;
import org.yiwang.objection.CaseFile;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.MissingService;
import org.yiwang.objection.Objection;
import org.yiwang.objection.Objections;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.signup.MySignUp;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Idempotency;
import org.yiwang.web.Then;

/** My cases: objecting, saying that something is missing, following a case. */
@Controller
class MyCasePages {

    private final Objections objections;
    private final Records records;
    private final Volunteers volunteers;
    private final Idempotency idempotency;
    private final Clock clock;

    MyCasePages(Objections objections, Records records, Volunteers volunteers, Idempotency idempotency, Clock clock) {
        this.objections = objections;
        this.records = records;
        this.volunteers = volunteers;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GetMapping("/me/hours/{id}/object")
    @Access(SIGNED_IN)
    String object(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestParam(required = false) @Nullable String volunteer,
            Form form,
            Model model) {
        VolunteerView person = choose(actor, volunteer).orElse(null);
        return person == null ? nobody(actor, model) : objectForm(actor, person, id, form, model);
    }

    @PostMapping("/me/hours/{id}/object")
    @Access(SIGNED_IN)
    String object(Actor actor, @PathVariable @Tsid long id, Form form, Model model, HttpServletResponse response) {
        VolunteerView person = choose(actor, form.value("volunteer")).orElse(null);
        if (person == null) {
            return nobody(actor, model);
        }
        Complaint complaint = form.choice("complaint", Complaint.class);
        String words = form.text("words", 2, 1000);
        Period wished = Times.read(form, clock.getZone());
        return form.submit(
                () -> {
                    long it = objections.object(actor, person.id(), id, new Objection(complaint, words, wished));
                    return Then.go(response, "/me/cases/" + Ids.text(it), "objection.sent");
                },
                () -> objectForm(actor, person, id, form, model));
    }

    @GetMapping("/me/cases/missing")
    @Access(SIGNED_IN)
    String missing(Actor actor, @RequestParam(required = false) @Nullable String volunteer, Form form, Model model) {
        VolunteerView person = choose(actor, volunteer).orElse(null);
        return person == null ? nobody(actor, model) : missingForm(actor, person, form, model);
    }

    @PostMapping("/me/cases/missing")
    @Access(SIGNED_IN)
    String missing(Actor actor, Form form, Model model, HttpServletResponse response) {
        VolunteerView person = choose(actor, form.value("volunteer")).orElse(null);
        if (person == null) {
            return nobody(actor, model);
        }
        Optional<Long> activity = Ids.parse(form.value("activity"));
        String described = form.text("described", activity.isPresent() ? 0 : 2, 200);
        LocalDate day = form.date("day");
        String words = form.text("words", 2, 1000);
        return form.submit(
                () -> {
                    var what = new MissingService(activity.orElse(null), described, day, words, null);
                    String id = idempotency.once(
                            actor,
                            form.value("_key"),
                            "objection.missing",
                            String.class,
                            () -> Ids.text(objections.missing(actor, person.id(), what)));
                    return Then.go(response, "/me/cases/" + id, "objection.sent");
                },
                () -> missingForm(actor, person, form, model));
    }

    @GetMapping("/me/cases")
    @Access(SIGNED_IN)
    String mine(
            Actor actor,
            @RequestParam(required = false) @Nullable String volunteer,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        VolunteerView person = choose(actor, volunteer).orElse(null);
        if (person == null) {
            return nobody(actor, model);
        }
        model.addAttribute("people", volunteers.actingFor(actor));
        model.addAttribute("person", person);
        model.addAttribute("slice", objections.mine(actor, person.id(), page));
        return "objection/mine";
    }

    @GetMapping("/me/cases/{id}")
    @Access(SIGNED_IN)
    String one(Actor actor, @PathVariable @Tsid long id, Model model) {
        return one(actor, id, Form.empty(), model);
    }

    @PostMapping("/me/cases/{id}/statement")
    @Access(SIGNED_IN)
    String state(Actor actor, @PathVariable @Tsid long id, Form form, Model model, HttpServletResponse response) {
        String words = form.text("words", 2, 1000);
        return form.submit(
                () -> objections.state(actor, id, words),
                () -> Then.go(response, "/me/cases/" + Ids.text(id), "objection.stated"),
                () -> one(actor, id, form, model));
    }

    @PostMapping("/me/cases/{id}/escalate")
    @Access(SIGNED_IN)
    String escalate(Actor actor, @PathVariable @Tsid long id, Form form, Model model, HttpServletResponse response) {
        String why = form.text("why", 2, 1000);
        return form.submit(
                () -> objections.escalate(actor, id, why),
                () -> Then.go(response, "/me/cases/" + Ids.text(id), "objection.escalated"),
                () -> one(actor, id, form, model));
    }

    @PostMapping("/me/cases/{id}/agree")
    @Access(SIGNED_IN)
    String agree(Actor actor, @PathVariable @Tsid long id, Form form, Model model, HttpServletResponse response) {
        return form.submit(
                () -> objections.agree(actor, id),
                () -> Then.go(response, "/me/cases/" + Ids.text(id), "objection.agreed"),
                () -> one(actor, id, form, model));
    }

    private String one(Actor actor, long id, Form form, Model model) {
        CaseFile file = objections.get(actor, id);
        model.addAttribute("file", file);
        model.addAttribute("form", form);
        model.addAttribute("today", LocalDate.now(clock));
        return "objection/my-case";
    }

    private String objectForm(Actor actor, VolunteerView person, long id, Form form, Model model) {
        RecordView record = records.get(actor, person.id(), id);
        model.addAttribute("person", person);
        model.addAttribute("record", record);
        model.addAttribute("last", objections.findLast(actor, record.key()));
        model.addAttribute("form", form);
        return "objection/object";
    }

    private String missingForm(Actor actor, VolunteerView person, Form form, Model model) {
        Map<String, ActivityView> attended = new LinkedHashMap<>();
        for (MySignUp signUp : objections.attended(actor, person.id())) {
            if (signUp.activity() != null) {
                attended.putIfAbsent(Ids.text(signUp.activity().id()), signUp.activity());
            }
        }
        model.addAttribute("person", person);
        model.addAttribute("attended", attended);
        model.addAttribute("form", form);
        model.addAttribute("today", LocalDate.now(clock));
        return "objection/missing";
    }

    private String nobody(Actor actor, Model model) {
        model.addAttribute("people", volunteers.actingFor(actor));
        return "record/not-yet";
    }

    private Optional<VolunteerView> choose(Actor actor, @Nullable String id) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        Optional<Long> wanted = id == null ? Optional.empty() : Ids.parse(id);
        return wanted.isPresent()
                ? people.stream().filter(p -> p.id() == wanted.get()).findFirst()
                : people.stream().findFirst();
    }
}
