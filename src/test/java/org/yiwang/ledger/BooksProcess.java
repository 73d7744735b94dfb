package org.yiwang.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.yiwang.ledger.MixedCommand.Stock;

/**
 * A process that gives commands to the books of a database, many at once, and says each in a line before it gives it and its
 * outcome in a line after it was answered: made to be killed.
 */
final class BooksProcess {

    /** As many as connections. */
    static final int AT_ONCE = 16;

    private BooksProcess() {}

    /**
     * Gives commands until it is killed or all were answered.
     *
     * @param args address, user and password of the database; owners; commands; seed
     */
    public static void main(String... args) throws InterruptedException {
        try (TestBooks books = new TestBooks(pool(args[0], args[1], args[2]))) {
            Stock stock = Stock.opened(books, Integer.parseInt(args[3]));
            long seed = Long.parseLong(args[5]);
            Semaphore places = new Semaphore(AT_ONCE);
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < Integer.parseInt(args[4]); i++) {
                    places.acquire();
                    MixedCommand command = MixedCommand.any("key-" + i, stock, books.today(), new Random(seed + i));
                    out.println("? " + command.line());
                    threads.submit(() -> {
                        try {
                            String outcome = command.outcome(books);
                            command.keep(outcome, stock);
                            out.println("! " + command.key() + " " + outcome);
                        } catch (RuntimeException e) {
                            out.println("failed " + command.line() + ": " + e);
                        } finally {
                            places.release();
                        }
                    });
                }
            }
        }
    }

    static ProcessBuilder process(DataSource database, int owners, int commands, long seed)
            throws java.sql.SQLException {
        var source = database.unwrap(org.postgresql.ds.PGSimpleDataSource.class);
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BooksProcess.class.getName(),
                        source.getUrl(),
                        String.valueOf(source.getUser()),
                        String.valueOf(source.getPassword()),
                        String.valueOf(owners),
                        String.valueOf(commands),
                        String.valueOf(seed)))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(AT_ONCE);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
