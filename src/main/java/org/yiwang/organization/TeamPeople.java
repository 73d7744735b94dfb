package org.yiwang.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Age;
import org.yiwang.kernel.Refusal;

/** The people behind accounts, as far as an organization must know them. Asked late: the registry stands above us. */
@Component
class TeamPeople {

    private final ObjectProvider<People> people;
    private final Clock clock;

    TeamPeople(ObjectProvider<People> people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** The volunteer behind the account; refuses with {@code organization.not-a-volunteer} if there is none. */
    People.Person require(long accountId) {
        return people.stream()
                .flatMap(p -> p.find(accountId).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(OrganizationProblem.NOT_A_VOLUNTEER));
    }

    People.Person require(Actor actor) {
        return require(actor.accountId());
    }

    Map<Long, People.Person> all(Collection<Long> accountIds) {
        return people.stream().findFirst().map(p -> p.findAll(accountIds)).orElse(Map.of());
    }

    /** The account of a unified number; refuses with {@code organization.number-unknown}. */
    long accountOf(String number) {
        return people.stream()
                .flatMap(p -> p.accountOf(number).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal(OrganizationProblem.NUMBER_UNKNOWN).at("number"));
    }

    /** Refuses with {@code organization.resting} to invite somebody who takes a rest. */
    void requireNoRest(long accountId) {
        if (people.stream().anyMatch(p -> p.isResting(accountId))) {
            throw new Refusal(OrganizationProblem.RESTING).at("number");
        }
    }

    /** Completed years today. */
    int age(People.Person person) {
        return Age.on(LocalDate.now(clock), person.birthDate());
    }
}
