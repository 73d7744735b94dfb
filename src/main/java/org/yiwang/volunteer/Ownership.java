package org.yiwang.volunteer;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
import org.yiwang.account.Suspensions;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.VolunteerView.State;

/** Gives a registration to the account of the person it belongs to, after that was proved or decided. */
@Component
class Ownership {

    private final VolunteerStore store;
    private final ClosedStore closed;
    private final States states;
    private final Accounts accounts;
    private final Suspensions suspensions;

    Ownership(VolunteerStore store, ClosedStore closed, States states, Accounts accounts, Suspensions suspensions) {
        this.store = store;
        this.closed = closed;
        this.states = states;
        this.accounts = accounts;
        this.suspensions = suspensions;
    }

    /**
     * To the owner of a proved number: the account moves to it, unless the number has an account or the registration has
     * none of its own.
     */
    long toMobile(Actor by, VolunteerView view, String mobile) {
        Optional<AccountView> owner = accounts.findByMobile(mobile);
        Long own = view.accountId();
        if (owner.isPresent()) {
            return toAccount(view, owner.get().id());
        }
        if (own != null && view.state() != State.RESTRICTED) {
            accounts.moveMobile(by, own, mobile, "volunteer.recover");
            return own;
        }
        return toAccount(view, accounts.open(mobile, view.name(), null));
    }

    /**
     * To an account; refuses with {@code volunteer.already-volunteer} if that has a registration, and with {@code
     * volunteer.account-suspended}: nobody leaves a stopped account behind.
     */
    long toAccount(VolunteerView view, long accountId) {
        if (view.accountId() != null && view.accountId() == accountId && view.state() != State.RESTRICTED) {
            return accountId;
        }
        if (view.accountId() != null && suspensions.find(view.accountId()).isPresent()) {
            throw new Refusal(VolunteerProblem.ACCOUNT_SUSPENDED);
        }
        store.freeAccount(view.id());
        if (!store.claimAccount(accountId, view.id())) {
            throw new Refusal(VolunteerProblem.ALREADY_VOLUNTEER);
        }
        store.bind(view.id(), accountId, view.guardianAccountId());
        if (view.state() == State.RESTRICTED) {
            closed.forget(view.id());
            states.confirm(view, "reopened", accountId);
        }
        return accountId;
    }
}
