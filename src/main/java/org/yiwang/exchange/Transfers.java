package org.yiwang.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.exchange.TransferView.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.Residences;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Moving to another district of the city, as the volunteer (or the guardian) asks for it. Both districts confirm; number,
 * records, totals and teams stay what they are (Record measures 2012, domain F11).
 */
@Component
public class Transfers {

    /** Longest reason or statement, in characters. */
    public static final int LONGEST_REASON = 500;

    private final TransferStore store;
    private final Volunteers volunteers;
    private final Residences residences;
    private final Rules rules;
    private final AuditTrail audit;
    private final Clock clock;

    Transfers(
            TransferStore store,
            Volunteers volunteers,
            Residences residences,
            Rules rules,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.volunteers = volunteers;
        this.residences = residences;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for the transfer. Refuses with {@code exchange.transfer-open}, {@code exchange.no-transfer-needed}, {@code
     * exchange.elsewhere}, {@code exchange.not-valid} and {@code volunteer.residence-too-large}.
     *
     * @param to community of the new residence
     * @param reason may be empty
     */
    @Transactional
    public TransferView ask(Actor actor, long volunteerId, RegionCode to, String reason) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        if (person.state() != VolunteerView.State.VALID) {
            throw new Refusal(ExchangeProblem.NOT_VALID);
        }
        if (!residences.inCity(to)) {
            throw new Refusal(ExchangeProblem.ELSEWHERE).at("to");
        }
        residences.require(to);
        if (!residences.isOtherDistrict(person.residence(), to)) {
            throw new Refusal(ExchangeProblem.NO_TRANSFER_NEEDED).at("to");
        }
        Instant now = clock.instant();
        TransferView asked = new TransferView(
                volunteerId,
                Ids.next(),
                person.residence(),
                to,
                reason.strip(),
                State.ASKED,
                now,
                due(rule().leavingWorkingDays()),
                null,
                null,
                false,
                false,
                null,
                List.of());
        store.insert(asked, actor.accountId());
        store.step(asked, "ASKED", now, actor.accountId(), reason.isBlank() ? null : reason.strip());
        audit.write(actor, "exchange.transfer-ask", subject(asked), reason.strip(), person.residence());
        return get(actor, volunteerId, asked.transferId());
    }

    /** Stays after all. Refuses with {@code exchange.not-waiting} when it is over. */
    @Transactional
    public void withdraw(Actor actor, long volunteerId, long transferId) {
        volunteers.require(actor, volunteerId);
        TransferView transfer = lock(volunteerId, transferId);
        if (!transfer.state().isOpen()) {
            throw new Refusal(ExchangeProblem.NOT_WAITING);
        }
        store.end(transfer, State.WITHDRAWN, null, clock.instant());
        store.step(transfer, "WITHDRAWN", clock.instant(), actor.accountId(), null);
        audit.write(actor, "exchange.transfer-withdraw", subject(transfer), null, transfer.from());
    }

    /**
     * Takes a refusal to the city, once. Refuses with {@code exchange.not-waiting}, {@code exchange.too-late} and {@code
     * exchange.reason-needed}.
     */
    @Transactional
    public void appeal(Actor actor, long volunteerId, long transferId, String statement) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        TransferView transfer = lock(volunteerId, transferId);
        Instant ended = transfer.endedAt();
        if (transfer.state() != State.REFUSED || transfer.appealed() || ended == null) {
            throw new Refusal(ExchangeProblem.NOT_WAITING);
        }
        if (!person.residence().equals(transfer.from())) {
            throw new Refusal(ExchangeProblem.NOT_WAITING);
        }
        if (statement.isBlank()) {
            throw new Refusal(ExchangeProblem.REASON_NEEDED).at("statement");
        }
        LocalDate last =
                rules.workingDays().after(ended.atZone(clock.getZone()).toLocalDate(), rule().appealWorkingDays());
        if (LocalDate.now(clock).isAfter(last)) {
            throw new Refusal(ExchangeProblem.TOO_LATE);
        }
        store.appealed(transfer, due(rule().receivingWorkingDays()));
        store.step(transfer, "APPEALED", clock.instant(), actor.accountId(), statement.strip());
        audit.write(actor, "exchange.transfer-appeal", subject(transfer), statement.strip(), transfer.from());
    }

    /** The person's transfers, the newest first. */
    @Transactional(readOnly = true)
    public List<TransferView> list(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return store.list(volunteerId).stream()
                .map(t -> t.with(store.steps(volunteerId, t.transferId())))
                .toList();
    }

    /** One of them with its steps; refuses with {@code exchange.unknown}. */
    @Transactional(readOnly = true)
    public TransferView get(Actor actor, long volunteerId, long transferId) {
        volunteers.require(actor, volunteerId);
        return store.find(volunteerId, transferId)
                .orElseThrow(() -> new Refusal(ExchangeProblem.UNKNOWN))
                .with(store.steps(volunteerId, transferId));
    }

    private TransferView lock(long volunteerId, long transferId) {
        return store.lock(volunteerId, transferId).orElseThrow(() -> new Refusal(ExchangeProblem.UNKNOWN));
    }

    private LocalDate due(int workingDays) {
        return rules.workingDays().after(LocalDate.now(clock), workingDays);
    }

    private TransferRule rule() {
        return rules.current(TransferRule.KEY, TransferRule.class).value();
    }

    static String subject(TransferView transfer) {
        return "transfer:" + Ids.text(transfer.transferId());
    }
}
