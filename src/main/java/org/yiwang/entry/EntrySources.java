package org.yiwang.entry;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordSources;

/** Leads from a record to the entry it was made of. */
@Component
class EntrySources implements RecordSources {

    private final EntryStore store;

    EntrySources(EntryStore store) {
        this.store = store;
    }

    @Override
    public Optional<String> page(RecordKey key) {
        return store.lineOf(key).map(line -> "/me/entries#of-" + Ids.text(line));
    }
}
