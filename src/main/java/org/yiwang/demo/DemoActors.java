package org.yiwang.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.Actor;
import org.yiwang.volunteer.VolunteerView;

/** Who does what in the demo city, each with the rights that they have at that moment. */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoActors {

    private final Accounts accounts;

    DemoActors(Accounts accounts) {
        this.accounts = accounts;
    }

    /** One of those whom one can sign in as. */
    Actor of(Cast one) {
        return accounts.actor(accounts.findByMobile(one.mobile()).orElseThrow().id());
    }

    /** A volunteer, or for a ward the guardian. */
    Actor of(VolunteerView volunteer) {
        return accounts.actor(volunteer.contactAccountId());
    }
}
