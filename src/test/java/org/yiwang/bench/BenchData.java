package org.yiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/** The embedded database of the server that is measured, found by its data folder. */
final class BenchData {

    private BenchData() {}

    /** The database of the server that runs on the folder. */
    static PGSimpleDataSource database(Path data) {
        try {
            Path folder = data.resolve("db");
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setServerNames(new String[] {"127.0.0.1"});
            source.setPortNumbers(new int[] {
                Integer.parseInt(Files.readAllLines(folder.resolve("postmaster.pid"))
                        .get(3)
                        .strip())
            });
            source.setDatabaseName("yiwang");
            source.setUser("yiwang");
            source.setPassword(Files.readString(folder.resolve("yiwang.password")));
            return source;
        } catch (IOException e) {
            throw new IllegalStateException("no server runs on " + data, e);
        }
    }
}
