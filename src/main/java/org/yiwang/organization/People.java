package org.yiwang.organization;

import java.time.LocalDate;
import java.util.Optional;

/** What an organization must know of a person who joins or leads it; the registry of volunteers answers. */
public interface People {

    /** The registered volunteer behind an account, if that person is one. */
    Optional<Person> find(long accountId);

    /**
     * A registered volunteer.
     *
     * @param name full name
     * @param number unified number
     * @param birthDate date of birth
     */
    record Person(String name, String number, LocalDate birthDate) {}
}
