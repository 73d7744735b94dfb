package org.yiwang.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yiwang.attendance.Evidence;
import org.yiwang.attendance.Evidence.Way;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordFacts;
import org.yiwang.record.TimeKind;
import org.yiwang.trust.Scored.End;

/**
 * Grades the records of one activity, looking at each beside the others. A pure function: the same facts under the same
 * version of the rule give the same grades, whenever they are computed.
 */
final class Grading {

    /** Those of the records that check-ins made. */
    private final List<RecordFacts> crew;

    private final Known known;
    private final GradeRule rule;
    private final int version;

    private Grading(List<RecordFacts> crew, Known known, GradeRule rule, int version) {
        this.crew = crew;
        this.known = known;
        this.rule = rule;
        this.version = version;
    }

    /** Grades of all records of an activity. */
    static List<Graded> of(List<RecordFacts> crew, Known known, GradeRule rule, int version) {
        List<RecordFacts> attended =
                crew.stream().filter(r -> r.origin() == Origin.ATTENDANCE).toList();
        Grading grading = new Grading(attended, known, rule, version);
        return crew.stream().map(grading::grade).toList();
    }

    private Graded grade(RecordFacts record) {
        Sheet sheet = new Sheet();
        if (record.origin() == Origin.ATTENDANCE) {
            end(record, End.IN, sheet);
            end(record, End.OUT, sheet);
            together(record, sheet);
        } else {
            sheet.add(origin(record.origin()));
            if (record.origin() != Origin.TRANSFER && known.known().contains(record.key())) {
                sheet.add(GradeFact.KNOWN_HERE);
            }
        }
        if (record.serviceMinutes() > rule.overlongMinutes()
                && !bothSeen(record)
                && record.origin() != Origin.TRANSFER) {
            sheet.add(GradeFact.OVERLONG);
        }
        if (record.corrected() && record.kind() == TimeKind.HONOUR) {
            sheet.add(GradeFact.CORRECTED);
        }
        if (record.origin() != Origin.TRANSFER) {
            around(record, sheet);
        }
        sheet.room = Integer.MAX_VALUE;
        if (record.origin() != Origin.TRANSFER
                && known.sanctioned().organizer().stream().anyMatch(s -> s.covers(record.serviceDate()))) {
            sheet.add(GradeFact.ORGANIZER_SANCTIONED);
        }
        if (known.sanctioned().person(record.key().volunteerId()).stream()
                .anyMatch(s -> s.covers(record.serviceDate()))) {
            sheet.add(GradeFact.PERSON_SANCTIONED);
        }
        called(record, sheet);
        int sum = Math.clamp(sheet.sum, 0, 100);
        return new Graded(record.key(), record.activityId(), rule.grade(sum), sum, List.copyOf(sheet.facts), version);
    }

    private void end(RecordFacts record, End end, Sheet sheet) {
        Evidence evidence = evidence(record, end);
        if (evidence == null) {
            return;
        }
        sheet.add(way(evidence.way()), end, null);
        if (evidence.way() == Way.ROSTER && standsAlone(record, end, evidence)) {
            sheet.add(GradeFact.TICKED_APART, end, null);
        }
        if (evidence.way() == Way.SCANNED_CARD) {
            if (isRushed(record, end)) {
                sheet.add(GradeFact.CARDS_TOO_FAST, end, null);
            }
        }
        if (byOwnPhone(evidence)) {
            phone(record, end, evidence, sheet);
        }
        if (evidence.late()) {
            sheet.add(GradeFact.SENT_LATER, end, null);
        }
    }

    private void phone(RecordFacts record, End end, Evidence evidence, Sheet sheet) {
        Integer metres = evidence.distanceMetres();
        if (metres != null) {
            sheet.add(metres > rule.farMetres() ? GradeFact.FAR : GradeFact.NEAR, end, metres);
        }
        int people = people(record);
        if (people >= rule.crowdDevice()) {
            sheet.add(GradeFact.CROWD_DEVICE, end, people);
        } else if (evidence.deviceReused()) {
            sheet.add(GradeFact.FAMILY_DEVICE, end, null);
        }
    }

    /** What shows only when the crew is looked at together. */
    private void together(RecordFacts record, Sheet sheet) {
        if (crew.size() < rule.togetherPeople()) {
            return;
        }
        Evidence out = record.out();
        if (out != null && oneSided(record)) {
            int others = count(
                    record,
                    r -> oneSided(r)
                            && r.out() != null
                            && r.out().byAccountId() == out.byAccountId()
                            && within(r.madeAt(), record.madeAt(), rule.togetherSeconds()));
            if (isMost(others + 1)) {
                sheet.add(GradeFact.ALL_AT_ONCE, null, others + 1);
            }
        }
        int same = count(record, r -> r.served().equals(record.served()));
        if (isMost(same + 1)) {
            sheet.add(GradeFact.SAME_TO_THE_SECOND, null, same + 1);
        }
    }

    /**
     * What is known of the activity and its organizer. It shows that something took place, not that this person was there:
     * for somebody whom nobody saw it adds only so much.
     */
    private void around(RecordFacts record, Sheet sheet) {
        boolean person =
                isSeen(record.in()) || isSeen(record.out()) || known.known().contains(record.key());
        sheet.room = person ? Integer.MAX_VALUE : rule.unseenAtMost();
        List<RecordFacts> others = crew.stream()
                .filter(r -> r != record
                        && r.key().volunteerId() != record.key().volunteerId()
                        && r.served().overlaps(record.served()))
                .toList();
        long seen = others.stream().filter(this::isSeen).count();
        if (seen >= rule.othersSeen() && 2 * seen >= others.size()) {
            sheet.add(GradeFact.OTHERS_SEEN, null, (int) seen);
        }
        var days = known.history().stream()
                .filter(c ->
                        Math.abs(c.day().toEpochDay() - record.serviceDate().toEpochDay()) <= rule.historyDays())
                .toList();
        if (days.size() >= rule.historyChecked()) {
            int percent =
                    (int) (100 * days.stream().filter(Known.Checked::confirmed).count() / days.size());
            if (percent >= rule.historyGoodPercent()) {
                sheet.add(GradeFact.HISTORY_GOOD, null, percent);
            } else if (percent < rule.historyBadPercent()) {
                sheet.add(GradeFact.HISTORY_BAD, null, percent);
            } else if (percent < rule.historyPoorPercent()) {
                sheet.add(GradeFact.HISTORY_POOR, null, percent);
            }
        }
        Known.Voices voices = known.voices();
        if (voices.no() > 0) {
            sheet.add(voices.no() >= voices.yes() ? GradeFact.SERVED_NO : GradeFact.SERVED_DISAGREE, null, voices.no());
        } else if (voices.yes() > 0) {
            sheet.add(GradeFact.SERVED_YES, null, voices.yes());
        }
    }

    private void called(RecordFacts record, Sheet sheet) {
        Outcome outcome = known.outcomes().get(record.key());
        if (outcome != null) {
            switch (outcome) {
                case CONFIRMED -> sheet.add(GradeFact.CALLED_CONFIRMED);
                case WRONG_TIME -> sheet.add(GradeFact.CALLED_WRONG_TIME);
                case WAS_NOT_THERE -> sheet.add(GradeFact.CALLED_NOT_THERE);
                case NOT_REACHED -> {}
            }
        }
    }

    private boolean standsAlone(RecordFacts record, End end, Evidence evidence) {
        return count(
                        record,
                        r -> sameHand(r, end, evidence) && within(at(r, end), at(record, end), rule.apartSeconds()))
                == 0;
    }

    /** Whether the scan is one of several in a row that came faster than people can hold out their cards. */
    private boolean isRushed(RecordFacts record, End end) {
        Evidence evidence = evidence(record, end);
        if (evidence == null || evidence.way() != Way.SCANNED_CARD) {
            return false;
        }
        List<Instant> scans = crew.stream()
                .filter(r -> sameHand(r, end, evidence))
                .map(r -> at(r, end))
                .sorted()
                .toList();
        Instant own = at(record, end);
        int row = rule.cardPeople();
        for (int first = 0; first + row <= scans.size(); first++) {
            Instant from = scans.get(first);
            Instant to = scans.get(first + row - 1);
            if (!own.isBefore(from) && !own.isAfter(to) && within(from, to, rule.cardSeconds())) {
                return true;
            }
        }
        return false;
    }

    private boolean sameHand(RecordFacts other, End end, Evidence evidence) {
        Evidence its = evidence(other, end);
        return its != null && its.way() == evidence.way() && its.byAccountId() == evidence.byAccountId();
    }

    /** Whether both sides saw this person at one end at least, and not by a crowd's phone or from afar. */
    private boolean isSeen(RecordFacts record) {
        return people(record) < rule.crowdDevice()
                && (isSeen(record.in()) && !isRushed(record, End.IN)
                        || isSeen(record.out()) && !isRushed(record, End.OUT));
    }

    private boolean isSeen(@Nullable Evidence end) {
        return end != null
                && end.isTwoSided()
                && (end.distanceMetres() == null || end.distanceMetres() <= rule.farMetres());
    }

    private static boolean bothSeen(RecordFacts record) {
        return record.in() != null
                && record.in().isTwoSided()
                && record.out() != null
                && record.out().isTwoSided();
    }

    private static boolean oneSided(RecordFacts record) {
        return record.in() != null
                && !record.in().isTwoSided()
                && record.out() != null
                && !record.out().isTwoSided();
    }

    private int people(RecordFacts record) {
        return known.devices().getOrDefault(record.key().volunteerId(), 1);
    }

    private int count(RecordFacts record, Predicate<RecordFacts> test) {
        int found = 0;
        for (RecordFacts other : crew) {
            if (other != record && test.test(other)) {
                found++;
            }
        }
        return found;
    }

    private boolean isMost(int people) {
        return people >= rule.togetherPeople() && 100 * people >= rule.togetherPercent() * crew.size();
    }

    private static boolean within(Instant one, Instant other, int seconds) {
        return Duration.between(one, other).abs().getSeconds() <= seconds;
    }

    private static Instant at(RecordFacts record, End end) {
        return end == End.IN ? record.served().start() : record.served().end();
    }

    @Nullable
    private static Evidence evidence(RecordFacts record, End end) {
        return end == End.IN ? record.in() : record.out();
    }

    private static boolean byOwnPhone(Evidence evidence) {
        return evidence.way() == Way.SCANNED_CODE || evidence.way() == Way.TYPED_CODE || evidence.way() == Way.OWN_CODE;
    }

    private static GradeFact way(Way way) {
        return switch (way) {
            case SCANNED_CODE -> GradeFact.SCANNED_CODE;
            case TYPED_CODE -> GradeFact.TYPED_CODE;
            case SCANNED_CARD -> GradeFact.SCANNED_CARD;
            case OWN_CODE -> GradeFact.OWN_CODE;
            case ROSTER -> GradeFact.ROSTER;
            case ATTESTED -> GradeFact.ATTESTED;
        };
    }

    private static GradeFact origin(Origin origin) {
        return switch (origin) {
            case PAPER -> GradeFact.FROM_PAPER;
            case MANUAL -> GradeFact.FROM_MANUAL;
            case MAKEUP -> GradeFact.FROM_MAKEUP;
            case TRANSFER -> GradeFact.FROM_TRANSFER;
            case ATTENDANCE -> throw new IllegalArgumentException("attendance is judged by its ends");
        };
    }

    /** Facts collected about one record. */
    private final class Sheet {

        private final List<Scored> facts = new ArrayList<>();
        private int sum;
        private int room = Integer.MAX_VALUE;

        private void add(GradeFact fact) {
            add(fact, null, null);
        }

        private void add(GradeFact fact, @Nullable End end, @Nullable Integer number) {
            int points = Math.min(rule.points(fact), Math.max(0, room));
            if (points > 0 && room != Integer.MAX_VALUE) {
                room -= points;
            }
            facts.add(new Scored(fact, end, points, number));
            sum += points;
        }
    }
}
