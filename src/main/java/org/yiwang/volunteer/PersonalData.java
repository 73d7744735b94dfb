package org.yiwang.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.Accounts;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView.State;

/**
 * A person's rights over the own data (PIPL art. 44–48): see the document's number, take everything along, close the
 * account. Closing restricts and does not delete, for service records are kept for ten years (GB/T 40143); from then on
 * the data are stored and nothing else (art. 47).
 */
@Component
public class PersonalData {

    private static final String PURPOSE = "own-data";

    private final VolunteerStore store;
    private final ClosedStore closed;
    private final States states;
    private final Tickets tickets;
    private final Accounts accounts;
    private final List<PersonalExport> exports;
    private final AuditTrail audit;
    private final Rules rules;
    private final Vault vault;
    private final Clock clock;

    PersonalData(
            VolunteerStore store,
            ClosedStore closed,
            States states,
            Tickets tickets,
            Accounts accounts,
            List<PersonalExport> exports,
            AuditTrail audit,
            Rules rules,
            Vault vault,
            Clock clock) {
        this.store = store;
        this.closed = closed;
        this.states = states;
        this.tickets = tickets;
        this.accounts = accounts;
        this.exports = exports;
        this.audit = audit;
        this.rules = rules;
        this.vault = vault;
        this.clock = clock;
    }

    /** Sends a code to the owner's own number, before personal data are shown in full. */
    public void sendCode(Actor actor, String clientAddress) {
        accounts.sendCode(accounts.mobile(actor.accountId()), PURPOSE, clientAddress);
    }

    /** Uses the code up; returns a ticket that shows for half an hour that it is the owner. */
    @Transactional
    public String prove(Actor actor, String code) {
        String mobile = accounts.mobile(actor.accountId());
        accounts.checkCode(mobile, PURPOSE, code);
        return tickets.issue(PURPOSE + Ids.text(actor.accountId()), mobile);
    }

    /** 110***********1234. */
    public String maskedDocument(Actor actor, long volunteerId) {
        return IdentityDocument.masked(document(own(actor, volunteerId)));
    }

    /**
     * The last four characters of the document, by which a reader of a certificate tells people of one name apart. The
     * caller has made sure that the paper is handed to the owner.
     */
    public String documentTail(long volunteerId) {
        String number = vault.open(store.details(volunteerId).documentSealed());
        return number.substring(Math.max(0, number.length() - 4));
    }

    /** What stands with the registration only, masked. */
    public BasicFacts basic(Actor actor, long volunteerId) {
        VolunteerView view = own(actor, volunteerId);
        VolunteerStore.Details details = store.details(volunteerId);
        return new BasicFacts(
                details.sex(),
                details.documentType(),
                IdentityDocument.masked(document(view)),
                Mobile.masked(accounts.mobile(view.contactAccountId())));
    }

    /** The number of the document in full; refuses with {@code volunteer.join-expired} without a fresh proof. */
    @Transactional
    public String document(Actor actor, long volunteerId, String ticket) {
        VolunteerView view = own(actor, volunteerId);
        requireProof(actor, ticket);
        audit.write(actor, "volunteer.own-document", "volunteer:" + Ids.text(volunteerId), null);
        return document(view);
    }

    /** Everything kept about the person or the ward, by section. Needs a fresh proof. */
    @Transactional
    public Map<String, Object> export(Actor actor, long volunteerId, String ticket) {
        own(actor, volunteerId);
        requireProof(actor, ticket);
        audit.write(actor, "volunteer.export", "volunteer:" + Ids.text(volunteerId), null);
        return everything(volunteerId);
    }

    /**
     * Closes the person's registration and account: sessions and roles end, the registration is restricted. Refuses with
     * {@code volunteer.has-wards} while there are wards with nobody else. Needs a fresh proof.
     */
    @Transactional
    public void close(Actor actor, String ticket) {
        requireProof(actor, ticket);
        VolunteerView view = store.findByAccount(actor.accountId())
                .flatMap(v -> store.lock(v.id()))
                .orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
        if (view.state() == State.RESTRICTED || view.state() == State.VOID) {
            throw new Refusal(VolunteerProblem.ALREADY_CLOSED);
        }
        LocalDate bornAfter = LocalDate.now(clock)
                .minusYears(
                        rules.current(AgePolicy.KEY, AgePolicy.class).value().adultFrom());
        boolean hasWards = store.wards(actor.accountId(), bornAfter).stream()
                .anyMatch(w -> w.accountId() == null && w.state() != State.RESTRICTED);
        if (hasWards) {
            throw new Refusal(VolunteerProblem.HAS_WARDS);
        }
        closed.note(view.id(), accounts.mobile(actor.accountId()));
        states.restrict(view, actor.accountId());
        audit.write(actor, "volunteer.close", "volunteer:" + Ids.text(view.id()), null);
        accounts.close(actor, actor.accountId(), "volunteer.close");
    }

    /** Registrations that the owner of the number proved by {@link Confirmations#prove} has closed. */
    @Transactional(readOnly = true)
    public List<VolunteerView> closedBy(String ticket) {
        return closed.closedWith(tickets.mobile(Confirmations.PURPOSE, ticket)).stream()
                .flatMap(id -> store.find(id).stream())
                .filter(v -> v.state() == State.RESTRICTED)
                .toList();
    }

    /** Everything kept about somebody who has closed the account, for the owner of the number used then. */
    @Transactional
    public Map<String, Object> exportClosed(String ticket, long volunteerId) {
        if (closedBy(ticket).stream().noneMatch(v -> v.id() == volunteerId)) {
            throw new Refusal(VolunteerProblem.NOT_YOURS);
        }
        audit.write(Actor.SYSTEM, "volunteer.export", "volunteer:" + Ids.text(volunteerId), "closed");
        return everything(volunteerId);
    }

    private Map<String, Object> everything(long volunteerId) {
        Map<String, Object> sections = new LinkedHashMap<>();
        for (PersonalExport part : exports) {
            sections.put(part.section(), part.export(volunteerId));
        }
        return sections;
    }

    private VolunteerView own(Actor actor, long volunteerId) {
        VolunteerView view = store.find(volunteerId).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
        boolean own = view.accountId() != null && view.accountId() == actor.accountId();
        boolean ward = view.guardianAccountId() != null
                && view.guardianAccountId() == actor.accountId()
                && rules.current(AgePolicy.KEY, AgePolicy.class)
                        .value()
                        .isMinor(view.birthDate(), LocalDate.now(clock));
        if (!own && !ward) {
            throw new Refusal(VolunteerProblem.NOT_YOURS);
        }
        return view;
    }

    private void requireProof(Actor actor, String ticket) {
        tickets.mobile(PURPOSE + Ids.text(actor.accountId()), ticket);
    }

    private String document(VolunteerView view) {
        return vault.open(store.details(view.id()).documentSealed());
    }
}
