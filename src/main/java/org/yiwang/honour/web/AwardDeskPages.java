package org.yiwang.honour.web;

import static org.yiwang.kernel.Permission.AWARD_RUN;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.honour.Capacity;
import org.yiwang.honour.Conflict;
import org.yiwang.honour.HonourProblem;
import org.yiwang.honour.ObjectionDesk;
import org.yiwang.honour.PanelDesk;
import org.yiwang.honour.RoundDesk;
import org.yiwang.honour.RoundKind;
import org.yiwang.honour.RoundState;
import org.yiwang.honour.RoundTerms;
import org.yiwang.honour.Scoring;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.RegionView;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Award rounds at the office that holds them. */
@Controller
class AwardDeskPages {

    private static final String HOME = "/gov/awards";
    private static final String ONE = HOME + "/{id}";

    private final RoundDesk desk;
    private final PanelDesk panel;
    private final ObjectionDesk objections;
    private final Words words;
    private final MessageSource messages;

    AwardDeskPages(RoundDesk desk, PanelDesk panel, ObjectionDesk objections, Words words, MessageSource messages) {
        this.desk = desk;
        this.panel = panel;
        this.objections = objections;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping(HOME)
    @Access(AWARD_RUN)
    String list(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("slice", desk.list(actor, page));
        List<RegionView> regions = desk.regions(actor);
        model.addAttribute(
                "kinds",
                desk.kinds().stream()
                        .filter(k -> regions.stream()
                                .anyMatch(r -> k.levels().contains(r.code().level())))
                        .toList());
        model.addAttribute("words", words.words());
        return "honour/desk";
    }

    @GetMapping(HOME + "/new")
    @Access(AWARD_RUN)
    String fresh(Actor actor, @RequestParam(defaultValue = "") String kind, Model model) {
        return fresh(actor, TermsForm.fill(Form.empty(), desk.usual(kind)).with("kind", kind), model);
    }

    private String fresh(Actor actor, Form form, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        RoundKind kind = desk.kinds().stream()
                .filter(k -> k.code().equals(form.value("kind")))
                .findFirst()
                .orElseThrow(() -> new Refusal(HonourProblem.KIND_UNKNOWN));
        Map<String, String> regions = new LinkedHashMap<>();
        desk.regions(actor).stream()
                .filter(r -> kind.levels().contains(r.code().level()))
                .forEach(r -> regions.put(r.code().value(), r.fullName()));
        model.addAttribute("title", kind.label().in(locale));
        model.addAttribute("regions", regions);
        model.addAttribute("action", HOME + "/new");
        return terms(form, model);
    }

    private String terms(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("nominators", options("honour.capacity.", Capacity.values()));
        model.addAttribute("conflicts", options("honour.conflict.", Conflict.values()));
        model.addAttribute("scorings", options("honour.scoring.", Scoring.values()));
        return "honour/terms";
    }

    private Map<String, String> options(String prefix, Enum<?>[] constants) {
        Map<String, String> options = new LinkedHashMap<>();
        Arrays.stream(constants)
                .forEach(c -> options.put(
                        c.name(), messages.getMessage(prefix + c.name(), null, LocaleContextHolder.getLocale())));
        return options;
    }

    @PostMapping(HOME + "/new")
    @Access(AWARD_RUN)
    String create(Actor actor, Form form, HttpServletResponse response, Model model) {
        RoundTerms terms = TermsForm.read(form);
        String region = form.value("region");
        if (!RegionCode.isValid(region)) {
            form.fail("region", "form.required");
        }
        return form.submit(
                () -> {
                    long id = desk.create(actor, new RegionCode(region), form.value("kind"), terms);
                    return Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.drafted");
                },
                () -> fresh(actor, form, model));
    }

    @GetMapping(ONE + "/terms")
    @Access(AWARD_RUN)
    String edit(Actor actor, @PathVariable @Tsid long id, Model model) {
        RoundDesk.File file = desk.get(actor, id);
        if (file.round().state() != RoundState.DRAFT) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        return edit(file, TermsForm.fill(Form.empty(), file.round().terms()), model);
    }

    private String edit(RoundDesk.File file, Form form, Model model) {
        model.addAttribute("title", file.round().terms().name());
        model.addAttribute("regions", Map.of());
        model.addAttribute("action", HOME + "/" + Ids.text(file.round().id()) + "/terms");
        return terms(form, model);
    }

    @PostMapping(ONE + "/terms")
    @Access(AWARD_RUN)
    String edit(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        RoundTerms terms = TermsForm.read(form);
        return form.submit(
                () -> desk.edit(actor, id, terms),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.drafted"),
                () -> edit(desk.get(actor, id), form, model));
    }

    @GetMapping(ONE)
    @Access(AWARD_RUN)
    String one(Actor actor, @PathVariable @Tsid long id, @RequestParam(defaultValue = "1") int page, Model model) {
        return one(actor, id, Form.empty(), page, model);
    }

    private String one(Actor actor, long id, Form form, Model model) {
        return one(actor, id, form, 1, model);
    }

    private String one(Actor actor, long id, Form form, int page, Model model) {
        RoundDesk.File file = desk.get(actor, id);
        model.addAttribute("file", file);
        model.addAttribute("judges", panel.judges(actor, file.round()));
        model.addAttribute("objections", objections.list(actor, file.round(), page));
        model.addAttribute("needsDecider", panel.needsDecider(actor, file.round()));
        model.addAttribute(
                "form",
                form.ok()
                        ? form.with("nominateUntil", file.round().terms().nominateUntil())
                                .with("reviewUntil", file.round().terms().reviewUntil())
                        : form);
        model.addAttribute("words", words.words());
        return "honour/desk-round";
    }

    /** One of the steps that an office takes, by the button pressed. */
    @PostMapping(ONE)
    @Access(AWARD_RUN)
    String step(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String step = form.value("step");
        Runnable command = switch (step) {
            case "open" -> () -> desk.open(actor, id);
            case "close" -> () -> desk.closeReview(actor, id);
            case "prolong" -> {
                LocalDate nominate = form.date("nominateUntil");
                LocalDate review = form.date("reviewUntil");
                String why = form.text("whyProlong", 1, 500);
                yield () -> desk.prolong(actor, id, nominate, review, why);
            }
            case "cancel" -> {
                String why = form.text("whyCancel", 1, 500);
                yield () -> desk.cancel(actor, id, why);
            }
            case "judge" -> {
                String number = form.text("number", 1, 40);
                yield () -> panel.name(actor, id, number);
            }
            case "unseat" -> {
                long account = Ids.parse(form.value("account")).orElse(0L);
                yield () -> panel.remove(actor, id, account);
            }
            default -> throw new Refusal(HonourProblem.NOT_NOW);
        };
        return form.submit(
                command,
                () -> Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.done"),
                () -> one(actor, id, form, model));
    }

    @PostMapping(ONE + "/objections")
    @Access(AWARD_RUN)
    String objection(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String text = form.value("objection");
        long objection = Ids.parse(text).orElse(0L);
        String reason = form.text("reason" + text, 1, 500);
        String decision = form.value("decision");
        return form.submit(
                () -> {
                    switch (decision) {
                        case "tell" -> objections.tell(actor, objection, reason);
                        case "remove" -> objections.remove(actor, objection, reason);
                        default -> objections.reject(actor, objection, reason);
                    }
                },
                () -> Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.answered"),
                () -> one(actor, id, form, model));
    }
}
