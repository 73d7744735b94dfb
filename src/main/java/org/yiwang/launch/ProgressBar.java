package org.yiwang.launch;

import java.io.PrintWriter;
import java.util.Locale;
import org.yiwang.bulk.Progress;

/**
 * Says how far a generation is: in a terminal a bar that is drawn over itself, elsewhere a line now and then. With rows,
 * their speed, and how long the stage will take, guessed from what is done.
 */
final class ProgressBar implements Progress {

    private static final int WIDTH = 24;
    private static final long TERMINAL_NANOS = 200_000_000L;
    private static final long LINE_NANOS = 10_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private Stage stage = Stage.CENSUS;
    private long stageBegun = begun;
    private long said;

    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void at(Stage now, long done, long all, long rows) {
        long time = System.nanoTime();
        if (now != stage) {
            stage = now;
            stageBegun = time;
        }
        boolean last = done >= all;
        if (last || time - said >= (terminal ? TERMINAL_NANOS : LINE_NANOS)) {
            said = time;
            String line = line(now, done, all, rows, time);
            out.print(terminal ? "\r" + line + (last ? "\n" : "") : line + "\n");
            out.flush();
        }
    }

    private String line(Stage now, long done, long all, long rows, long time) {
        int full = (int) (WIDTH * done / Math.max(1, all));
        double seconds = Math.max(0.001, (time - begun) / 1e9);
        double left = done == 0 ? 0 : (time - stageBegun) / 1e9 / done * (all - done);
        return String.format(
                Locale.ROOT,
                "%-8s [%s%s] %,d of %,d   %,d rows, %,.0f/s   %s, %s left   ",
                now.name().toLowerCase(Locale.ROOT),
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                done,
                all,
                rows,
                rows / seconds,
                span(seconds),
                span(left));
    }

    static String span(double seconds) {
        long whole = Math.round(seconds);
        return "%d:%02d".formatted(whole / 60, whole % 60);
    }
}
