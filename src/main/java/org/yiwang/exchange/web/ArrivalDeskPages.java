package org.yiwang.exchange.web;

import static org.yiwang.kernel.Permission.TRANSFER_DECIDE;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.exchange.ArrivalDesk;
import org.yiwang.exchange.Doubts;
import org.yiwang.exchange.ExchangeProblem;
import org.yiwang.exchange.Issuers;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The city office: passports that wait, hours that are here already, platforms that are trusted. */
@Controller
class ArrivalDeskPages {

    static final String HOME = "/gov/passports";
    static final String ISSUERS = "/gov/issuers";
    private static final int LONGEST_REASON = 500;

    private final ArrivalDesk desk;
    private final Doubts doubts;
    private final Issuers issuers;

    ArrivalDeskPages(ArrivalDesk desk, Doubts doubts, Issuers issuers) {
        this.desk = desk;
        this.doubts = doubts;
        this.issuers = issuers;
    }

    @GetMapping(HOME)
    @Access(TRANSFER_DECIDE)
    String queue(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        return queue(Form.empty(), actor, page, model);
    }

    private String queue(Form form, Actor actor, int page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("slice", desk.queue(actor, page));
        model.addAttribute("conflicts", desk.conflicts(actor, 1));
        model.addAttribute("doubted", doubts.list(actor, 1));
        return "exchange/passports";
    }

    @GetMapping(HOME + "/{volunteer}/{id}")
    @Access(TRANSFER_DECIDE)
    String one(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id, Model model) {
        return show(Form.empty(), actor, volunteer, id, model);
    }

    @PostMapping(HOME + "/{volunteer}/{id}")
    @Access(TRANSFER_DECIDE)
    String decide(
            Form form,
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long id,
            HttpServletResponse response,
            Model model) {
        String reason = form.text("reason", 0, LONGEST_REASON);
        String address = form.text("address", 0, Issuers.LONGEST);
        String decision = form.value("decision");
        if (decision.equals("trust") && !form.ticked("compared")) {
            form.fail("compared", "form.required");
        } else if (!decision.equals("trust") && !decision.equals("refuse")) {
            form.fail("reason", "form.choice");
        }
        return form.submit(
                () -> {
                    if (decision.equals("trust")) {
                        desk.trust(actor, volunteer, id, address);
                        return Then.go(response, HOME, "notice.exchange.proposed");
                    }
                    desk.refuse(actor, volunteer, id, reason);
                    return Then.go(response, HOME, "notice.exchange.decided");
                },
                () -> show(form, actor, volunteer, id, model));
    }

    @PostMapping(HOME + "/conflicts/{volunteer}/{source}")
    @Access(TRANSFER_DECIDE)
    String conflict(
            Form form,
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long source,
            HttpServletResponse response,
            Model model) {
        String reason = form.text("reason", 0, LONGEST_REASON);
        return form.submit(
                () -> {
                    if (form.value("decision").equals("retry")) {
                        boolean taken = desk.tryAgain(actor, volunteer, source);
                        return Then.go(response, HOME, taken ? "notice.exchange.decided" : "notice.exchange.still");
                    }
                    desk.drop(actor, volunteer, source, reason);
                    return Then.go(response, HOME, "notice.exchange.decided");
                },
                () -> queue(form, actor, 1, model));
    }

    @PostMapping(HOME + "/doubted/{volunteer}/{source}")
    @Access(TRANSFER_DECIDE)
    String doubted(
            Form form,
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long source,
            HttpServletResponse response,
            Model model) {
        String reason = form.text("reason", 0, LONGEST_REASON);
        String evidence = form.text("evidence", 0, LONGEST_REASON);
        if (form.ok()) {
            try {
                switch (form.value("decision")) {
                    case "keep" -> {
                        doubts.keep(actor, volunteer, source, reason);
                        return Then.go(response, HOME, "notice.exchange.doubt-kept");
                    }
                    case "void" -> {
                        doubts.askVoid(actor, volunteer, source, reason, evidence);
                        return Then.go(response, HOME, "notice.exchange.doubt-asked");
                    }
                    case "confirm" -> {
                        doubts.confirmVoid(actor, volunteer, source);
                        return Then.go(response, HOME, "notice.exchange.doubt-told");
                    }
                    default -> form.fail("reason", "form.choice");
                }
            } catch (Refusal refusal) {
                form.refuse(refusal);
            }
        }
        return queue(form, actor, 1, model);
    }

    @GetMapping(ISSUERS)
    @Access(TRANSFER_DECIDE)
    String issuers(Actor actor, Model model) {
        return issuers(Form.empty(), actor, model);
    }

    @PostMapping(ISSUERS)
    @Access(TRANSFER_DECIDE)
    String propose(Form form, Actor actor, HttpServletResponse response, Model model) {
        String name = form.text("name", 2, Issuers.LONGEST);
        String origin = form.text("origin", 2, Issuers.LONGEST);
        String key = form.text("key", 1, 2000);
        String address = form.text("address", 0, Issuers.LONGEST);
        if (!form.ticked("compared")) {
            form.fail("compared", "form.required");
        }
        return form.submit(
                () -> issuers.propose(actor, origin, name, Issuers.key(key), address),
                () -> Then.go(response, ISSUERS, "notice.exchange.proposed"),
                () -> issuers(form, actor, model));
    }

    @PostMapping(ISSUERS + "/{id}/confirm")
    @Access(TRANSFER_DECIDE)
    String confirm(Form form, Actor actor, @PathVariable @Tsid long id, HttpServletResponse response, Model model) {
        if (!form.ticked("confirmed")) {
            form.refuse(new Refusal(ExchangeProblem.COMPARE_FIRST));
        }
        return form.submit(
                () -> issuers.confirm(actor, id),
                () -> Then.go(response, ISSUERS, "notice.exchange.trusted"),
                () -> issuers(form, actor, model));
    }

    @PostMapping(ISSUERS + "/{id}/withdraw")
    @Access(TRANSFER_DECIDE)
    String withdraw(Actor actor, @PathVariable @Tsid long id, HttpServletResponse response) {
        issuers.withdraw(actor, id);
        return Then.go(response, ISSUERS, "notice.exchange.trust-withdrawn");
    }

    private String issuers(Form form, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("issuers", issuers.list(actor));
        return "exchange/issuers";
    }

    private String show(Form form, Actor actor, long volunteer, long id, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("detail", desk.get(actor, volunteer, id));
        model.addAttribute("person", desk.person(actor, volunteer));
        return "exchange/passport-case";
    }
}
