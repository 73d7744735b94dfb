package org.yiwang.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Moments and lists as PostgreSQL keeps them. */
final class Rows {

    private Rows() {}

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static List<Long> ids(ResultSet row, String column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }
}
