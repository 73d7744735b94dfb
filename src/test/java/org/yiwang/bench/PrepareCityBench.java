package org.yiwang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.BenchTokens;
import org.yiwang.kernel.Ids;

/**
 * Signs people of a generated city in for {@code bench/run}: volunteers who have served, leaders of teams and a city office,
 * each with a session and a token in a file; and those who take part in boards, with what each asks.
 * Not a test: it runs only when the benchmark names the server's data folder.
 */
@EnabledIfSystemProperty(named = "bench.data", matches = ".+")
class PrepareCityBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 10_000);
    private static final int ORGANIZERS = 100;
    private static final int ASKERS = 100_000;
    private static final int LATEST = 4;
    private static final int SEED = 4;
    private static final int[] LEVELS = {4, 6, 9, 12};

    /** A token names the end of its session: one for all, also of those who are in several files. */
    private final Instant expires =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(30));

    private final Path data = Path.of(System.getProperty("bench.data"));
    private final Path out = Path.of(System.getProperty("bench.out"));
    private final JdbcClient jdbc = JdbcClient.create(BenchData.database(data));

    @Test
    void people_of_the_city() throws IOException {
        Files.createDirectories(out);
        signIn("office.tsv", office());
        signIn("organizers.tsv", """
                select g.account_id, g.organization_id from account_grant g
                where g.organization_id is not null and exists (
                    select from activity a where a.organization_id = g.organization_id)
                order by mod(g.id, 9973), g.id limit %d""".formatted(ORGANIZERS));
        signIn("people.tsv", """
                select v.account_id, v.id from volunteer v
                where v.account_id is not null and exists (select from record_total t where t.volunteer_id = v.id)
                order by mod(v.id, 9973), v.id limit %d""".formatted(PEOPLE));
        questions();
    }

    /**
     * One line for each who asks: token, and a board of a period, each length of it as often as the others and the latest there
     * are of each, and of the own region at any level. An empty file where nobody is on a board.
     */
    private void questions() throws IOException {
        String who = """
                select v.account_id, v.id, v.residence_code from board_member m join volunteer v on v.id = m.volunteer_id
                where v.account_id is not null and length(v.residence_code) = 12
                order by mod(v.id, 9973), v.id limit %d""".formatted(ASKERS);
        List<String> boards = jdbc.sql("""
                        select 'span=' || span || '&day=' || starts_on from (
                            select span, starts_on, row_number() over (partition by span order by starts_on desc) as nth
                            from board where facet = '') b
                        where nth <= :latest order by 1""")
                .param("latest", LATEST)
                .query((row, i) -> row.getString(1))
                .list();
        Map<String, List<String>> bySpan = boards.stream()
                .collect(Collectors.groupingBy(b -> b.substring(0, b.indexOf('&')), TreeMap::new, Collectors.toList()));
        List<List<String>> spans = List.copyOf(bySpan.values());
        Random random = new Random(SEED);
        signIn("asks.tsv", who, (row, token) -> {
            List<String> some = spans.get(random.nextInt(spans.size()));
            return token + "\t/api/v1/boards?" + some.get(random.nextInt(some.size())) + "&region="
                    + row.getString(3).substring(0, LEVELS[random.nextInt(LEVELS.length)]) + "\t"
                    + Ids.text(row.getLong(2));
        });
    }

    /** The administrator of the first body becomes the office of the city as well. */
    private String office() {
        jdbc.sql("""
                        insert into account_grant (account_id, id, role, region_code, from_at, given_by, why)
                        select applicant_account_id, 1, 'CITY_OFFICE', region_code, created_at, 0, 'bench'
                        from organization where length(region_code) = 4 order by id limit 1
                        on conflict do nothing""").update();
        return "select account_id, account_id from account_grant where role = 'CITY_OFFICE' limit 1";
    }

    private void signIn(String file, String who) throws IOException {
        assertThat(signIn(file, who, (row, token) -> token + "\t" + Ids.text(row.getLong(2))))
                .isPositive();
    }

    /** A session for each who is found, numbered like the account, for no two may have one number; and a line of the file. */
    private int signIn(String file, String who, Line line) throws IOException {
        jdbc.sql("""
                        insert into account_session (account_id, id, kind, agent, created_at, expires_at, idle_minutes,
                            second_factor_at)
                        select distinct w.who, w.who, 'API', 'bench', now(), :expires::timestamptz, 43200, now()
                        from (%s) w (who)
                        on conflict (account_id, id) do update
                        set expires_at = excluded.expires_at, second_factor_at = excluded.second_factor_at""".formatted(who)).param("expires", expires.toString()).update();
        BenchTokens tokens = new BenchTokens(data.resolve("keys"));
        List<String> lines = new ArrayList<>();
        jdbc.sql(who).query(row -> {
            lines.add(line.of(row, tokens.token(row.getLong(1), row.getLong(1), expires.getEpochSecond())));
        });
        Files.write(out.resolve(file), lines);
        return lines.size();
    }

    /** Writes a line of a file. */
    @FunctionalInterface
    private interface Line {

        String of(ResultSet row, String token) throws SQLException;
    }
}
