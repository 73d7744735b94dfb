package org.yiwang.trust.web;

import static org.yiwang.kernel.Permission.SPOT_CHECK;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
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
import org.yiwang.account.Accounts;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.trust.Outcome;
import org.yiwang.trust.SampleItem;
import org.yiwang.trust.SampleView;
import org.yiwang.trust.SpotChecks;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Spot checks at the office: draw, call, note. */
@Controller
class SpotCheckPages {

    static final String HOME = "/gov/spot-checks";
    private static final int MONTHS = 12;

    private final SpotChecks checks;
    private final Regions regions;
    private final Accounts accounts;
    private final Clock clock;

    SpotCheckPages(SpotChecks checks, Regions regions, Accounts accounts, Clock clock) {
        this.checks = checks;
        this.regions = regions;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping(HOME)
    @Access(SPOT_CHECK)
    String list(Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        return list(actor, page, Form.empty(), model);
    }

    @PostMapping(HOME)
    @Access(SPOT_CHECK)
    String draw(Actor actor, Form form, HttpServletResponse response, Model model) {
        Map<String, String> areas = areas(actor);
        String month = form.choice("month", months().keySet());
        String region = form.choice("region", areas.keySet());
        return form.submit(
                () -> {
                    long id = checks.draw(actor, YearMonth.parse(month), new RegionCode(region));
                    return Then.go(response, HOME + "/" + Ids.text(id), "trust.notice.drawn");
                },
                () -> list(actor, 1, form, model));
    }

    private String list(Actor actor, int page, Form form, Model model) {
        Slice<SampleView> slice = checks.list(actor, page);
        model.addAttribute("slice", slice);
        model.addAttribute("places", places(slice.items()));
        model.addAttribute("months", months());
        model.addAttribute("areas", areas(actor));
        model.addAttribute("form", form);
        return "trust/samples";
    }

    @GetMapping(HOME + "/{id}")
    @Access(SPOT_CHECK)
    String work(Actor actor, @PathVariable @Tsid long id, Model model) {
        SpotChecks.Work work = checks.work(actor, id);
        model.addAttribute("work", work);
        model.addAttribute("place", place(work.sample().region()));
        return "trust/sample";
    }

    @GetMapping(HOME + "/{id}/{no}")
    @Access(SPOT_CHECK)
    String call(Actor actor, @PathVariable @Tsid long id, @PathVariable int no, Model model) {
        return call(actor, id, no, Form.empty(), null, model);
    }

    /** Shows name and number in full once; the look is noted. */
    @PostMapping(HOME + "/{id}/{no}/contact")
    @Access(SPOT_CHECK)
    String contact(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable int no,
            Form form,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        SpotChecks.Contact contact = null;
        try {
            contact = checks.reveal(actor, id, no, form.text("purpose", 1, 100));
        } catch (Refusal refusal) {
            form.refuse(refusal);
        }
        return call(actor, id, no, form, contact, model);
    }

    @PostMapping(HOME + "/{id}/{no}")
    @Access(SPOT_CHECK)
    String note(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable int no,
            Form form,
            HttpServletResponse response,
            Model model) {
        Outcome outcome = form.choice("outcome", Outcome.class);
        String note = form.text("note", 0, 500);
        return form.submit(
                () -> {
                    checks.note(actor, id, no, outcome, note, form.ticked("freeze"));
                    boolean frozen = outcome == Outcome.WAS_NOT_THERE && form.ticked("freeze");
                    return Then.go(
                            response,
                            HOME + "/" + Ids.text(id) + (frozen ? "/" + no : ""),
                            frozen ? "trust.notice.frozen" : "trust.notice.noted");
                },
                () -> call(actor, id, no, form, null, model));
    }

    private String call(Actor actor, long id, int no, Form form, SpotChecks.@Nullable Contact contact, Model model) {
        SpotChecks.Call call = checks.call(actor, id, no);
        Map<Long, String> names = new HashMap<>();
        accounts.getAll(call.calls().stream().map(SampleItem.Call::byAccountId).toList())
                .forEach((account, view) -> names.put(account, view.name()));
        model.addAttribute("call", call);
        model.addAttribute("contact", contact);
        model.addAttribute("names", names);
        model.addAttribute("form", form);
        return "trust/call";
    }

    /** The months that are over, the latest first, as their form has them. */
    private Map<String, String> months() {
        Map<String, String> months = new LinkedHashMap<>();
        YearMonth month = YearMonth.now(clock);
        for (int i = 1; i <= MONTHS; i++) {
            String text = month.minusMonths(i).toString();
            months.put(text, text);
        }
        return months;
    }

    /** The areas of the office and those directly below. */
    private Map<String, String> areas(Actor actor) {
        Map<String, String> areas = new LinkedHashMap<>();
        actor.reach(SPOT_CHECK).regions().stream().sorted().distinct().forEach(root -> {
            RegionCode code = new RegionCode(root);
            regions.find(code).ifPresent(r -> areas.put(root, r.name()));
            regions.children(code).forEach(r -> areas.put(r.code().value(), r.name()));
        });
        return areas;
    }

    private Map<String, String> places(List<SampleView> samples) {
        Map<String, String> places = new HashMap<>();
        samples.forEach(s -> places.put(s.region().value(), place(s.region())));
        return places;
    }

    private String place(RegionCode region) {
        return regions.find(region).map(RegionView::fullName).orElse(region.value());
    }
}
