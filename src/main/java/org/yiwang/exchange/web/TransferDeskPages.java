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
import org.yiwang.exchange.TransferDesk;
import org.yiwang.exchange.Transfers;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Transfers that wait for an office. */
@Controller
class TransferDeskPages {

    private static final String HOME = "/gov/transfers";

    private final TransferDesk desk;
    private final ArrivalDesk arrivals;

    TransferDeskPages(TransferDesk desk, ArrivalDesk arrivals) {
        this.desk = desk;
        this.arrivals = arrivals;
    }

    @GetMapping(HOME)
    @Access(TRANSFER_DECIDE)
    String queue(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("city", arrivals.isCity(actor));
        model.addAttribute("slice", desk.queue(actor, page));
        return "exchange/transfers";
    }

    @GetMapping(HOME + "/{volunteer}/{id}")
    @Access(TRANSFER_DECIDE)
    String one(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id, Model model) {
        return show(Form.empty(), desk.get(actor, volunteer, id), model);
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
        String reason = form.text("reason", 0, Transfers.LONGEST_REASON);
        String decision = form.value("decision");
        if (!decision.equals("confirm") && !decision.equals("refuse")) {
            form.fail("reason", "form.choice");
        }
        return form.submit(
                () -> {
                    if (decision.equals("confirm")) {
                        desk.confirm(actor, volunteer, id);
                    } else {
                        desk.refuse(actor, volunteer, id, reason);
                    }
                    return Then.go(response, HOME, "notice.exchange.decided");
                },
                () -> show(form, desk.get(actor, volunteer, id), model));
    }

    private static String show(Form form, TransferDesk.Case it, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("it", it);
        return "exchange/transfer-case";
    }
}
