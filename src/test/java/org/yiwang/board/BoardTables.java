package org.yiwang.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables of boards hold. */
final class BoardTables {

    private static final String TALLY_OF_SCORES = """
            select concat_ws(' ', board_id, left(region_code, l), minutes, count(*))
            from board_score cross join unnest('{4,6,9,12,15,18}'::int[]) as l where length(region_code) >= l
            group by board_id, left(region_code, l), minutes order by 1""";

    private BoardTables() {}

    /** Tallies and heads are those of the scores. */
    static void follow(JdbcClient jdbc) {
        assertThat(strings(
                        jdbc,
                        "select concat_ws(' ', board_id, region_code, minutes, people) from board_tally order by 1"))
                .isEqualTo(strings(jdbc, TALLY_OF_SCORES));
        assertThat(strings(jdbc, "select concat_ws(' ', board_id, region_code, people) from board_head order by 1"))
                .isEqualTo(strings(jdbc, """
                        select concat_ws(' ', board_id, region_code, sum(people)) from board_tally
                        group by board_id, region_code order by 1"""));
    }

    /** Everything but the numbers of states. */
    static List<String> all(JdbcClient jdbc) {
        return strings(jdbc, """
                select concat_ws(' ', 's', volunteer_id, board_id, minutes, region_code) from board_score
                union all select concat_ws(' ', 't', board_id, region_code, minutes, people) from board_tally
                union all select concat_ws(' ', 'h', board_id, region_code, people) from board_head
                order by 1""");
    }

    private static List<String> strings(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query((row, i) -> row.getString(1)).list();
    }
}
