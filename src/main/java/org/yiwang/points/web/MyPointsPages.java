package org.yiwang.points.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.points.Formula;
import org.yiwang.points.Points;
import org.yiwang.record.RecordKey;
import org.yiwang.rules.Codes;
import org.yiwang.rules.RuleBook;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;

/** My points: the statement, what explains one number, and the formula in plain words for everybody. */
@Controller
class MyPointsPages {

    private final Points points;
    private final Volunteers volunteers;
    private final Codes codes;
    private final Rules rules;
    private final RuleBook book;
    private final Clock clock;

    MyPointsPages(Points points, Volunteers volunteers, Codes codes, Rules rules, RuleBook book, Clock clock) {
        this.points = points;
        this.volunteers = volunteers;
        this.codes = codes;
        this.rules = rules;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/me/points")
    @Access(SIGNED_IN)
    String points(
            Actor actor,
            @RequestParam(required = false) @Nullable String volunteer,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        if (people.isEmpty()) {
            return "points/not-yet";
        }
        VolunteerView person = choose(people, volunteer);
        model.addAttribute("people", people);
        model.addAttribute("person", person);
        model.addAttribute("standing", points.standing(actor, person.id()));
        model.addAttribute("slice", points.statement(actor, person.id(), page));
        model.addAttribute("owed", points.owed(actor, person.id()));
        model.addAttribute("words", new FormulaWords(codes, locale));
        return "points/mine";
    }

    @GetMapping("/me/points/{record}")
    @Access(SIGNED_IN)
    String computation(
            Actor actor,
            @PathVariable @Tsid long record,
            @RequestParam(required = false) @Nullable String volunteer,
            Locale locale,
            Model model) {
        List<VolunteerView> people = volunteers.actingFor(actor);
        if (people.isEmpty()) {
            return "points/not-yet";
        }
        VolunteerView person = choose(people, volunteer);
        model.addAttribute("person", person);
        model.addAttribute("computation", points.explain(actor, new RecordKey(person.id(), record)));
        model.addAttribute("words", new FormulaWords(codes, locale));
        return "points/computation";
    }

    @GetMapping("/points/formula")
    @Access(ANYONE)
    String formula(Locale locale, Model model) {
        model.addAttribute("rule", rules.current(Formula.KEY, Formula.class));
        model.addAttribute("from", book.current(Formula.KEY).effectiveFrom());
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "coming",
                book.versions(Formula.KEY).stream()
                        .filter(version -> version.effectiveFrom().isAfter(today))
                        .toList());
        model.addAttribute("words", new FormulaWords(codes, locale));
        return "points/formula";
    }

    /** The one that is asked for, the first if none is; refuses with {@code volunteer.not-yours} whoever is somebody else's. */
    private static VolunteerView choose(List<VolunteerView> people, @Nullable String id) {
        Optional<Long> wanted = id == null ? Optional.empty() : Ids.parse(id);
        return people.stream()
                .filter(p -> wanted.isEmpty() || p.id() == wanted.get())
                .findFirst()
                .orElseThrow(() -> new Refusal(VolunteerProblem.NOT_YOURS));
    }
}
