package org.yiwang.account;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;

/** Who is what, where. Giving and taking away are audited and hold from the person's next request on. */
@Component
public class Grants {

    Grants() {}

    /** Gives a role at a scope; giving it twice changes nothing. The caller has checked that the actor may. */
    public void give(Actor by, long accountId, Role role, Scope scope, String why) {
        throw new IllegalStateException("being built");
    }

    /** Takes a role at a scope away; harmless if it was not held. */
    public void takeAway(Actor by, long accountId, Role role, Scope scope, String why) {
        throw new IllegalStateException("being built");
    }

    /** The roles a person holds now. */
    public List<Grant> of(long accountId) {
        throw new IllegalStateException("being built");
    }

    /** Accounts that hold the role at exactly that scope. */
    public List<Long> holders(Role role, Scope scope) {
        throw new IllegalStateException("being built");
    }
}
