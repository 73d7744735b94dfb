package org.yiwang.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.record.Grades;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.record.Sealing;
import org.yiwang.record.TimeKind;
import org.yiwang.record.TrustGrade;
import org.yiwang.seal.Hash;

/** The records of a person as lines of a passport, with their grades and their proofs. */
@Component
class PassportLines {

    private final RecordCases records;
    private final Records all;
    private final Sealing sealing;
    private final ObjectProvider<Grades> grades;
    private final ClaimStore claimStore;

    PassportLines(
            RecordCases records, Records all, Sealing sealing, ObjectProvider<Grades> grades, ClaimStore claimStore) {
        this.records = records;
        this.all = all;
        this.sealing = sealing;
        this.grades = grades;
        this.claimStore = claimStore;
    }

    /** What a passport says of somebody's records: one line for each live one, and the head they are proved for. */
    record Lines(List<Passport.Line> lines, Passport.Totals totals, Map<Long, Sealing.Sealed> proofs) {}

    /** The lines as they stand now, the latest day first. */
    Lines of(long volunteerId) {
        List<RecordView> live = records.ofVolunteer(volunteerId);
        Map<Long, Sealing.Sealed> proofs = sealing.ofVolunteer(volunteerId);
        Grades known = grades.getIfAvailable();
        Map<RecordKey, TrustGrade> graded = known == null
                ? Map.of()
                : known.of(live.stream()
                        .map(r -> new RecordKey(volunteerId, r.recordId()))
                        .toList());
        Map<Long, ClaimStore.Came> came = came(volunteerId, live);
        List<Passport.Line> lines = live.stream()
                .map(r -> line(
                        r,
                        graded.get(new RecordKey(volunteerId, r.recordId())),
                        came.get(r.recordId()),
                        proofs.get(r.recordId())))
                .toList();
        return new Lines(lines, totals(lines), proofs);
    }

    /**
     * Where records were made first, and those that correct them: a correction is no record of our own, or it would come home
     * as a new one to the platform that made the first.
     */
    private Map<Long, ClaimStore.Came> came(long volunteerId, List<RecordView> live) {
        Map<Long, ClaimStore.Came> came = new HashMap<>(claimStore.came(volunteerId));
        Set<Long> now = live.stream().map(RecordView::recordId).collect(Collectors.toSet());
        for (Map.Entry<Long, ClaimStore.Came> one : Map.copyOf(came).entrySet()) {
            if (!now.contains(one.getKey())) {
                Optional<RecordView> next = Optional.of(records.get(new RecordKey(volunteerId, one.getKey())));
                while (next.isPresent()) {
                    came.put(next.get().recordId(), one.getValue());
                    next = all.findCorrection(next.get());
                }
            }
        }
        return came;
    }

    /** Numbers of the records of a person that count now. */
    List<Long> counting(long volunteerId) {
        return effective(volunteerId).stream().map(RecordView::recordId).toList();
    }

    private List<RecordView> effective(long volunteerId) {
        return records.ofVolunteer(volunteerId).stream()
                .filter(r -> r.state() == RecordState.EFFECTIVE)
                .toList();
    }

    /** Sums of what counts of a person now. */
    Passport.Totals totals(long volunteerId) {
        List<RecordView> counting = effective(volunteerId);
        return new Passport.Totals(counting.size(), sum(counting, TimeKind.CREDIT), sum(counting, TimeKind.HONOUR));
    }

    private static long sum(List<RecordView> records, TimeKind kind) {
        return records.stream()
                .filter(r -> r.kind() == kind)
                .mapToLong(RecordView::serviceMinutes)
                .sum();
    }

    private static Passport.Totals totals(List<Passport.Line> lines) {
        int records = 0;
        long credit = 0;
        long honour = 0;
        for (Passport.Line line : lines) {
            if (line.counts()) {
                records++;
                credit += line.kind() == TimeKind.CREDIT ? line.minutes() : 0;
                honour += line.kind() == TimeKind.HONOUR ? line.minutes() : 0;
            }
        }
        return new Passport.Totals(records, credit, honour);
    }

    private static Passport.Line line(
            RecordView r, @Nullable TrustGrade grade, ClaimStore.@Nullable Came came, Sealing.@Nullable Sealed sealed) {
        String gradeThere = came == null ? null : came.grade();
        boolean counts = r.state() == RecordState.EFFECTIVE;
        return new Passport.Line(
                Ids.text(r.recordId()),
                r.state().name(),
                r.serviceDate(),
                r.serviceMinutes(),
                r.kind(),
                r.title(),
                r.organizationName(),
                r.category(),
                r.postName(),
                r.place(),
                r.regionCode(),
                r.personInCharge(),
                r.served().start(),
                r.served().end(),
                r.counted() == null ? null : r.counted().start(),
                r.counted() == null ? null : r.counted().end(),
                gradeThere != null ? gradeThere : grade == null ? null : grade.name(),
                new Passport.Evidence(
                        r.origin().name(), r.in().way().name(), r.out().way().name()),
                came == null || r.origin() != Origin.TRANSFER ? null : new Passport.Source(came.origin(), came.id()),
                // What does not count is not proved: its newest leaf may be of another day.
                sealed == null || !counts
                        ? null
                        : new Passport.Proof(
                                sealed.content(),
                                sealed.inclusion().index(),
                                sealed.inclusion().path().stream()
                                        .map(Hash::toString)
                                        .toList()));
    }
}
