package org.yiwang.star.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.star.StarNotice;
import org.yiwang.star.StarSchemes;
import org.yiwang.star.Stars;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Stars for everybody: what they ask for, who has one, who is about to get one. */
@Controller
class StarPages {

    static final String NOTICE = "/stars/notice";

    private final Stars stars;
    private final StarNotice notice;
    private final StarSchemes schemes;
    private final Regions regions;

    StarPages(Stars stars, StarNotice notice, StarSchemes schemes, Regions regions) {
        this.stars = stars;
        this.notice = notice;
        this.schemes = schemes;
        this.regions = regions;
    }

    @GetMapping("/stars")
    @Access(ANYONE)
    String list(Form form, @RequestParam(defaultValue = "1") int page, HttpServletResponse response, Model model) {
        hide(response);
        RegionCode city = regions.city().code();
        RegionCode region =
                RegionCode.parse(form.value("region")).filter(city::contains).orElse(city);
        Integer star = form.optionalInteger("star", 1, 9).orElse(null);
        Slice<Stars.Line> slice = stars.published(star, region, page);
        model.addAttribute("form", form);
        model.addAttribute("scheme", schemes.current());
        model.addAttribute("regions", regions.children(city));
        model.addAttribute("slice", slice);
        model.addAttribute("names", names(slice.items().stream().map(Stars.Line::region)));
        model.addAttribute(
                "address",
                "/stars?region=" + (region.equals(city) ? "" : region.value()) + "&star=" + (star == null ? "" : star));
        return "star/list";
    }

    @GetMapping(NOTICE)
    @Access(ANYONE)
    String notice(@RequestParam(defaultValue = "1") int page, HttpServletResponse response, Model model) {
        hide(response);
        Slice<StarNotice.Line> slice = notice.list(page);
        model.addAttribute("slice", slice);
        model.addAttribute("names", names(slice.items().stream().map(StarNotice.Line::region)));
        return "star/notice";
    }

    @GetMapping(NOTICE + "/{id}")
    @Access(SIGNED_IN)
    String object(@PathVariable @Tsid long id, Model model) {
        return object(Form.empty(), id, model);
    }

    private String object(Form form, long id, Model model) {
        StarNotice.Line line = notice.get(id);
        model.addAttribute("form", form);
        model.addAttribute("line", line);
        model.addAttribute("region", names(Stream.of(line.region())).get(line.region()));
        return "star/object";
    }

    @PostMapping(NOTICE + "/{id}")
    @Access(SIGNED_IN)
    String object(Actor actor, @PathVariable @Tsid long id, Form form, HttpServletResponse response, Model model) {
        String why = form.text("why", 4, 500);
        return form.submit(
                () -> notice.object(actor, id, why),
                () -> Then.go(response, NOTICE, "star.notice.objected"),
                () -> object(form, id, model));
    }

    private Map<RegionCode, String> names(Stream<RegionCode> codes) {
        Map<RegionCode, String> names = new HashMap<>();
        List<RegionCode> all = codes.distinct().toList();
        all.forEach(
                code -> names.put(code, regions.find(code).map(RegionView::name).orElse("")));
        return names;
    }

    /** People's stars are for their neighbours, not for search engines. */
    private static void hide(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
