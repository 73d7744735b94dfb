package org.yiwang.bulk;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mark that a generation leaves, without which a half-written database would look like a whole one. */
@Repository
class RunStore implements InitializingBean {

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses every start on a database that is half written. */
    @Override
    public void afterPropertiesSet() {
        if (isFinished().filter(finished -> !finished).isPresent()) {
            throw new CutOff();
        }
    }

    /** Whether the generation came to its end; empty where nothing was generated. */
    Optional<Boolean> isFinished() {
        return jdbc.sql("select finished_at is not null from bulk_run")
                .query((row, i) -> row.getBoolean(1))
                .optional();
    }

    void begin(CityPlan plan, Instant at) {
        jdbc.sql("""
                        insert into bulk_run (seed, volunteers, hours, years, until_day, boards, started_at)
                        values (:seed, :volunteers, :hours, :years, :until, :boards, :at)""")
                .param("seed", plan.seed())
                .param("volunteers", plan.volunteers())
                .param("hours", plan.hours())
                .param("years", plan.years())
                .param("until", plan.until())
                .param("boards", plan.boards())
                .param("at", utc(at))
                .update();
    }

    void finish(Instant at) {
        jdbc.sql("update bulk_run set finished_at = :at").param("at", utc(at)).update();
    }
}
