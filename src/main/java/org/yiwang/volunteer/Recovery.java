package org.yiwang.volunteer;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
import org.yiwang.account.AuditTrail;
import org.yiwang.account.Suspensions;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;
import org.yiwang.volunteer.VolunteerView.State;

/**
 * "Already registered": getting back to a registration whose document one holds (domain C11). Either a code to the
 * number registered then, or an appeal that staff decide within two working days.
 */
@Component
public class Recovery {

    private static final String PURPOSE = "recover";

    private final VolunteerStore store;
    private final PresentOwner owner;
    private final Ownership ownership;
    private final Joining joining;
    private final Accounts accounts;
    private final CaseStore cases;
    private final Residences residences;
    private final Suspensions suspensions;
    private final RecoveryLimits limits;
    private final AuditTrail audit;
    private final Vault vault;
    private final TransactionTemplate transaction;

    Recovery(
            VolunteerStore store,
            PresentOwner owner,
            Ownership ownership,
            Joining joining,
            Accounts accounts,
            CaseStore cases,
            Residences residences,
            Suspensions suspensions,
            RecoveryLimits limits,
            AuditTrail audit,
            Vault vault,
            TransactionTemplate transaction) {
        this.store = store;
        this.owner = owner;
        this.ownership = ownership;
        this.joining = joining;
        this.accounts = accounts;
        this.cases = cases;
        this.residences = residences;
        this.suspensions = suspensions;
        this.limits = limits;
        this.audit = audit;
        this.vault = vault;
        this.transaction = transaction;
    }

    /**
     * What is known to somebody with the document: the masked number, and whether the registration was closed. Refuses with
     * {@code volunteer.recover-too-often} who tries documents out.
     */
    public Found find(Claimant who, String documentType, String documentNumber, String clientAddress) {
        check(who);
        limits.look(IdentityDocument.claim(documentType, documentNumber), clientAddress);
        VolunteerView view = taken(documentType, documentNumber);
        return new Found(owner.mobile(view).map(Mobile::masked).orElse(null), view.state() == State.RESTRICTED);
    }

    /** Sends a code to the number registered with the document. */
    public void sendCode(Claimant who, String documentType, String documentNumber, String clientAddress) {
        check(who);
        limits.message(IdentityDocument.claim(documentType, documentNumber), clientAddress);
        accounts.sendCode(mobile(taken(documentType, documentNumber)), PURPOSE, clientAddress);
    }

    /**
     * Gives the registration to the claimant, who received the code: it goes to the number proved on the way here, or to
     * the account signed in. A closed registration is open again.
     *
     * @return the account that owns the registration now
     */
    public long recover(Claimant who, String documentType, String documentNumber, String code) {
        check(who);
        VolunteerView found = taken(documentType, documentNumber);
        requireNotSuspended(found);
        String mobile = mobile(found);
        // The try is counted before this transaction holds a connection; what was read before is read again after.
        return Objects.requireNonNull(transaction.execute(_ -> {
            accounts.checkCode(mobile, PURPOSE, code);
            VolunteerView view = taken(documentType, documentNumber);
            requireNotSuspended(view);
            return take(who, view);
        }));
    }

    private long take(Claimant who, VolunteerView view) {
        long account = switch (who) {
            case Claimant.ByMobile by -> ownership.toMobile(Actor.SYSTEM, view, joining.mobile(by.ticket()));
            case Claimant.ByAccount by -> ownership.toAccount(view, by.actor().accountId());
        };
        audit.write(Actor.SYSTEM, "volunteer.recover", "volunteer:" + Ids.text(view.id()), "code");
        return account;
    }

    /**
     * Asks staff to look into it; the present owner is told. Refuses with {@code volunteer.appeal-open} while an appeal
     * waits, and with {@code volunteer.recover-too-often} who tries documents out.
     */
    public void appeal(
            Claimant who, String documentType, String documentNumber, String statement, String clientAddress) {
        check(who);
        limits.look(IdentityDocument.claim(documentType, documentNumber), clientAddress);
        transaction.executeWithoutResult(status -> appeal(who, taken(documentType, documentNumber), statement));
    }

    private void appeal(Claimant who, VolunteerView view, String statement) {
        String contact = switch (who) {
            case Claimant.ByMobile by -> joining.mobile(by.ticket());
            case Claimant.ByAccount by -> accounts.mobile(by.actor().accountId());
        };
        Long appellant = switch (who) {
            case Claimant.ByMobile _ ->
                accounts.findByMobile(contact).map(AccountView::id).orElse(null);
            case Claimant.ByAccount by -> by.actor().accountId();
        };
        if (statement.isBlank()) {
            throw new Refusal(VolunteerProblem.REASON_NEEDED).at("statement");
        }
        if (!cases.open(
                view.id(),
                CaseStore.Kind.APPEAL,
                residences.answering(view.residence()),
                statement.strip(),
                contact,
                appellant)) {
            throw new Refusal(VolunteerProblem.APPEAL_OPEN);
        }
        owner.tell(view, "appeal-opened");
    }

    /** A stolen phone must not take the registration along, nor somebody who was stopped. */
    private void requireNotSuspended(VolunteerView view) {
        boolean suspended = Stream.of(
                        Optional.ofNullable(view.accountId()), Optional.ofNullable(view.guardianAccountId()))
                .flatMap(Optional::stream)
                .anyMatch(account -> suspensions.find(account).isPresent());
        if (suspended) {
            throw new Refusal(VolunteerProblem.ACCOUNT_SUSPENDED);
        }
    }

    private void check(Claimant who) {
        if (who instanceof Claimant.ByMobile by) {
            joining.mobile(by.ticket());
        }
    }

    private VolunteerView taken(String type, String number) {
        return store.findByDocument(vault.digest(IdentityDocument.claim(type, number)))
                .orElseThrow(() -> new Refusal(VolunteerProblem.NOTHING_TO_RECOVER));
    }

    private String mobile(VolunteerView view) {
        return owner.mobile(view).orElseThrow(() -> new Refusal(VolunteerProblem.NOTHING_TO_RECOVER));
    }

    /**
     * What somebody with the document may know.
     *
     * @param maskedMobile number registered then, 138****5678; null if none is known
     * @param closed whether the person closed the registration
     */
    public record Found(@Nullable String maskedMobile, boolean closed) {}
}
