package org.yiwang.volunteer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.Accounts;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.platform.Vault;
import org.yiwang.rules.Codes;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerStore.Source;
import org.yiwang.volunteer.VolunteerView.State;

/**
 * Registering volunteers: oneself, a ward, or somebody who stands at the desk. Machine check first; a person looks only
 * at documents whose number proves nothing. One person for each document: the database refuses a second.
 */
@Component
public class Registration {

    private final VolunteerStore store;
    private final ChangeStore changes;
    private final Accounts accounts;
    private final Agreements agreements;
    private final Questions questions;
    private final CaseStore cases;
    private final States states;
    private final Residences residences;
    private final Adulthood adulthood;
    private final Codes codes;
    private final Rules rules;
    private final Vault vault;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registration(
            VolunteerStore store,
            ChangeStore changes,
            Accounts accounts,
            Agreements agreements,
            Questions questions,
            CaseStore cases,
            States states,
            Residences residences,
            Adulthood adulthood,
            Codes codes,
            Rules rules,
            Vault vault,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.changes = changes;
        this.accounts = accounts;
        this.agreements = agreements;
        this.questions = questions;
        this.cases = cases;
        this.states = states;
        this.residences = residences;
        this.adulthood = adulthood;
        this.codes = codes;
        this.rules = rules;
        this.vault = vault;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens an account and registers its owner. The caller has proved the mobile number with
     * {@code Accounts.checkCode(mobile, "register", …)}.
     *
     * @param password null for one who signs in by code only
     */
    @Transactional
    public VolunteerView open(String mobile, @Nullable String password, Registrant who) {
        who.consent().require();
        IdentityDocument document = document(who);
        policy().requireSelf(document.birthDate(), today());
        requireFree(document);
        long account = accounts.open(Mobile.read(mobile, "mobile"), PersonName.read(who.name(), "name"), password);
        return register(account, mobile, who, document);
    }

    /** Registers the owner of an account; refuses with {@code volunteer.already-volunteer} who is registered. */
    @Transactional
    public VolunteerView register(Actor actor, Registrant who) {
        who.consent().require();
        if (store.findByAccount(actor.accountId()).isPresent()) {
            throw new Refusal(VolunteerProblem.ALREADY_VOLUNTEER);
        }
        IdentityDocument document = document(who);
        policy().requireSelf(document.birthDate(), today());
        return register(actor.accountId(), accounts.mobile(actor.accountId()), who, document);
    }

    private VolunteerView register(long account, String mobile, Registrant who, IdentityDocument document) {
        boolean minor = policy().isMinor(document.birthDate(), today());
        Registrant.Guardian guardian = minor ? guardianOf(who, mobile) : null;
        State state = minor ? State.UNCONFIRMED : settled(document);
        Instant confirmBy = minor ? now().plus(Duration.ofHours(policy().guardianConfirmHours())) : null;
        VolunteerView view = enrol(who, document, new Enrolment(state, account, null, Source.SELF, account, confirmBy));
        if (!store.claimAccount(account, view.id())) {
            throw new Refusal(VolunteerProblem.ALREADY_VOLUNTEER);
        }
        agreements.note(account, view);
        if (guardian != null && confirmBy != null) {
            questions.ask(
                    view,
                    Questions.Kind.CONSENT,
                    PersonName.read(guardian.name(), "guardianName"),
                    guardian.mobile(),
                    confirmBy);
        }
        return view;
    }

    private static Registrant.Guardian guardianOf(Registrant who, String ownMobile) {
        Registrant.Guardian guardian = who.guardian();
        if (guardian == null || guardian.mobile().isBlank()) {
            throw new Refusal(VolunteerProblem.GUARDIAN_NEEDED).at("guardianMobile");
        }
        String mobile = Mobile.read(guardian.mobile(), "guardianMobile");
        if (mobile.equals(ownMobile)) {
            throw new Refusal(VolunteerProblem.GUARDIAN_SAME_NUMBER).at("guardianMobile");
        }
        return new Registrant.Guardian(PersonName.read(guardian.name(), "guardianName"), mobile);
    }

    /**
     * Registers a minor by the guardian's account. The ward has no account; the guardian acts, until the ward is of age.
     * Refuses adults ({@code volunteer.not-a-minor}) and those below the age policy's minimum.
     */
    @Transactional
    public VolunteerView registerWard(Actor guardian, Registrant who) {
        who.consent().require();
        adulthood.require(guardian.accountId());
        IdentityDocument document = document(who);
        policy().requireWard(document.birthDate(), today());
        long by = guardian.accountId();
        VolunteerView view =
                enrol(who, document, new Enrolment(settled(document), null, by, Source.GUARDIAN, by, null));
        agreements.note(by, view);
        return view;
    }

    /**
     * Registers somebody who stands at the desk. Nobody is registered against his will (Shandong art. 11): the
     * registration is void unless the person, or for a minor the guardian, confirms within the hours of the age policy
     * through the link in the text message.
     *
     * @param mobile the person's own number; for a minor the guardian's
     */
    @Transactional
    public VolunteerView registerFor(Actor staff, String mobile, Registrant who) {
        staff.require(Permission.VOLUNTEER_REGISTER, residences.answering(who.residence()));
        IdentityDocument document = document(who);
        policy().requireOldEnough(document.birthDate(), today());
        boolean minor = policy().isMinor(document.birthDate(), today());
        String number = Mobile.read(mobile, "mobile");
        if (!minor && ownedByVolunteer(number)) {
            throw new Refusal(VolunteerProblem.MOBILE_OF_VOLUNTEER).at("mobile");
        }
        if (minor && who.guardian() == null) {
            throw new Refusal(VolunteerProblem.GUARDIAN_NEEDED).at("guardianName");
        }
        if (minor) {
            adulthood.requireNumber(number, "mobile");
        }
        String guardianName =
                minor && who.guardian() != null ? PersonName.read(who.guardian().name(), "guardianName") : null;
        Instant confirmBy = now().plus(Duration.ofHours(policy().proxyConfirmHours()));
        long by = staff.accountId();
        VolunteerView view =
                enrol(who, document, new Enrolment(State.UNCONFIRMED, null, null, Source.DESK, by, confirmBy));
        questions.ask(view, minor ? Questions.Kind.WARD : Questions.Kind.PERSON, guardianName, number, confirmBy);
        audit.write(staff, "volunteer.register-for", "volunteer:" + Ids.text(view.id()), null);
        return view;
    }

    /** Hours in which somebody registered by others must confirm. */
    public int confirmHours() {
        return policy().proxyConfirmHours();
    }

    private boolean ownedByVolunteer(String mobile) {
        return accounts.findByMobile(mobile)
                .flatMap(a -> store.findByAccount(a.id()))
                .isPresent();
    }

    /** Sends the question to a minor's guardian again, to a corrected number if the first was wrong. The time to answer stays. */
    @Transactional
    public void askGuardianAgain(Actor actor, Registrant.Guardian guardian) {
        VolunteerView view = store.findByAccount(actor.accountId())
                .filter(v -> v.state() == State.UNCONFIRMED)
                .orElseThrow(() -> new Refusal(VolunteerProblem.NOT_VALID));
        String mobile = Mobile.read(guardian.mobile(), "guardianMobile");
        if (mobile.equals(accounts.mobile(actor.accountId()))) {
            throw new Refusal(VolunteerProblem.GUARDIAN_SAME_NUMBER).at("guardianMobile");
        }
        Instant confirmBy = store.details(view.id()).confirmBy();
        if (confirmBy == null) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        questions.withdraw(view.id());
        questions.ask(
                view, Questions.Kind.CONSENT, PersonName.read(guardian.name(), "guardianName"), mobile, confirmBy);
    }

    private VolunteerView enrol(Registrant who, IdentityDocument document, Enrolment how) {
        String name = PersonName.read(who.name(), "name");
        residences.require(who.residence());
        long id = Ids.next();
        byte[] claim = vault.digest(document.claim());
        if (how.source != Source.DESK) {
            giveWay(claim);
        }
        if (!store.claimDocument(claim, id, now())) {
            throw new Refusal(VolunteerProblem.DOCUMENT_TAKEN).at("documentNumber");
        }
        String number = claimNumber(id, who.residence());
        store.insert(new VolunteerStore.NewRow(
                id,
                number,
                name,
                document,
                vault.seal(document.number()),
                who.residence(),
                how.state,
                how.accountId,
                how.guardianAccountId,
                how.source,
                how.by,
                now(),
                how.confirmBy));
        changes.insert(new ChangeStore.Change(
                id,
                now(),
                null,
                how.state,
                "registered." + how.source.name().toLowerCase(java.util.Locale.ROOT),
                null,
                how.by));
        if (how.state == State.UNDER_REVIEW) {
            cases.open(id, CaseStore.Kind.DOCUMENT, residences.answering(who.residence()), "", null);
        }
        events.publishEvent(new VolunteerEvent.Registered(id));
        if (how.state == State.VALID) {
            events.publishEvent(new VolunteerEvent.Confirmed(id));
        }
        return store.find(id).orElseThrow();
    }

    /** What a desk registered and nobody has confirmed gives way to the person who comes without the link. */
    private void giveWay(byte[] claim) {
        store.findByDocument(claim)
                .filter(this::isUnansweredDesk)
                .flatMap(v -> store.lock(v.id()))
                .filter(this::isUnansweredDesk)
                .ifPresent(v -> states.makeVoid(v, "gave-way", null, 0));
    }

    private boolean isUnansweredDesk(VolunteerView view) {
        return view.state() == State.UNCONFIRMED && store.details(view.id()).source() == Source.DESK;
    }

    private String claimNumber(long id, RegionCode residence) {
        int year = today().getYear();
        String number = UnifiedNumber.of(residence, year, store.nextSequence());
        while (!store.claimNumber(number, "LOCAL", id)) {
            number = UnifiedNumber.of(residence, year, store.nextSequence());
        }
        return number;
    }

    private IdentityDocument document(Registrant who) {
        if (codes.list("id-type").stream().noneMatch(c -> c.code().equals(who.documentType()))) {
            throw new Refusal(VolunteerProblem.DOCUMENT_TYPE).at("documentType");
        }
        return IdentityDocument.read(who.documentType(), who.documentNumber(), who.birthDate(), who.sex(), today());
    }

    /** An early, friendly answer; the claim is what holds when two come at once. */
    private void requireFree(IdentityDocument document) {
        if (store.findByDocument(vault.digest(document.claim()))
                .filter(v -> !isUnansweredDesk(v))
                .isPresent()) {
            throw new Refusal(VolunteerProblem.DOCUMENT_TAKEN).at("documentNumber");
        }
    }

    private static State settled(IdentityDocument document) {
        return document.checked() ? State.VALID : State.UNDER_REVIEW;
    }

    private AgePolicy policy() {
        return rules.current(AgePolicy.KEY, AgePolicy.class).value();
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private record Enrolment(
            State state,
            @Nullable Long accountId,
            @Nullable Long guardianAccountId,
            Source source,
            long by,
            @Nullable Instant confirmBy) {}
}
