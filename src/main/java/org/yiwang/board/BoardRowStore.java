package org.yiwang.board;

import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.yiwang.board.Changes.Put;
import org.yiwang.platform.CopyRows;

/** SQL that writes many scores where there are none. */
@Repository
class BoardRowStore {

    private final JdbcTemplate database;

    BoardRowStore(JdbcTemplate database) {
        this.database = database;
    }

    /** Whether nobody has a score. */
    boolean isEmpty() {
        return Boolean.TRUE.equals(
                database.queryForObject("select not exists (select 1 from board_score)", Boolean.class));
    }

    /** Writes scores that are all new, by COPY; tallies and heads do not follow. How many. */
    long copy(List<Put> puts) {
        Long rows = database.execute((ConnectionCallback<Long>) c -> CopyRows.into(
                c,
                "copy board_score (volunteer_id, board_id, minutes, region_code) from stdin",
                puts,
                (to, put) -> to.number(put.place().volunteerId())
                        .number(put.place().boardId())
                        .number(put.score().amount())
                        .plain(put.score().region())));
        return rows == null ? 0 : rows;
    }
}
