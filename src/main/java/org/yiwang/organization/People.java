package org.yiwang.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an organization must know of a person who joins or leads it; the registry of volunteers answers. */
public interface People {

    /** The registered volunteer with a valid registration behind an account, if that person is one. */
    Optional<Person> find(long accountId);

    /** Many at once, by account; those who are not volunteers are left out. */
    default Map<Long, Person> findAll(Collection<Long> accountIds) {
        Map<Long, Person> found = new HashMap<>();
        accountIds.forEach(id -> find(id).ifPresent(person -> found.put(id, person)));
        return found;
    }

    /** The account of the volunteer with that unified number, for invitations. */
    default Optional<Long> accountOf(String number) {
        return Optional.empty();
    }

    /** Whether the person takes a rest and is not to be invited. */
    default boolean isResting(long accountId) {
        return false;
    }

    /**
     * A registered volunteer.
     *
     * @param name full name
     * @param number unified number
     * @param birthDate date of birth
     */
    record Person(String name, String number, LocalDate birthDate) {

        /** The first character, and stars for the rest: 张**. */
        public String maskedName() {
            int first = name.offsetByCodePoints(0, 1);
            return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
        }
    }
}
