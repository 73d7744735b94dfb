package org.yiwang.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.RegionCode;

/** Every board from the raw records by the shortest way there is: look at each record of each member. */
final class BruteForce {

    private static final String CITY = "4201";
    private static final int[] LEVELS = {4, 6, 9, 12, 15, 18};

    private final List<Row> rows;

    BruteForce(JdbcClient jdbc) {
        rows = jdbc.sql("""
                        select m.volunteer_id, v.residence_code, e.service_date, e.service_minutes, e.category,
                            c.organization_ancestors
                        from board_member m join volunteer v on v.id = m.volunteer_id
                        join record_entry e on e.volunteer_id = m.volunteer_id
                        join record_current c on c.volunteer_id = e.volunteer_id and c.record_id = e.record_id
                        where v.state = 'VALID' and e.time_kind = 'CREDIT' and e.service_minutes > 0
                          and (select state from record_step s where s.volunteer_id = e.volunteer_id
                               and s.record_id = e.record_id order by step_no desc limit 1) = 'EFFECTIVE'""")
                .query((row, i) -> new Row(
                        row.getLong(1),
                        row.getString(2).startsWith(CITY) ? row.getString(2) : CITY,
                        row.getObject(3, LocalDate.class),
                        row.getInt(4),
                        row.getString(5),
                        List.of((Long[]) row.getArray(6).getArray())))
                .list();
    }

    /** Everybody on the board, the most minutes first, those of one time by id. */
    List<Standing> board(BoardQuery query) {
        Map<Long, List<Row>> people = new TreeMap<>();
        rows.stream()
                .filter(in(query.key()))
                .filter(r -> r.place.startsWith(query.region().value()))
                .forEach(r -> people.computeIfAbsent(r.volunteerId, _ -> new ArrayList<>())
                        .add(r));
        Map<Long, Integer> sums = new TreeMap<>();
        people.forEach((who, of) -> sums.put(who, amount(query.key(), who, of)));
        sums.values().removeIf(amount -> amount == 0);
        List<Standing> all = new ArrayList<>();
        sums.forEach((who, minutes) -> all.add(new Standing(
                1 + (int) sums.values().stream().filter(m -> m > minutes).count(), who, minutes)));
        all.sort(Comparator.comparingInt(Standing::rank).thenComparingLong(Standing::volunteerId));
        return all;
    }

    private int amount(BoardKey key, long who, List<Row> of) {
        int minutes = of.stream().mapToInt(Row::minutes).sum();
        return switch (key.facet()) {
            case Facet.Times _ -> of.size();
            case Facet.Newcomers _ ->
                rows.stream().anyMatch(r -> r.volunteerId == who && r.day.isBefore(key.startsOn())) ? 0 : minutes;
            case Facet.Months _ -> {
                Set<YearMonth> served =
                        of.stream().map(r -> YearMonth.from(r.day)).collect(Collectors.toSet());
                yield served.stream()
                        .mapToInt(from -> {
                            int run = 0;
                            while (served.contains(from.plusMonths(run))) {
                                run++;
                            }
                            return run;
                        })
                        .max()
                        .orElse(0);
            }
            default -> minutes;
        };
    }

    private static Predicate<Row> in(BoardKey key) {
        Predicate<Row> facet = switch (key.facet()) {
            case Facet.Everything _, Facet.Times _, Facet.Newcomers _, Facet.Months _ -> _ -> true;
            case Facet.OfCategory c -> r -> r.category.equals(c.code());
            case Facet.OfOrganization o -> r -> r.organizations.contains(o.id());
        };
        LocalDate first = key.startsOn();
        return facet.and(r -> switch (key.span()) {
            case WEEK -> r.day.toEpochDay() - first.toEpochDay() >= 0 && r.day.toEpochDay() - first.toEpochDay() < 7;
            case MONTH -> r.day.getYear() == first.getYear() && r.day.getMonth() == first.getMonth();
            case YEAR -> r.day.getYear() == first.getYear();
            case ALL -> true;
        });
    }

    /** Every board that anybody is on, and some that nobody is on. */
    List<BoardQuery> boards() {
        Set<LocalDate> days = new TreeSet<>();
        Set<String> places = new TreeSet<>();
        Map<String, Facet> facets = new HashMap<>();
        facets.put("", Facet.EVERYTHING);
        Facet.KINDS.forEach(kind -> facets.put(kind.text(), kind));
        for (Row row : rows) {
            days.add(row.day);
            for (int length : LEVELS) {
                places.add(row.place.substring(0, Math.min(length, row.place.length())));
            }
            facets.put(row.category, new Facet.OfCategory(row.category));
            row.organizations.forEach(o -> facets.put("o" + o, new Facet.OfOrganization(o)));
        }
        days.add(LocalDate.of(2026, 2, 28));
        Set<BoardQuery> all = new java.util.LinkedHashSet<>();
        for (LocalDate day : days) {
            for (Facet facet : facets.values()) {
                for (String place : places) {
                    RegionCode region = new RegionCode(place);
                    all.add(new BoardQuery(new BoardKey(Span.WEEK, monday(day), facet), region));
                    all.add(new BoardQuery(new BoardKey(Span.MONTH, day.withDayOfMonth(1), facet), region));
                    all.add(new BoardQuery(new BoardKey(Span.YEAR, day.withDayOfYear(1), facet), region));
                    all.add(new BoardQuery(new BoardKey(Span.ALL, LocalDate.EPOCH, facet), region));
                }
            }
        }
        all.removeIf(query -> !query.key().facet().isBy(query.key().span()));
        return new ArrayList<>(all);
    }

    private static LocalDate monday(LocalDate day) {
        return day.minusDays(day.get(ChronoField.DAY_OF_WEEK) - 1L);
    }

    private record Row(
            long volunteerId, String place, LocalDate day, int minutes, String category, List<Long> organizations) {}

    /** Somebody's place on a board. */
    record Standing(int rank, long volunteerId, int minutes) {}
}
