package org.yiwang.door.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.Organizations;
import org.yiwang.record.CityHours;
import org.yiwang.record.RecordSum;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.Volunteers;

/** Counts the city. Everybody sees the same, so its numbers are asked for once in {@value #SECONDS} seconds. */
@Component
class FiguresOfCity {

    private static final int SECONDS = 60;
    private static final Duration PEOPLE = Duration.ofMinutes(10);
    private static final int DAYS = 30;

    /** By how much the code of a district is longer than that of its city. */
    private static final int DISTRICT = 2;

    private final AttendanceDesk attendance;
    private final Organizations organizations;
    private final CityHours hours;
    private final Regions regions;
    private final Clock clock;
    private final LoadingCache<LocalDate, CityFigures> figures;

    /** How many volunteers there are, which is a count over all of them: every ten minutes is often enough. */
    private final LoadingCache<Integer, Map<String, Long>> people;

    FiguresOfCity(
            AttendanceDesk attendance,
            Organizations organizations,
            CityHours hours,
            Volunteers volunteers,
            Regions regions,
            Clock clock) {
        this.attendance = attendance;
        this.organizations = organizations;
        this.hours = hours;
        this.regions = regions;
        this.clock = clock;
        this.figures = Caffeine.newBuilder()
                .maximumSize(2)
                .refreshAfterWrite(Duration.ofSeconds(SECONDS))
                .build(this::count);
        this.people =
                Caffeine.newBuilder().maximumSize(1).refreshAfterWrite(PEOPLE).build(volunteers::countByDivision);
    }

    CityFigures today() {
        return figures.get(LocalDate.now(clock));
    }

    private CityFigures count(LocalDate today) {
        LocalDate from = today.minusDays(DAYS - 1L);
        return new CityFigures(
                attendance.servedToday(), from, today, hours.countedBy(from, today), divisions(from, today));
    }

    private List<CityFigures.Division> divisions(LocalDate from, LocalDate to) {
        RegionCode city = regions.city().code();
        int length = city.value().length() + DISTRICT;
        Map<String, Long> lived = new TreeMap<>(people.get(length));
        Map<String, Long> teams = new TreeMap<>(organizations.countActiveByDivision(length));
        Map<String, RecordSum> served = new TreeMap<>();
        hours.byDivision(from, to, length).forEach(sum -> served.put(sum.key(), sum));
        List<CityFigures.Division> divisions = new ArrayList<>();
        for (RegionView district : regions.children(city)) {
            Set<String> code = Set.of(district.code().value());
            divisions.add(division(district.name(), code, lived, teams, served));
            lived.keySet().removeAll(code);
            teams.keySet().removeAll(code);
            served.keySet().removeAll(code);
        }
        Set<String> rest = new TreeSet<>(lived.keySet());
        rest.addAll(teams.keySet());
        rest.addAll(served.keySet());
        divisions.add(division("", rest, lived, teams, served));
        divisions.removeIf(d -> d.volunteers() + d.organizations() + d.minutes() == 0);
        return List.copyOf(divisions);
    }

    private static CityFigures.Division division(
            String name,
            Set<String> codes,
            Map<String, Long> lived,
            Map<String, Long> teams,
            Map<String, RecordSum> served) {
        List<RecordSum> sums = codes.stream()
                .map(code -> served.getOrDefault(code, new RecordSum(code, 0, 0, 0, 0)))
                .toList();
        return new CityFigures.Division(
                name,
                codes.stream().mapToLong(code -> lived.getOrDefault(code, 0L)).sum(),
                codes.stream().mapToLong(code -> teams.getOrDefault(code, 0L)).sum(),
                sums.stream().mapToLong(RecordSum::creditMinutes).sum(),
                sums.stream().mapToLong(RecordSum::honourMinutes).sum(),
                sums.stream().mapToLong(RecordSum::waitingMinutes).sum());
    }
}
