package org.yiwang.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.exchange.ArrivalView.Claim;
import org.yiwang.exchange.ArrivalView.ClaimState;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordView;
import org.yiwang.seal.SealedLog;

/**
 * The end of a move: somebody comes home with a moving passport. The hours that went away are certified here again, except
 * those that do not come back as they went, void or corrected over there: about each of these the office decides first.
 */
@Component
class Homecoming {

    /** The passport from there no longer has the record, or it does not count there. */
    static final String GONE = "exchange.claim.gone-away";

    /** It counts there with other minutes, or as time of another kind. */
    static final String CHANGED = "exchange.claim.changed-away";

    private final PassportStore departures;
    private final KnownMoves moves;
    private final ClaimStore claimStore;
    private final RecordCases records;
    private final SealedLog log;
    private final Clock clock;

    Homecoming(
            PassportStore departures,
            KnownMoves moves,
            ClaimStore claimStore,
            RecordCases records,
            SealedLog log,
            Clock clock) {
        this.departures = departures;
        this.moves = moves;
        this.claimStore = claimStore;
        this.records = records;
        this.log = log;
        this.clock = clock;
    }

    /** Ends the person's moves to the issuer of the passport. Joins the caller's transaction. */
    void end(ArrivalView arrival, Passport passport) {
        Map<Long, RecordView> here = records.ofVolunteer(arrival.volunteerId()).stream()
                .collect(Collectors.toMap(RecordView::recordId, Function.identity()));
        List<Claim> conflicts = new ArrayList<>();
        for (PassportStore.Move move : departures.away(arrival.volunteerId(), arrival.origin())) {
            for (long id : moves.records(arrival.volunteerId(), move)) {
                Optional.ofNullable(here.get(id))
                        .flatMap(record -> conflict(arrival, passport, record))
                        .ifPresent(conflicts::add);
            }
        }
        claimStore.dispute(arrival.arrivalId(), conflicts, clock.instant());
        departures.returned(arrival.volunteerId(), arrival.origin(), clock.instant());
    }

    /** A record that went away, unless it comes back as it went. */
    private Optional<Claim> conflict(ArrivalView arrival, Passport passport, RecordView record) {
        String id = Ids.text(record.recordId());
        Optional<Passport.Line> back = passport.records().stream()
                .filter(line -> line.counts()
                        && line.source() != null
                        && log.origin().equals(line.source().origin())
                        && id.equals(line.source().id()))
                .findFirst();
        if (back.isEmpty()) {
            return Optional.of(gone(record, id));
        }
        Passport.Line line = back.get();
        return line.minutes() == record.serviceMinutes() && line.kind() == record.kind()
                ? Optional.empty()
                : Optional.of(Settling.claim(arrival, passport, line, ClaimState.CONFLICT)
                        .as(ClaimState.CONFLICT, null, CHANGED));
    }

    private Claim gone(RecordView record, String id) {
        Period counted = record.counted();
        return new Claim(
                record.volunteerId(),
                Settling.sourceId(log.origin(), id),
                log.origin(),
                id,
                ClaimState.CONFLICT,
                record.title(),
                record.organizationName(),
                record.regionCode(),
                record.serviceDate(),
                counted == null ? record.served() : counted,
                record.serviceMinutes(),
                record.kind(),
                null,
                null,
                GONE);
    }
}
