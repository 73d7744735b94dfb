package org.yiwang.account.web;

import static org.yiwang.kernel.Permission.ACCOUNT_SUSPEND;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.account.SuspensionView;
import org.yiwang.account.Suspensions;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Accounts that offices have stopped, and letting them in again. */
@Controller
class SuspensionPages {

    private static final String HOME = "/gov/suspensions";

    private final Suspensions suspensions;
    private final Regions regions;

    SuspensionPages(Suspensions suspensions, Regions regions) {
        this.suspensions = suspensions;
        this.regions = regions;
    }

    @GetMapping(HOME)
    @Access(ACCOUNT_SUSPEND)
    String list(Form form, Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        Slice<SuspensionView> slice = suspensions.list(actor, page);
        Map<String, String> places = new HashMap<>();
        slice.items()
                .forEach(s -> places.put(
                        s.region().value(),
                        regions.find(s.region()).map(RegionView::fullName).orElse("")));
        model.addAttribute("slice", slice);
        model.addAttribute("places", places);
        model.addAttribute("form", form);
        return "account/suspensions";
    }

    @PostMapping(HOME + "/{account}")
    @Access(ACCOUNT_SUSPEND)
    String reinstate(
            @PathVariable @Tsid long account, Form form, Actor actor, HttpServletResponse response, Model model) {
        return form.submit(
                response,
                () -> {
                    suspensions.reinstate(actor, account, form.value("why"));
                    return Then.go(response, HOME, "account.notice.reinstated");
                },
                () -> list(form, actor, 1, model));
    }
}
