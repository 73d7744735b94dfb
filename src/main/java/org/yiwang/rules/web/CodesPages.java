package org.yiwang.rules.web;

import static org.yiwang.kernel.Permission.CODES_EDIT;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Label;
import org.yiwang.rules.CodeRow;
import org.yiwang.rules.CodeTables;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The code tables as the office edits them. */
@Controller
@RequestMapping("/gov/codes")
class CodesPages {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final int LAST_PLACE = 1_000_000;

    private final CodeTables tables;
    private final Clock clock;

    CodesPages(CodeTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping
    @Access(CODES_EDIT)
    String list(Model model) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        tables.tables().forEach(table -> counts.put(table, tables.rows(table).size()));
        model.addAttribute("tables", counts);
        return "rules/codes";
    }

    @GetMapping("/{table}")
    @Access(CODES_EDIT)
    String table(@PathVariable String table, Model model) {
        List<CodeRow> rows = tables.rows(table);
        Form form = Form.empty()
                .with("from", LocalDate.now(clock))
                .with("sort", rows.isEmpty() ? 10 : rows.getLast().sort() + 10);
        return show(table, form, model);
    }

    @PostMapping("/{table}")
    @Access(CODES_EDIT)
    String add(@PathVariable String table, Form form, Actor actor, HttpServletResponse response, Model model) {
        CodeRow row = row(table, form.matching("code", CODE, "rules.code.form"), form);
        String why = form.text("why", 2, 200);
        return form.submit(
                () -> tables.add(actor, row, why),
                () -> Then.go(response, "/gov/codes/" + table, "rules.code.added"),
                () -> show(table, form, model));
    }

    @GetMapping("/{table}/{code}")
    @Access(CODES_EDIT)
    String code(@PathVariable String table, @PathVariable String code, Model model) {
        CodeRow row = tables.row(table, code);
        Form form = Form.empty()
                .with("zh", row.label().zh())
                .with("en", row.label().en())
                .with("sort", row.sort())
                .with("from", row.from())
                .with("to", row.to());
        return show(row, form, model);
    }

    @PostMapping("/{table}/{code}")
    @Access(CODES_EDIT)
    String change(
            @PathVariable String table,
            @PathVariable String code,
            Form form,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        CodeRow before = tables.row(table, code);
        CodeRow row = row(table, code, form);
        String why = form.text("why", 2, 200);
        return form.submit(
                () -> tables.change(actor, row, why),
                () -> Then.go(response, "/gov/codes/" + table, "rules.code.changed"),
                () -> show(before, form, model));
    }

    private static CodeRow row(String table, String code, Form form) {
        @Nullable LocalDate to = form.value("to").isEmpty() ? null : form.date("to");
        return new CodeRow(
                table,
                code,
                new Label(form.text("zh", 1, 60), form.text("en", 1, 120)),
                form.integer("sort", 0, LAST_PLACE),
                form.date("from"),
                to);
    }

    private String show(String table, Form form, Model model) {
        model.addAttribute("table", table);
        model.addAttribute("rows", tables.rows(table));
        model.addAttribute("fixed", tables.isFixed(table));
        model.addAttribute("form", form);
        return "rules/table";
    }

    private String show(CodeRow row, Form form, Model model) {
        model.addAttribute("row", row);
        model.addAttribute("fixed", tables.isFixed(row.table()));
        model.addAttribute("changes", tables.changes(row.table(), row.code()));
        model.addAttribute("form", form);
        return "rules/code";
    }
}
