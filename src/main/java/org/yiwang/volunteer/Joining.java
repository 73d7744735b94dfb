package org.yiwang.volunteer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.Actor;
import org.yiwang.platform.Vault;

/**
 * The two steps by which somebody without an account joins: prove a mobile number, then say who one is. Between the two
 * the proved number travels as a sealed ticket, so that nothing is stored for those who never finish.
 */
@Component
public class Joining {

    private static final String PURPOSE = "register";

    private final Accounts accounts;
    private final Registration registration;
    private final VolunteerStore store;
    private final Vault vault;
    private final Tickets tickets;

    Joining(Accounts accounts, Registration registration, VolunteerStore store, Vault vault, Tickets tickets) {
        this.accounts = accounts;
        this.registration = registration;
        this.store = store;
        this.vault = vault;
        this.tickets = tickets;
    }

    /** Sends a code to the number. */
    public void sendCode(String mobile, String clientAddress) {
        accounts.sendCode(Mobile.read(mobile, "mobile"), PURPOSE, clientAddress);
    }

    /** Uses the code up; returns the ticket for the second step, good for half an hour. */
    @Transactional
    public String prove(String mobile, String code) {
        String number = Mobile.read(mobile, "mobile");
        accounts.checkCode(number, PURPOSE, code);
        return tickets.issue(PURPOSE, number);
    }

    /** Whether the proved number has an account, whose owner should sign in. */
    public boolean hasAccount(String ticket) {
        return accounts.findByMobile(mobile(ticket)).isPresent();
    }

    /** 138****5678 for the pages of the second step; refuses with {@code volunteer.join-expired}. */
    public String maskedMobile(String ticket) {
        return Mobile.masked(mobile(ticket));
    }

    /** The second step: opens the account and registers its owner. */
    @Transactional
    public VolunteerView join(String ticket, @Nullable String password, Registrant who) {
        return registration.open(mobile(ticket), password, who);
    }

    /** The second step for somebody who is signed in. */
    @Transactional
    public VolunteerView join(Actor actor, Registrant who) {
        return registration.register(actor, who);
    }

    /** The registration that an earlier, identical submission of the second step has made, if it was that one. */
    @Transactional(readOnly = true)
    public Optional<VolunteerView> joined(String ticket, String documentType, String documentNumber) {
        byte[] claim = vault.digest(IdentityDocument.claim(documentType, documentNumber));
        return accounts.findByMobile(mobile(ticket))
                .flatMap(account -> store.findByAccount(account.id()))
                .filter(mine -> store.findByDocument(claim)
                        .filter(v -> v.id() == mine.id())
                        .isPresent());
    }

    String mobile(String ticket) {
        return tickets.mobile(PURPOSE, ticket);
    }
}
