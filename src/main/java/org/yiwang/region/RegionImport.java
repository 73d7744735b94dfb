package org.yiwang.region;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;

/**
 * Brings the divisions into the database by COPY. Each part is imported once; asking again, also by several nodes at
 * the same moment, changes nothing. Names that are there already stay.
 */
@Component
public class RegionImport {

    private static final int CHUNK = 1 << 16;
    private static final int COUNTY_DIGITS = 6;

    private final DataSource database;

    /** An import into that database; also for tools and tests that run without the program. */
    public RegionImport(DataSource database) {
        this.database = database;
    }

    /**
     * The nation down to the county and one city (or province, county) down to the community.
     *
     * @return how many divisions were new
     */
    public int city(RegionCode city) {
        return bring(city.value(), code -> code.length() <= COUNTY_DIGITS || code.startsWith(city.value()), rows -> {});
    }

    /**
     * Everything: 665,276 divisions.
     *
     * @param progress told now and then how many have been sent
     * @return how many divisions were new
     */
    public int all(IntConsumer progress) {
        return bring("all", code -> true, progress);
    }

    private int bring(String part, Predicate<String> wanted, IntConsumer progress) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int added = isDone(connection, part) ? 0 : copy(connection, part, wanted, progress);
                connection.commit();
                return added;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The divisions could not be imported", e);
        }
    }

    private static boolean isDone(Connection connection, String part) throws SQLException {
        try (var lock = connection.prepareStatement("lock table region_import in share row exclusive mode");
                var query = connection.prepareStatement("select 1 from region_import where part in (?, 'all')")) {
            lock.execute();
            query.setString(1, part);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static int copy(Connection connection, String part, Predicate<String> wanted, IntConsumer progress)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create temporary table region_new (code text, name text) on commit drop");
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy region_new (code, name) from stdin");
            send(copy, wanted, progress);
            int added = statement.executeUpdate("""
                    insert into region (code, name) select code, name from region_new on conflict do nothing""");
            try (var done = connection.prepareStatement("insert into region_import (part, rows) values (?, ?)")) {
                done.setString(1, part);
                done.setInt(2, added);
                done.executeUpdate();
            }
            return added;
        }
    }

    private static void send(CopyIn copy, Predicate<String> wanted, IntConsumer progress) throws SQLException {
        StringBuilder chunk = new StringBuilder(CHUNK + 200);
        int[] sent = {0};
        try {
            DivisionFile.read((code, name) -> {
                if (wanted.test(code)) {
                    chunk.append(code).append('\t').append(name).append('\n');
                    sent[0]++;
                    if (chunk.length() > CHUNK) {
                        write(copy, chunk);
                        progress.accept(sent[0]);
                    }
                }
            });
            write(copy, chunk);
            copy.endCopy();
            progress.accept(sent[0]);
        } catch (IOException e) {
            throw new SQLException(e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(CopyIn copy, StringBuilder chunk) throws IOException {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        chunk.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
