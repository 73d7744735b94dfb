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
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.Residences;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Transfers as the two districts, and in doubt the city, decide on them. Every query and command is bound to the actor's reach. */
@Component
public class TransferDesk {

    private static final int PAGE = 20;
    private static final int BATCH = 200;

    private final TransferStore store;
    private final Volunteers volunteers;
    private final Residences residences;
    private final Regions regions;
    private final Rules rules;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    TransferDesk(
            TransferStore store,
            Volunteers volunteers,
            Residences residences,
            Regions regions,
            Rules rules,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.volunteers = volunteers;
        this.residences = residences;
        this.regions = regions;
        this.rules = rules;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A transfer before who decides.
     *
     * @param transfer the transfer
     * @param person whose
     * @param from in full, what is left
     * @param to in full, where the person goes
     * @param mayDecide whether it waits for this actor
     */
    public record Case(TransferView transfer, VolunteerView person, String from, String to, boolean mayDecide) {}

    /** What waits for the actor's offices, the most urgent first. */
    @Transactional(readOnly = true)
    public Slice<Case> queue(Actor actor, int page) {
        List<TransferView> rows = store.waiting(
                actor.reach(Permission.TRANSFER_DECIDE),
                regions.city().code(),
                PAGE + 1,
                (Slice.page(page) - 1) * PAGE);
        var people =
                volunteers.getAll(rows.stream().map(TransferView::volunteerId).toList());
        return Slice.cut(rows, Slice.page(page), PAGE)
                .map(t -> view(actor, t, people.getOrDefault(t.volunteerId(), volunteers.get(t.volunteerId()))));
    }

    /** One that concerns the actor's offices, with its steps; refuses with {@code exchange.unknown} and {@code access.out-of-scope}. */
    @Transactional(readOnly = true)
    public Case get(Actor actor, long volunteerId, long transferId) {
        TransferView transfer = store.find(volunteerId, transferId)
                .orElseThrow(() -> new Refusal(ExchangeProblem.UNKNOWN))
                .with(store.steps(volunteerId, transferId));
        if (!actor.reach(Permission.TRANSFER_DECIDE).covers(transfer.from())) {
            actor.require(Permission.TRANSFER_DECIDE, transfer.to());
        }
        return view(actor, transfer, volunteers.get(volunteerId));
    }

    /**
     * Confirms for the side on which the transfer waits: first the district that is left, then the one that receives; then
     * the person lives there. Refuses with {@code exchange.not-waiting}, {@code access.out-of-scope}, {@code
     * exchange.own-transfer} and {@code exchange.same-person}.
     */
    @Transactional
    public void confirm(Actor actor, long volunteerId, long transferId) {
        TransferView transfer = decidable(actor, volunteerId, transferId);
        if (transfer.state() == State.ASKED) {
            leave(transfer, actor.accountId(), "LEFT");
            audit.write(actor, "exchange.transfer-leave", Transfers.subject(transfer), null, transfer.from());
            return;
        }
        Long leftBy = transfer.leftBy();
        if (leftBy != null && leftBy != 0 && leftBy == actor.accountId()) {
            throw new Refusal(ExchangeProblem.SAME_PERSON);
        }
        residences.transfer(actor, volunteerId, transfer.to());
        Instant now = clock.instant();
        store.end(transfer, State.DONE, null, now);
        store.step(transfer, "DONE", now, actor.accountId(), null);
        audit.write(actor, "exchange.transfer-receive", Transfers.subject(transfer), null, transfer.to());
        tell(transfer, "notice.exchange.done", List.of(county(transfer.to())));
    }

    /** Refuses the transfer; the person reads the reason and may take it to the city, whose refusal is the last word. */
    @Transactional
    public void refuse(Actor actor, long volunteerId, long transferId, String reason) {
        TransferView transfer = decidable(actor, volunteerId, transferId);
        String why = reason.strip();
        if (why.codePointCount(0, why.length()) < 2) {
            throw new Refusal(ExchangeProblem.REASON_NEEDED).at("reason");
        }
        Instant now = clock.instant();
        store.end(transfer, State.REFUSED, why, now);
        store.step(transfer, "REFUSED", now, actor.accountId(), why);
        RegionCode side = transfer.state() == State.ASKED ? transfer.from() : transfer.to();
        audit.write(actor, "exchange.transfer-refuse", Transfers.subject(transfer), why, side);
        tell(transfer, "notice.exchange.refused", List.of(county(transfer.to()), why));
    }

    /**
     * Once a day: a district that is left and does not answer has agreed; one that receives and does not answer is
     * helped by the city. How many transfers went on.
     */
    @Transactional
    public int passDay() {
        LocalDate today = LocalDate.now(clock);
        int moved = 0;
        List<TransferView> late;
        do {
            late = store.late(today, BATCH);
            for (TransferView transfer : late) {
                if (transfer.state() == State.ASKED) {
                    leave(transfer, 0, "LEFT_BY_TIME");
                } else {
                    store.escalated(transfer);
                    store.step(transfer, "ESCALATED", clock.instant(), 0, null);
                    tell(transfer, "notice.exchange.escalated", List.of(county(transfer.to())));
                }
                moved++;
            }
        } while (late.size() == BATCH);
        return moved;
    }

    private void leave(TransferView transfer, long by, String step) {
        Instant now = clock.instant();
        LocalDate due = rules.workingDays()
                .after(
                        LocalDate.now(clock),
                        rules.current(TransferRule.KEY, TransferRule.class)
                                .value()
                                .receivingWorkingDays());
        store.left(transfer, by, now, due);
        store.step(transfer, step, now, by, null);
        tell(transfer, "notice.exchange.left", List.of(county(transfer.from()), county(transfer.to()), due.toString()));
    }

    private TransferView decidable(Actor actor, long volunteerId, long transferId) {
        TransferView transfer =
                store.lock(volunteerId, transferId).orElseThrow(() -> new Refusal(ExchangeProblem.UNKNOWN));
        if (!transfer.state().isOpen()) {
            throw new Refusal(ExchangeProblem.NOT_WAITING);
        }
        actor.require(Permission.TRANSFER_DECIDE, decides(transfer));
        if (volunteers.get(volunteerId).concerns(actor.accountId())) {
            throw new Refusal(ExchangeProblem.OWN_TRANSFER);
        }
        return transfer;
    }

    /** The region that has the next word. */
    private RegionCode decides(TransferView transfer) {
        return switch (transfer.state()) {
            case ASKED -> transfer.from();
            case APPEALED -> regions.city().code();
            case LEFT, DONE, REFUSED, WITHDRAWN -> transfer.to();
        };
    }

    private Case view(Actor actor, TransferView transfer, VolunteerView person) {
        boolean may = transfer.state().isOpen()
                && actor.reach(Permission.TRANSFER_DECIDE).covers(decides(transfer))
                && !person.concerns(actor.accountId());
        return new Case(transfer, person, name(transfer.from()), name(transfer.to()), may);
    }

    private void tell(TransferView transfer, String key, List<String> args) {
        VolunteerView person = volunteers.get(transfer.volunteerId());
        if (person.accountId() != null || person.guardianAccountId() != null) {
            notifications.tell(
                    person.contactAccountId(),
                    new Notice(key, args, "/me/transfer?of=" + Ids.text(transfer.volunteerId()), false));
        }
    }

    private String county(RegionCode code) {
        return code.at(RegionCode.Level.COUNTY)
                .flatMap(regions::find)
                .map(RegionView::name)
                .orElse(code.value());
    }

    private String name(RegionCode code) {
        return regions.find(code).map(RegionView::fullName).orElse(code.value());
    }
}
