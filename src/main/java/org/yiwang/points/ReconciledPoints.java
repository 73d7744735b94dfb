package org.yiwang.points;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.platform.Projection;

/**
 * Points of all records, from the records, the formulas of their days, evaluations and grades. What was posted is never
 * rewritten: what is missing or wrong is posted and taken back, as at any other time.
 */
@Component
class ReconciledPoints implements Projection {

    private final PointsPosting posting;

    ReconciledPoints(PointsPosting posting) {
        this.posting = posting;
    }

    @Override
    public String word() {
        return "points";
    }

    @Override
    public void rebuild(Consumer<String> said) {
        AtomicLong posted = new AtomicLong();
        AtomicLong takenBack = new AtomicLong();
        long failed = posting.reconcile(change -> {
            said.accept(words(change));
            (change.posted() ? posted : takenBack).incrementAndGet();
        });
        said.accept(posted + " lines posted, " + takenBack + " taken back.");
        if (failed > 0) {
            said.accept("It failed for " + failed + " people, who are tried again within seconds; the log says why.");
        }
    }

    private static String words(PointsPosting.Change change) {
        Line line = change.line();
        return "Record " + Ids.text(line.recordId()) + " of volunteer " + Ids.text(line.volunteerId()) + ": "
                + (change.posted() ? "posted " : "took back ") + line.amount() + " for " + line.part() + ".";
    }
}
