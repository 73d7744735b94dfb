package org.yiwang.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;

/**
 * Nobody guards who is a minor: an account whose owner is registered belongs to an adult by document before it may answer
 * for a child. Whoever has an account that no document belongs to answers by the number alone (issue: "guardian's
 * confirmation by SMS").
 */
@Component
class Adulthood {

    private final VolunteerStore store;
    private final Accounts accounts;
    private final Rules rules;
    private final Clock clock;

    Adulthood(VolunteerStore store, Accounts accounts, Rules rules, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
    }

    /** Refuses with {@code volunteer.guardian-not-adult} the account of a minor. */
    void require(long accountId) {
        if (isMinor(accountId)) {
            throw new Refusal(VolunteerProblem.GUARDIAN_NOT_ADULT);
        }
    }

    /** The same for the owner of a number, who need not have an account. */
    void requireNumber(String mobile, String field) {
        if (accounts.findByMobile(mobile).filter(a -> isMinor(a.id())).isPresent()) {
            throw new Refusal(VolunteerProblem.GUARDIAN_NOT_ADULT).at(field);
        }
    }

    private boolean isMinor(long accountId) {
        AgePolicy policy = rules.current(AgePolicy.KEY, AgePolicy.class).value();
        return store.findByAccount(accountId)
                .filter(v -> policy.isMinor(v.birthDate(), LocalDate.now(clock)))
                .isPresent();
    }
}
