package org.yiwang.account.web;

import static org.yiwang.kernel.Permission.GRANTS_MANAGE;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.account.GrantDesk;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.RegionPickers;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Offices see who holds which role in their reach, give roles and take them away. */
@Controller
class GrantPages {

    private final GrantDesk desk;
    private final Codes codes;
    private final Regions regions;
    private final RegionPickers pickers;

    GrantPages(GrantDesk desk, Codes codes, Regions regions, RegionPickers pickers) {
        this.desk = desk;
        this.codes = codes;
        this.regions = regions;
        this.pickers = pickers;
    }

    @GetMapping("/gov/grants")
    @Access(GRANTS_MANAGE)
    String list(Form form, Actor actor, @RequestParam(defaultValue = "1") int page, Model model) {
        Optional<RegionCode> within = RegionCode.parse(form.value("region"));
        String name = form.value("name");
        model.addAttribute("holders", desk.list(actor, within, name, page));
        model.addAttribute("codes", codes);
        model.addAttribute(
                "link",
                "/gov/grants?name=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                        + within.map(r -> "&region=" + r.value()).orElse(""));
        return "account/grants";
    }

    @GetMapping("/gov/grants/new")
    @Access(GRANTS_MANAGE)
    String begin(Form form, Actor actor, Locale locale, Model model) {
        return form(form, actor, locale, model);
    }

    @PostMapping("/gov/grants/new")
    @Access(GRANTS_MANAGE)
    String give(Form form, Actor actor, Locale locale, HttpServletResponse response, Model model) {
        if (pickers.step(form)) {
            return form(form, actor, locale, model);
        }
        String mobile = form.text("mobile", 1, 30);
        Role role = form.choice("role", Role.class);
        RegionCode region = pickers.read(form, "region", regions.city().code(), Level.CITY);
        String why = form.text("why", 2, 200);
        return form.submit(
                () -> desk.give(actor, mobile, role, region, why),
                () -> Then.go(response, "/gov/grants", "account.notice.granted"),
                () -> form(form, actor, locale, model));
    }

    @GetMapping("/gov/grants/{account}/{grant}")
    @Access(GRANTS_MANAGE)
    String one(@PathVariable @Tsid long account, @PathVariable @Tsid long grant, Form form, Actor actor, Model model) {
        model.addAttribute("holder", desk.get(actor, account, grant));
        model.addAttribute("codes", codes);
        return "account/grant";
    }

    @PostMapping("/gov/grants/{account}/{grant}")
    @Access(GRANTS_MANAGE)
    String change(
            @PathVariable @Tsid long account,
            @PathVariable @Tsid long grant,
            Form form,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        String why = form.text("why", 2, 200);
        return form.submit(
                () -> {
                    if (form.value("do").equals("suspend")) {
                        desk.suspend(actor, account, grant, why);
                        return Then.go(response, "/gov/suspensions", "account.notice.suspended");
                    }
                    if (form.value("do").equals("reset")) {
                        desk.resetSecondFactor(actor, account, grant, why);
                        return Then.go(response, "/gov/grants", "account.notice.second-factor-reset");
                    }
                    desk.takeAway(actor, account, grant, why);
                    return Then.go(response, "/gov/grants", "account.notice.taken");
                },
                () -> one(account, grant, form, actor, model));
    }

    private String form(Form form, Actor actor, Locale locale, Model model) {
        Map<String, String> roles = new LinkedHashMap<>();
        desk.mayGive(actor)
                .forEach(role ->
                        roles.put(role.name(), codes.label("role", role.name()).in(locale)));
        model.addAttribute("roles", roles);
        model.addAttribute("picker", pickers.show(form, "region", regions.city().code(), Level.CITY));
        return "account/give";
    }
}
