package org.yiwang.points.web;

import static org.yiwang.kernel.Permission.CODES_EDIT;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.points.Formula;
import org.yiwang.points.Formula.Coefficient;
import org.yiwang.points.Formula.Share;
import org.yiwang.points.FormulaDrafts;
import org.yiwang.points.Preview;
import org.yiwang.record.TrustGrade;
import org.yiwang.rules.Codes;
import org.yiwang.rules.Rules;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** A new formula: filled in, tried on a past month, adopted. What is typed lives in the page and nowhere else. */
@Controller
class FormulaDraftPages {

    private final FormulaDrafts drafts;
    private final Codes codes;
    private final Rules rules;
    private final Clock clock;

    FormulaDraftPages(FormulaDrafts drafts, Codes codes, Rules rules, Clock clock) {
        this.drafts = drafts;
        this.codes = codes;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/gov/points/formula")
    @Access(CODES_EDIT)
    String draft(Locale locale, Model model) {
        return show(filled(), null, locale, model);
    }

    @PostMapping("/gov/points/formula")
    @Access(CODES_EDIT)
    String preview(Form form, Actor actor, Locale locale, Model model) {
        Formula formula = read(form, locale);
        YearMonth month = month(form);
        if (!form.ok()) {
            return show(form, null, locale, model);
        }
        try {
            return show(form, drafts.preview(actor, formula, month), locale, model);
        } catch (Refusal refusal) {
            return show(form.refuse(refusal), null, locale, model);
        }
    }

    @PostMapping("/gov/points/formula/adopt")
    @Access(CODES_EDIT)
    String adopt(Form form, Actor actor, Locale locale, HttpServletResponse response, Model model) {
        Formula formula = read(form, locale);
        LocalDate from = form.date("from");
        String note = form.text("note", 2, 500);
        return form.submit(
                () -> drafts.adopt(actor, formula, from, note),
                () -> Then.go(response, "/gov/points/formula", "points.draft.adopted"),
                () -> show(form, null, locale, model));
    }

    private String show(Form form, @Nullable Preview preview, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("preview", preview);
        model.addAttribute("rule", rules.current(Formula.KEY, Formula.class));
        model.addAttribute("words", new FormulaWords(codes, locale));
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
        return "points/draft";
    }

    /** As the formula that holds is. */
    private Form filled() {
        Formula now = rules.current(Formula.KEY, Formula.class).value();
        Form form = Form.empty()
                .with("perHour", now.pointsPerHour())
                .with("creditPerMille", now.creditPerMille())
                .with("honourPerMille", now.honourPerMille())
                .with("capPerDay", now.capPerDay())
                .with("expiryMonths", now.expiryMonths())
                .with("month", drafts.lastMonth())
                .with("from", LocalDate.now(clock).plusDays(1));
        codes.list("category").forEach(c -> form.with("category-" + c.code(), now.ofCategory(c.code())));
        codes.list("evaluation-quality").forEach(c -> form.with("attitude-" + c.code(), now.forAttitude(c.code())));
        for (TrustGrade grade : TrustGrade.values()) {
            form.with("quality-" + grade, now.forQuality(grade.name()));
        }
        return form;
    }

    private Formula read(Form form, Locale locale) {
        List<Coefficient> categories = new ArrayList<>();
        codes.options("category", locale).keySet().forEach(code -> {
            int perMille = form.integer("category-" + code, 0, Formula.MOST_PER_MILLE);
            if (perMille != 1_000) {
                categories.add(new Coefficient(code, perMille));
            }
        });
        List<Share> attitude = new ArrayList<>();
        codes.options("evaluation-quality", locale)
                .keySet()
                .forEach(code -> share(form, "attitude-" + code, code, attitude));
        List<Share> quality = new ArrayList<>();
        for (TrustGrade grade : TrustGrade.values()) {
            share(form, "quality-" + grade, grade.name(), quality);
        }
        return new Formula(
                form.integer("perHour", 1, Formula.MOST_PER_HOUR),
                form.integer("creditPerMille", 0, Formula.MOST_PER_MILLE),
                form.integer("honourPerMille", 0, Formula.MOST_PER_MILLE),
                categories,
                attitude,
                quality,
                form.integer("capPerDay", 0, Formula.MOST_PER_DAY),
                form.integer("expiryMonths", 0, Formula.MOST_MONTHS));
    }

    private static void share(Form form, String field, String code, List<Share> shares) {
        int percent = form.integer(field, 0, 100);
        if (percent > 0) {
            shares.add(new Share(code, percent));
        }
    }

    private YearMonth month(Form form) {
        try {
            return YearMonth.parse(form.value("month"));
        } catch (DateTimeParseException _) {
            form.fail("month", "points.draft.bad-month");
            return drafts.lastMonth();
        }
    }
}
