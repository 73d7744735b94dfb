package org.yiwang.volunteer;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.organization.People;

/** Tells organizations who a person is: only registrations that count. */
@Component
class RegisteredPeople implements People {

    private final VolunteerStore store;

    RegisteredPeople(VolunteerStore store) {
        this.store = store;
    }

    @Override
    public Optional<Person> find(long accountId) {
        return store.findByAccount(accountId)
                .filter(v -> v.state() == VolunteerView.State.VALID)
                .map(v -> new Person(v.name(), v.number(), v.birthDate()));
    }
}
