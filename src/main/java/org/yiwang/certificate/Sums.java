package org.yiwang.certificate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.certificate.CertificateContent.GradeTime;
import org.yiwang.certificate.CertificateContent.Service;
import org.yiwang.certificate.CertificateContent.Time;
import org.yiwang.certificate.CertificateContent.UnitTime;
import org.yiwang.record.RecordView;
import org.yiwang.record.TimeKind;
import org.yiwang.record.TrustGrade;

/** Adds up service: in all, by trust grade, by recording unit. Not for several threads. */
final class Sums {

    private static final String NO_GRADE = "-";

    private Time time = Time.NONE;
    private final Map<String, Time> grades = new TreeMap<>();
    private final Map<String, UnitTime> units = new LinkedHashMap<>();

    void add(RecordView record, @Nullable TrustGrade grade) {
        boolean credit = record.kind() == TimeKind.CREDIT;
        int minutes = record.serviceMinutes();
        time = time.plus(credit, minutes);
        grades.merge(letter(grade), Time.NONE.plus(credit, minutes), (before, _) -> before.plus(credit, minutes));
        // By number: two units of one name are two.
        units.merge(
                CertificateScope.unit(record),
                new UnitTime(record.organizationName(), 1, Time.NONE.plus(credit, minutes)),
                (before, _) -> new UnitTime(
                        before.organization(),
                        before.records() + 1,
                        before.time().plus(credit, minutes)));
    }

    Time time() {
        return time;
    }

    /** From A to D, those without a grade last. */
    List<GradeTime> grades() {
        return grades.entrySet().stream()
                .map(e -> new GradeTime(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((GradeTime g) -> g.grade().equals(NO_GRADE))
                        .thenComparing(GradeTime::grade))
                .toList();
    }

    List<UnitTime> units() {
        return units.values().stream()
                .sorted(Comparator.comparingLong((UnitTime u) ->
                                -(u.time().creditMinutes() + u.time().honourMinutes()))
                        .thenComparing(UnitTime::organization))
                .toList();
    }

    static Service service(RecordView r, @Nullable TrustGrade grade, long leaf) {
        return new Service(
                r.recordId(),
                r.serviceDate(),
                r.title(),
                r.postName(),
                r.category(),
                r.organizationName(),
                r.personInCharge(),
                r.serviceMinutes(),
                r.kind() == TimeKind.CREDIT,
                letter(grade),
                leaf);
    }

    private static String letter(@Nullable TrustGrade grade) {
        return grade == null ? NO_GRADE : grade.name();
    }
}
