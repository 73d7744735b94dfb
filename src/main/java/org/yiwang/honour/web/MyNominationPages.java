package org.yiwang.honour.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.honour.Nominations;
import org.yiwang.honour.Nominee;
import org.yiwang.honour.OwnNominations;
import org.yiwang.honour.Statement;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Nominations of oneself and of wards, and those one has made. */
@Controller
class MyNominationPages {

    private static final String HOME = "/me/nominations";
    private static final String ONE = HOME + "/{id}";

    private final OwnNominations own;
    private final Nominations nominations;
    private final Words words;

    MyNominationPages(OwnNominations own, Nominations nominations, Words words) {
        this.own = own;
        this.nominations = nominations;
        this.words = words;
    }

    @GetMapping(HOME)
    @Access(SIGNED_IN)
    String list(Actor actor, Model model) {
        List<Nominee> mine = own.list(actor);
        List<Nominee> made = nominations.mine(actor);
        Map<Long, String> names = new HashMap<>();
        mine.forEach(n -> names.computeIfAbsent(n.id(), id -> name(actor, id)));
        made.forEach(n -> names.computeIfAbsent(n.id(), id -> name(actor, id)));
        model.addAttribute("mine", mine);
        model.addAttribute("made", made);
        model.addAttribute("names", names);
        return "honour/nominations";
    }

    private String name(Actor actor, long nomination) {
        return own.get(actor, nomination).round().terms().name();
    }

    @GetMapping(ONE)
    @Access(SIGNED_IN)
    String one(Actor actor, @PathVariable @Tsid long id, Model model) {
        return one(actor, id, Form.empty(), model);
    }

    private String one(Actor actor, long id, Form form, Model model) {
        OwnNominations.File file = own.get(actor, id);
        model.addAttribute("file", file);
        model.addAttribute("form", form.with("showName", file.nominee().showName() ? "yes" : ""));
        model.addAttribute("words", words.words());
        return "honour/nomination";
    }

    @PostMapping(ONE + "/agree")
    @Access(SIGNED_IN)
    String agree(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        return form.submit(
                () -> own.agree(actor, id, form.ticked("showName")),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.agreed"),
                () -> one(actor, id, form, model));
    }

    @PostMapping(ONE + "/decline")
    @Access(SIGNED_IN)
    String decline(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        return form.submit(
                () -> own.decline(actor, id),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.declined"),
                () -> one(actor, id, form, model));
    }

    @PostMapping(ONE + "/reply")
    @Access(SIGNED_IN)
    String reply(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        long objection = Ids.parse(form.value("objection")).orElse(0L);
        String said = form.text("reply", 1, 1000);
        return form.submit(
                () -> own.reply(actor, id, objection, said),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.replied"),
                () -> one(actor, id, form, model));
    }

    @PostMapping(ONE + "/withdraw")
    @Access(SIGNED_IN)
    String withdraw(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        return form.submit(
                () -> nominations.withdraw(actor, id),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.withdrawn"),
                () -> one(actor, id, form, model));
    }

    @PostMapping(ONE + "/claim")
    @Access(SIGNED_IN)
    String claim(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        int no = form.integer("no", 1, 999);
        return form.submit(
                () -> own.answerClaim(actor, id, no, form.value("answer").equals("yes")),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.claim"),
                () -> one(actor, id, form, model));
    }

    @PostMapping(ONE + "/correct")
    @Access(SIGNED_IN)
    String correct(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        int no = form.integer("no", 1, 999);
        String said = form.text("words" + no, 0, 300);
        String source = form.value("source" + no);
        return form.submit(
                () -> nominations.correct(actor, id, no, new Statement.Draft(said, source)),
                () -> Then.go(response, HOME + "/" + Ids.text(id), "honour.notice.corrected"),
                () -> one(actor, id, form, model));
    }
}
