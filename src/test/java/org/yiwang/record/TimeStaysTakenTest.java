package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.testing.TestDatabase;

/**
 * In a young city: PostgreSQL loses rows from a small GiST index that one statement looks up in and splits. Of every two
 * people here one lost some, when the statement that lets records count went by the index of {@code record_never_overlaps}.
 */
class TimeStaysTakenTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static HikariDataSource database;
    private static JdbcClient jdbc;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @RepeatedTest(12)
    void of_every_record_when_one_statement_lets_many_of_them_count(RepetitionInfo person) {
        jdbc.sql("truncate record_current").update();
        eightyRecords(person.getCurrentRepetition());
        // Most have stood otherwise before: what is dead in the index is what PostgreSQL stumbles over.
        jdbc.sql("update record_current set state = 'NOTICE', hold = null where state = 'HELD'")
                .update();
        NoticeStore notices = new NoticeStore(jdbc, new ActivityTotalStore(jdbc));
        new TransactionTemplate(new DataSourceTransactionManager(database))
                .executeWithoutResult(_ -> notices.count(NOW, 500, new RecordStore.Applied("record.notice", 1)));

        assertThat(standing("EFFECTIVE")).isEqualTo(32);
        assertThat(takenTwice()).isZero();
    }

    /** One after the other without overlap, in any order of their numbers; two of five are due. */
    private static void eightyRecords(int person) {
        jdbc.sql("""
                        insert into record_current (volunteer_id, record_id, activity_id, state, hold, live_span, service_date,
                            category, time_kind, service_minutes, organization_id, organization_ancestors, region_code,
                            counts_on)
                        select :person, row_number() over (order by md5(n::text || :person)), 1,
                            case when n % 5 < 3 then 'HELD' else 'NOTICE' end, case when n % 5 < 3 then 'LONG_DAY' end,
                            tstzrange(:now::timestamptz - n * interval '1 hour',
                                :now::timestamptz - n * interval '1 hour' + interval '30 minutes'),
                            '2026-11-21', '06', 'HONOUR', 30, 1, '{1}', '420102',
                            :now::timestamptz + case when n % 5 < 3 then interval '1 day' else interval '0' end
                        from generate_series(1, 80) n""").param("person", person).param("now", NOW.toString()).update();
        jdbc.sql("""
                        insert into record_step (volunteer_id, record_id, step_no, state, at, actor_account_id)
                        select volunteer_id, record_id, 1, state, :now::timestamptz, 0 from record_current""").param("now", NOW.toString()).update();
    }

    private static int standing(String state) {
        return jdbc.sql("select count(*) from record_current where state = :state")
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    /** How many more records of the same times the database would let live. */
    private static int takenTwice() {
        return jdbc.sql("""
                        insert into record_current (volunteer_id, record_id, activity_id, state, live_span, service_date,
                            category, time_kind, service_minutes, organization_id, organization_ancestors, region_code)
                        select volunteer_id, 1000 + record_id, activity_id, 'PENDING', live_span, service_date, category,
                            time_kind, service_minutes, organization_id, organization_ancestors, region_code
                        from record_current on conflict do nothing""").update();
    }
}
