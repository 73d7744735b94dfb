package org.yiwang.volunteer;

import static org.yiwang.platform.Moments.instant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;

/** The search of the register: rows within reach, newest first. */
@Component
class RegisterStore {

    private final JdbcClient jdbc;

    RegisterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows that fit. Those who live outside of the city are in reach of whoever reaches the whole city. */
    List<Row> find(Wanted wanted) {
        RegisterView.Filter filter = wanted.filter;
        Long only = wanted.only;
        String name = only == null ? filter.text().strip().replaceAll("[\\\\%_]", "") : "";
        // Only the conditions that are asked for, so that each search has a plan of its own.
        StringBuilder conditions = new StringBuilder("where (residence_code like any(:patterns)");
        conditions.append(wanted.reach.covers(wanted.city) ? " or residence_code not like :city)" : ")");
        conditions.append(only == null ? "" : " and id = :only");
        conditions.append(name.isEmpty() ? "" : " and name like :name");
        conditions.append(filter.skill().isEmpty() ? "" : " and skills @> array[:skill]::text[]");
        conditions.append(filter.state() == null ? "" : " and state = :state");
        return jdbc.sql("""
                        select id, number, name, birth_date, residence_code, state, account_id, guardian_account_id, skills,
                            registered_at from volunteer
                        """ + conditions + " order by id desc limit :limit offset :offset")
                .param("patterns", wanted.reach.regionPatterns())
                .param("city", wanted.city.value() + "%")
                .param("only", only)
                .param("name", name + "%")
                .param("skill", filter.skill())
                .param("state", String.valueOf(filter.state()))
                .param("limit", wanted.limit)
                .param("offset", wanted.offset)
                .query((row, i) -> new Row(VolunteerStore.view(row), instant(row, "registered_at")))
                .list();
    }

    /**
     * A search.
     *
     * @param reach how far the searcher's permission goes
     * @param city the city, whose offices answer for those who live elsewhere
     * @param filter what was asked for
     * @param only the one volunteer whose number or document was typed, null when a name was
     * @param limit at most so many rows
     * @param offset rows to leave out
     */
    record Wanted(
            Reach reach,
            RegionCode city,
            RegisterView.Filter filter,
            @Nullable Long only,
            int limit,
            int offset) {}

    record Row(VolunteerView volunteer, Instant registeredAt) {}
}
