package org.yiwang.trust;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiwang.record.RecordKey;

/**
 * What is known about the records of one activity from elsewhere.
 *
 * @param devices for how many people the device of each person acted, by person
 * @param known records of people whom the organization had seen before
 * @param voices what those who were served said
 * @param outcomes what people said who were called about a record of the activity
 * @param history what people said who were called about any record of the organization
 * @param sanctioned days on which sanctions were in force against the organization or the people
 */
record Known(
        Map<Long, Integer> devices,
        Set<RecordKey> known,
        Voices voices,
        Map<RecordKey, Outcome> outcomes,
        List<Checked> history,
        Sanctioned sanctioned) {

    static final Known NOTHING = new Known(Map.of(), Set.of(), Voices.NONE, Map.of(), List.of(), Sanctioned.NONE);

    /**
     * How many of those served said what.
     *
     * @param yes they came
     * @param no they did not
     */
    record Voices(int yes, int no) {
        static final Voices NONE = new Voices(0, 0);
    }

    /**
     * Somebody called about a record.
     *
     * @param day of the service
     * @param confirmed whether the record was right
     */
    record Checked(LocalDate day, boolean confirmed) {}

    /**
     * Sanctions that were imposed and not lifted.
     *
     * @param organizer against the organization or one above it
     * @param people against people, by volunteer
     */
    record Sanctioned(List<Days> organizer, Map<Long, List<Days>> people) {
        static final Sanctioned NONE = new Sanctioned(List.of(), Map.of());

        List<Days> person(long volunteerId) {
            return people.getOrDefault(volunteerId, List.of());
        }
    }

    /**
     * Days.
     *
     * @param from the first one
     * @param before the first one after them
     */
    record Days(LocalDate from, LocalDate before) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(before);
        }
    }
}
