package org.yiwang.volunteer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.notification.Sms;
import org.yiwang.volunteer.VolunteerView.State;

/**
 * Who has a registration that somebody else asks for: told of it by every way there is, whatever the settings, and never
 * passed over by a member of staff who asks for it.
 */
@Component
class PresentOwner {

    private final VolunteerStore store;
    private final ClosedStore closed;
    private final Accounts accounts;
    private final Notifications notifications;
    private final Sms sms;

    PresentOwner(VolunteerStore store, ClosedStore closed, Accounts accounts, Notifications notifications, Sms sms) {
        this.store = store;
        this.closed = closed;
        this.accounts = accounts;
        this.notifications = notifications;
        this.sms = sms;
    }

    /** The number at which the owner is reached; that of a closed registration is the one it had. */
    Optional<String> mobile(VolunteerView view) {
        if (view.state() == State.RESTRICTED) {
            return closed.mobileOf(view.id());
        }
        return Optional.ofNullable(account(view)).map(accounts::mobile);
    }

    /** Whether somebody can object: the registration is not closed, and an account has it. */
    boolean canObject(VolunteerView view) {
        return view.state() != State.RESTRICTED && account(view) != null;
    }

    /** Tells the owner, in the inbox and by text message. */
    void tell(VolunteerView view, String what) {
        List<String> args = List.of(view.maskedName());
        mobile(view).ifPresent(mobile -> sms.send(mobile, "sms.volunteer." + what, args));
        Long account = account(view);
        if (account != null && view.state() != State.RESTRICTED) {
            notifications.tell(account, new Notice("notice.volunteer." + what, args, "/me/card", false));
        }
    }

    /**
     * Refuses with {@code volunteer.own-case} staff who are, or care for, the person of the case, and staff who opened the
     * case themselves.
     */
    void requireNotOwn(Actor staff, CaseStore.Case it) {
        long self = staff.accountId();
        boolean concerned =
                store.find(it.volunteerId()).filter(v -> v.concerns(self)).isPresent();
        boolean asked = it.appellant() != null && it.appellant() == self
                || it.mobile() != null
                        && accounts.findByMobile(it.mobile())
                                .map(AccountView::id)
                                .filter(id -> id == self)
                                .isPresent();
        if (concerned || asked) {
            throw new Refusal(VolunteerProblem.OWN_CASE);
        }
    }

    private static @Nullable Long account(VolunteerView view) {
        return view.accountId() != null ? view.accountId() : view.guardianAccountId();
    }
}
