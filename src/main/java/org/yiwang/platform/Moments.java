package org.yiwang.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments as the database takes and gives them: columns and parameters of the type {@code timestamptz}. */
public final class Moments {

    private Moments() {}

    /** The moment as a parameter. */
    public static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** The moment as a parameter, null for none. */
    @Nullable
    public static OffsetDateTime utcOrNull(@Nullable Instant moment) {
        return moment == null ? null : utc(moment);
    }

    /** The moment in a column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The moment in a column, null if there is none. */
    @Nullable
    public static Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
