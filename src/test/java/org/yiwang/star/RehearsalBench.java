package org.yiwang.star;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Role;
import org.yiwang.record.TrustGrade;
import org.yiwang.star.StarScheme.Asks;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;

/**
 * Rehearses a scheme on a year of a city: so many people, and records spread over them as unevenly as service is. Goal: 60 s. Not
 * a test: it runs only when asked for, {@code -Dbench.people=1550000}.
 */
@CityTest
@EnabledIfSystemProperty(named = "bench.people", matches = "[0-9]+")
class RehearsalBench {

    private static final Logger log = LoggerFactory.getLogger(RehearsalBench.class);
    private static final int PEOPLE = Integer.getInteger("bench.people", 1_550_000);
    private static final int RECORDS = Integer.getInteger("bench.records", 3_400_000);

    @Autowired
    private Rehearsals rehearsals;

    @Autowired
    private RehearsalRunner runner;

    @Autowired
    private StarSchemes schemes;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_year_of_a_city() {
        fill();
        Actor city = PeopleFixture.staff(Role.CITY_OFFICE, "4201");
        StarScheme now = schemes.current().value();
        for (int divisor : new int[] {1, 2, 10}) {
            StarScheme then = new StarScheme(
                    now.stars().stream()
                            .map(s -> new Asks(s.star(), s.hours() / divisor, s.levels()))
                            .toList(),
                    20,
                    divisor == 2 ? Set.of(TrustGrade.D) : Set.of(),
                    now.paths(),
                    now.cutOff(),
                    now.noticeDays(),
                    now.waitDays(),
                    now.objectWorkingDays());
            long id = rehearsals.start(city, then, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
            long began = System.nanoTime();
            runner.run();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Rehearsal done = rehearsals.get(city, id);
            assertThat(done.state()).isEqualTo(Rehearsal.State.DONE);
            log.warn(
                    "{} people of {}, {} records: {} gain, {} lose, {} ms",
                    done.done(),
                    PEOPLE,
                    RECORDS,
                    done.gain(),
                    done.lose(),
                    took.toMillis());
            assertThat(took).isLessThan(Duration.ofSeconds(60));
        }
    }

    private void fill() {
        for (String sql : List.of(
                "alter table record_current drop constraint record_never_overlaps",
                "drop index record_current_organization",
                "select setseed(0.5)",
                """
                insert into volunteer (id, number, name, birth_date, sex, residence_code, state, account_id,
                    document_type, document_sealed, document_checked, source, registered_by, registered_at)
                select i, 'B' || i, '志愿者' || i, '1980-01-01', '1', '420102015001', 'VALID', i, '01', '\\x00', true, 'SELF',
                    i, now()
                from generate_series(1, %d) i""".formatted(PEOPLE),
                """
                insert into record_current (volunteer_id, record_id, activity_id, state, live_span, service_date, category,
                    time_kind, service_minutes, organization_ancestors, region_code, organization_id)
                select 1 + floor(power(random(), 3) * %d), i, i / 20, 'EFFECTIVE', 'empty',
                    date '2025-01-01' + (random() * 364)::int, '06',
                    case when random() < 0.8 then 'CREDIT' else 'HONOUR' end, 60 + (random() * 300)::int, '{1}',
                    '420102015001', 1
                from generate_series(1, %d) i""".formatted(PEOPLE, RECORDS),
                """
                insert into trust_grade
                select volunteer_id, record_id, activity_id, 'D', 0, '[]', 1, now() from record_current
                where record_id %% 50 = 0""".formatted(),
                "analyze record_current",
                "analyze volunteer")) {
            if (sql.startsWith("select")) {
                jdbc.sql(sql).query((row, i) -> 0).list();
            } else {
                jdbc.sql(sql).update();
            }
        }
    }
}
