package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.NoticeBoard;
import org.yiwang.record.NoticeQuery;
import org.yiwang.record.OpenCases;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The public notice of records, for anybody; not for search engines. */
@Controller
class NoticePages {

    private final NoticeBoard board;
    private final Regions regions;
    private final boolean reportable;

    NoticePages(NoticeBoard board, Regions regions, ObjectProvider<OpenCases> cases) {
        this.board = board;
        this.regions = regions;
        this.reportable = cases.stream().findAny().isPresent();
    }

    @GetMapping("/notice")
    @Access(ANYONE)
    String show(Form form, @RequestParam(defaultValue = "1") int page, Model model, HttpServletResponse response) {
        NoticeQuery query = read(form);
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        var slice = board.list(query, page);
        model.addAttribute("slice", slice);
        model.addAttribute("query", query);
        model.addAttribute("regions", choices(query.region()));
        model.addAttribute("names", names(slice.items().stream().map(l -> l.regionCode())));
        model.addAttribute("address", address(query));
        model.addAttribute("reportable", reportable);
        return "record/notice";
    }

    @PostMapping("/me/hours/notice-name")
    @Access(SIGNED_IN)
    String hideName(Actor actor, Form form, HttpServletResponse response) {
        long volunteer = Ids.parse(form.value("volunteer")).orElseThrow(() -> new Refusal(VolunteerProblem.NOT_YOURS));
        boolean hidden = form.ticked("hidden");
        board.hide(actor, volunteer, hidden);
        return Then.go(
                response,
                "/me/hours?volunteer=" + Ids.text(volunteer),
                hidden ? "record.notice.now-hidden" : "record.notice.now-named");
    }

    static NoticeQuery read(Form form) {
        return new NoticeQuery(
                RegionCode.parse(form.value("region")).orElse(null),
                Ids.parse(form.value("organization")).orElse(null),
                Ids.parse(form.value("activity")).orElse(null));
    }

    private static String address(NoticeQuery query) {
        RegionCode region = query.region();
        Long organization = query.organizationId();
        Long activity = query.activityId();
        return "/notice?"
                + Stream.of(
                                region == null ? "" : "region=" + region.value(),
                                organization == null ? "" : "organization=" + Ids.text(organization),
                                activity == null ? "" : "activity=" + Ids.text(activity))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining("&"));
    }

    /** The districts of the city, or the way down to the chosen region and what lies in it. */
    private List<RegionView> choices(@Nullable RegionCode chosen) {
        RegionCode city = regions.city().code();
        Optional<RegionView> found = chosen == null || !city.contains(chosen) ? Optional.empty() : regions.find(chosen);
        if (found.isEmpty()) {
            return regions.children(city);
        }
        return Stream.concat(
                        regions.path(found.get().code()).stream()
                                .filter(r ->
                                        city.contains(r.code()) && !r.code().equals(city)),
                        regions.children(found.get().code()).stream())
                .distinct()
                .toList();
    }

    private Map<String, String> names(Stream<String> codes) {
        Map<String, String> names = new LinkedHashMap<>();
        codes.distinct()
                .forEach(code -> names.put(
                        code,
                        RegionCode.parse(code)
                                .flatMap(regions::find)
                                .map(RegionView::name)
                                .orElse("")));
        return names;
    }
}
