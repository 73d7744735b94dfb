package org.yiwang.objection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Slice;
import org.yiwang.volunteer.PersonalExport;

/** Cases as part of what a person takes along (PIPL art. 45); of a report not the words of who reported. */
@Component
class OwnCases implements PersonalExport {

    private static final int PAGE = 200;

    private final CaseListStore lists;

    OwnCases(CaseListStore lists) {
        this.lists = lists;
    }

    @Override
    public String section() {
        return "cases";
    }

    @Override
    public Object export(long volunteerId) {
        List<Map<String, Object>> all = new ArrayList<>();
        Slice<CaseView> slice;
        int page = 1;
        do {
            slice = lists.ofVolunteer(volunteerId, page++, PAGE);
            slice.items().forEach(c -> all.add(entry(c)));
        } while (slice.more());
        return all;
    }

    private static Map<String, Object> entry(CaseView c) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", Ids.text(c.id()));
        entry.put("kind", c.kind().name());
        entry.put("complaint", c.complaint().name());
        if (c.kind() == CaseView.Kind.OBJECTION) {
            entry.put("words", c.words());
        }
        entry.put("about", c.about());
        entry.put("openedAt", c.openedAt().toString());
        entry.put("state", c.state().name());
        entry.put("dueOn", c.dueOn().toString());
        if (c.outcome() != null) {
            entry.put("outcome", c.outcome().name());
        }
        if (c.announced() != null) {
            entry.put("carryOutAt", c.announced().carryOutAt().toString());
        }
        return entry;
    }
}
