package org.yiwang.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.platform.Moments.utc;
import static org.yiwang.platform.Moments.utcOrNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.testing.TestDatabase;

/** Voices of organizations summed up by the database equal those counted one by one, in whole groups only. */
class TeamVoicesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final int GROUP = 5;
    private static final int TURNS = 250;

    @Test
    void sums_of_random_voices_equal_those_counted_one_by_one() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        LocalDate from = LocalDate.of(2026, 1, 1);
        LocalDate to = LocalDate.of(2026, 12, 31);
        try (var database = TestDatabase.fresh()) {
            JdbcClient jdbc = JdbcClient.create(database);
            List<Said> all = voices(random, jdbc);
            Map<Long, TeamVoices.Sums> counted = new HashMap<>();
            for (long organization = 1; organization <= 4; organization++) {
                long whose = organization;
                List<Said> opened = all.stream()
                        .filter(s -> s.organization == whose
                                && s.spoke
                                && !s.opened().isAfter(NOW))
                        .filter(s -> !s.day.isBefore(from) && !s.day.isAfter(to))
                        .sorted(Comparator.comparing(Said::opened)
                                .thenComparing(Said::activity)
                                .thenComparing(Said::volunteer))
                        .toList();
                List<Said> whole = opened.subList(0, opened.size() / GROUP * GROUP);
                if (!whole.isEmpty()) {
                    counted.put(
                            whose,
                            new TeamVoices.Sums(
                                    whole.size(),
                                    (int) whole.stream()
                                            .flatMap(s -> s.answers.stream())
                                            .filter(a -> a > 0)
                                            .count(),
                                    (int) whole.stream()
                                            .flatMap(s -> s.answers.stream())
                                            .filter(a -> a == 3)
                                            .count()));
                }
            }
            assertThat(new TurnSumStore(jdbc).sums(List.of(1L, 2L, 3L, 4L), from, to, GROUP, NOW))
                    .as("seed %d", seed)
                    .isEqualTo(counted);
        }
    }

    /** The last organization has too few voices for a group. */
    private static List<Said> voices(Random random, JdbcClient jdbc) {
        List<Said> all = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            boolean spoke = random.nextInt(4) > 0;
            Instant until = NOW.plus(Duration.ofHours(random.nextInt(400) - 300));
            all.add(new Said(
                    i < 4 ? 4 : 1 + random.nextInt(3),
                    i / 3,
                    i,
                    LocalDate.of(2025, 11, 1).plusDays(random.nextInt(390)),
                    spoke,
                    until,
                    spoke && random.nextBoolean() ? NOW.plus(Duration.ofHours(random.nextInt(200) - 150)) : null,
                    List.of(random.nextInt(4), random.nextInt(4), random.nextInt(4))));
        }
        for (Said s : all) {
            jdbc.sql("""
                            insert into dossier_turn (activity_id, volunteer_id, organization_id, served_on, open_until,
                                team_at, volunteer_at, opened_at, safety, organizing, usefulness)
                            values (:activity, :volunteer, :organization, :day, :until, :opened, :said, :opened, nullif(:s, 0),
                                nullif(:o, 0), nullif(:u, 0))""")
                    .param("activity", s.activity)
                    .param("volunteer", s.volunteer)
                    .param("organization", s.organization)
                    .param("day", s.day)
                    .param("until", utc(s.until))
                    .param("opened", utcOrNull(s.both), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("said", utcOrNull(s.spoke ? NOW : null), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("s", s.answers.get(0))
                    .param("o", s.answers.get(1))
                    .param("u", s.answers.get(2))
                    .update();
        }
        return all;
    }

    private record Said(
            long organization,
            long activity,
            long volunteer,
            LocalDate day,
            boolean spoke,
            Instant until,
            @Nullable Instant both,
            List<Integer> answers) {

        Instant opened() {
            return both == null || until.isBefore(both) ? until : both;
        }
    }
}
