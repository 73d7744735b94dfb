package org.yiwang.account;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;

/** SQL of {@code account_suspension}. */
@Component
class SuspensionStore {

    private final JdbcClient jdbc;

    SuspensionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(long accountId, RegionCode region, long by, String why, Instant now) {
        jdbc.sql("""
                        insert into account_suspension (account_id, id, region_code, from_at, suspended_by, why)
                        values (:account, :id, :region, :now, :by, :why)""")
                .param("account", accountId)
                .param("id", Ids.next())
                .param("region", region.value())
                .param("now", utc(now))
                .param("by", by)
                .param("why", why)
                .update();
    }

    /** Ends the spell that lasts; false if none does. */
    boolean end(long accountId, long by, String why, Instant now) {
        return jdbc.sql("""
                        update account_suspension set to_at = :now, ended_by = :by, ended_why = :why
                        where account_id = :account and to_at is null""")
                        .param("account", accountId)
                        .param("now", utc(now))
                        .param("by", by)
                        .param("why", why)
                        .update()
                == 1;
    }

    Optional<SuspensionView> find(long accountId) {
        return jdbc.sql("""
                        select s.account_id, a.name, s.region_code, s.from_at, s.why
                        from account_suspension s join account a on a.id = s.account_id
                        where s.account_id = :account and s.to_at is null""")
                .param("account", accountId)
                .query((row, i) -> view(row))
                .optional();
    }

    List<SuspensionView> list(String[] patterns, int offset, int limit) {
        return jdbc.sql("""
                        select s.account_id, a.name, s.region_code, s.from_at, s.why
                        from account_suspension s join account a on a.id = s.account_id
                        where s.to_at is null and s.region_code like any(:patterns)
                        order by s.from_at desc, s.id offset :offset limit :limit""")
                .param("patterns", patterns)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, i) -> view(row))
                .list();
    }

    private static SuspensionView view(ResultSet row) throws SQLException {
        return new SuspensionView(
                row.getLong("account_id"),
                row.getString("name"),
                new RegionCode(row.getString("region_code")),
                instant(row, "from_at"),
                row.getString("why"));
    }
}
