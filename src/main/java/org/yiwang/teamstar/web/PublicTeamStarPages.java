package org.yiwang.teamstar.web;

import static org.yiwang.kernel.Permission.ANYONE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Slice;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.teamstar.PublishedStars;
import org.yiwang.teamstar.StarRehearsals;
import org.yiwang.web.Access;

/** Teams with stars, as everybody may see them, with how the stars come about. */
@Controller
class PublicTeamStarPages {

    private final PublishedStars stars;
    private final StarRehearsals schemes;
    private final Regions regions;

    PublicTeamStarPages(PublishedStars stars, StarRehearsals schemes, Regions regions) {
        this.stars = stars;
        this.schemes = schemes;
        this.regions = regions;
    }

    /** The latest year of which there is something. */
    @GetMapping("/team-stars")
    @Access(ANYONE)
    String latest(
            @RequestParam(name = "stars", required = false) @Nullable Integer only,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return show(stars.years().stream().findFirst().orElse(null), only, page, model);
    }

    @GetMapping("/team-stars/{year}")
    @Access(ANYONE)
    String year(
            @PathVariable int year,
            @RequestParam(name = "stars", required = false) @Nullable Integer only,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return show(year, only, page, model);
    }

    private String show(@Nullable Integer year, @Nullable Integer only, int page, Model model) {
        Slice<PublishedStars.Line> slice =
                year == null ? new Slice<>(List.of(), 1, false) : stars.list(year, only, page);
        Map<String, String> places = new HashMap<>();
        slice.items()
                .forEach(l -> places.computeIfAbsent(
                        l.region().value(),
                        code -> regions.find(l.region())
                                .map(RegionView::fullName)
                                .orElse(code)));
        model.addAttribute("year", year == null ? 0 : year);
        model.addAttribute("years", stars.years());
        model.addAttribute("only", only == null ? 0 : only);
        model.addAttribute("slice", slice);
        model.addAttribute("places", places);
        model.addAttribute("scheme", schemes.current());
        return "teamstar/published";
    }
}
