package org.yiwang.rules.web;

import static org.yiwang.kernel.Permission.CODES_EDIT;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Label;
import org.yiwang.rules.Holiday;
import org.yiwang.rules.RuleBook;
import org.yiwang.rules.RuleVersion;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The rules with their versions, and the holiday calendar, as the office edits them. */
@Controller
@RequestMapping("/gov/rules")
class RulesPages {

    private static final int LONGEST_RULE = 20_000;

    private final RuleBook book;
    private final Clock clock;

    RulesPages(RuleBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @GetMapping
    @Access(CODES_EDIT)
    String list(Model model) {
        model.addAttribute("rules", book.keys().stream().map(book::current).toList());
        model.addAttribute(
                "coming",
                book.keys().stream()
                        .filter(key -> book.versions(key).stream()
                                .anyMatch(v -> v.effectiveFrom().isAfter(LocalDate.now(clock))))
                        .toList());
        return "rules/rules";
    }

    @GetMapping("/{key:[a-z][a-z0-9.-]*\\.[a-z0-9.-]*}")
    @Access(CODES_EDIT)
    String rule(@PathVariable String key, Model model) {
        RuleVersion latest = book.versions(key).getFirst();
        Form form = Form.empty()
                .with("value", book.pretty(latest))
                .with("from", LocalDate.now(clock).plusDays(1));
        return show(key, form, model);
    }

    @PostMapping("/{key:[a-z][a-z0-9.-]*\\.[a-z0-9.-]*}")
    @Access(CODES_EDIT)
    String add(@PathVariable String key, Form form, Actor actor, HttpServletResponse response, Model model) {
        LocalDate from = form.date("from");
        String value = form.text("value", 2, LONGEST_RULE);
        String note = form.text("note", 2, 500);
        return form.submit(
                () -> book.add(actor, key, from, value, note),
                () -> Then.go(response, "/gov/rules/" + key, "rules.version.added"),
                () -> show(key, form, model));
    }

    @GetMapping("/holidays")
    @Access(CODES_EDIT)
    String holidays(@RequestParam(required = false) @Nullable Integer year, Model model) {
        return showHolidays(year == null ? LocalDate.now(clock).getYear() : year, Form.empty(), model);
    }

    @PostMapping("/holidays")
    @Access(CODES_EDIT)
    String putHoliday(Form form, Actor actor, HttpServletResponse response, Model model) {
        LocalDate date = form.date("date");
        boolean off = form.choice("kind", List.of("off", "work")).equals("off");
        Label name = new Label(form.text("zh", 1, 40), form.text("en", 1, 80));
        return form.submit(
                () -> book.putHoliday(actor, new Holiday(date, off, name)),
                () -> Then.go(response, "/gov/rules/holidays?year=" + date.getYear(), "rules.holiday.kept"),
                () -> showHolidays(
                        form.error("date") == null
                                ? date.getYear()
                                : LocalDate.now(clock).getYear(),
                        form,
                        model));
    }

    @PostMapping("/holidays/remove")
    @Access(CODES_EDIT)
    String removeHoliday(Form form, Actor actor, HttpServletResponse response, Model model) {
        LocalDate date = form.date("date");
        if (!form.ok()) {
            return showHolidays(LocalDate.now(clock).getYear(), form, model);
        }
        book.removeHoliday(actor, date);
        return Then.go(response, "/gov/rules/holidays?year=" + date.getYear(), "rules.holiday.removed");
    }

    private String show(String key, Form form, Model model) {
        model.addAttribute("key", key);
        model.addAttribute("current", book.current(key));
        model.addAttribute(
                "versions",
                book.versions(key).stream()
                        .map(v -> Map.entry(v, book.pretty(v)))
                        .toList());
        model.addAttribute("form", form);
        return "rules/rule";
    }

    private String showHolidays(int year, Form form, Model model) {
        model.addAttribute("year", year);
        model.addAttribute(
                "years",
                book.holidays().stream().map(h -> h.date().getYear()).distinct().toList());
        model.addAttribute(
                "days",
                book.holidays().stream().filter(h -> h.date().getYear() == year).toList());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("form", form);
        return "rules/holidays";
    }
}
