package org.yiwang.volunteer;

import static org.yiwang.platform.Moments.utc;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Vault;

/** Numbers by which those who closed their account may still ask for their data or come back. */
@Component
class ClosedStore {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    ClosedStore(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    void note(long volunteerId, String mobile) {
        jdbc.sql("""
                insert into volunteer_closed (volunteer_id, mobile_digest, mobile_sealed, closed_at)
                values (:volunteer, :digest, :sealed, :now)""")
                .param("volunteer", volunteerId)
                .param("digest", digest(mobile))
                .param("sealed", vault.seal(mobile))
                .param("now", utc(clock.instant()))
                .update();
    }

    void forget(long volunteerId) {
        jdbc.sql("delete from volunteer_closed where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .update();
    }

    Optional<String> mobileOf(long volunteerId) {
        return jdbc.sql("select mobile_sealed from volunteer_closed where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .query((row, i) -> vault.open(row.getBytes("mobile_sealed")))
                .optional();
    }

    /** Registrations closed with that number. */
    List<Long> closedWith(String mobile) {
        return jdbc.sql(
                        "select volunteer_id from volunteer_closed where mobile_digest = :digest order by closed_at desc")
                .param("digest", digest(mobile))
                .query((row, i) -> row.getLong(1))
                .list();
    }

    private byte[] digest(String mobile) {
        return vault.digest("volunteer-closed\n" + mobile);
    }
}
