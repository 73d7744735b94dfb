package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.record.TeamYears.Asked;
import org.yiwang.record.TeamYears.Sums;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestDatabase;

/** Years of organizations summed up by the database equal those counted one by one, on random lives. */
class TeamYearsTest {

    private static final int YEAR = 2026;
    private static final int RECORDS = 700;
    private static final int ACTIVITIES = 200;

    @Test
    void sums_of_a_random_year_equal_those_counted_one_by_one() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (var database = TestDatabase.fresh()) {
            JdbcClient jdbc = JdbcClient.create(database);
            List<Row> rows = records(random, jdbc);
            List<Clock> clocks = clocks(random, jdbc);
            TeamYears years = new TeamYears(new TeamYearStore(jdbc), new TestClock());
            for (int activeDays = 1; activeDays <= 2; activeDays++) {
                Asked asked = new Asked(YEAR, LocalDate.of(YEAR, 11, 20), activeDays, LocalDate.of(YEAR, 11, 1));
                List<Long> asking = List.of(1L, 2L, 3L, 99L);
                Map<Long, Sums> counted = new TreeMap<>();
                for (long organization : asking) {
                    Sums one = count(organization, rows, clocks, asked);
                    if (!one.equals(Sums.NONE)) {
                        counted.put(organization, one);
                    }
                }
                assertThat(new TreeMap<>(years.sums(asking, asked)))
                        .as("seed %d", seed)
                        .isEqualTo(counted);
                assertThat(years.people(1, asked).stream().filter(s -> s.days() >= asked.activeDays()))
                        .as("seed %d", seed)
                        .hasSize(counted.getOrDefault(1L, Sums.NONE).active());
                assertThat(years.activities(2, asked).stream().filter(TeamYears.Held::isInTime))
                        .as("seed %d", seed)
                        .hasSize(counted.getOrDefault(2L, Sums.NONE).inTime());
                assertThat(years.closedActivities(List.of(3L), asked))
                        .as("seed %d", seed)
                        .hasSize(counted.getOrDefault(3L, Sums.NONE).activities());
            }
        }
    }

    private static Sums count(long organization, List<Row> rows, List<Clock> clocks, Asked asked) {
        Map<Long, Set<LocalDate>> days = new HashMap<>();
        Map<Long, Set<LocalDate>> before = new HashMap<>();
        Map<Long, LocalDate> first = new HashMap<>();
        Map<Long, Long> credit = new HashMap<>();
        Map<Long, Long> honour = new HashMap<>();
        for (Row r : rows) {
            if (r.organization != organization || !r.state.equals("EFFECTIVE") || r.day.isAfter(asked.until())) {
                continue;
            }
            first.merge(r.volunteer, r.day, (a, b) -> a.isBefore(b) ? a : b);
            if (r.day.getYear() == YEAR) {
                days.computeIfAbsent(r.volunteer, _ -> new HashSet<>()).add(r.day);
                (r.kind.equals("CREDIT") ? credit : honour).merge(r.volunteer, (long) r.minutes, Long::sum);
            } else if (r.day.getYear() == YEAR - 1) {
                before.computeIfAbsent(r.volunteer, _ -> new HashSet<>()).add(r.day);
            }
        }
        int active = 0;
        long creditMinutes = 0;
        long honourMinutes = 0;
        int newcomers = 0;
        int again = 0;
        for (var person : days.entrySet()) {
            if (person.getValue().size() >= asked.activeDays()) {
                active++;
                creditMinutes += credit.getOrDefault(person.getKey(), 0L);
                honourMinutes += honour.getOrDefault(person.getKey(), 0L);
            }
            LocalDate began = Objects.requireNonNull(first.get(person.getKey()));
            if (began.getYear() == YEAR && !began.isAfter(asked.newcomersUntil())) {
                newcomers++;
                again += person.getValue().size() > 1 ? 1 : 0;
            }
        }
        int activeBefore = 0;
        int stayed = 0;
        for (var person : before.entrySet()) {
            if (person.getValue().size() >= asked.activeDays()) {
                activeBefore++;
                stayed += days.containsKey(person.getKey()) ? 1 : 0;
            }
        }
        LocalDate today = LocalDate.of(YEAR, 11, 21);
        List<Clock> held = clocks.stream()
                .filter(c -> c.organization == organization && !c.cancelled)
                .filter(c -> c.ended.getYear() == YEAR && !c.ended.isAfter(asked.until()))
                .toList();
        return new Sums(
                (int) held.stream().filter(c -> c.settled != null).count(),
                (int) held.stream()
                        .filter(c -> c.settled != null || c.due.isBefore(today))
                        .count(),
                (int) held.stream()
                        .filter(c -> c.settled != null && !c.settled.isAfter(c.due))
                        .count(),
                active,
                creditMinutes,
                honourMinutes,
                activeBefore,
                stayed,
                newcomers,
                again);
    }

    private static List<Row> records(Random random, JdbcClient jdbc) {
        String[] states = {"EFFECTIVE", "EFFECTIVE", "EFFECTIVE", "PENDING", "SUPERSEDED", "VOID"};
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            rows.add(new Row(
                    1 + random.nextInt(60),
                    i,
                    1 + random.nextInt(3),
                    LocalDate.of(YEAR - 2, 6, 1).plusDays(random.nextInt(930)),
                    random.nextInt(5) == 0 ? "HONOUR" : "CREDIT",
                    states[random.nextInt(states.length)],
                    30 + random.nextInt(300)));
        }
        for (Row r : rows) {
            // Each has minutes of its own in the calendar of the person, far from the day it stands for: none overlaps
            // another.
            jdbc.sql("""
                            insert into record_current (volunteer_id, record_id, activity_id, organization_id,
                                organization_ancestors, region_code, service_date, category, time_kind, service_minutes, state,
                                live_span)
                            values (:volunteer, :record, 1, :organization, array[:organization, 99], '420117', :day, '06', :kind,
                                :minutes, :state,
                                case when :state = 'EFFECTIVE' then tstzrange(
                                    timestamptz '2000-01-01' + make_interval(mins => :record),
                                    timestamptz '2000-01-01' + make_interval(mins => :record + 1)) end)""")
                    .param("volunteer", r.volunteer)
                    .param("record", r.record)
                    .param("organization", r.organization)
                    .param("day", r.day)
                    .param("kind", r.kind)
                    .param("minutes", r.minutes)
                    .param("state", r.state)
                    .update();
        }
        return rows;
    }

    private static List<Clock> clocks(Random random, JdbcClient jdbc) {
        List<Clock> clocks = new ArrayList<>();
        for (int i = 0; i < ACTIVITIES; i++) {
            LocalDate ended = LocalDate.of(YEAR - 1, 10, 1).plusDays(random.nextInt(480));
            LocalDate due = ended.plusDays(14);
            LocalDate settled = random.nextInt(3) == 0 ? null : ended.plusDays(random.nextInt(20));
            clocks.add(new Clock(i, 1 + random.nextInt(3), ended, due, settled, random.nextInt(8) == 0));
        }
        for (Clock c : clocks) {
            // Settled just after midnight in the city, which is the day before in UTC.
            jdbc.sql("""
                            insert into record_clock (activity_id, organization_id, organization_ancestors, region_code, title,
                                ends_at, ended_on, remind_on, alarm_on, due_on, settled_at, cancelled)
                            values (:id, :organization, array[:organization], '420117', 'a', :ended::timestamp at time zone 'Asia/Shanghai',
                                :ended, :ended, :ended, :due,
                                (:settled::text::date + interval '1 minute') at time zone 'Asia/Shanghai', :cancelled)""")
                    .param("id", c.id)
                    .param("organization", c.organization)
                    .param("ended", c.ended)
                    .param("due", c.due)
                    .param("settled", c.settled == null ? null : c.settled.toString())
                    .param("cancelled", c.cancelled)
                    .update();
        }
        return clocks;
    }

    private record Row(
            long volunteer, int record, long organization, LocalDate day, String kind, String state, int minutes) {}

    private record Clock(
            int id,
            long organization,
            LocalDate ended,
            LocalDate due,
            @org.jspecify.annotations.Nullable LocalDate settled,
            boolean cancelled) {}
}
