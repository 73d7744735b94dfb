package org.yiwang.objection;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordView;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Who must not answer a case: whom it is about, who opened it, and who made what it is about. */
@Component
class Parties {

    private final CaseStepStore steps;
    private final CaseRecords records;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final Accounts accounts;

    Parties(
            CaseStepStore steps,
            CaseRecords records,
            Volunteers volunteers,
            Organizations organizations,
            Accounts accounts) {
        this.steps = steps;
        this.records = records;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.accounts = accounts;
    }

    /** The maker of a record leaves it to another person of the organization, where one can answer. */
    void requireForOrganization(Actor actor, CaseView it, @Nullable RecordView record) {
        requireNotOwn(actor, it);
        Set<Long> makers = makers(it, record);
        if (makers.contains(actor.accountId()) && another(it, makers)) {
            throw new Refusal(CaseProblem.MADE_IT_YOURSELF);
        }
    }

    /** At the office nobody decides about an own record, answer, report or organization, or again what was contested. */
    void requireForOffice(Actor actor, CaseView it, @Nullable RecordView record) {
        requireNotOwn(actor, it);
        long self = actor.accountId();
        boolean doubted = steps.contestedDeciders(it.id()).contains(self);
        if (makers(it, record).contains(self) || Objects.equals(it.answeredBy(), self) || doubted) {
            throw new Refusal(CaseProblem.MADE_IT_YOURSELF);
        }
        if (it.organizationId() != null
                && organizations.leaders(it.organizationId()).contains(self)) {
            throw new Refusal(CaseProblem.OWN_ORGANIZATION);
        }
    }

    private void requireNotOwn(Actor actor, CaseView it) {
        boolean person =
                it.volunteerId() != null && volunteers.get(it.volunteerId()).concerns(actor.accountId());
        boolean opener = it.openedBy() != 0 && it.openedBy() == actor.accountId();
        if (person || opener) {
            throw new Refusal(CaseProblem.OWN_CASE);
        }
    }

    private Set<Long> makers(CaseView it, @Nullable RecordView record) {
        return record == null || it.volunteerId() == null
                ? Set.of()
                : records.makers(record, volunteers.get(it.volunteerId()));
    }

    private boolean another(CaseView it, Set<Long> makers) {
        VolunteerView person = volunteers.get(Objects.requireNonNull(it.volunteerId()));
        return organizations.leaders(Objects.requireNonNull(it.organizationId())).stream()
                .filter(account -> !makers.contains(account) && !person.concerns(account))
                .anyMatch(account ->
                        accounts.actor(account).reach(Permission.CASE_ANSWER).covers(it.region(), it.ancestors()));
    }
}
