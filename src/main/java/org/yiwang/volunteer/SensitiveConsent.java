package org.yiwang.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.account.ConsentUse;
import org.yiwang.account.ConsentWithdrawn;
import org.yiwang.account.Consents;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView.State;

/**
 * What follows from withdrawing a consent (PIPL art. 15, 31, 47), in the transaction that withdraws it. Without consent to
 * sensitive data there is no document, and without it nobody is a volunteer: the registration rests, stored and not used,
 * as do those of children whose guardian consented; coming places are given up. Without consent to a photo it is deleted.
 * Consenting again brings a registration back.
 */
@Component
public class SensitiveConsent implements ConsentUse {

    private static final Set<State> LIVE = Set.of(State.VALID, State.UNDER_REVIEW, State.UNCONFIRMED);

    private final VolunteerStore store;
    private final PictureStore pictures;
    private final States states;
    private final CaseStore cases;
    private final Residences residences;
    private final Agreements agreements;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Rules rules;
    private final Clock clock;

    SensitiveConsent(
            VolunteerStore store,
            PictureStore pictures,
            States states,
            CaseStore cases,
            Residences residences,
            Agreements agreements,
            Notifications notifications,
            AuditTrail audit,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.pictures = pictures;
        this.states = states;
        this.cases = cases;
        this.residences = residences;
        this.agreements = agreements;
        this.notifications = notifications;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> affected(long accountId, String document) {
        return resting(accountId, document).stream().map(VolunteerView::name).toList();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ConsentWithdrawn withdrawn) {
        if (withdrawn.document().equals(Consents.PORTRAIT)) {
            pictures.deletePortraitsBy(withdrawn.accountId());
        }
        for (VolunteerView each : resting(withdrawn.accountId(), withdrawn.document())) {
            VolunteerView view = store.lock(each.id()).orElseThrow();
            if (view.state() == State.UNCONFIRMED) {
                // Nobody has confirmed it yet, and nobody will be asked any more.
                states.makeVoid(view, "consent-withdrawn", null, withdrawn.accountId());
            } else if (LIVE.contains(view.state())) {
                states.suspend(view, withdrawn.accountId());
            }
            notifications.tell(
                    withdrawn.accountId(),
                    new Notice("notice.volunteer.suspended", List.of(view.name(), view.number()), "/me/card", false));
        }
    }

    /** The account's own registration and those it consented for, as far as they rest on this consent. */
    private List<VolunteerView> resting(long accountId, String document) {
        List<VolunteerView> all = new ArrayList<>();
        if (document.equals(Consents.SENSITIVE_DATA)) {
            store.findByAccount(accountId).ifPresent(all::add);
        }
        if (document.equals(Consents.SENSITIVE_DATA) || document.equals(Consents.MINORS)) {
            AgePolicy policy = policy();
            LocalDate today = today();
            store.wards(accountId, today.minusYears(policy.adultFrom())).stream()
                    .filter(w -> w.accountId() == null)
                    .filter(w ->
                            document.equals(Consents.SENSITIVE_DATA) || !policy.mayHaveAccount(w.birthDate(), today))
                    .forEach(all::add);
        }
        return all.stream().filter(v -> LIVE.contains(v.state())).toList();
    }

    /**
     * Consents again, for the person or the ward: the registration is what it was before. Refuses with
     * {@code volunteer.consent-sensitive} without the tick.
     */
    @Transactional
    public void give(Actor actor, long volunteerId, boolean agreed) {
        VolunteerView view = store.lock(volunteerId).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
        boolean ward = view.accountId() == null
                && view.guardianAccountId() != null
                && view.guardianAccountId() == actor.accountId()
                && policy().isMinor(view.birthDate(), today());
        if (!ward && (view.accountId() == null || view.accountId() != actor.accountId())) {
            throw new Refusal(VolunteerProblem.NOT_YOURS);
        }
        if (!agreed) {
            throw new Refusal(VolunteerProblem.CONSENT_SENSITIVE).at("sensitive");
        }
        agreements.note(actor.accountId(), view);
        if (view.state() == State.SUSPENDED) {
            audit.write(actor, "volunteer.consent-given", "volunteer:" + Ids.text(volunteerId), null);
            if (states.confirm(view, "consent-given", actor.accountId()) == State.UNDER_REVIEW) {
                cases.open(volunteerId, CaseStore.Kind.DOCUMENT, residences.answering(view.residence()), "", null);
            }
        }
    }

    private AgePolicy policy() {
        return rules.current(AgePolicy.KEY, AgePolicy.class).value();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
