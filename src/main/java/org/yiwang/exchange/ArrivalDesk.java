package org.yiwang.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.exchange.ArrivalView.Claim;
import org.yiwang.exchange.ArrivalView.ClaimState;
import org.yiwang.exchange.ArrivalView.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * What the city office decides about passports from elsewhere: those of issuers it does not trust yet, and records whose hours
 * are on record here already. Every query and command asks for {@code TRANSFER_DECIDE} over the whole city.
 */
@Component
public class ArrivalDesk {

    private static final int PAGE = 20;

    private final ArrivalStore store;
    private final ClaimStore claimStore;
    private final Arrivals arrivals;
    private final Settling settling;
    private final Issuers issuers;
    private final SecondOfficer officers;
    private final Volunteers volunteers;
    private final Notifications notifications;
    private final Regions regions;
    private final AuditTrail audit;
    private final Clock clock;

    ArrivalDesk(
            ArrivalStore store,
            ClaimStore claimStore,
            Arrivals arrivals,
            Settling settling,
            Issuers issuers,
            SecondOfficer officers,
            Volunteers volunteers,
            Notifications notifications,
            Regions regions,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.claimStore = claimStore;
        this.arrivals = arrivals;
        this.settling = settling;
        this.issuers = issuers;
        this.officers = officers;
        this.volunteers = volunteers;
        this.notifications = notifications;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An arrival before the city office.
     *
     * @param arrival the passport
     * @param person whose
     */
    public record Waiting(ArrivalView arrival, VolunteerView person) {}

    /**
     * Hours that are on record here already, or that went away and did not come back as they went.
     *
     * @param claim the record from elsewhere
     * @param person whose
     */
    public record Conflict(Claim claim, VolunteerView person) {

        /** Why it is one, a message key. */
        public String reason() {
            String why = claim.why();
            if (why != null && (why.equals(Homecoming.GONE) || why.equals(Homecoming.CHANGED))) {
                return why;
            }
            return "exchange.conflict.overlap";
        }

        /** Whether there is nothing over there, only what is on record here. */
        public boolean isGone() {
            return Homecoming.GONE.equals(claim.why());
        }
    }

    /** Whether the actor decides for the whole city. */
    public boolean isCity(Actor actor) {
        return actor.reach(Permission.TRANSFER_DECIDE).covers(regions.city().code());
    }

    /** Passports of issuers that are not trusted, the oldest first. */
    @Transactional(readOnly = true)
    public Slice<Waiting> queue(Actor actor, int page) {
        require(actor);
        List<ArrivalView> rows = store.waiting(PAGE + 1, (page - 1) * PAGE);
        return Slice.cut(rows, page, PAGE).map(a -> new Waiting(a, volunteers.get(a.volunteerId())));
    }

    /** How many passports wait. */
    public int countWaiting(Actor actor) {
        require(actor);
        return store.countWaiting();
    }

    /** How many records wait that do not agree with what is on record here. */
    public int countConflicts(Actor actor) {
        require(actor);
        return claimStore.countConflicts();
    }

    /** One with its records; refuses with {@code exchange.unknown}. */
    @Transactional(readOnly = true)
    public Arrivals.Detail get(Actor actor, long volunteerId, long arrivalId) {
        require(actor);
        return arrivals.detail(volunteerId, arrivalId);
    }

    /** The person behind it, to be shown masked. */
    public VolunteerView person(Actor actor, long volunteerId) {
        require(actor);
        return volunteers.get(volunteerId);
    }

    /**
     * Proposes to trust the issuer of a passport that waits, with the key that signed it; the office has compared the key by
     * another way. If it is trusted already, the passport is that of one of the two officers who decided so, and a third
     * takes it in; refuses those two with {@code exchange.pinned-it}.
     *
     * @param address where the issuer can be asked; may be empty
     */
    @Transactional
    public void trust(Actor actor, long volunteerId, long arrivalId, String address) {
        ArrivalView arrival = waiting(actor, volunteerId, arrivalId);
        Optional<IssuerView> trusted = trusted(arrival);
        if (trusted.isEmpty()) {
            issuers.propose(actor, arrival.origin(), arrival.issuer(), arrival.key(), address);
            return;
        }
        officers.requireNotOfThose(trusted.get(), actor);
        settling.verify(actor, arrival);
        audit.write(
                actor,
                "exchange.arrival-take",
                "arrival:" + Ids.text(arrivalId),
                null,
                regions.city().code());
    }

    /** Decides against a passport, with a reason that the volunteer reads. */
    @Transactional
    public void refuse(Actor actor, long volunteerId, long arrivalId, String reason) {
        ArrivalView arrival = waiting(actor, volunteerId, arrivalId);
        String why = reason(reason);
        store.decide(arrival, State.REFUSED, actor.accountId(), clock.instant(), why);
        audit.write(
                actor,
                "exchange.arrival-refuse",
                "arrival:" + Ids.text(arrivalId),
                why,
                regions.city().code());
        tell(
                volunteerId,
                new Notice(
                        "notice.exchange.arrival-refused",
                        List.of(arrival.issuer(), why),
                        "/me/passport/arrivals/" + Ids.text(volunteerId) + "/" + Ids.text(arrivalId),
                        false));
    }

    /** Records that do not agree with what is on record here. */
    @Transactional(readOnly = true)
    public Slice<Conflict> conflicts(Actor actor, int page) {
        require(actor);
        List<Claim> rows = claimStore.conflicts(PAGE + 1, (page - 1) * PAGE);
        return Slice.cut(rows, page, PAGE).map(c -> new Conflict(c, volunteers.get(c.volunteerId())));
    }

    /**
     * What is on record here stands, and the volunteer is told why: the record from elsewhere is dropped; one that went away
     * and did not come back as it went is certified here again.
     */
    @Transactional
    public void drop(Actor actor, long volunteerId, long sourceId, String reason) {
        Claim claim = conflict(actor, volunteerId, sourceId);
        String why = reason(reason);
        claimStore.settle(claim.as(ClaimState.DROPPED, null, why), actor.accountId(), clock.instant());
        audit.write(
                actor,
                "exchange.conflict-drop",
                "claim:" + claim.origin() + " " + claim.issuerRecord(),
                why,
                regions.city().code());
        String what = settling.isFromHere(claim) ? "notice.exchange.stands" : "notice.exchange.dropped";
        tell(volunteerId, new Notice(what, List.of(claim.title(), why), "/me/passport", false));
    }

    /**
     * What was here has been set right: takes the record in now, or notes that one that went away is over here too, if its platform is still trusted ({@code
     * exchange.not-trusted}) and the actor did not pin its key for this person ({@code exchange.pinned-it}).
     *
     * @return whether that worked
     */
    @Transactional
    public boolean tryAgain(Actor actor, long volunteerId, long sourceId) {
        Claim conflict = conflict(actor, volunteerId, sourceId);
        ArrivalView arrival = store.lock(volunteerId, claimStore.arrivalOf(conflict))
                .orElseThrow(() -> new Refusal(ExchangeProblem.UNKNOWN));
        IssuerView issuer = trusted(arrival).orElseThrow(() -> new Refusal(ExchangeProblem.NOT_TRUSTED));
        if (issuer.isPinnedFor(volunteers.get(volunteerId))) {
            officers.requireNotOfThose(issuer, actor);
        }
        Claim now = settling.tryAgain(conflict);
        claimStore.settle(now, actor.accountId(), clock.instant());
        audit.write(
                actor,
                "exchange.conflict-retry",
                "claim:" + now.origin() + " " + now.issuerRecord(),
                null,
                regions.city().code());
        return now.state() != ClaimState.CONFLICT;
    }

    private Optional<IssuerView> trusted(ArrivalView arrival) {
        return issuers.findTrusted(arrival.key()).filter(i -> i.origin().equals(arrival.origin()));
    }

    private Claim conflict(Actor actor, long volunteerId, long sourceId) {
        require(actor);
        requireNotOwn(actor, volunteerId);
        return claimStore
                .lockClaim(volunteerId, sourceId)
                .filter(c -> c.state() == ClaimState.CONFLICT)
                .orElseThrow(() -> new Refusal(ExchangeProblem.NOT_WAITING));
    }

    private ArrivalView waiting(Actor actor, long volunteerId, long arrivalId) {
        require(actor);
        requireNotOwn(actor, volunteerId);
        return store.lock(volunteerId, arrivalId)
                .filter(a -> a.state() == State.CLAIMED)
                .orElseThrow(() -> new Refusal(ExchangeProblem.NOT_WAITING));
    }

    private void require(Actor actor) {
        actor.require(Permission.TRANSFER_DECIDE, regions.city().code());
    }

    private void requireNotOwn(Actor actor, long volunteerId) {
        if (volunteers.get(volunteerId).concerns(actor.accountId())) {
            throw new Refusal(ExchangeProblem.OWN_TRANSFER);
        }
    }

    private void tell(long volunteerId, Notice notice) {
        notifications.tell(volunteers.get(volunteerId).contactAccountId(), notice);
    }

    static String reason(String reason) {
        String why = reason.strip();
        if (why.codePointCount(0, why.length()) < 2) {
            throw new Refusal(ExchangeProblem.REASON_NEEDED).at("reason");
        }
        return why;
    }
}
