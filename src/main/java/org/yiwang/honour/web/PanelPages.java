package org.yiwang.honour.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.honour.HonourProblem;
import org.yiwang.honour.Judging;
import org.yiwang.honour.Nominee;
import org.yiwang.honour.Scoring;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** What judges see and do. */
@Controller
class PanelPages {

    private static final String HOME = "/me/panels";
    private static final String NOMINEE = HOME + "/nominees/{id}";

    private final Judging judging;
    private final Words words;

    PanelPages(Judging judging, Words words) {
        this.judging = judging;
        this.words = words;
    }

    @GetMapping(HOME)
    @Access(SIGNED_IN)
    String list(Actor actor, Model model) {
        model.addAttribute("work", judging.list(actor));
        return "honour/panels";
    }

    @GetMapping(HOME + "/{id}")
    @Access(SIGNED_IN)
    String one(Actor actor, @PathVariable @Tsid long id, Model model) {
        return one(actor, id, Form.empty(), model);
    }

    private String one(Actor actor, long id, Form form, Model model) {
        model.addAttribute("work", judging.get(actor, id));
        model.addAttribute("form", form);
        return "honour/panel";
    }

    @GetMapping(NOMINEE)
    @Access(SIGNED_IN)
    String sheet(Actor actor, @PathVariable @Tsid long id, Model model) {
        return sheet(actor, id, Form.empty(), model);
    }

    private String sheet(Actor actor, long id, Form form, Model model) {
        Judging.Sheet sheet = judging.sheet(actor, id);
        for (int i = 0; i < sheet.scores().size(); i++) {
            form.with("score" + i, sheet.scores().get(i));
        }
        List<Integer> choices = new ArrayList<>();
        Scoring scoring = sheet.round().terms().scoring();
        for (int i = scoring.least(); i <= scoring.most(); i++) {
            choices.add(i);
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("choices", choices);
        model.addAttribute("form", form);
        model.addAttribute("words", words.words());
        return "honour/sheet";
    }

    @PostMapping(NOMINEE + "/score")
    @Access(SIGNED_IN)
    String score(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        Judging.Sheet sheet = judging.sheet(actor, id);
        Scoring scoring = sheet.round().terms().scoring();
        List<Integer> scores = new ArrayList<>();
        for (int i = 0; i < sheet.round().terms().criteria().size(); i++) {
            scores.add(form.integer("score" + i, scoring.least(), scoring.most()));
        }
        return form.submit(
                () -> judging.score(actor, id, scores),
                () -> Then.go(response, HOME + "/" + Ids.text(sheet.round().id()), "honour.notice.scored"),
                () -> sheet(actor, id, form, model));
    }

    @PostMapping(NOMINEE + "/doubt")
    @Access(SIGNED_IN)
    String doubt(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        int no = form.integer("no", 1, 999);
        String why = form.text("why" + no, 1, 300);
        return form.submit(
                () -> judging.doubt(actor, id, no, why),
                () -> Then.go(response, HOME + "/nominees/" + Ids.text(id), "honour.notice.doubted"),
                () -> sheet(actor, id, form, model));
    }

    @PostMapping(HOME + "/{id}/tie")
    @Access(SIGNED_IN)
    String tie(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        List<Nominee> tied = judging.get(actor, id).tied();
        record At(long nomination, int position) {}
        List<At> typed = new ArrayList<>();
        for (Nominee n : tied) {
            typed.add(new At(n.id(), form.integer("at" + Ids.text(n.id()), 1, tied.size())));
        }
        String why = form.text("why", 1, 500);
        return form.submit(
                () -> {
                    if (typed.stream().map(At::position).distinct().count() < typed.size()) {
                        throw new Refusal(HonourProblem.TIE_ORDER);
                    }
                    judging.decideTie(
                            actor,
                            id,
                            typed.stream()
                                    .sorted(Comparator.comparingInt(At::position))
                                    .map(At::nomination)
                                    .toList(),
                            why);
                    return Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.tie-decided");
                },
                () -> one(actor, id, form, model));
    }
}
