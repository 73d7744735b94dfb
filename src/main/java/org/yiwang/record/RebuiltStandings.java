package org.yiwang.record;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.platform.Projection;

/** How records stand, from their entries and steps; then the totals. */
@Component
class RebuiltStandings implements Projection {

    private final Records records;

    RebuiltStandings(Records records) {
        this.records = records;
    }

    @Override
    public String word() {
        return "standings";
    }

    @Override
    public void rebuild(Consumer<String> said) {
        Records.Mended mended = records.rebuildStandings();
        mended.records().forEach(key -> said.accept(name(key) + " stood otherwise than its steps say."));
        mended.lost().forEach(key -> said.accept(name(key) + " has no standing: restore it from a backup."));
        said.accept(
                mended.records().size() + " standings mended, " + mended.lost().size() + " lost.");
    }

    private static String name(RecordKey key) {
        return "Record " + Ids.text(key.recordId()) + " of volunteer " + Ids.text(key.volunteerId());
    }
}
