package org.yiwang.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Makes sure that what one officer of the city proposes is confirmed by another human in office, not by a second account and
 * not by somebody appointed for the purpose: as in manual entry (domain F2, C1), for platforms instead of hours.
 */
@Component
class SecondOfficer {

    private final Volunteers volunteers;
    private final Grants grants;
    private final Regions regions;
    private final Rules rules;
    private final Clock clock;

    SecondOfficer(Volunteers volunteers, Grants grants, Regions regions, Rules rules, Clock clock) {
        this.volunteers = volunteers;
        this.grants = grants;
        this.regions = regions;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Refuses with {@code exchange.another-officer} the same account; with {@code exchange.officer-not-registered} an account
     * behind which no registered volunteer stands, so that nobody can tell who it is; with {@code exchange.same-human} one
     * who is the first, guards or is guarded by the first, or bears the same name and date of birth; with {@code
     * exchange.officer-too-new} one who has not held the post for the days of rule {@code exchange.trust}.
     *
     * @param firstAccountId who proposed it
     * @param second who is about to confirm it, and has the permission
     */
    void require(long firstAccountId, Actor second) {
        if (firstAccountId == second.accountId()) {
            throw new Refusal(ExchangeProblem.ANOTHER_OFFICER);
        }
        VolunteerView person = volunteers
                .findByAccount(second.accountId())
                .filter(v -> v.state() == VolunteerView.State.VALID)
                .orElseThrow(() -> new Refusal(ExchangeProblem.OFFICER_NOT_REGISTERED));
        if (isOneHuman(firstAccountId, person)) {
            throw new Refusal(ExchangeProblem.SAME_HUMAN);
        }
        int days = rules.current(TrustRule.KEY, TrustRule.class).value().secondHoldsRoleDays();
        Instant latest = clock.instant().minus(Duration.ofDays(days));
        boolean longEnough = grants.heldSince(
                        second.accountId(),
                        Permission.TRANSFER_DECIDE,
                        regions.city().code())
                .filter(since -> !since.isAfter(latest))
                .isPresent();
        if (!longEnough) {
            throw new Refusal(ExchangeProblem.OFFICER_TOO_NEW, days);
        }
    }

    /** Refuses with {@code exchange.pinned-it} the two who pinned the platform's key, by whatever account they come. */
    void requireNotOfThose(IssuerView issuer, Actor actor) {
        Long confirmedBy = issuer.confirmedBy();
        if (isSame(issuer.proposedBy(), actor) || confirmedBy != null && isSame(confirmedBy, actor)) {
            throw new Refusal(ExchangeProblem.PINNED_IT);
        }
    }

    /** Whether the owner of the account and the actor are one human, as far as can be told. */
    boolean isSame(long accountId, Actor actor) {
        return accountId == actor.accountId()
                || volunteers
                        .findByAccount(actor.accountId())
                        .filter(person -> isOneHuman(accountId, person))
                        .isPresent();
    }

    private boolean isOneHuman(long accountId, VolunteerView person) {
        Optional<VolunteerView> other = volunteers.findByAccount(accountId);
        return person.concerns(accountId) || other.isPresent() && other.get().isOneHumanWith(person);
    }
}
