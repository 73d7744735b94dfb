package org.yiwang.honour.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.honour.Awards;
import org.yiwang.honour.HonourProblem;
import org.yiwang.honour.Nominations;
import org.yiwang.honour.Nominee;
import org.yiwang.honour.Statement;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Awards as everybody sees them, nominating, and what somebody says during public notice. */
@Controller
class AwardPages {

    private static final String ROUND = "/awards/{id}";

    private final Awards awards;
    private final Nominations nominations;
    private final Words words;

    AwardPages(Awards awards, Nominations nominations, Words words) {
        this.awards = awards;
        this.nominations = nominations;
        this.words = words;
    }

    @GetMapping("/awards")
    @Access(ANYONE)
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("slice", awards.list(page));
        model.addAttribute("words", words.words());
        return "honour/awards";
    }

    @GetMapping(ROUND)
    @Access(ANYONE)
    String one(@Nullable Actor actor, @PathVariable @Tsid long id, Model model) {
        Awards.Shown shown = awards.get(id);
        model.addAttribute("shown", shown);
        model.addAttribute("mayNominate", actor != null && nominations.mayNominate(actor, shown.round()));
        model.addAttribute("words", words.words());
        return "honour/award";
    }

    @GetMapping(ROUND + "/nominate")
    @Access(SIGNED_IN)
    String nominate(
            Actor actor, @PathVariable @Tsid long id, @RequestParam(defaultValue = "") String number, Model model) {
        return nominate(actor, id, Form.empty().with("number", number), model);
    }

    private String nominate(Actor actor, long id, Form form, Model model) {
        String number = form.value("number");
        Nominations.Preview preview = null;
        if (!number.isEmpty()) {
            try {
                preview = nominations.preview(actor, id, number);
            } catch (Refusal refusal) {
                if (form.ok()) {
                    form.refuse(refusal);
                }
            }
        }
        var said = words.words();
        model.addAttribute("round", awards.get(id).round());
        model.addAttribute("preview", preview);
        model.addAttribute("bounds", nominations.bounds());
        model.addAttribute("form", form);
        model.addAttribute("words", said);
        return "honour/nominate";
    }

    @PostMapping(ROUND + "/nominate")
    @Access(SIGNED_IN)
    String nominate(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String number = form.text("number", 1, 40);
        List<Statement.Draft> claims = new ArrayList<>();
        for (int i = 0; i < nominations.bounds().getOrDefault("statements", 0); i++) {
            claims.add(new Statement.Draft(form.text("words" + i, 0, 300), form.value("source" + i)));
        }
        return form.submit(
                () -> Then.go(
                        response,
                        "/me/nominations/" + Ids.text(nominations.nominate(actor, id, number, claims)),
                        "honour.notice.nominated"),
                () -> nominate(actor, id, form, model));
    }

    @GetMapping(ROUND + "/object")
    @Access(ANYONE)
    String object(@PathVariable @Tsid long id, @RequestParam(defaultValue = "") String about, Model model) {
        return object(id, Form.empty().with("nominee", about), model);
    }

    private String object(long id, Form form, Model model) {
        Awards.Shown shown = awards.get(id);
        if (!shown.takesObjections()) {
            throw new Refusal(HonourProblem.NOT_NOW);
        }
        Map<String, String> nominees = new LinkedHashMap<>();
        for (Nominee n : shown.placed()) {
            nominees.put(Ids.text(n.id()), n.publicName());
        }
        model.addAttribute("round", shown.round());
        model.addAttribute("nominees", nominees);
        model.addAttribute("form", form);
        return "honour/object";
    }

    @PostMapping(ROUND + "/object")
    @Access(ANYONE)
    String object(
            @PathVariable @Tsid long id,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String said = form.text("words", 1, 1000);
        String contact = form.text("contact", 1, 100);
        String nominee = form.value("nominee");
        return form.submit(
                () -> {
                    Long about = nominee.isEmpty()
                            ? null
                            : Ids.parse(nominee)
                                    .orElseThrow(() -> new Refusal(HonourProblem.NOMINATION_UNKNOWN).at("nominee"));
                    String receipt = awards.object(id, about, said, contact, request.getRemoteAddr());
                    return Then.go(response, "/awards/objections/" + receipt, "honour.notice.objected");
                },
                () -> object(id, form, model));
    }

    @GetMapping("/awards/objections/{receipt}")
    @Access(ANYONE)
    String answer(@PathVariable String receipt, Model model) {
        model.addAttribute("objection", awards.answer(receipt));
        return "honour/objection";
    }
}
