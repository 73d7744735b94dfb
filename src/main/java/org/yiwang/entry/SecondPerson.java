package org.yiwang.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Makes sure that what one person entered is confirmed by another human of the same organization, not by a second
 * account and not by somebody appointed for the purpose (domain F2, C1).
 */
@Component
public class SecondPerson {

    private final Organizations organizations;
    private final Volunteers volunteers;
    private final Grants grants;
    private final Rules rules;
    private final Clock clock;

    SecondPerson(Organizations organizations, Volunteers volunteers, Grants grants, Rules rules, Clock clock) {
        this.organizations = organizations;
        this.volunteers = volunteers;
        this.grants = grants;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Refuses with {@code entry.second-person} the same account; with {@code entry.second-not-registered} an account
     * behind which no registered volunteer stands; with {@code entry.same-human} one that is, guards or is guarded by the
     * first, or bears the same name and date of birth; with {@code entry.second-too-new} one who has not held a role in
     * the organization for the days of rule {@code entry.manual}; with {@code access.out-of-scope} anybody else.
     *
     * @param firstAccountId who entered it
     * @param second who is about to confirm it
     */
    @Transactional(readOnly = true)
    public void require(long firstAccountId, Actor second, long organizationId) {
        OrganizationView organization = organizations.require(second, Permission.RECORD_ENTER, organizationId);
        if (firstAccountId == second.accountId()) {
            throw new Refusal(EntryProblem.SECOND_PERSON);
        }
        boolean registered = volunteers
                .findByAccount(second.accountId())
                .filter(person -> person.state() == VolunteerView.State.VALID)
                .isPresent();
        if (!registered) {
            throw new Refusal(EntryProblem.SECOND_NOT_REGISTERED);
        }
        if (volunteers.isOneHuman(firstAccountId, second.accountId())) {
            throw new Refusal(EntryProblem.SAME_HUMAN);
        }
        int days = rules.current(ManualRule.KEY, ManualRule.class).value().secondHoldsRoleDays();
        Instant latest = clock.instant().minus(Duration.ofDays(days));
        boolean longEnough = grants.heldSince(second.accountId(), Permission.RECORD_ENTER, organization.ancestors())
                .filter(since -> !since.isAfter(latest))
                .isPresent();
        if (!longEnough) {
            throw new Refusal(EntryProblem.SECOND_TOO_NEW, days);
        }
    }
}
