package org.yiwang.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.BenchTokens;
import org.yiwang.kernel.Ids;

/**
 * Fills the database of a running server for {@code bench/run p4}: 1.55 million people over all communities of the city, all
 * of them on boards, 100,000 of them with sessions; boards of this and earlier periods. Scores by a hash of person and board,
 * so that every run has the same; tallies as a rebuild makes them. Not a test: it runs only when the benchmark says how many.
 */
@EnabledIfSystemProperty(named = "bench.members", matches = "[0-9]+")
class PrepareBoardBench {

    private static final int MEMBERS = Integer.getInteger("bench.members", 1_550_000);
    private static final int ASKERS = Math.min(100_000, MEMBERS);
    private static final int SEED = 4;

    private static final long ACCOUNT = 7_000_000_000_000L;
    private static final long SESSION = 8_000_000_000_000L;
    private static final long VOLUNTEER = 9_000_000_000_000L;

    // The program that is measured runs by the real clock.
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private final Path data = Path.of(System.getProperty("bench.data"));
    private final Path out = Path.of(System.getProperty("bench.out"));
    private final JdbcClient jdbc = JdbcClient.create(database());
    private final BenchTokens tokens = new BenchTokens(data.resolve("keys"));

    @Test
    void members_boards_and_questions() throws IOException {
        if (jdbc.sql("select count(*) from board_member").query(Integer.class).single() < MEMBERS) {
            people();
            boards();
            new BoardScoreStore(jdbc).recount(List.of(4, 6, 9, 12));
            for (String table : List.of(
                    "account",
                    "account_session",
                    "volunteer",
                    "volunteer_account",
                    "board_member",
                    "board_score",
                    "board_tally",
                    "board_head")) {
                jdbc.sql("vacuum analyze " + table).update();
            }
        }
        Files.createDirectories(out);
        questions();
        assertThat(out.resolve("asks.tsv")).isNotEmptyFile();
    }

    private void people() {
        jdbc.sql("""
                        create table if not exists bench_place as
                        select row_number() over (order by code) - 1 as no, code from region
                        where length(code) = 12 and code like '4201%'""").update();
        jdbc.sql("""
                        insert into account (id, name, mobile_sealed, password_hash, state, created_at)
                        select :account + n, '测' || n, :mobile, null, 'OPEN', now() from generate_series(1, :askers) n""")
                .param("account", ACCOUNT)
                .param("mobile", tokens.seal("13800000000"))
                .param("askers", ASKERS)
                .update();
        for (String sql : List.of("""
                insert into account_session (account_id, id, kind, agent, created_at, expires_at, idle_minutes)
                select %1$d + n, %2$d + n, 'API', 'bench', now(), now() + interval '30 days', 43200
                from generate_series(1, %5$d) n""", """
                insert into volunteer (id, number, name, birth_date, sex, residence_code, state, account_id, document_type,
                    document_sealed, document_checked, source, registered_by, registered_at)
                select %3$d + n, 'L' || n, '测' || n, date '1960-01-01' + n %% 14000, '1', p.code, 'VALID', %1$d + n,
                    '01', decode('00', 'hex'), true, 'SELF', %1$d + n, now()
                from generate_series(1, %4$d) n
                join bench_place p on p.no = (hashint4(n) & 1048575) %% (select count(*) from bench_place)""", """
                insert into volunteer_account (account_id, volunteer_id)
                select %1$d + n, %3$d + n from generate_series(1, %5$d) n""", """
                insert into board_member (volunteer_id, since, consented_by)
                select %3$d + n, now(), %1$d + n from generate_series(1, %4$d) n""")) {
            jdbc.sql(sql.formatted(ACCOUNT, SESSION, VOLUNTEER, MEMBERS, ASKERS))
                    .update();
        }
    }

    /** Of the shorter periods fewer people have time, and less of it. */
    private void boards() {
        int no = 0;
        for (BoardKey key : keys()) {
            no++;
            double share = switch (key.span()) {
                case WEEK -> 0.06;
                case MONTH -> 0.2;
                case YEAR -> 0.7;
                case ALL -> 1;
            };
            int most = switch (key.span()) {
                case WEEK -> 1_200;
                case MONTH -> 3_000;
                case YEAR -> 12_000;
                case ALL -> 40_000;
            };
            jdbc.sql("insert into board (board_id, span, starts_on, facet) values (:no, :span, :starts, '')")
                    .param("no", no)
                    .param("span", key.span().name())
                    .param("starts", key.startsOn())
                    .update();
            jdbc.sql("""
                            insert into board_score (volunteer_id, board_id, minutes, region_code)
                            select id, :no, 10 + round(power(a, 4) * :most), residence_code
                            from (select id, residence_code,
                                      (hashint8extended(id, :no) & 1048575) / 1048576.0 as a,
                                      (hashint8extended(id, :no + 1000) & 1048575) / 1048576.0 as b
                                  from volunteer where id > :first) t
                            where b < :share""")
                    .param("no", no)
                    .param("most", most)
                    .param("first", VOLUNTEER)
                    .param("share", share)
                    .update();
        }
    }

    /** This period and earlier ones, of each length. */
    private List<BoardKey> keys() {
        List<BoardKey> keys = new ArrayList<>();
        keys.add(BoardKey.on(Span.ALL, today, Facet.EVERYTHING));
        for (int back = 0; back < 4; back++) {
            keys.add(BoardKey.on(Span.WEEK, today.minusWeeks(back), Facet.EVERYTHING));
            keys.add(BoardKey.on(Span.MONTH, today.minusMonths(back), Facet.EVERYTHING));
            if (back < 2) {
                keys.add(BoardKey.on(Span.YEAR, today.minusYears(back), Facet.EVERYTHING));
            }
        }
        return keys;
    }

    /** One line for each who asks: token, and a board of any period and of the own region at any level. */
    private void questions() throws IOException {
        Random random = new Random(SEED);
        List<BoardKey> keys = keys();
        int[] levels = {4, 6, 9, 12};
        List<String> places = jdbc.sql(
                        "select residence_code from volunteer where id > :first order by id limit :askers")
                .param("first", VOLUNTEER)
                .param("askers", ASKERS)
                .query((row, i) -> row.getString(1))
                .list();
        long expires = Clock.systemUTC().instant().plusSeconds(29L * 24 * 3600).getEpochSecond();
        try (BufferedWriter asks = Files.newBufferedWriter(out.resolve("asks.tsv"))) {
            for (int n = 1; n <= ASKERS; n++) {
                // Each length of a period as often as the others.
                Span span = Span.values()[random.nextInt(4)];
                List<BoardKey> some =
                        keys.stream().filter(k -> k.span() == span).toList();
                BoardKey key = some.get(random.nextInt(some.size()));
                String region = places.get(n - 1).substring(0, levels[random.nextInt(4)]);
                asks.write(tokens.token(ACCOUNT + n, SESSION + n, expires) + "\t/api/v1/boards?span=" + span + "&day="
                        + key.startsOn() + "&region=" + region + "\t" + Ids.text(VOLUNTEER + n) + "\n");
            }
        }
    }

    private PGSimpleDataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(System.getProperty("bench.url"));
        return database;
    }
}
