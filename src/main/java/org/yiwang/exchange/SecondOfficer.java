package org.yiwang.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
        boolean registered = volunteers
                .findByAccount(second.accountId())
                .filter(person -> person.state() == VolunteerView.State.VALID)
                .isPresent();
        if (!registered) {
            throw new Refusal(ExchangeProblem.OFFICER_NOT_REGISTERED);
        }
        if (volunteers.isOneHuman(firstAccountId, second.accountId())) {
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
        if (volunteers.isOneHuman(issuer.proposedBy(), actor.accountId())
                || (confirmedBy != null && volunteers.isOneHuman(confirmedBy, actor.accountId()))) {
            throw new Refusal(ExchangeProblem.PINNED_IT);
        }
    }
}
