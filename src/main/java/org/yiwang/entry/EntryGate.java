package org.yiwang.entry;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordIntake;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.trust.Sanctions;

/**
 * Who may put service on record that no check-in made, on a form or on paper, and how long it waits before it counts.
 */
@Component
public class EntryGate {

    private final Organizations organizations;
    private final Sanctions sanctions;
    private final Rules rules;

    EntryGate(Organizations organizations, Sanctions sanctions, Rules rules) {
        this.organizations = organizations;
        this.sanctions = sanctions;
        this.rules = rules;
    }

    /**
     * The organization, if the actor may enter for it now. Refuses with {@code access.out-of-scope}, with
     * {@code entry.organization-stopped}, and with {@code trust.manual-entry-banned} while a sanction forbids it to the
     * organization or the person.
     */
    @Transactional(readOnly = true)
    public OrganizationView require(Actor actor, long organizationId) {
        OrganizationView organization = organizations.require(actor, Permission.RECORD_ENTER, organizationId);
        if (!organization.active()) {
            throw new Refusal(EntryProblem.ORGANIZATION_STOPPED);
        }
        sanctions.requireManualEntryAllowed(organizationId, actor.accountId());
        return organization;
    }

    /** Whether a sanction forbids entering for the organization, or to the person of the account, now. */
    public boolean isBanned(long organizationId, long accountId) {
        return sanctions.banned(organizationId, accountId);
    }

    /**
     * How long entered time waits in public before it counts (rule {@code entry.waiting}); longer for strangers.
     *
     * @param at when the last person needed agreed; the rule of that moment holds
     */
    public RecordIntake.Wait waiting(boolean stranger, Instant at) {
        Rule<WaitingRule> rule = rules.at(at, WaitingRule.KEY, WaitingRule.class);
        int days = stranger ? rule.value().strangerDays() : rule.value().days();
        return new RecordIntake.Wait(Duration.ofDays(days), rule.key(), rule.version());
    }
}
