package org.yiwang.exchange;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.volunteer.PersonalExport;

/** Transfers, and passports that went out or came in: what was shared, and when (PIPL art. 45; data regulations 2025). */
@Component
class OwnMoves implements PersonalExport {

    private final TransferStore transfers;
    private final PassportStore passports;
    private final ArrivalStore arrivals;
    private final Clock clock;

    OwnMoves(TransferStore transfers, PassportStore passports, ArrivalStore arrivals, Clock clock) {
        this.transfers = transfers;
        this.passports = passports;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "moves";
    }

    @Override
    public Object export(long volunteerId) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put(
                "transfers",
                transfers.list(volunteerId).stream()
                        .map(t -> entry(
                                "from", t.from().value(),
                                "to", t.to().value(),
                                "reason", t.reason(),
                                "state", t.state().name(),
                                "askedAt", t.askedAt().toString()))
                        .toList());
        section.put(
                "passports",
                passports.list(volunteerId, clock.instant()).stream()
                        .map(p -> entry(
                                "id", Ids.text(p.passportId()),
                                "madeAt", p.madeAt().toString(),
                                "validUntil", p.validUntil().toString(),
                                "state", p.state().name()))
                        .toList());
        section.put(
                "arrivals",
                arrivals.list(volunteerId).stream()
                        .map(a -> entry(
                                "issuer", a.issuer(),
                                "passport", a.passport(),
                                "state", a.state().name(),
                                "arrivedAt", a.arrivedAt().toString()))
                        .toList());
        return section;
    }

    private static Map<String, Object> entry(String... namesAndValues) {
        List<String> parts = List.of(namesAndValues);
        Map<String, Object> entry = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i += 2) {
            entry.put(parts.get(i), parts.get(i + 1));
        }
        return entry;
    }
}
