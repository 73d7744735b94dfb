package org.yiwang.exchange.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yiwang.exchange.ArrivalView;
import org.yiwang.exchange.Arrivals;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Bringing a passport from another platform, and what became of it. */
@Controller
class ArrivalPages {

    private static final String IMPORT = PassportPages.HOME + "/import";
    private static final String ARRIVALS = PassportPages.HOME + "/arrivals";

    private final Arrivals arrivals;
    private final Whose whose;

    ArrivalPages(Arrivals arrivals, Whose whose) {
        this.arrivals = arrivals;
        this.whose = whose;
    }

    @GetMapping(IMPORT)
    @Access(SIGNED_IN)
    String show(Actor actor, @RequestParam(required = false) @Nullable String of, Model model) {
        if (whose.nobody(actor)) {
            return "volunteer/no-card";
        }
        return show(Form.empty(), actor, whose.person(actor, of), model);
    }

    @PostMapping(IMPORT)
    @Access(SIGNED_IN)
    String take(
            Form form,
            Actor actor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model) {
        VolunteerView person = whose.person(actor, form.value("of"));
        if (file == null || file.isEmpty()) {
            form.fail("file", "form.required");
        } else {
            try {
                ArrivalView arrival = arrivals.take(actor, person.id(), bytes(file), form.ticked("me"));
                return Then.go(
                        response,
                        ARRIVALS + "/" + Ids.text(arrival.volunteerId()) + "/" + Ids.text(arrival.arrivalId()),
                        "notice.exchange.arrived");
            } catch (Refusal refusal) {
                form.refuse(refusal);
            }
        }
        return show(form, actor, person, model);
    }

    @GetMapping(ARRIVALS + "/{volunteer}/{id}")
    @Access(SIGNED_IN)
    String one(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id, Model model) {
        model.addAttribute("detail", arrivals.get(actor, volunteer, id));
        model.addAttribute("receipt", arrivals.receipt(actor, volunteer, id).orElse(""));
        return "exchange/arrival";
    }

    private String show(Form form, Actor actor, VolunteerView person, Model model) {
        whose.show(actor, person, model);
        model.addAttribute("form", form);
        return "exchange/import";
    }

    private static byte[] bytes(MultipartFile file) {
        try (var in = file.getInputStream()) {
            return in.readNBytes(Arrivals.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
