package org.yiwang.volunteer;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of short codes: eight digits that stand for one volunteer on one day. */
@Component
class CardCodeStore {

    private final JdbcClient jdbc;

    CardCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest day on which the code stood for somebody. */
    Optional<ShortCode> newest(String code) {
        return jdbc.sql("select day, volunteer_id from volunteer_day_code where code = :code order by day desc limit 1")
                .param("code", code)
                .query((row, i) -> new ShortCode(
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)), row.getLong("volunteer_id")))
                .optional();
    }

    Optional<String> of(long volunteerId, LocalDate day) {
        return jdbc.sql("select code from volunteer_day_code where volunteer_id = :volunteer and day = :day")
                .param("volunteer", volunteerId)
                .param("day", day)
                .query((row, i) -> row.getString(1))
                .optional();
    }

    /** Gives the code to the volunteer, unless somebody has it that day or the volunteer has one. */
    void insert(LocalDate day, String code, long volunteerId) {
        jdbc.sql("""
                insert into volunteer_day_code (day, code, volunteer_id) values (:day, :code, :volunteer)
                on conflict do nothing""")
                .param("day", day)
                .param("code", code)
                .param("volunteer", volunteerId)
                .update();
    }

    int deleteBefore(LocalDate day) {
        return jdbc.sql("delete from volunteer_day_code where day < :before")
                .param("before", day)
                .update();
    }

    /**
     * Whose code it was, and when.
     *
     * @param day in the city
     * @param volunteerId whose
     */
    record ShortCode(LocalDate day, long volunteerId) {}
}
