package org.yiwang.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.TeamFilingStore.Ending;
import org.yiwang.organization.TeamFilingStore.Filing;
import org.yiwang.rules.Rules;

/** The filing (备案) of groups without legal form: its period, its area, its end. */
@Component
class TeamFilings {

    private final TeamFilingStore store;
    private final OrganizationStore organizations;
    private final TreeStore trees;
    private final Organizations memory;
    private final TeamNotices tellers;
    private final Rules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TeamFilings(
            TeamFilingStore store,
            OrganizationStore organizations,
            TreeStore trees,
            Organizations memory,
            TeamNotices tellers,
            Rules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.trees = trees;
        this.memory = memory;
        this.tellers = tellers;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    FilingRule rule() {
        return rules.current("organization.filing", FilingRule.class).value();
    }

    /** The first filing, from today. Does nothing for organizations that need none. */
    void file(Actor by, Organization organization, @Nullable LocalDate until) {
        if (organization.isFiled()) {
            add(by, organization, LocalDate.now(clock), until);
        }
    }

    /** A further filing: after the one in force, or from today when that ran out. */
    void renew(Actor by, Organization organization, LocalDate until) {
        if (!organization.isFiled() || !organization.state().wasApproved()) {
            throw new Refusal(OrganizationProblem.NOT_FILED);
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate next =
                Objects.requireNonNullElse(organization.filedUntil(), today).plusDays(1);
        add(by, organization, next.isBefore(today) ? today : next, until);
    }

    /**
     * Whether one of these organizations stands above the group and is the very unit that files it, known by its unified
     * social credit code.
     */
    boolean isFiledByOneOf(Organization group, Collection<Long> led) {
        Long unit = group.standing().filedWith() == FiledWith.UNIT ? group.unitId() : null;
        String code = unit == null
                ? null
                : organizations
                        .findUnit(unit)
                        .map(OrganizationStore.Unit::creditCode)
                        .orElse(null);
        LocalDate today = LocalDate.now(clock);
        return code != null
                && group.above().stream()
                        .filter(led::contains)
                        .map(organizations::find)
                        .flatMap(Optional::stream)
                        .anyMatch(o ->
                                o.isActiveOn(today) && code.equals(o.standing().creditCode()));
    }

    private void add(Actor by, Organization organization, LocalDate from, @Nullable LocalDate until) {
        LocalDate latest = from.plusMonths(rule().maxMonths());
        if (until == null || until.isBefore(from) || until.isAfter(latest)) {
            throw new Refusal(OrganizationProblem.FILING_PERIOD, from.toString(), latest.toString()).at("filedUntil");
        }
        Long unit = organization.standing().filedWith() == FiledWith.UNIT ? organization.unitId() : null;
        RegionCode area = unit == null
                ? organization.region()
                : organizations.findUnit(unit).orElseThrow().region();
        store.add(new Filing(organization.id(), unit, area, from, until), by.accountId(), clock.instant());
        organizations.setFiledUntil(organization.id(), until);
    }

    /**
     * What a day brings: leaders are warned as often as the rule says before the end, once each time, and groups whose
     * filing ran out become inactive. Safe to run again and after days on which it did not run.
     */
    @Transactional
    public void passDay() {
        trees.lock(); // many rows change here; a move of a tree changes many as well
        LocalDate today = LocalDate.now(clock);
        List<Integer> warnDays = rule().warnDays().stream().sorted().toList();
        for (int days : warnDays) {
            for (Ending ending : store.warn(today, days)) {
                tellers.tellLeaders(
                        ending.organizationId(),
                        "filing-ends",
                        true,
                        ending.name(),
                        ending.to().toString());
            }
        }
        for (Ending ended : store.ended(today)) {
            if (organizations.move(
                    ended.organizationId(),
                    Set.of(OrganizationState.ACTIVE),
                    OrganizationState.EXPIRED,
                    clock.instant())) {
                organizations.addDecision(
                        ended.organizationId(),
                        DecisionView.Kind.EXPIRED,
                        0,
                        ended.to().toString(),
                        clock.instant());
                tellers.tellLeaders(
                        ended.organizationId(),
                        "filing-ended",
                        true,
                        ended.name(),
                        ended.to().toString());
                events.publishEvent(new OrganizationEvent.Expired(ended.organizationId()));
            }
        }
        memory.changed();
    }
}
