package org.yiwang.entry.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.entry.EntryProblem;
import org.yiwang.entry.EntrySheet;
import org.yiwang.entry.EntryStep;
import org.yiwang.entry.OwnEntries;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** What was entered by hand about me and my wards: right in one tap, wrong with a word. */
@Controller
class MyEntryPages {

    private final OwnEntries own;
    private final EntryNaming names;

    MyEntryPages(OwnEntries own, EntryNaming names) {
        this.own = own;
        this.names = names;
    }

    @GetMapping("/me/entries")
    @Access(SIGNED_IN)
    String mine(Actor actor, Model model) {
        return show(actor, Form.empty(), model);
    }

    @PostMapping("/me/entries/{activity}/{sheet}")
    @Access(SIGNED_IN)
    String answer(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long sheet,
            Form form,
            HttpServletResponse response,
            Model model) {
        long volunteer = Ids.parse(form.value("of")).orElseThrow(() -> new Refusal(EntryProblem.UNKNOWN));
        boolean agree = form.choice("answer", List.of("agree", "disagree")).equals("agree");
        String why = form.text("why", agree ? 0 : 2, 500);
        return form.submit(
                () -> {
                    if (agree) {
                        own.agree(actor, activity, sheet, volunteer);
                    } else {
                        own.disagree(actor, activity, sheet, volunteer, why);
                    }
                    return Then.go(response, "/me/entries", agree ? "entry.agreed" : "entry.disagreed");
                },
                () -> show(actor, form.with("at", Ids.text(sheet) + Ids.text(volunteer)), model));
    }

    private String show(Actor actor, Form form, Model model) {
        List<EntrySheet> sheets = own.list(actor);
        Map<Long, List<EntryStep>> steps = new LinkedHashMap<>();
        sheets.forEach(sheet ->
                steps.put(sheet.lines().getFirst().id(), own.steps(sheet.lines().getFirst())));
        model.addAttribute("sheets", sheets);
        model.addAttribute("steps", steps);
        model.addAttribute("names", names.of(sheets, steps.values()));
        model.addAttribute("form", form);
        return "entry/mine";
    }
}
