package org.yiwang.star.web;

import static org.yiwang.kernel.Permission.CODES_EDIT;
import static org.yiwang.kernel.Permission.STAR_REVIEW;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.star.Rehearsal;
import org.yiwang.star.Rehearsals;
import org.yiwang.star.Rehearsals.Line;
import org.yiwang.star.StarScheme;
import org.yiwang.star.StarSchemes;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Drafting a scheme, rehearsing it on the service of a year or of all time, and adopting it. */
@Controller
class RehearsalPages {

    private static final String LIST = "/gov/star-rehearsals";
    private static final String ONE = LIST + "/{id}";
    private static final int YEARS = 5;

    private final Rehearsals rehearsals;
    private final StarSchemes schemes;
    private final Regions regions;
    private final MessageSource messages;
    private final Clock clock;

    RehearsalPages(Rehearsals rehearsals, StarSchemes schemes, Regions regions, MessageSource messages, Clock clock) {
        this.rehearsals = rehearsals;
        this.schemes = schemes;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(LIST)
    @Access(STAR_REVIEW)
    String list(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("slice", rehearsals.list(actor, page));
        model.addAttribute("may", actor.may(Permission.CODES_EDIT));
        return "star/rehearsals";
    }

    @GetMapping(LIST + "/new")
    @Access(CODES_EDIT)
    String draft(Model model) {
        int lastYear = LocalDate.now(clock).getYear() - 1;
        return draft(SchemeForm.fill(Form.empty(), schemes.current().value()).with("service", lastYear), model);
    }

    private String draft(Form form, Model model) {
        int year = LocalDate.now(clock).getYear();
        model.addAttribute("form", form);
        model.addAttribute(
                "years",
                java.util.stream.IntStream.range(0, YEARS)
                        .mapToObj(i -> year - i)
                        .toList());
        model.addAttribute("current", schemes.current());
        return "star/rehearse";
    }

    @PostMapping(LIST)
    @Access(CODES_EDIT)
    String start(Actor actor, Form form, HttpServletResponse response, Model model) {
        StarScheme scheme = SchemeForm.read(form, schemes.current().value());
        int year = form.value("service").equals("all") ? 0 : form.integer("service", 1990, 2200);
        LocalDate today = LocalDate.now(clock);
        return form.submit(
                () -> {
                    long id = year == 0
                            ? rehearsals.start(actor, scheme, null, today)
                            : rehearsals.start(actor, scheme, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
                    return Then.go(response, LIST + "/" + Ids.text(id), "star.notice.rehearsing");
                },
                () -> draft(form, model));
    }

    @GetMapping(ONE)
    @Access(STAR_REVIEW)
    String one(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        return one(Form.empty(), actor, id, show, Ids.parse(after).orElse(0L), model);
    }

    private String one(Form form, Actor actor, long id, String show, long after, Model model) {
        Rehearsal rehearsal = progress(actor, id, model);
        Boolean gain = show.isEmpty() ? null : Boolean.valueOf(show.equals("gain"));
        boolean done = rehearsal.state() == Rehearsal.State.DONE;
        List<Line> lines = done ? rehearsals.lines(actor, id, gain, after) : List.of();
        if (form.value("from").isEmpty()) {
            form.with("from", LocalDate.now(clock).plusDays(1));
        }
        model.addAttribute("form", form);
        model.addAttribute("counts", done ? rehearsals.counts(actor, id) : List.of());
        model.addAttribute("lines", lines);
        model.addAttribute("districts", districts(lines));
        model.addAttribute("show", show);
        model.addAttribute("may", actor.may(Permission.CODES_EDIT));
        model.addAttribute("against", schemes.version(rehearsal.againstVersion()));
        return "star/rehearsal";
    }

    @GetMapping(ONE + "/progress")
    @Access(STAR_REVIEW)
    String progress(Actor actor, @PathVariable @Tsid long id, Model model, HttpServletResponse response) {
        Rehearsal rehearsal = progress(actor, id, model);
        if (!rehearsal.isOpen()) {
            // What is shown below the bar is there now: the whole page once more.
            response.setHeader("HX-Refresh", "true");
        }
        return "star/rehearsal-progress";
    }

    private Rehearsal progress(Actor actor, long id, Model model) {
        Rehearsal rehearsal = rehearsals.get(actor, id);
        model.addAttribute("it", rehearsal);
        model.addAttribute("seconds", rehearsal.took(clock.instant()).toSeconds());
        return rehearsal;
    }

    @PostMapping(ONE + "/adopt")
    @Access(CODES_EDIT)
    String adopt(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        LocalDate from = form.date("from");
        String why = form.text("why", 4, 300);
        return form.submit(
                () -> {
                    rehearsals.adopt(actor, id, from, why);
                    return Then.go(response, LIST + "/" + Ids.text(id), "star.notice.adopted");
                },
                () -> one(form, actor, id, "", 0, model));
    }

    /** Everybody in the area who would gain or lose, as a table for spreadsheets; leaves an audit row. */
    @GetMapping(ONE + "/people.csv")
    @Access(STAR_REVIEW)
    void people(Actor actor, @PathVariable @Tsid long id, Locale locale, HttpServletResponse response)
            throws IOException {
        rehearsals.get(actor, id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"stars-" + Ids.text(id) + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Map<RegionCode, String> districts = new HashMap<>();
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            out.write("\uFEFF" + messages.getMessage("star.rehearsal.csv", null, locale) + "\r\n");
            rehearsals.export(actor, id, line -> {
                try {
                    out.write(row(line, districts.computeIfAbsent(line.district(), this::name)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static String row(Line line, String district) {
        return String.join(
                        ",",
                        cell(line.who()),
                        cell(district),
                        String.valueOf(line.change().starNow()),
                        String.valueOf(line.change().starThen()),
                        String.valueOf(line.change().minutesThen().creditMinutes()),
                        String.valueOf(line.change().minutesThen().honourMinutes()),
                        missing(line.now()),
                        missing(line.then()))
                + "\r\n";
    }

    private static String missing(org.yiwang.star.@Nullable Reckoning reckoning) {
        return reckoning == null ? "" : String.valueOf(reckoning.missing());
    }

    /** In quotes, and never the beginning of a formula. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" + text : text).replace("\"", "\"\"") + '"';
    }

    private Map<RegionCode, String> districts(List<Line> lines) {
        Map<RegionCode, String> names = new HashMap<>();
        lines.forEach(l -> names.computeIfAbsent(l.district(), this::name));
        return names;
    }

    private String name(RegionCode code) {
        return regions.find(code).map(RegionView::name).orElse("");
    }
}
