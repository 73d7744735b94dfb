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
        return preview(form, actor, read(form, locale), locale, model);
    }

    /** Only what was tried is adopted: numbers changed since then are tried first, and the button is pressed again. */
    @PostMapping("/gov/points/formula/adopt")
    @Access(CODES_EDIT)
    String adopt(Form form, Actor actor, Locale locale, HttpServletResponse response, Model model) {
        Formula formula = read(form, locale);
        LocalDate from = form.date("from");
        String note = form.text("note", 2, 500);
        if (form.ok() && !form.value("tried").equals(mark(formula))) {
            model.addAttribute("untried", true);
            return preview(form, actor, formula, locale, model);
        }
        return form.submit(
                () -> drafts.adopt(actor, formula, from, note),
                () -> Then.go(response, "/gov/points/formula", "points.draft.adopted"),
                () -> show(form, null, locale, model));
    }

    private String preview(Form form, Actor actor, Formula formula, Locale locale, Model model) {
        YearMonth month = month(form);
        return form.submit(
                () -> {
                    Preview preview = drafts.preview(actor, formula, month);
                    return show(form.with("tried", mark(formula)), preview, locale, model);
                },
                () -> show(form, null, locale, model));
    }

    /** By which a formula is known again; it says nothing that is not in the form. */
    private static String mark(Formula formula) {
        return Integer.toHexString(formula.toString().hashCode());
    }

    private String show(Form form, @Nullable Preview preview, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("preview", preview);
        model.addAttribute("rule", rules.current(Formula.KEY, Formula.class));
        model.addAttribute("latest", drafts.latest());
        model.addAttribute("words", new FormulaWords(codes, locale));
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
        return "points/draft";
    }

    /** As the version is that was adopted last, whether it holds already or is to come. */
    private Form filled() {
        Formula now = rules.version(drafts.latest().version(), Formula.KEY, Formula.class)
                .value();
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
            int perMille = number(form, "category-" + code, 0, Formula.MOST_PER_MILLE);
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
                number(form, "perHour", 1, Formula.MOST_PER_HOUR),
                number(form, "creditPerMille", 0, Formula.MOST_PER_MILLE),
                number(form, "honourPerMille", 0, Formula.MOST_PER_MILLE),
                categories,
                attitude,
                quality,
                number(form, "capPerDay", 0, Formula.MOST_PER_DAY),
                number(form, "expiryMonths", 0, Formula.MOST_MONTHS));
    }

    /** The number typed; one that is out of bounds is told in the form and read as the nearest that is not. */
    private static int number(Form form, String field, int min, int max) {
        return Math.clamp(form.integer(field, min, max), min, max);
    }

    private static void share(Form form, String field, String code, List<Share> shares) {
        int percent = number(form, field, 0, 100);
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
