package org.yiwang.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.dossier.Qualities;
import org.yiwang.dossier.Qualities.Service;
import org.yiwang.record.Counted;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TrustGrade;
import org.yiwang.rules.Rules;
import org.yiwang.trust.TrustGrades;

/** What the records of somebody's days come to, each by the formula that is its own for good. */
@Component
class DayOfPoints {

    private final TrustGrades grades;
    private final Qualities qualities;
    private final Rules rules;
    private final Clock clock;

    DayOfPoints(TrustGrades grades, Qualities qualities, Rules rules, Clock clock) {
        this.grades = grades;
        this.qualities = qualities;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What a record comes to.
     *
     * @param kept the record with all that it was computed from
     * @param worked what it comes to
     * @param lastDay until when its points can be used, null if they do not expire
     */
    record Target(Kept kept, Worked worked, @Nullable LocalDate lastDay) {

        /** Whether its points would have expired by now. */
        boolean isOver(LocalDate today) {
            return lastDay != null && lastDay.isBefore(today);
        }
    }

    /**
     * Works out whole days of one person; the earlier service of a day comes first to the most of that day.
     *
     * @param counting all records of these days that count, in the order of arrival
     * @param before what is kept of records of these days, by id
     * @return by record
     */
    Map<Long, Target> targets(List<Counted> counting, Map<Long, Kept> before) {
        Map<RecordKey, TrustGrade> graded =
                grades.of(counting.stream().map(Counted::key).toList());
        Map<Service, String> said =
                qualities.of(counting.stream().map(DayOfPoints::service).toList());
        Map<LocalDate, Long> used = new HashMap<>();
        Map<Long, Target> targets = new LinkedHashMap<>();
        for (Counted record : counting) {
            Beginning beginning = beginning(record, before.get(record.key().recordId()));
            Formula formula =
                    rules.version(beginning.version, Formula.KEY, Formula.class).value();
            TrustGrade grade = graded.get(record.key());
            Worked.Service service = new Worked.Service(
                    record.serviceMinutes(),
                    record.category(),
                    record.kind(),
                    said.get(service(record)),
                    grade == null ? null : grade.name());
            Worked worked = Worked.of(formula, service, used.getOrDefault(record.serviceDate(), 0L));
            used.merge(record.serviceDate(), worked.counted(), Long::sum);
            targets.put(
                    record.key().recordId(),
                    new Target(kept(record, beginning, service, worked), worked, formula.lastDay(beginning.since)));
        }
        return targets;
    }

    /** What stays as it was at first, however often a record is corrected. */
    private record Beginning(int version, LocalDate since) {}

    private Beginning beginning(Counted record, @Nullable Kept before) {
        return before != null
                ? new Beginning(before.formulaVersion(), before.countsSince())
                : new Beginning(
                        rules.at(record.firstEndedAt(), Formula.KEY, Formula.class)
                                .version(),
                        LocalDate.ofInstant(record.since(), clock.getZone()));
    }

    private static Service service(Counted record) {
        return new Service(record.key().volunteerId(), record.activityId());
    }

    private static Kept kept(Counted record, Beginning beginning, Worked.Service service, Worked worked) {
        return new Kept(
                record.key().volunteerId(),
                record.key().recordId(),
                record.activityId(),
                record.title(),
                record.serviceDate(),
                record.category(),
                record.kind(),
                record.serviceMinutes(),
                beginning.version,
                beginning.since,
                true,
                worked.full(),
                worked.counted(),
                service.evaluation(),
                service.grade());
    }
}
