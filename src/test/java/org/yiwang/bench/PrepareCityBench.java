package org.yiwang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.BenchTokens;
import org.yiwang.kernel.Ids;

/**
 * Signs people of a generated city in for {@code bench/run}: volunteers who have served, leaders of teams and a city office,
 * each with a session and a token in a file. Not a test: it runs only when the benchmark names the server's data folder.
 */
@EnabledIfSystemProperty(named = "bench.data", matches = ".+")
class PrepareCityBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 10_000);
    private static final int ORGANIZERS = 100;

    /** Far from identifiers of real time. */
    private static final long SESSION = 2_000_000_000_000L;

    private final Clock clock = Clock.systemUTC();
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
        Instant expires = clock.instant().plusSeconds(30L * 24 * 3600);
        jdbc.sql("""
                        insert into account_session (account_id, id, kind, agent, created_at, expires_at, idle_minutes)
                        select account_id, %d, 'API', 'bench', now(), :expires::timestamptz, 43200 from (%s) w (account_id, id)
                        on conflict do nothing""".formatted(SESSION, who))
                .param("expires", expires.toString())
                .update();
        BenchTokens tokens = new BenchTokens(data.resolve("keys"));
        List<String> lines = new ArrayList<>();
        jdbc.sql(who).query(row -> {
            lines.add(
                    tokens.token(row.getLong(1), SESSION, expires.getEpochSecond()) + "\t" + Ids.text(row.getLong(2)));
        });
        assertThat(lines).isNotEmpty();
        Files.write(out.resolve(file), lines);
    }
}
