package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ANYONE;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityDetail;
import org.yiwang.activity.ActivityFilter;
import org.yiwang.activity.ActivityFilter.Wanted;
import org.yiwang.activity.ActivityProblem;
import org.yiwang.activity.ActivitySearch;
import org.yiwang.activity.CalendarDay;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;
import org.yiwang.web.Access;
import org.yiwang.web.Form;

/** The public list of activities with its filters, the calendar, and the text of the agreement. */
@Controller
class ActivityPages {

    private final ActivitySearch search;
    private final Activities activities;
    private final Regions regions;
    private final RegionChoice places;
    private final Codes codes;
    private final Clock clock;

    ActivityPages(
            ActivitySearch search,
            Activities activities,
            Regions regions,
            RegionChoice places,
            Codes codes,
            Clock clock) {
        this.search = search;
        this.activities = activities;
        this.regions = regions;
        this.places = places;
        this.codes = codes;
        this.clock = clock;
    }

    @GetMapping("/activities")
    @Access(ANYONE)
    String list(Form form, Locale locale, Model model) {
        Days days = days(form);
        RegionCode region = places.of(form);
        String category = category(form);
        ActivityFilter filter = new ActivityFilter(
                region,
                category,
                days.from,
                days.to,
                form.ticked("free") ? Wanted.FREE : Wanted.ALL,
                shortened(form.value("q")),
                near(form));
        model.addAttribute("slice", search.list(filter, pageOf(form)));
        model.addAttribute("filter", filter);
        model.addAttribute("when", days.name);
        model.addAttribute("links", new ListLinks(form, days.name, region, category));
        places.show(region, model);
        model.addAttribute("categories", codes.options("category", locale));
        return "activity/list";
    }

    /** Days asked for, by a name that a chip has or by a date. */
    private record Days(
            String name, @Nullable LocalDate from, @Nullable LocalDate to) {}

    private Days days(Form form) {
        LocalDate today = LocalDate.now(clock);
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        LocalDate saturday = sunday.minusDays(1);
        return switch (form.value("when")) {
            case "today" -> new Days("today", today, today);
            case "tomorrow" -> new Days("tomorrow", today.plusDays(1), today.plusDays(1));
            case "weekend" -> new Days("weekend", saturday.isBefore(today) ? today : saturday, sunday);
            case "week" -> new Days("week", today, today.plusDays(6));
            default -> date(form.value("date")).map(d -> new Days("date", d, d)).orElse(new Days("", null, null));
        };
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    @Nullable
    private String category(Form form) {
        String code = form.value("category");
        return codes.find("category", code).isPresent() ? code : null;
    }

    private static ActivityFilter.@Nullable Point near(Form form) {
        Optional<Double> latitude = form.optionalDecimal("lat", -90, 90);
        Optional<Double> longitude = form.optionalDecimal("lng", -180, 180);
        return latitude.isPresent() && longitude.isPresent()
                ? new ActivityFilter.Point(latitude.get(), longitude.get())
                : null;
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= 40
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 40));
    }

    static int pageOf(Form form) {
        String text = form.value("page");
        return text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 1;
    }

    @GetMapping("/activities/calendar")
    @Access(ANYONE)
    String calendar(Form form, Locale locale, Model model) {
        YearMonth month = month(form);
        RegionCode region = places.of(form);
        String category = category(form);
        Map<LocalDate, CalendarDay> days = new TreeMap<>();
        search.calendar(month, region, category).forEach(d -> days.put(d.day(), d));
        model.addAttribute("month", month);
        model.addAttribute("days", days);
        model.addAttribute("links", new ListLinks(form, "", region, category));
        model.addAttribute("region", regions.get(region));
        places.show(region, model);
        model.addAttribute("categories", codes.options("category", locale));
        return "activity/calendar";
    }

    /** The month asked for, at most five years away. */
    private YearMonth month(Form form) {
        YearMonth now = YearMonth.now(clock);
        try {
            YearMonth asked = form.value("month").isEmpty() ? now : YearMonth.parse(form.value("month"));
            return asked.isBefore(now.minusYears(5)) || asked.isAfter(now.plusYears(5)) ? now : asked;
        } catch (DateTimeParseException _) {
            return now;
        }
    }

    @GetMapping("/activities/{id}/agreement")
    @Access(ANYONE)
    String agreement(@PathVariable @Tsid long id, Model model) {
        ActivityDetail detail = activities.detail(id);
        if (!detail.isPublic() || !detail.terms().agreement()) {
            throw new Refusal(ActivityProblem.UNKNOWN);
        }
        model.addAttribute("detail", detail);
        return "activity/agreement";
    }
}
