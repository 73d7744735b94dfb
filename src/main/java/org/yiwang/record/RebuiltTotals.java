package org.yiwang.record;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Projection;

/** The totals of people and of activities, from the records. */
@Component
class RebuiltTotals implements Projection {

    private final Records records;

    RebuiltTotals(Records records) {
        this.records = records;
    }

    @Override
    public String word() {
        return "totals";
    }

    @Override
    public void rebuild(Consumer<String> said) {
        said.accept(records.rebuildTotals() + " totals computed.");
    }
}
