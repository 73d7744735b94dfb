package org.yiwang.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.volunteer.PersonalExport;

/** Grades of a person's records and sanctions against the person, as part of what a person takes along (PIPL art. 45). */
@Component
class OwnGrades implements PersonalExport {

    private final TrustGradeStore grades;
    private final SanctionStore sanctions;

    OwnGrades(TrustGradeStore grades, SanctionStore sanctions) {
        this.grades = grades;
        this.sanctions = sanctions;
    }

    @Override
    public String section() {
        return "trust";
    }

    @Override
    public Object export(long volunteerId) {
        List<Map<String, Object>> graded = new ArrayList<>();
        for (Graded g : grades.ofVolunteer(volunteerId)) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("record", Ids.text(g.key().recordId()));
            entry.put("grade", g.grade().name());
            entry.put("points", g.points());
            entry.put("facts", g.facts().stream().map(f -> f.fact().name()).toList());
            graded.add(entry);
        }
        List<Map<String, Object>> imposed = new ArrayList<>();
        for (SanctionStore.Sanction s : sanctions.against(List.of(volunteerId), List.of())) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("kind", s.kind());
            entry.put("reason", s.reason());
            entry.put("case", s.caseId() == null ? "" : Ids.text(s.caseId()));
            entry.put("since", s.imposedOn().toString());
            entry.put("until", String.valueOf(s.endsOn()));
            entry.put("lifted", s.liftedAt() != null);
            imposed.add(entry);
        }
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("grades", graded);
        section.put("sanctions", imposed);
        return section;
    }
}
