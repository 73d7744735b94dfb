package org.yiwang.record.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.record.Grades;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.record.TrustGrade;

/** Trust grades for the pages that show records, all of a page at once. */
@Component
class GradesShown {

    private final ObjectProvider<Grades> grades;

    GradesShown(ObjectProvider<Grades> grades) {
        this.grades = grades;
    }

    Map<RecordKey, TrustGrade> of(List<RecordView> records) {
        Map<RecordKey, TrustGrade> found = new HashMap<>();
        if (!records.isEmpty()) {
            List<RecordKey> keys = records.stream().map(RecordView::key).toList();
            grades.forEach(g -> found.putAll(g.of(keys)));
        }
        return found;
    }
}
