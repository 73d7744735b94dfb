package org.yiwang.entry.web;

import static org.yiwang.kernel.Permission.MAKEUP_APPROVE;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
import org.yiwang.entry.EntryProblem;
import org.yiwang.entry.MakeupCalls;
import org.yiwang.entry.MakeupSample;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.trust.Outcome;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Calls to people on a makeup sheet: drawing them, the number, what they said. */
@Controller
class MakeupCallPages {

    private static final String SHEET = "/gov/makeup/{activity}/{sheet}";
    private static final String ONE = SHEET + "/calls/{volunteer}";

    private final MakeupCalls calls;
    private final MakeupPages pages;
    private final Accounts accounts;

    MakeupCallPages(MakeupCalls calls, MakeupPages pages, Accounts accounts) {
        this.calls = calls;
        this.pages = pages;
        this.accounts = accounts;
    }

    @PostMapping(SHEET + "/draw")
    @Access(MAKEUP_APPROVE)
    String draw(
            Actor actor,
            @PathVariable @Tsid long activity,
            @PathVariable @Tsid long sheet,
            HttpServletResponse response,
            Model model) {
        try {
            calls.draw(actor, activity, sheet);
            return Then.go(response, page(activity, sheet), "entry.drawn");
        } catch (Refusal refusal) {
            return pages.one(actor, activity, sheet, Form.empty().refuse(refusal), model);
        }
    }

    @GetMapping(ONE)
    @Access(MAKEUP_APPROVE)
    String call(Actor actor, @PathVariable Map<String, String> path, Model model) {
        return show(actor, Key.of(path), Form.empty(), null, model);
    }

    /** Shows the number in full once; the look is noted. */
    @PostMapping(ONE + "/contact")
    @Access(MAKEUP_APPROVE)
    String contact(
            Actor actor, @PathVariable Map<String, String> path, Form form, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        Key key = Key.of(path);
        String mobile = null;
        try {
            mobile = calls.reveal(actor, key.activity, key.sheet, key.volunteer, form.text("purpose", 1, 100));
        } catch (Refusal refusal) {
            form.refuse(refusal);
        }
        return show(actor, key, form, mobile, model);
    }

    @PostMapping(ONE)
    @Access(MAKEUP_APPROVE)
    String note(
            Actor actor, @PathVariable Map<String, String> path, Form form, HttpServletResponse response, Model model) {
        Key key = Key.of(path);
        Outcome outcome = form.choice("outcome", Outcome.class);
        String note = form.text("note", 0, 500);
        return form.submit(
                () -> calls.note(actor, key.activity, key.sheet, key.volunteer, outcome, note),
                () -> Then.go(response, page(key.activity, key.sheet), "entry.call.noted"),
                () -> show(actor, key, form, null, model));
    }

    private String show(Actor actor, Key key, Form form, @Nullable String mobile, Model model) {
        MakeupCalls.Whom whom = calls.whom(actor, key.activity, key.sheet, key.volunteer);
        Map<Long, String> names =
                accounts
                        .getAll(whom.drawn().calls().stream()
                                .map(MakeupSample.Call::byAccountId)
                                .toList())
                        .values()
                        .stream()
                        .collect(Collectors.toMap(AccountView::id, AccountView::name));
        model.addAttribute("whom", whom);
        model.addAttribute("names", names);
        model.addAttribute("mobile", mobile == null ? "" : mobile);
        model.addAttribute("form", form);
        return "entry/call";
    }

    private static String page(long activity, long sheet) {
        return "/gov/makeup/" + Ids.text(activity) + "/" + Ids.text(sheet);
    }

    /** Somebody on a sheet, as addresses name them. */
    private record Key(long activity, long sheet, long volunteer) {

        static Key of(Map<String, String> path) {
            return new Key(id(path, "activity"), id(path, "sheet"), id(path, "volunteer"));
        }

        private static long id(Map<String, String> path, String name) {
            return Ids.parse(String.valueOf(path.get(name))).orElseThrow(() -> new Refusal(EntryProblem.UNKNOWN));
        }
    }
}
