package org.yiwang.entry.web;

import java.util.Map;
import org.yiwang.account.AccountView;
import org.yiwang.volunteer.VolunteerView;

/**
 * Names of those who stand on sheets and of those who acted on them.
 *
 * @param people by volunteer
 * @param accounts by account
 */
public record EntryNames(Map<Long, VolunteerView> people, Map<Long, AccountView> accounts) {

    /** Name of the volunteer, empty if there is none. */
    public String person(long volunteerId) {
        VolunteerView person = people.get(volunteerId);
        return person == null ? "" : person.name();
    }

    /** Name of whoever acted, empty for the program. */
    public String actor(long accountId) {
        AccountView account = accounts.get(accountId);
        return account == null ? "" : account.name();
    }

    /** The volunteer's number, empty if there is none. */
    public String number(long volunteerId) {
        VolunteerView person = people.get(volunteerId);
        return person == null ? "" : person.number();
    }
}
