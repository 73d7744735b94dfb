package org.yiwang.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.certificate.Moves;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordView;

/** Tells certificates which hours another platform certifies. */
@Component
class KnownMoves implements Moves {

    private final PassportStore store;
    private final RecordCases records;

    KnownMoves(PassportStore store, RecordCases records) {
        this.store = store;
        this.records = records;
    }

    @Override
    public List<Move> of(long volunteerId) {
        return store.moves(volunteerId).stream()
                .map(m -> new Move(
                        m.name(), m.at(), Objects.requireNonNullElseGet(m.records(), () -> before(volunteerId, m))))
                .toList();
    }

    /** Of moves from before the records were noted: what there was then. */
    private Set<Long> before(long volunteerId, PassportStore.Move move) {
        return records.ofVolunteer(volunteerId).stream()
                .filter(r -> !r.madeAt().isAfter(move.at()))
                .map(RecordView::recordId)
                .collect(Collectors.toSet());
    }
}
