package org.yiwang.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which reviewers were told on which day that something waits. */
@Component
class ReviewNoticeStore {

    private final JdbcClient jdbc;

    ReviewNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the accounts that were not told today; notes that they are now. */
    List<Long> firstToday(Collection<Long> accounts, LocalDate today) {
        return jdbc.sql("""
                        insert into activity_review_notice (account_id, day)
                        select account, :today from unnest(:accounts) account order by account
                        on conflict do nothing returning account_id""")
                .param("today", today)
                .param("accounts", accounts.toArray(Long[]::new))
                .query((row, i) -> row.getLong(1))
                .list();
    }
}
