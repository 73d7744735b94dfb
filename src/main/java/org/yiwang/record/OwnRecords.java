package org.yiwang.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Slice;
import org.yiwang.volunteer.PersonalExport;

/** Service records and totals as part of what a person takes along (PIPL art. 45). */
@Component
class OwnRecords implements PersonalExport {

    private static final int PAGE = 500;

    private final RecordListStore lists;

    OwnRecords(RecordListStore lists) {
        this.lists = lists;
    }

    @Override
    public String section() {
        return "records";
    }

    @Override
    public Object export(long volunteerId) {
        List<Map<String, Object>> all = new ArrayList<>();
        Slice<RecordView> slice;
        int page = 1;
        do {
            slice = lists.list(volunteerId, RecordFilter.ALL, page++, PAGE);
            slice.items().forEach(r -> all.add(entry(r)));
        } while (slice.more());
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("totals", lists.totals(volunteerId));
        section.put("records", all);
        return section;
    }

    private static Map<String, Object> entry(RecordView r) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", Ids.text(r.recordId()));
        entry.put("activity", r.title());
        entry.put("organization", r.organizationName());
        entry.put("category", r.category());
        entry.put("content", r.postName());
        entry.put("place", r.place());
        entry.put("inCharge", r.personInCharge());
        entry.put("date", r.serviceDate().toString());
        entry.put("from", r.served().start().toString());
        entry.put("to", r.served().end().toString());
        entry.put("serviceMinutes", r.serviceMinutes());
        entry.put("kind", r.kind().name());
        entry.put("state", r.state().name());
        return entry;
    }
}
