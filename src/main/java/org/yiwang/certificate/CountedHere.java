package org.yiwang.certificate;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.certificate.Moves.Move;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;

/** The records that a certificate made here may rest on: what counts, and has not moved to another platform. */
@Component
class CountedHere {

    private final RecordCases records;
    private final ObjectProvider<Moves> known;
    private final Clock clock;

    CountedHere(RecordCases records, ObjectProvider<Moves> known, Clock clock) {
        this.records = records;
        this.known = known;
        this.clock = clock;
    }

    /** Everything of a person that counts now and has not moved, the latest first. */
    List<RecordView> of(long volunteerId) {
        List<Move> moves = moves(volunteerId);
        return counting(volunteerId).stream()
                .filter(r -> move(moves, r).isEmpty())
                .toList();
    }

    /**
     * What of it lies in the scope; refuses with {@code certificate.moved-out} where all that does has moved, and with {@code
     * certificate.no-records} where nothing does.
     */
    List<RecordView> chosen(long volunteerId, CertificateScope scope) {
        List<Move> moves = moves(volunteerId);
        List<RecordView> all =
                counting(volunteerId).stream().filter(scope::covers).toList();
        List<RecordView> chosen =
                all.stream().filter(r -> move(moves, r).isEmpty()).toList();
        if (chosen.isEmpty()) {
            throw all.stream()
                    .flatMap(r -> move(moves, r).stream())
                    .findFirst()
                    .map(m -> new Refusal(
                            CertificateProblem.MOVED_OUT,
                            m.platform(),
                            m.at().atZone(clock.getZone()).toLocalDate().toString()))
                    .orElseGet(() -> new Refusal(CertificateProblem.NO_RECORDS));
        }
        return chosen;
    }

    /** Where the first of these records went that moved; empty if none did. */
    Optional<MovedTo> movedTo(long volunteerId, Collection<Long> recordIds) {
        return moves(volunteerId).stream()
                .filter(m -> recordIds.stream().anyMatch(m.records()::contains))
                .findFirst()
                .map(m -> new MovedTo(m.platform(), m.at()));
    }

    /** Where hours of the person went that count and are certified there; empty if none did. */
    Optional<MovedTo> movedTo(long volunteerId) {
        return moves(volunteerId).stream().findFirst().map(m -> new MovedTo(m.platform(), m.at()));
    }

    private List<RecordView> counting(long volunteerId) {
        return records.ofVolunteer(volunteerId).stream()
                .filter(r -> r.state() == RecordState.EFFECTIVE && r.serviceMinutes() > 0)
                .sorted(Comparator.comparing(RecordView::serviceDate)
                        .thenComparingLong(RecordView::recordId)
                        .reversed())
                .toList();
    }

    private List<Move> moves(long volunteerId) {
        Moves moves = known.getIfAvailable();
        return moves == null ? List.of() : moves.of(volunteerId);
    }

    /** With which move a record went; a correction goes where the record went that it corrects. */
    private Optional<Move> move(List<Move> moves, RecordView record) {
        for (Move move : moves) {
            RecordView now = record;
            while (!move.records().contains(now.recordId()) && now.supersedes() != null) {
                now = records.get(new RecordKey(now.volunteerId(), now.supersedes()));
            }
            if (move.records().contains(now.recordId())) {
                return Optional.of(move);
            }
        }
        return Optional.empty();
    }
}
