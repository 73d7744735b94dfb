package org.yiwang.honour.web;

import static org.yiwang.kernel.Permission.AWARD_RUN;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.honour.ListConsents;
import org.yiwang.honour.ListExports;
import org.yiwang.honour.ListQuery;
import org.yiwang.honour.RoundDesk;
import org.yiwang.honour.ShortList.Column;
import org.yiwang.honour.ShortList.Found;
import org.yiwang.honour.ShortLists;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Tsid;
import org.yiwang.rules.Codes;
import org.yiwang.web.Access;
import org.yiwang.web.Csv;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Short lists: at the office that makes them, and with those who are asked. */
@Controller
class ShortListPages {

    private static final String HOME = "/gov/short-lists";
    private static final String ONE = HOME + "/{id}";
    private static final String MINE = "/me/short-lists";

    private final ShortLists lists;
    private final ListExports exports;
    private final ListConsents consents;
    private final RoundDesk desk;
    private final Codes codes;
    private final MessageSource messages;
    private final Clock clock;

    ShortListPages(
            ShortLists lists,
            ListExports exports,
            ListConsents consents,
            RoundDesk desk,
            Codes codes,
            MessageSource messages,
            Clock clock) {
        this.lists = lists;
        this.exports = exports;
        this.consents = consents;
        this.desk = desk;
        this.codes = codes;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(HOME)
    @Access(AWARD_RUN)
    String list(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("slice", lists.list(actor, page));
        return "honour/lists";
    }

    @GetMapping(HOME + "/find")
    @Access(AWARD_RUN)
    String find(Actor actor, Form form, Model model) {
        if (form.value("region").isEmpty()) {
            LocalDate today = LocalDate.now(clock);
            form.with("from", today.minusYears(1)).with("to", today).with("creditHours", 100);
            form.with("wellBorneOut", 0).with("commendations", 0);
            return find(actor, form, List.of(), false, model);
        }
        ListQuery query = query(form);
        List<Found> found = List.of();
        boolean asked = form.ok();
        if (asked) {
            try {
                found = lists.find(actor, query);
            } catch (Refusal refusal) {
                form.refuse(refusal);
                asked = false;
            }
        }
        return find(actor, form, found, asked, model);
    }

    private String find(Actor actor, Form form, List<Found> found, boolean asked, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, String> regions = new LinkedHashMap<>();
        desk.regions(actor).forEach(r -> regions.put(r.code().value(), r.fullName()));
        Map<String, String> columns = new LinkedHashMap<>();
        Arrays.stream(Column.values())
                .forEach(c -> columns.put(c.name(), messages.getMessage("honour.column." + c, null, locale)));
        model.addAttribute("form", form);
        model.addAttribute("found", found);
        model.addAttribute("asked", asked);
        model.addAttribute("regions", regions);
        model.addAttribute("categories", codes.options("category", locale));
        model.addAttribute("columns", columns);
        return "honour/find";
    }

    private static ListQuery query(Form form) {
        String region = form.value("region");
        if (!RegionCode.isValid(region)) {
            form.fail("region", "form.required");
        }
        return new ListQuery(
                new RegionCode(RegionCode.isValid(region) ? region : "00"),
                form.date("from"),
                form.date("to"),
                form.integer("creditHours", 0, 10_000) * 60,
                form.values("categories"),
                form.integer("wellBorneOut", 0, 100),
                form.integer("commendations", 0, 100),
                form.value("star").isEmpty() ? 0 : form.integer("star", 0, 5));
    }

    @PostMapping(HOME)
    @Access(AWARD_RUN)
    String ask(Actor actor, Form form, HttpServletResponse response, Model model) {
        ListQuery query = query(form);
        List<Long> people = form.values("people").stream()
                .flatMap(p -> Ids.parse(p).stream())
                .toList();
        var purpose = new ShortLists.Purpose(
                form.text("purpose", 1, 200),
                form.text("recipient", 1, 100),
                Arrays.stream(Column.values())
                        .filter(c -> form.has("columns", c.name()))
                        .toList());
        return form.submit(
                () -> Then.go(
                        response,
                        HOME + "/" + Ids.text(lists.ask(actor, query, people, purpose)),
                        "honour.notice.asked"),
                () -> find(actor, form, lists.find(actor, query), true, model));
    }

    @GetMapping(ONE)
    @Access(AWARD_RUN)
    String one(Actor actor, @PathVariable @Tsid long id, Model model) {
        return one(actor, id, Form.empty(), model);
    }

    private String one(Actor actor, long id, Form form, Model model) {
        model.addAttribute("file", lists.get(actor, id));
        model.addAttribute("form", form);
        return "honour/list";
    }

    @PostMapping(ONE + "/exports")
    @Access(AWARD_RUN)
    String export(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        return form.submit(
                () -> {
                    exports.ask(actor, id);
                    return Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.file");
                },
                () -> one(actor, id, form, model));
    }

    @PostMapping(ONE + "/exports/{export}/approve")
    @Access(AWARD_RUN)
    String approve(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long export,
            Form form,
            HttpServletResponse response,
            Model model) {
        return form.submit(
                () -> exports.approve(actor, id, export),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.approved"),
                () -> one(actor, id, form, model));
    }

    /** Handing out is a deed that is noted, so the file comes by POST. */
    @PostMapping(ONE + "/exports/{export}/file")
    @Access(AWARD_RUN)
    ResponseEntity<byte[]> file(
            Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long export, Locale locale) {
        ListExports.Handed handed = exports.file(actor, id, export);
        Csv csv = new Csv(handed.columns().stream().map(c -> messages.getMessage("honour.column." + c, null, locale)));
        handed.rows().forEach(csv::row);
        return csv.file("short-list.csv");
    }

    @GetMapping(MINE)
    @Access(SIGNED_IN)
    String mine(Actor actor, Model model) {
        return mine(actor, Form.empty(), model);
    }

    private String mine(Actor actor, Form form, Model model) {
        model.addAttribute("questions", consents.list(actor));
        model.addAttribute("form", form);
        return "honour/my-lists";
    }

    @PostMapping(MINE + "/{list}/{volunteer}")
    @Access(SIGNED_IN)
    String answer(
            Actor actor,
            @PathVariable @Tsid long list,
            @PathVariable @Tsid long volunteer,
            Form form,
            HttpServletResponse response,
            Model model) {
        boolean agree = form.choice("answer", List.of("yes", "no")).equals("yes");
        return form.submit(
                () -> consents.answer(actor, list, volunteer, agree),
                () -> Then.go(response, MINE, agree ? "honour.notice.consented" : "honour.notice.declined"),
                () -> mine(actor, form, model));
    }
}
