package org.yiwang.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.certificate.Moves;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordView;
import org.yiwang.seal.SealedLog;

/** Tells certificates which hours another platform certifies. */
@Component
class KnownMoves implements Moves {

    private final PassportStore store;
    private final RecordCases records;
    private final SealedLog log;

    KnownMoves(PassportStore store, RecordCases records, SealedLog log) {
        this.store = store;
        this.records = records;
        this.log = log;
    }

    @Override
    public List<Move> of(long volunteerId) {
        return Stream.concat(store.moves(volunteerId).stream(), store.disputed(volunteerId, log.origin()).stream())
                .map(m -> new Move(m.name(), m.at(), records(volunteerId, m)))
                .toList();
    }

    /** Numbers of the records that went along. */
    Set<Long> records(long volunteerId, PassportStore.Move move) {
        return Objects.requireNonNullElseGet(move.records(), () -> before(volunteerId, move));
    }

    /** Of moves from before the records were noted: what there was then. */
    private Set<Long> before(long volunteerId, PassportStore.Move move) {
        return records.ofVolunteer(volunteerId).stream()
                .filter(r -> !r.madeAt().isAfter(move.at()))
                .map(RecordView::recordId)
                .collect(Collectors.toSet());
    }
}
