package org.yiwang.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The texts that can be corrected after publication. What people relied on when they signed up cannot: period,
 * numbers, coordinates, conditions.
 *
 * @param description what is done
 * @param address where to meet, in words
 * @param contact whom to ask
 * @param protections what volunteers get: codes of the table {@code protection}
 */
public record Correction(String description, String address, Contact contact, Set<String> protections) {

    /** The texts as they stand. */
    public static Correction of(ActivityDraft draft) {
        return new Correction(draft.description(), draft.place().address(), draft.contact(), draft.protections());
    }

    /** Names of what differs: {@code description}, {@code address}, {@code contact}, {@code protections}. */
    List<String> differsFrom(Correction before) {
        List<String> parts = new ArrayList<>();
        if (!description.equals(before.description)) {
            parts.add("description");
        }
        if (!address.equals(before.address)) {
            parts.add("address");
        }
        if (!contact.equals(before.contact)) {
            parts.add("contact");
        }
        if (!protections.equals(before.protections)) {
            parts.add("protections");
        }
        return parts;
    }
}
