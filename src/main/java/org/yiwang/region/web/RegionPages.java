package org.yiwang.region.web;

import static org.yiwang.kernel.Permission.REGION_EDIT;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.region.Neighbourhoods;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Walking through the divisions; making, renaming and closing neighbourhoods and grids where one may. */
@Controller
@RequestMapping("/gov/regions")
class RegionPages {

    private static final int LONGEST_NAME = 40;
    private static final int MOST_FOUND = 30;

    private final Regions regions;
    private final Neighbourhoods neighbourhoods;

    RegionPages(Regions regions, Neighbourhoods neighbourhoods) {
        this.regions = regions;
        this.neighbourhoods = neighbourhoods;
    }

    /** Where one's own scope begins; what a search found. */
    @GetMapping
    @Access(REGION_EDIT)
    String start(Actor actor, @RequestParam(required = false) @Nullable String q, Model model) {
        RegionCode own = own(actor);
        if (q == null || q.isBlank()) {
            return show(regions.get(own), actor, Form.empty(), model);
        }
        RegionCode within = regions.city().code();
        model.addAttribute("q", q.strip());
        model.addAttribute("found", regions.search(q, within, MOST_FOUND));
        return "region/search";
    }

    @GetMapping("/{code}")
    @Access(REGION_EDIT)
    String at(@PathVariable String code, Actor actor, Model model) {
        RegionView at = regions.get(code);
        return show(at, actor, Form.empty().with("rename", at.name()), model);
    }

    @PostMapping("/{code}")
    @Access(REGION_EDIT)
    String add(@PathVariable String code, Form form, Actor actor, HttpServletResponse response, Model model) {
        RegionView at = regions.get(code);
        String name = form.text("name", 1, LONGEST_NAME);
        return form.submit(
                () -> neighbourhoods.add(actor, at.code(), name),
                () -> Then.go(response, "/gov/regions/" + at.code(), "region.added"),
                () -> show(at, actor, form.with("rename", at.name()), model));
    }

    @PostMapping("/{code}/rename")
    @Access(REGION_EDIT)
    String rename(@PathVariable String code, Form form, Actor actor, HttpServletResponse response, Model model) {
        RegionView at = regions.get(code);
        String name = form.text("rename", 1, LONGEST_NAME);
        if (form.ok()) {
            try {
                neighbourhoods.rename(actor, at.code(), name);
                return Then.go(response, "/gov/regions/" + at.code(), "region.renamed");
            } catch (Refusal r) {
                form.refuse(r.field() == null ? r : r.at("rename"));
            }
        }
        return show(at, actor, form, model);
    }

    @PostMapping("/{code}/close")
    @Access(REGION_EDIT)
    String close(@PathVariable String code, Actor actor, HttpServletResponse response) {
        RegionView at = regions.get(code);
        neighbourhoods.close(actor, at.code());
        return Then.go(response, "/gov/regions/" + at.code().parent().orElseThrow(), "region.closed");
    }

    private String show(RegionView at, Actor actor, Form form, Model model) {
        RegionCode code = at.code();
        boolean mine = at.open() && actor.reach(REGION_EDIT).covers(code);
        List<RegionView> path = regions.path(code);
        model.addAttribute("at", at);
        model.addAttribute("path", path.subList(0, path.size() - 1));
        model.addAttribute("children", regions.children(code));
        model.addAttribute("mayAdd", mine && (code.level() == Level.COMMUNITY || code.level() == Level.NEIGHBOURHOOD));
        model.addAttribute("mayChange", mine && code.level().compareTo(Level.COMMUNITY) > 0);
        model.addAttribute("form", form);
        return "region/at";
    }

    /** The largest region in which the person may edit; the city for one without bounds. */
    private RegionCode own(Actor actor) {
        Reach reach = actor.reach(REGION_EDIT);
        return reach.regions().stream()
                .filter(RegionCode::isValid)
                .map(RegionCode::new)
                .filter(code -> regions.find(code).isPresent())
                .min(java.util.Comparator.comparingInt(c -> c.value().length()))
                .orElseGet(() -> regions.city().code());
    }
}
