package org.yiwang.entry.web;

import static org.yiwang.kernel.Permission.RECORD_ENTER;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.entry.EntryDesk;
import org.yiwang.entry.EntryDraft;
import org.yiwang.entry.EntryKind;
import org.yiwang.entry.EntryProblem;
import org.yiwang.entry.EntrySheet;
import org.yiwang.entry.Quotas;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Entry by hand at the organization's desk: what was entered, the form, and the second person's page. */
@Controller
class EntryDeskPages {

    private final EntryDesk desk;
    private final Quotas quotas;
    private final EntryNaming names;
    private final Activities activities;
    private final Volunteers volunteers;
    private final Clock clock;

    EntryDeskPages(
            EntryDesk desk,
            Quotas quotas,
            EntryNaming names,
            Activities activities,
            Volunteers volunteers,
            Clock clock) {
        this.desk = desk;
        this.quotas = quotas;
        this.names = names;
        this.activities = activities;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    @GetMapping("/desk/activities/{id}/entries")
    @Access(RECORD_ENTER)
    String ofActivity(Actor actor, @PathVariable @Tsid long id, Model model) {
        List<EntrySheet> sheets = desk.ofActivity(actor, id);
        ActivityView activity = activities.get(id);
        model.addAttribute("activity", activity);
        model.addAttribute("sheets", sheets);
        model.addAttribute("names", names.of(sheets, List.of()));
        model.addAttribute("quota", quotas.left(activity.organizationId()));
        model.addAttribute("over", !over(activity).isEmpty());
        return "entry/of-activity";
    }

    @GetMapping("/desk/activities/{id}/entries/new")
    @Access(RECORD_ENTER)
    String form(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestParam(defaultValue = "MANUAL") EntryKind kind,
            @RequestParam(required = false) @Nullable String shift,
            Model model) {
        ActivityView activity = activities.require(actor, RECORD_ENTER, id);
        Form form = Form.empty().with("kind", kind).with("shift", shift);
        ShiftView chosen = chosen(activity, form);
        if (chosen != null) {
            form.with("from", input(chosen.period().start()))
                    .with("to", input(chosen.period().end()));
        }
        return show(actor, activity, form, model);
    }

    @PostMapping("/desk/activities/{id}/entries/new")
    @Access(RECORD_ENTER)
    String enter(
            Actor actor,
            @PathVariable @Tsid long id,
            Form form,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            HttpServletResponse response,
            Model model) {
        ActivityView activity = activities.require(actor, RECORD_ENTER, id);
        EntryKind kind = form.choice("kind", EntryKind.class);
        ShiftView shift = chosen(activity, form);
        Instant from = form.moment("from", clock.getZone());
        Instant to = form.moment("to", clock.getZone());
        String why = form.text("why", 4, 500);
        String shownBy = form.text("shownBy", 4, 500);
        if (form.ok() && !from.isBefore(to)) {
            form.fail("to", "problem.entry.impossible-time");
        }
        byte[] scan = Scan.bytes(proof);
        if (kind == EntryKind.MAKEUP && scan.length == 0) {
            form.fail("proof", "problem.entry.proof-needed");
        }
        return form.submit(
                () -> {
                    Period served = new Period(from, to);
                    List<EntryDraft.Served> people = people(form).stream()
                            .map(volunteer -> new EntryDraft.Served(volunteer, served))
                            .toList();
                    long shiftId = shift == null ? 0 : shift.id();
                    long sheet = desk.enter(actor, new EntryDraft(id, shiftId, kind, people, why, shownBy), scan);
                    return Then.go(response, page(id, sheet), "entry.entered");
                },
                () -> show(actor, activity, form, model));
    }

    /** Those ticked, and those whose numbers were typed. */
    private Set<Long> people(Form form) {
        Set<Long> people = new LinkedHashSet<>();
        for (String id : form.values("people")) {
            people.add(Ids.parse(id).orElseThrow(() -> new Refusal(EntryProblem.NUMBER_UNKNOWN, id).at("people")));
        }
        String typed = form.text("numbers", 0, 2000);
        for (String number : typed.strip().split("[\\s,，、;；]+")) {
            if (!number.isEmpty()) {
                VolunteerView person = volunteers
                        .findByNumber(number)
                        .orElseThrow(() -> new Refusal(EntryProblem.NUMBER_UNKNOWN, number).at("numbers"));
                if (!people.add(person.id())) {
                    throw new Refusal(EntryProblem.TWICE).at("numbers");
                }
            }
        }
        return people;
    }

    private String show(Actor actor, ActivityView activity, Form form, Model model) {
        List<ShiftView> shifts = over(activity);
        ShiftView chosen = chosen(activity, form);
        Map<String, String> people = new LinkedHashMap<>();
        if (chosen != null) {
            form.with("shift", Ids.text(chosen.id()));
            desk.missing(actor, activity.id(), chosen.id())
                    .forEach(person -> people.put(Ids.text(person.id()), person.name()));
        }
        model.addAttribute("activity", activity);
        model.addAttribute("makeup", form.value("kind").equals(EntryKind.MAKEUP.name()));
        model.addAttribute("shifts", shifts);
        model.addAttribute("people", people);
        model.addAttribute("quota", quotas.left(activity.organizationId()));
        model.addAttribute("form", form);
        return "entry/form";
    }

    @GetMapping("/desk/entries")
    @Access(RECORD_ENTER)
    String waiting(Actor actor, Model model) {
        List<EntrySheet> sheets = desk.waiting(actor);
        model.addAttribute("sheets", sheets);
        model.addAttribute("names", names.of(sheets, List.of()));
        return "entry/desk-list";
    }

    @GetMapping("/desk/entries/{activity}/{sheet}")
    @Access(RECORD_ENTER)
    String one(Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet, Model model) {
        return sheet(actor, desk.get(actor, activity, sheet), Form.empty(), model);
    }

    @GetMapping("/desk/entries/{activity}/{sheet}/proof")
    @Access(RECORD_ENTER)
    ResponseEntity<byte[]> proof(Actor actor, @PathVariable @Tsid long activity, @PathVariable @Tsid long sheet) {
        return Scan.answer(desk.proof(actor, activity, sheet));
    }

    @PostMapping("/desk/entries/{activity}/{sheet}")
    @Access(RECORD_ENTER)
    String decide(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long sheet,
            Form form,
            HttpServletResponse response,
            Model model) {
        desk.get(actor, activity, sheet);
        String decision = form.choice("decision", List.of("confirm", "refuse", "withdraw"));
        String why = form.text("why", decision.equals("confirm") ? 0 : 2, 500);
        return form.submit(
                () -> {
                    Set<Long> lines = lines(form);
                    switch (decision) {
                        case "confirm" -> desk.confirm(actor, activity, sheet, lines, shown(form));
                        case "refuse" -> desk.refuse(actor, activity, sheet, lines, why);
                        default -> desk.withdraw(actor, activity, sheet, lines, why);
                    }
                    return Then.go(response, page(activity, sheet), "entry.decided");
                },
                () -> sheet(actor, desk.get(actor, activity, sheet), form, model));
    }

    /** Which proof the page showed. */
    private static @Nullable String shown(Form form) {
        String hash = form.value("proofHash");
        return hash.isEmpty() ? null : hash;
    }

    private String sheet(Actor actor, EntrySheet view, Form form, Model model) {
        var steps = desk.steps(view);
        model.addAttribute("sheet", view);
        model.addAttribute("steps", steps);
        model.addAttribute("names", names.of(List.of(view), steps.values()));
        model.addAttribute("mine", view.enteredBy() == actor.accountId());
        model.addAttribute("quota", quotas.left(view.organizationId()));
        model.addAttribute("form", form);
        return "entry/sheet";
    }

    /** The volunteers whose lines are ticked. */
    static Set<Long> lines(Form form) {
        Set<Long> lines = new LinkedHashSet<>();
        form.values("people").forEach(id -> Ids.parse(id).ifPresent(lines::add));
        return lines;
    }

    private List<ShiftView> over(ActivityView activity) {
        Instant now = clock.instant();
        return new ArrayList<>(activity.shifts().stream()
                .filter(shift -> !shift.period().end().isAfter(now))
                .toList());
    }

    /** The shift of the form, or the last that is over. */
    @Nullable
    private ShiftView chosen(ActivityView activity, Form form) {
        List<ShiftView> shifts = over(activity);
        return shifts.stream()
                .filter(shift -> Ids.text(shift.id()).equals(form.value("shift")))
                .findFirst()
                .orElse(shifts.isEmpty() ? null : shifts.getLast());
    }

    private String input(Instant moment) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").format(moment.atZone(clock.getZone()));
    }

    private static String page(long activity, long sheet) {
        return "/desk/entries/" + Ids.text(activity) + "/" + Ids.text(sheet);
    }
}
