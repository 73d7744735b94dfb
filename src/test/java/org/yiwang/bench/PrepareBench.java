package org.yiwang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.BenchTokens;
import org.yiwang.kernel.Ids;

/**
 * Fills the database of a running server for {@code bench/run}: people with sessions, hot activities of one shift,
 * 1,000 activities of 10 shifts, and 100 running activities where 10,000 people have places; and writes what the load generators need into files. Not a test: it runs only when
 * the benchmark names the server's data folder.
 */
@EnabledIfSystemProperty(named = "bench.data", matches = ".+")
class PrepareBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 100_000);
    private static final int HOT = 16;
    private static final int SPREAD = 1_000;
    private static final int SHIFTS_EACH = 10;

    /** First ids of each kind; far from those of real time, so that they can be told apart. */
    private static final long ACCOUNT = 1_000_000_000_000L;

    private static final long SESSION = 2_000_000_000_000L;
    private static final long VOLUNTEER = 3_000_000_000_000L;
    private static final long HOT_ACTIVITY = 4_000_000_000_000L;
    private static final long SPREAD_ACTIVITY = 5_000_000_000_000L;
    private static final long RUNNING_ACTIVITY = 6_000_000_000_000L;

    private static final int RUNNING = 100;
    private static final int CHECKED = 10_000;

    // The program that is measured runs by the real clock.
    private final Clock clock = Clock.systemUTC();
    private final Path data = Path.of(System.getProperty("bench.data"));
    private final Path out = Path.of(System.getProperty("bench.out"));
    private final JdbcClient jdbc = JdbcClient.create(BenchData.database(data));

    @Test
    void people_and_activities() throws IOException {
        Instant expires = clock.instant().plusSeconds(30L * 24 * 3600);
        if (jdbc.sql("select count(*) from account where id >= :first and id < :last")
                        .param("first", ACCOUNT)
                        .param("last", SESSION)
                        .query(Integer.class)
                        .single()
                < PEOPLE) {
            people(expires);
            activities();
            analyzeFilled();
        }
        if (jdbc.sql("select count(*) from activity where activity_id = :first")
                        .param("first", RUNNING_ACTIVITY + 1)
                        .query(Integer.class)
                        .single()
                == 0) {
            running();
            organizer(expires);
            analyzeFilled();
        }
        Files.createDirectories(out);
        writeRunning();
        writePeople();
        writeTargets();
        assertThat(out.resolve("people.tsv")).isNotEmptyFile();
    }

    private void people(Instant expires) {
        for (String sql : List.of("""
                insert into account (id, name, mobile_sealed, password_hash, state, created_at)
                select %1$d + n, '测' || n, decode('00', 'hex'), null, 'OPEN', now() from generate_series(1, %5$d) n""", """
                insert into account_session (account_id, id, kind, agent, created_at, expires_at, idle_minutes)
                select %1$d + n, %2$d + n, 'API', 'bench', now(), '%4$s', 43200 from generate_series(1, %5$d) n""", """
                insert into volunteer (id, number, name, birth_date, sex, residence_code, state, account_id, document_type,
                    document_sealed, document_checked, source, registered_by, registered_at)
                select %3$d + n, 'B' || n, '测' || n, date '1960-01-01' + n %% 14000, '1', '420102015001', 'VALID', %1$d + n,
                    '01', decode('00', 'hex'), true, 'SELF', %1$d + n, now() from generate_series(1, %5$d) n""", """
                insert into volunteer_account (account_id, volunteer_id)
                select %1$d + n, %3$d + n from generate_series(1, %5$d) n""")) {
            jdbc.sql(sql.formatted(ACCOUNT, SESSION, VOLUNTEER, expires, PEOPLE))
                    .update();
        }
    }

    private void activities() {
        // Each hot activity on a day of its own, from a month on; each spread activity on the same ten days before
        // that.
        activity(HOT_ACTIVITY, HOT, 1, "40 + a", 100_000);
        activity(SPREAD_ACTIVITY, SPREAD, SHIFTS_EACH, "10 + s", 1_000);
    }

    /**
     * Activities whose one shift runs from now until the days of the others begin, with places for the first people.
     * Their commitments are left out: they would stand in nobody's way.
     */
    private void running() {
        String now = "date_trunc('hour', now())";
        activity(RUNNING_ACTIVITY, RUNNING, 1, now, now + " + interval '9 days'", CHECKED / RUNNING);
        jdbc.sql("""
                insert into signup (activity_id, signup_id, shift_id, volunteer_id, state, how, at, by_account_id)
                select a, %1$d + n, %1$d + (a - %1$d) * 100, %2$d + n, 'ACCEPTED', 'OPEN', now(), %3$d + n
                from (select n, %1$d + 1 + n %% %4$d as a from generate_series(1, %5$d) n) t""".formatted(RUNNING_ACTIVITY, VOLUNTEER, ACCOUNT, RUNNING, CHECKED))
                .update();
        jdbc.sql("update signup_shift set taken = capacity where activity_id > %1$d and activity_id <= %1$d + %2$d"
                        .formatted(RUNNING_ACTIVITY, RUNNING))
                .update();
    }

    /** Somebody who may ask the server for the codes of the running activities. */
    private void organizer(Instant expires) {
        for (String sql : List.of("""
                insert into account (id, name, mobile_sealed, password_hash, state, created_at)
                values (%1$d, '测', decode('00', 'hex'), null, 'OPEN', now())""", """
                insert into account_session (account_id, id, kind, agent, created_at, expires_at, idle_minutes)
                values (%1$d, %2$d, 'API', 'bench', now(), '%3$s', 43200)""", """
                insert into account_grant (account_id, id, role, organization_id, from_at, given_by, why)
                values (%1$d, 1, 'ORGANIZATION_ADMIN', 1, now(), 1, 'bench')""")) {
            jdbc.sql(sql.formatted(ACCOUNT, SESSION, expires)).update();
        }
    }

    private void activity(long first, int activities, int shifts, String day, int capacity) {
        String starts = "date_trunc('day', now()) + (" + day + ") * interval '1 day' + interval '1 hour'";
        activity(first, activities, shifts, starts, starts + " + interval '2 hours'", capacity);
    }

    private void activity(long first, int activities, int shifts, String starts, String ends, int capacity) {
        for (String sql : List.of("""
                insert into activity (activity_id, organization_id, ancestors, region_code, title, categories, objects,
                    protections, description, address, contact_name, contact_phone, risk_level, risk_note, insurance,
                    accompanied, agreement, subsidy_fen, subsidy_reason, recruit_scope, teams, reviewed, starts_at,
                    last_start_at, ends_at, announced_until, state, published_at, created_by, created_at, search_text, bigrams)
                select %1$d + a, 1, '{1}', '420102015001', '压测 ' || a, '{06}', '{10}', '{01}', '压力测试', '花桥二村', '测', '1',
                    0, '无', '', false, false, 0, '', 'PUBLIC', '{}', false,
                    now() + interval '5 days', now() + interval '60 days', now() + interval '61 days',
                    now() + interval '62 days', 'PUBLISHED', now(), 1, now(), '', '{}'
                from generate_series(1, %2$d) a""", """
                insert into activity_post (activity_id, post_id, name, description, skills, min_own_minutes, qualifications)
                select %1$d + a, 1, '岗位', '', '{}', 0, '{}' from generate_series(1, %2$d) a""", """
                insert into activity_shift (activity_id, shift_id, post_id, starts_at, ends_at, capacity)
                select %1$d + a, %1$d + a * 100 + s, 1, %4$s, %6$s, %5$d
                from generate_series(1, %2$d) a, generate_series(0, %3$d - 1) s""", """
                insert into signup_shift (activity_id, shift_id, capacity, period)
                select %1$d + a, %1$d + a * 100 + s, %5$d, tstzrange(%4$s, %6$s)
                from generate_series(1, %2$d) a, generate_series(0, %3$d - 1) s""")) {
            jdbc.sql(sql.formatted(first, activities, shifts, starts, capacity, ends))
                    .update();
        }
    }

    /** The organizer's token; one line per running activity: its path. */
    private void writeRunning() throws IOException {
        long expires = clock.instant().plusSeconds(29L * 24 * 3600).getEpochSecond();
        Files.writeString(
                out.resolve("organizer.token"),
                new BenchTokens(data.resolve("keys")).token(ACCOUNT, SESSION, expires) + "\n");
        try (BufferedWriter running = Files.newBufferedWriter(out.resolve("running.tsv"))) {
            for (int a = 1; a <= RUNNING; a++) {
                running.write("/api/v1/activities/" + Ids.text(RUNNING_ACTIVITY + a) + "\n");
            }
        }
    }

    /** One line per person: token, volunteer. */
    /** Not the empty tables: statistics that say "empty" lead to plans for an empty table until the next analysis. */
    private void analyzeFilled() {
        jdbc.sql("""
                        select format('vacuum analyze %I', relname) from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0""")
                .query(String.class)
                .list()
                .forEach(command -> jdbc.sql(command).update());
    }

    private void writePeople() throws IOException {
        BenchTokens tokens = new BenchTokens(data.resolve("keys"));
        long expires = clock.instant().plusSeconds(29L * 24 * 3600).getEpochSecond();
        try (BufferedWriter people = Files.newBufferedWriter(out.resolve("people.tsv"))) {
            for (int n = 1; n <= PEOPLE; n++) {
                people.write(tokens.token(ACCOUNT + n, SESSION + n, expires) + "\t" + Ids.text(VOLUNTEER + n) + "\n");
            }
        }
    }

    /** One line per shift: path of the sign-ups of it. */
    private void writeTargets() throws IOException {
        try (BufferedWriter hot = Files.newBufferedWriter(out.resolve("hot.tsv"));
                BufferedWriter spread = Files.newBufferedWriter(out.resolve("spread.tsv"))) {
            for (int a = 1; a <= HOT; a++) {
                hot.write(path(HOT_ACTIVITY + a, HOT_ACTIVITY + a * 100L) + "\n");
            }
            for (int a = 1; a <= SPREAD; a++) {
                for (int s = 0; s < SHIFTS_EACH; s++) {
                    spread.write(path(SPREAD_ACTIVITY + a, SPREAD_ACTIVITY + a * 100L + s) + "\n");
                }
            }
        }
    }

    private static String path(long activity, long shift) {
        return "/api/v1/activities/" + Ids.text(activity) + "/shifts/" + Ids.text(shift) + "/sign-ups";
    }
}
