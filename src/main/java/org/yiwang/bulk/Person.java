package org.yiwang.bulk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a team.
 *
 * @param number among all people of the city
 * @param registeredOn the day of registration
 * @param account the own account, null for a child
 * @param guardian account of the guardian, null for an adult
 * @param first the first shift of the team at which the person can serve, by its place in time
 * @param times how often the person serves
 */
record Person(
        int number,
        String name,
        LocalDate born,
        LocalDate registeredOn,
        Instant registeredAt,
        long id,
        @Nullable Long account,
        @Nullable Long guardian,
        int first,
        int times) {

    /** The account that acts for the person. */
    long acting() {
        Long acts = account == null ? guardian : account;
        if (acts == null) {
            throw new IllegalStateException("nobody acts for person " + number);
        }
        return acts;
    }
}
