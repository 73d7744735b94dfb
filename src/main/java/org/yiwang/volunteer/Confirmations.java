package org.yiwang.volunteer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.platform.Vault;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.Questions.Answer;
import org.yiwang.volunteer.Questions.Question;
import org.yiwang.volunteer.VolunteerView.State;

/**
 * Answers to "did you want this registration?": by the person whom a desk registered, or by a minor's guardian. Needs no
 * account. Nobody stays registered against his will (Shandong art. 11): no answer in time makes a registration void.
 */
@Component
public class Confirmations {

    /** What a code for this page proves; a code for it proves nothing else. */
    static final String PURPOSE = "confirm";

    private final VolunteerStore store;
    private final Questions questions;
    private final States states;
    private final CaseStore cases;
    private final Agreements agreements;
    private final Tickets tickets;
    private final Accounts accounts;
    private final Offices offices;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Regions regions;
    private final Residences residences;
    private final Adulthood adulthood;
    private final Vault vault;
    private final Clock clock;

    Confirmations(
            VolunteerStore store,
            Questions questions,
            States states,
            CaseStore cases,
            Agreements agreements,
            Tickets tickets,
            Accounts accounts,
            Offices offices,
            Notifications notifications,
            AuditTrail audit,
            Regions regions,
            Residences residences,
            Adulthood adulthood,
            Vault vault,
            Clock clock) {
        this.store = store;
        this.questions = questions;
        this.states = states;
        this.cases = cases;
        this.agreements = agreements;
        this.tickets = tickets;
        this.accounts = accounts;
        this.offices = offices;
        this.notifications = notifications;
        this.audit = audit;
        this.regions = regions;
        this.residences = residences;
        this.adulthood = adulthood;
        this.vault = vault;
        this.clock = clock;
    }

    /** Sends a code to a number, by which its owner may see what was registered with it. */
    public void sendCode(String mobile, String clientAddress) {
        accounts.sendCode(Mobile.read(mobile, "mobile"), PURPOSE, clientAddress);
    }

    /** Uses the code up; returns a ticket for {@link #listFor} and {@link Proof.Code}, good for half an hour. */
    @Transactional
    public String prove(String mobile, String code) {
        String number = Mobile.read(mobile, "mobile");
        accounts.checkCode(number, PURPOSE, code);
        return tickets.issue(PURPOSE, number);
    }

    /** What waits for an answer from the owner of the proved number, newest first. */
    @Transactional(readOnly = true)
    public List<PendingView> listFor(String ticket) {
        List<PendingView> found = new ArrayList<>();
        for (Question question : questions.openFor(tickets.mobile(PURPOSE, ticket))) {
            store.find(question.volunteerId())
                    .filter(v -> v.state() == State.UNCONFIRMED)
                    .ifPresent(v -> found.add(view(question, v)));
        }
        return found;
    }

    /**
     * What is asked. Refuses with {@code volunteer.confirm-unknown}, {@code volunteer.confirm-expired} or
     * {@code volunteer.confirm-answered}.
     */
    @Transactional(readOnly = true)
    public PendingView get(Proof proof) {
        Question question = open(proof);
        return view(question, store.find(question.volunteerId()).orElseThrow());
    }

    /**
     * Yes, that is wanted. Opens the account of whoever answers for the registration, if the number has none yet. Refuses
     * with {@code volunteer.guardian-not-adult} a minor who would confirm as guardian.
     *
     * @return the account of the person or guardian; 0 where a guardian only consented and has none
     */
    @Transactional
    public long confirm(Proof proof, Registrant.Consent consent) {
        consent.require();
        Question question = open(proof);
        VolunteerView view = unconfirmed(question);
        if (!questions.answer(question, Answer.CONFIRMED)) {
            throw new Refusal(VolunteerProblem.CONFIRM_ANSWERED);
        }
        long account = answering(question, view);
        State to = states.confirm(view, "confirmed." + reason(question), account);
        if (account != 0) {
            agreements.note(account, view);
        }
        if (to == State.UNDER_REVIEW) {
            cases.open(view.id(), CaseStore.Kind.DOCUMENT, residences.answering(view.residence()), "", null);
        }
        if (view.accountId() != null) {
            notifications.tell(
                    view.accountId(),
                    new Notice("notice.volunteer.confirmed", List.of(view.number()), "/me/card", false));
        }
        return account;
    }

    private long answering(Question question, VolunteerView view) {
        return switch (question.kind()) {
            case PERSON -> {
                long account = accountOf(question.mobile(), view.name());
                if (!store.claimAccount(account, view.id())) {
                    throw new Refusal(VolunteerProblem.MOBILE_OF_VOLUNTEER);
                }
                store.bind(view.id(), account, null);
                yield account;
            }
            case WARD -> {
                long guardian = accountOf(question.mobile(), Objects.requireNonNull(question.guardianName()));
                adulthood.require(guardian);
                store.bind(view.id(), null, guardian);
                yield guardian;
            }
            case CONSENT -> {
                // A guardian who has an account may act for the minor; one who has none need not open one.
                long guardian = accounts.findByMobile(question.mobile())
                        .map(AccountView::id)
                        .orElse(0L);
                adulthood.require(guardian);
                store.bind(view.id(), view.accountId(), guardian == 0 ? null : guardian);
                yield guardian;
            }
        };
    }

    private long accountOf(String mobile, String name) {
        return accounts.findByMobile(mobile).map(AccountView::id).orElseGet(() -> accounts.open(mobile, name, null));
    }

    /** No, that was not me: void at once, and the offices look into it. */
    @Transactional
    public void disown(Proof proof, String statement) {
        Question question = open(proof);
        VolunteerView view = unconfirmed(question);
        if (!questions.answer(question, Answer.DISOWNED)) {
            throw new Refusal(VolunteerProblem.CONFIRM_ANSWERED);
        }
        VolunteerStore.Details details = store.details(view.id());
        states.makeVoid(view, "disowned." + reason(question), statement, 0);
        cases.open(
                view.id(),
                CaseStore.Kind.DISOWNED,
                residences.answering(view.residence()),
                statement,
                question.mobile());
        audit.write(Actor.SYSTEM, "volunteer.disown", "volunteer:" + Ids.text(view.id()), reason(question));
        offices.tell(
                residences.answering(view.residence()),
                details.registeredBy(),
                new Notice(
                        "notice.volunteer.disowned",
                        List.of(view.maskedName(), view.number()),
                        "/gov/volunteers/queue",
                        true));
    }

    private VolunteerView unconfirmed(Question question) {
        VolunteerView view = store.lock(question.volunteerId()).orElseThrow();
        if (view.state() != State.UNCONFIRMED) {
            throw new Refusal(VolunteerProblem.CONFIRM_ANSWERED);
        }
        return view;
    }

    private Question open(Proof proof) {
        Question question = switch (proof) {
            case Proof.Link link -> questions.findByToken(link.token()).orElse(null);
            case Proof.Code code ->
                questions.openFor(tickets.mobile(PURPOSE, code.ticket())).stream()
                        .filter(q -> q.volunteerId() == code.volunteerId())
                        .findFirst()
                        .orElse(null);
        };
        return requireOpen(question);
    }

    private Question requireOpen(@Nullable Question question) {
        if (question == null) {
            throw new Refusal(VolunteerProblem.CONFIRM_UNKNOWN);
        }
        if (question.answer() == Answer.EXPIRED
                || question.answer() == null && !clock.instant().isBefore(question.expiresAt())) {
            throw new Refusal(VolunteerProblem.CONFIRM_EXPIRED);
        }
        if (question.answer() != null) {
            throw new Refusal(VolunteerProblem.CONFIRM_ANSWERED);
        }
        return question;
    }

    private PendingView view(Question question, VolunteerView view) {
        VolunteerStore.Details details = store.details(view.id());
        PendingView.Asked asked = switch (question.kind()) {
            case PERSON -> PendingView.Asked.PERSON;
            case WARD -> PendingView.Asked.GUARDIAN_OF_WARD;
            case CONSENT -> PendingView.Asked.GUARDIAN_OF_MINOR;
        };
        return new PendingView(
                view.id(),
                asked,
                view.maskedName(),
                view.number(),
                IdentityDocument.masked(vault.open(details.documentSealed())),
                regions.find(view.residence()).map(RegionView::fullName).orElse(""),
                accounts.get(details.registeredBy()).name(),
                details.registeredAt(),
                question.expiresAt());
    }

    private static String reason(Question question) {
        return question.kind().name().toLowerCase(java.util.Locale.ROOT);
    }
}
