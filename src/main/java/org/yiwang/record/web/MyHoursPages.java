package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.record.Corrections;
import org.yiwang.record.Departures;
import org.yiwang.record.NoticeBoard;
import org.yiwang.record.OpenCases;
import org.yiwang.record.RecordFilter;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordSources;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordTrail;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.record.Total;
import org.yiwang.record.TrailLine;
import org.yiwang.rules.Code;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** My hours: the list with filters and totals, and the page that explains one line. */
@Controller
class MyHoursPages {

    private final Records records;
    private final Volunteers volunteers;
    private final Codes codes;
    private final Accounts accounts;
    private final ObjectProvider<Departures> departures;
    private final Corrections corrections;
    private final NoticeBoard board;
    private final RecordTrail trail;
    private final GradesShown grades;
    private final ObjectProvider<RecordSources> sources;
    private final ObjectProvider<OpenCases> cases;

    MyHoursPages(
            Records records,
            Volunteers volunteers,
            Codes codes,
            Accounts accounts,
            ObjectProvider<Departures> departures,
            Corrections corrections,
            NoticeBoard board,
            RecordTrail trail,
            GradesShown grades,
            ObjectProvider<RecordSources> sources,
            ObjectProvider<OpenCases> cases) {
        this.records = records;
        this.volunteers = volunteers;
        this.codes = codes;
        this.accounts = accounts;
        this.departures = departures;
        this.corrections = corrections;
        this.board = board;
        this.trail = trail;
        this.grades = grades;
        this.sources = sources;
        this.cases = cases;
    }

    @GetMapping("/me/hours")
    @Access(SIGNED_IN)
    String hours(
            Actor actor,
            @RequestParam(required = false) @Nullable String volunteer,
            @RequestParam(defaultValue = "1") int page,
            Form filter,
            Model model) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        Optional<VolunteerView> chosen = choose(people, volunteer);
        model.addAttribute("people", people);
        model.addAttribute("filter", filter);
        if (chosen.isEmpty()) {
            return "record/not-yet";
        }
        VolunteerView person = chosen.get();
        List<Total> totals = records.totals(actor, person.id());
        model.addAttribute("person", person);
        var slice = records.list(actor, person.id(), read(filter), page);
        model.addAttribute("slice", slice);
        model.addAttribute("grades", grades.of(slice.items()));
        model.addAttribute("years", HoursOfYear.of(totals));
        model.addAttribute("categories", categoryNames());
        Departures known = departures.getIfAvailable();
        model.addAttribute(
                "departed", known == null ? null : known.of(person.id()).orElse(null));
        model.addAttribute("nameHidden", board.isHidden(actor, person.id()));
        return "record/hours";
    }

    @GetMapping("/me/hours/{id}")
    @Access(SIGNED_IN)
    String hour(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestParam(required = false) @Nullable String volunteer,
            Model model) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        VolunteerView person = choose(people, volunteer).orElse(null);
        if (person == null) {
            model.addAttribute("people", people);
            return "record/not-yet";
        }
        return show(actor, person, id, Form.empty(), model);
    }

    @PostMapping("/me/hours/{id}/agree")
    @Access(SIGNED_IN)
    String agree(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        VolunteerView person = choose(volunteers.actingFor(actor), form.value("volunteer"))
                .orElseThrow(() -> new Refusal(VolunteerProblem.NOT_YOURS));
        return form.submit(
                () -> corrections.agree(actor, new RecordKey(person.id(), id)),
                () -> Then.go(
                        response,
                        "/me/hours/" + Ids.text(id) + "?volunteer=" + Ids.text(person.id()),
                        "record.proposal.agreed"),
                () -> show(actor, person, id, form, model));
    }

    private String show(Actor actor, VolunteerView person, long id, Form form, Model model) {
        RecordView record = records.get(actor, person.id(), id);
        model.addAttribute("form", form);
        model.addAttribute("person", person);
        model.addAttribute("record", record);
        List<TrailLine> lines = trail.of(record);
        model.addAttribute("trail", lines);
        model.addAttribute("roles", roles(lines));
        model.addAttribute("open", corrections.findOpen(record.key()).filter(p -> !p.isUnconfirmed()));
        model.addAttribute("grades", grades.of(List.of(record)));
        model.addAttribute("objectable", cases.stream().anyMatch(c -> c.mayObject(record.key())));
        model.addAttribute("names", names(record));
        model.addAttribute(
                "source",
                sources.stream()
                        .flatMap(s -> s.page(record.key()).stream())
                        .findFirst()
                        .orElse(""));
        model.addAttribute("category", codes.find("category", record.category()).map(Code::label));
        model.addAttribute("correction", records.findCorrection(record));
        model.addAttribute("sealed", records.findProof(actor, person.id(), id));
        return "record/hour";
    }

    /** Names of the roles in which people acted, by their codes. */
    private Map<String, Label> roles(List<TrailLine> lines) {
        Map<String, Label> roles = new LinkedHashMap<>();
        for (TrailLine line : lines) {
            if (line.who().isNamed()) {
                codes.find("role", line.who().as()).ifPresent(role -> roles.put(role.code(), role.label()));
            }
        }
        return roles;
    }

    private Map<Long, String> names(RecordView record) {
        Map<Long, String> names = new LinkedHashMap<>();
        names.computeIfAbsent(record.in().byAccountId(), this::name);
        names.computeIfAbsent(record.out().byAccountId(), this::name);
        return names;
    }

    private String name(long accountId) {
        return accountId == 0 ? "" : accounts.get(accountId).name();
    }

    private Map<String, Code> categoryNames() {
        Map<String, Code> names = new LinkedHashMap<>();
        codes.list("category").forEach(c -> names.put(c.code(), c));
        return names;
    }

    private static RecordFilter read(Form filter) {
        Optional<Integer> year = filter.optionalInteger("year", 1900, 2999);
        String category = filter.value("category");
        String state = filter.value("state");
        boolean known =
                Arrays.stream(RecordState.values()).anyMatch(s -> s.name().equals(state));
        return new RecordFilter(
                filter.error("year") == null ? year.orElse(null) : null,
                category.isEmpty() ? null : category,
                known ? RecordState.valueOf(state) : null,
                null);
    }

    private static Optional<VolunteerView> choose(List<VolunteerView> people, @Nullable String id) {
        Optional<Long> wanted = id == null ? Optional.empty() : Ids.parse(id);
        return wanted.isPresent()
                ? people.stream().filter(p -> p.id() == wanted.get()).findFirst()
                : people.stream().findFirst();
    }
}
