package org.yiwang.exchange.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.exchange.TransferView;
import org.yiwang.exchange.Transfers;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.RegionPickers;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Moving to another district of the city: asking for it, following it, taking a refusal to the city. */
@Controller
class TransferPages {

    private static final String HOME = "/me/transfer";

    private final Transfers transfers;
    private final Whose whose;
    private final RegionPickers pickers;
    private final Regions regions;

    TransferPages(Transfers transfers, Whose whose, RegionPickers pickers, Regions regions) {
        this.transfers = transfers;
        this.whose = whose;
        this.pickers = pickers;
        this.regions = regions;
    }

    @GetMapping(HOME)
    @Access(SIGNED_IN)
    String show(Actor actor, @RequestParam(required = false) @Nullable String of, Model model) {
        return whose.nobody(actor) ? "volunteer/no-card" : show(Form.empty(), actor, whose.person(actor, of), model);
    }

    @PostMapping(HOME)
    @Access(SIGNED_IN)
    String ask(Form form, Actor actor, HttpServletResponse response, Model model) {
        VolunteerView person = whose.person(actor, form.value("of"));
        if (pickers.step(form)) {
            return show(form, actor, person, model);
        }
        RegionCode to = pickers.read(form, "to", regions.city().code(), Level.COMMUNITY);
        String reason = form.text("reason", 0, Transfers.LONGEST_REASON);
        return form.submit(
                () -> transfers.ask(actor, person.id(), to, reason),
                () -> Then.go(response, home(person), "notice.exchange.asked"),
                () -> show(form, actor, person, model));
    }

    @PostMapping(HOME + "/{volunteer}/{id}/withdraw")
    @Access(SIGNED_IN)
    String withdraw(
            Form form,
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long id,
            HttpServletResponse response,
            Model model) {
        VolunteerView person = whose.person(actor, Ids.text(volunteer));
        return form.submit(
                () -> transfers.withdraw(actor, volunteer, id),
                () -> Then.go(response, home(person), "notice.exchange.withdrawn"),
                () -> show(form, actor, person, model));
    }

    @PostMapping(HOME + "/{volunteer}/{id}/appeal")
    @Access(SIGNED_IN)
    String appeal(
            Form form,
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long id,
            HttpServletResponse response,
            Model model) {
        VolunteerView person = whose.person(actor, Ids.text(volunteer));
        String statement = form.text("statement", 2, Transfers.LONGEST_REASON);
        return form.submit(
                () -> transfers.appeal(actor, volunteer, id, statement),
                () -> Then.go(response, home(person), "notice.exchange.appealed"),
                () -> show(form, actor, person, model));
    }

    private String show(Form form, Actor actor, VolunteerView person, Model model) {
        List<TransferView> all = transfers.list(actor, person.id());
        whose.show(actor, person, model);
        model.addAttribute("form", form);
        model.addAttribute("transfers", all);
        model.addAttribute("open", all.stream().anyMatch(t -> t.state().isOpen()));
        model.addAttribute("to", pickers.show(form, "to", regions.city().code(), Level.COMMUNITY));
        model.addAttribute("here", name(person.residence()));
        Map<String, String> names = Stream.concat(
                        all.stream().map(TransferView::from), all.stream().map(TransferView::to))
                .distinct()
                .collect(Collectors.toMap(RegionCode::value, this::name));
        model.addAttribute("names", names);
        return "exchange/transfer";
    }

    private String name(RegionCode code) {
        return regions.find(code).map(RegionView::fullName).orElse(code.value());
    }

    private static String home(VolunteerView person) {
        return HOME + "?of=" + Ids.text(person.id());
    }
}
