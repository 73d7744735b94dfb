package org.yiwang.star;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.EffectiveRecords.Effective;
import org.yiwang.record.PersonHours;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TrustGrade;
import org.yiwang.trust.TrustGrades;

/** The hours of a person as a scheme counts them: all that is effective, without the grades that it leaves out. */
@Component
class StarHours {

    /** Before all service: the platforms before this one began in the last century. */
    static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private final PersonHours hours;
    private final EffectiveRecords records;
    private final TrustGrades grades;

    StarHours(PersonHours hours, EffectiveRecords records, TrustGrades grades) {
        this.hours = hours;
        this.records = records;
        this.grades = grades;
    }

    Minutes of(long volunteerId, LocalDate upTo, StarScheme scheme) {
        Minutes all = hours.of(volunteerId, EVER, upTo);
        return scheme.excludedGrades().isEmpty() ? all : all.minus(excluded(volunteerId, upTo, scheme));
    }

    /** What the scheme leaves out because of how well it is borne out. */
    Minutes excluded(long volunteerId, LocalDate upTo, StarScheme scheme) {
        if (scheme.excludedGrades().isEmpty()) {
            return Minutes.NONE;
        }
        List<RecordKey> keys = records.of(List.of(volunteerId), EVER, upTo).stream()
                .map(Effective::key)
                .toList();
        Map<RecordKey, TrustGrade> graded = grades.of(keys);
        List<RecordKey> without = keys.stream()
                .filter(key -> {
                    TrustGrade grade = graded.get(key);
                    return grade != null && scheme.excludedGrades().contains(grade);
                })
                .toList();
        return hours.ofRecords(without, EVER, upTo).getOrDefault(volunteerId, Minutes.NONE);
    }
}
