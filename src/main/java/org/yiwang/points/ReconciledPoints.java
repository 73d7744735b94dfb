package org.yiwang.points;

import java.util.List;
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
        List<PointsPosting.Change> changes = posting.reconcile();
        changes.forEach(change -> said.accept(words(change)));
        said.accept(changes.stream().filter(PointsPosting.Change::posted).count() + " lines posted, "
                + changes.stream().filter(c -> !c.posted()).count() + " taken back.");
    }

    private static String words(PointsPosting.Change change) {
        Line line = change.line();
        return "Record " + Ids.text(line.recordId()) + " of volunteer " + Ids.text(line.volunteerId()) + ": "
                + (change.posted() ? "posted " : "took back ") + line.amount() + " for " + line.part() + ".";
    }
}
