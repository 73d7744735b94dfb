package org.yiwang.testing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.BenchTokens;

/**
 * Many registered volunteers with sessions at once, written into the database directly: registering thousands by the
 * command takes minutes, and what is tested is what they do afterwards.
 */
public final class Crowd {

    private static final AtomicLong IDS = new AtomicLong(6_000_000_000_000L);

    private Crowd() {}

    /**
     * Somebody of a crowd.
     *
     * @param id the volunteer
     * @param token bearer token of the person's own account
     */
    public record Person(long id, String token) {}

    /** So many new ones; sessions end long after any moved clock. */
    public static List<Person> of(DataSource database, BenchTokens tokens, int size) {
        Instant end = Instant.parse("2037-01-01T00:00:00Z");
        long first = IDS.getAndAdd(size);
        JdbcClient jdbc = JdbcClient.create(database);
        for (String sql : List.of("""
                insert into account (id, name, mobile_sealed, password_hash, state, created_at)
                select n, '众' || n, :sealed, null, 'OPEN', now() from generate_series(:first, :last) n""", """
                insert into account_session (account_id, id, kind, agent, created_at, expires_at, idle_minutes)
                select n, n, 'API', 'crowd', now(), :end, 4320000 from generate_series(:first, :last) n""", """
                insert into volunteer (id, number, name, birth_date, sex, residence_code, state, account_id, document_type,
                    document_sealed, document_checked, source, registered_by, registered_at)
                select n, 'C' || n, '众' || n, '1990-01-01', '1', '420102015001', 'VALID', n, '01', :sealed, true,
                    'SELF', n, now() from generate_series(:first, :last) n""", """
                insert into volunteer_account (account_id, volunteer_id)
                select n, n from generate_series(:first, :last) n""")) {
            JdbcClient.StatementSpec statement =
                    jdbc.sql(sql).param("first", first).param("last", first + size - 1);
            if (sql.contains(":sealed")) {
                statement = statement.param("sealed", tokens.seal("13900000000"));
            }
            if (sql.contains(":end")) {
                statement = statement.param("end", Timestamp.from(end));
            }
            statement.update();
        }
        return LongStream.range(first, first + size)
                .mapToObj(n -> new Person(n, tokens.token(n, n, end.getEpochSecond())))
                .toList();
    }
}
