package org.yiwang.volunteer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.organization.People;

/** Tells organizations who a person is: only registrations that count. */
@Component
class RegisteredPeople implements People {

    private final VolunteerStore store;
    private final Rests rests;

    RegisteredPeople(VolunteerStore store, Rests rests) {
        this.store = store;
        this.rests = rests;
    }

    @Override
    public Optional<Person> find(long accountId) {
        return store.findByAccount(accountId)
                .filter(v -> v.state() == VolunteerView.State.VALID)
                .map(v -> new Person(v.name(), v.number(), v.birthDate()));
    }

    @Override
    public Optional<Long> accountOf(String number) {
        return store.findByNumber(number)
                .filter(v -> v.state() == VolunteerView.State.VALID)
                .map(VolunteerView::accountId);
    }

    @Override
    public Map<Long, Person> findAll(Collection<Long> accountIds) {
        Map<Long, Person> people = new HashMap<>();
        for (VolunteerView v : store.findByAccounts(accountIds)) {
            Long account = v.accountId();
            if (account != null && v.state() == VolunteerView.State.VALID) {
                people.put(account, new Person(v.name(), v.number(), v.birthDate()));
            }
        }
        return people;
    }

    @Override
    public boolean isResting(long accountId) {
        return store.findByAccount(accountId)
                .filter(v -> rests.find(v.id()).isPresent())
                .isPresent();
    }
}
