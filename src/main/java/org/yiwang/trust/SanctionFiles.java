package org.yiwang.trust;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordEvidence;
import org.yiwang.record.RecordFacts;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.trust.SanctionStore.Sanction;
import org.yiwang.trust.SanctionView.State;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Puts sanctions together: with the name of whom they are against, the case they rest on, and where they stand today. */
@Component
class SanctionFiles {

    private final RecordEvidence records;
    private final ObjectProvider<DecidedCases> cases;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final Rules rules;
    private final Clock clock;

    SanctionFiles(
            RecordEvidence records,
            ObjectProvider<DecidedCases> cases,
            Volunteers volunteers,
            Organizations organizations,
            Rules rules,
            Clock clock) {
        this.records = records;
        this.cases = cases;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.rules = rules;
        this.clock = clock;
    }

    /** Where a sanction stands today. */
    State state(Sanction s) {
        if (s.liftedAt() != null) {
            return State.LIFTED;
        }
        LocalDate end = s.endsOn();
        if (end == null || LocalDate.now(clock).isBefore(end)) {
            return end == null ? State.OVER : State.IN_FORCE;
        }
        return s.minutesToRegain() > 0 && served(s) < s.minutesToRegain() ? State.IN_FORCE : State.OVER;
    }

    /** Minutes of credit time served since it was imposed. */
    long served(Sanction s) {
        return s.subject().kind() == SanctionView.Kind.VOLUNTEER
                ? records.creditMinutesOf(s.subject().id(), s.imposedOn())
                : records.creditMinutesFor(s.subject().id(), s.imposedOn());
    }

    /** The name of its kind under the rule of the day on which it was imposed. */
    Label kind(Sanction s) {
        return rules.on(s.imposedOn(), SanctionRule.KEY, SanctionRule.class)
                .value()
                .find(s.kind())
                .map(k -> new Label(k.zh(), k.en()))
                .orElse(new Label(s.kind(), s.kind()));
    }

    Rule<SanctionRule> rule() {
        return rules.current(SanctionRule.KEY, SanctionRule.class);
    }

    /**
     * The case that a sanction is to rest on. Refuses with {@code trust.case-unknown} outside of reach, {@code
     * trust.case-undecided}, and {@code trust.case-kept} if no false hours were found.
     */
    DecidedCases.Decided basis(Actor actor, long caseId) {
        DecidedCases.Decided basis = find(caseId)
                .filter(c -> actor.reach(Permission.SANCTION).covers(c.region()))
                .orElseThrow(() -> new Refusal(TrustProblem.CASE_UNKNOWN).at("case"));
        if (basis.decidedAt() == null) {
            throw new Refusal(TrustProblem.CASE_UNDECIDED).at("case");
        }
        if (!basis.found()) {
            throw new Refusal(TrustProblem.CASE_KEPT).at("case");
        }
        return basis;
    }

    /** Accounts that made the records of the case. */
    Set<Long> makers(DecidedCases.Decided basis) {
        return cases.stream().flatMap(c -> c.makers(basis.caseId()).stream()).collect(Collectors.toSet());
    }

    /** The records that a decision declared void or replaced. */
    List<RecordFacts> changed(DecidedCases.Decided basis) {
        return records.find(basis.changed());
    }

    List<SanctionView> views(List<Sanction> rows) {
        Map<Long, VolunteerView> people = volunteers.getAll(rows.stream()
                .filter(s -> s.subject().kind() == SanctionView.Kind.VOLUNTEER)
                .map(s -> s.subject().id())
                .toList());
        return rows.stream().map(s -> view(s, people.get(s.subject().id()))).toList();
    }

    private SanctionView view(Sanction s, @Nullable VolunteerView person) {
        String name = person != null
                ? person.name() + " " + person.number()
                : organizations
                        .find(s.subject().id())
                        .map(OrganizationView::name)
                        .orElse("");
        return new SanctionView(
                s.id(),
                s.subject(),
                name,
                kind(s),
                s.bansManualEntry(),
                s.reason(),
                s.caseId() == null ? null : find(s.caseId()).orElse(null),
                s.caseNumber(),
                s.ruleVersion(),
                s.imposedOn(),
                s.endsOn(),
                s.minutesToRegain(),
                s.minutesToRegain() == 0 ? 0 : served(s),
                state(s),
                s.liftedAt(),
                s.liftReason());
    }

    private Optional<DecidedCases.Decided> find(long caseId) {
        return cases.stream().flatMap(c -> c.find(caseId).stream()).findFirst();
    }
}
