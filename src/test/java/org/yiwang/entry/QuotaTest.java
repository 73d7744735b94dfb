package org.yiwang.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.testing.TestDatabase;

/** How much may be entered by hand, and that two at once never get more than that. */
class QuotaTest {

    private static final LocalDate WEEK = LocalDate.of(2026, 11, 16);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private static final QuotaRule RULE = new QuotaRule(
            500,
            52,
            12,
            480,
            2400,
            5,
            List.of(
                    new QuotaRule.HonestyStep(98, 100),
                    new QuotaRule.HonestyStep(95, 60),
                    new QuotaRule.HonestyStep(90, 20),
                    new QuotaRule.HonestyStep(0, 0)));

    @ParameterizedTest
    @CsvSource({
        // checked in, samples, right: minutes a week, a year
        "0,         0,   0,   480,  2400", // a new team: the floor
        "48000,     0,   0,   480,  2400", // 800 h: 5 % are the floor
        "6000000,   0,   0, 25000, 300000", // 100,000 h: 5 %, a twelfth of it a week
        "6000000,   4,   0, 25000, 300000", // too few samples to say anything
        "6000000, 100, 100, 25000, 300000",
        "6000000, 100,  97, 15000, 180000",
        "6000000, 100,  92,  5000,  60000",
        "6000000, 100,  89,     0,      0",
        "0,         5,   4,     0,      0" // the floor is for the honest
    })
    void is_a_share_of_what_was_checked_in_less_the_more_samples_were_wrong(
            long checkedIn, int samples, int right, int week, int year) {
        assertThat(RULE.limits(checkedIn, samples, right)).isEqualTo(new QuotaRule.Limits(week, year, 52));
    }

    @Test
    void is_never_exceeded_by_confirmations_at_the_same_moment() throws Exception {
        try (var database = TestDatabase.fresh();
                var threads = Executors.newFixedThreadPool(8)) {
            QuotaStore store = new QuotaStore(JdbcClient.create(database));
            QuotaRule.Limits limits = new QuotaRule.Limits(480, 100_000, 52);
            CyclicBarrier start = new CyclicBarrier(8);
            List<Callable<Boolean>> all = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        start.await();
                        return store.use(7, WEEK, 100, limits, NOW);
                    })
                    .toList();
            int granted = 0;
            for (Future<Boolean> one : threads.invokeAll(all)) {
                granted += one.get() ? 1 : 0;
            }

            assertThat(granted).isEqualTo(4);
            assertThat(store.usedInWeek(7, WEEK)).isEqualTo(400);
        }
    }

    @Test
    void of_a_year_holds_over_its_weeks_and_ends_with_them() {
        try (var database = TestDatabase.fresh()) {
            QuotaStore store = new QuotaStore(JdbcClient.create(database));
            QuotaRule.Limits limits = new QuotaRule.Limits(480, 1000, 52);
            assertThat(store.use(7, WEEK.minusWeeks(51), 480, limits, NOW)).isTrue();
            assertThat(store.use(7, WEEK.minusWeeks(1), 480, limits, NOW)).isTrue();

            assertThat(store.use(7, WEEK, 41, limits, NOW)).isFalse();
            assertThat(store.use(7, WEEK, 40, limits, NOW)).isTrue();
            assertThat(store.use(8, WEEK, 480, limits, NOW))
                    .as("another organization")
                    .isTrue();
            assertThat(store.use(7, WEEK.plusWeeks(1), 440, limits, NOW))
                    .as("a year later the first week is forgotten")
                    .isTrue();
            assertThat(store.usedInYear(7, WEEK.plusWeeks(1), 52)).isEqualTo(960);
        }
    }

    @Test
    void is_computed_anew_from_its_moves_as_it_stands_after_a_random_play() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        try (var database = TestDatabase.fresh()) {
            JdbcClient jdbc = JdbcClient.create(database);
            QuotaStore store = new QuotaStore(jdbc);
            QuotaRule.Limits limits = new QuotaRule.Limits(480, 1000, 3);
            for (int i = 0; i < 120; i++) {
                int organization = random.nextInt(3);
                LocalDate week = WEEK.plusWeeks(random.nextInt(4));
                int minutes = 1 + random.nextInt(120);
                if (random.nextInt(4) == 0) {
                    store.giveBack(organization, week, minutes, NOW);
                } else {
                    store.use(organization, week, minutes, limits, NOW);
                }
            }
            var live = sums(jdbc);
            assertThat(store.rebuild()).as("as it stood, seed %d", seed).isZero();
            jdbc.sql("update entry_quota_used set minutes = minutes / 2 where week = :week")
                    .param("week", WEEK)
                    .update();
            jdbc.sql("delete from entry_quota_used where organization_id = 1").update();
            jdbc.sql("insert into entry_quota_used values (9, :week, 77, 100)")
                    .param("week", WEEK)
                    .update();
            store.rebuild();
            assertThat(sums(jdbc)).as("seed %d", seed).isEqualTo(live).isNotEmpty();
        }
    }

    private static List<String> sums(JdbcClient jdbc) {
        return jdbc.sql(
                        "select organization_id || ' ' || week || ' ' || minutes from entry_quota_used where minutes > 0"
                                + " order by 1")
                .query((row, i) -> row.getString(1))
                .list();
    }
}
