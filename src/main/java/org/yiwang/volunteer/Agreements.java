package org.yiwang.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yiwang.account.Consents;
import org.yiwang.rules.Rules;

/**
 * Notes what was agreed to on registering, in the versions that hold: the privacy notice, rights and duties, the separate
 * consent to sensitive data, and for a child the rules for minors (PIPL art. 14, 17, 29, 31).
 */
@Component
class Agreements {

    private final Consents consents;
    private final Rules rules;
    private final Clock clock;

    Agreements(Consents consents, Rules rules, Clock clock) {
        this.consents = consents;
        this.rules = rules;
        this.clock = clock;
    }

    void note(long accountId, VolunteerView about) {
        consents.accept(accountId, Consents.PRIVACY);
        consents.accept(accountId, Consents.RIGHTS_AND_DUTIES);
        consents.accept(accountId, Consents.SENSITIVE_DATA);
        boolean child = !rules.current(AgePolicy.KEY, AgePolicy.class)
                .value()
                .mayHaveAccount(about.birthDate(), LocalDate.now(clock));
        if (child) {
            consents.accept(accountId, Consents.MINORS);
        }
    }
}
