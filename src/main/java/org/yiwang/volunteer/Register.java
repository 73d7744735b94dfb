package org.yiwang.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.Accounts;
import org.yiwang.account.AuditTrail;
import org.yiwang.account.SuspensionView;
import org.yiwang.account.Suspensions;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Age;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.platform.Vault;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;

/** The register as staff see it: masked, within their regions; in full only for a purpose, and noted. */
@Component
public class Register {

    private static final int PAGE = 20;

    private final RegisterStore search;
    private final VolunteerStore store;
    private final ChangeStore changes;
    private final ProfileStore profiles;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Regions regions;
    private final Residences residences;
    private final Suspensions suspensions;
    private final Vault vault;
    private final Clock clock;

    Register(
            RegisterStore search,
            VolunteerStore store,
            ChangeStore changes,
            ProfileStore profiles,
            Accounts accounts,
            AuditTrail audit,
            Regions regions,
            Residences residences,
            Suspensions suspensions,
            Vault vault,
            Clock clock) {
        this.search = search;
        this.store = store;
        this.changes = changes;
        this.profiles = profiles;
        this.accounts = accounts;
        this.audit = audit;
        this.regions = regions;
        this.residences = residences;
        this.suspensions = suspensions;
        this.vault = vault;
        this.clock = clock;
    }

    /** Volunteers who live within reach of the actor, newest first. A whole identity number is looked up by its digest. */
    @Transactional(readOnly = true)
    public Slice<RegisterView> list(Actor staff, RegisterView.Filter filter, int page) {
        String text = filter.text().strip();
        Optional<Long> only = Optional.empty();
        boolean byNumber = text.codePoints().anyMatch(Character::isDigit);
        if (byNumber) {
            String number = text.toUpperCase(Locale.ROOT);
            only = UnifiedNumber.isValid(number) ? store.findByNumber(number).map(VolunteerView::id) : ofDocument(text);
            if (only.isEmpty()) {
                return new Slice<>(List.of(), page, false);
            }
        }
        List<RegisterView> rows = search
                .find(new RegisterStore.Wanted(
                        staff.reach(Permission.VOLUNTEER_READ),
                        regions.city().code(),
                        filter,
                        only.orElse(null),
                        PAGE + 1,
                        (page - 1) * PAGE))
                .stream()
                .map(row -> line(row.volunteer(), row.registeredAt()))
                .toList();
        return Slice.cut(rows, page, PAGE);
    }

    private Optional<Long> ofDocument(String typed) {
        return store.findByDocument(vault.digest(IdentityDocument.claim(IdentityDocument.MAINLAND, typed)))
                .map(VolunteerView::id);
    }

    /** One volunteer, masked; refuses with {@code volunteer.unknown} or {@code access.out-of-scope}. */
    @Transactional(readOnly = true)
    public RegisterView.Detail get(Actor staff, long volunteerId) {
        VolunteerView view = within(staff, Permission.VOLUNTEER_READ, volunteerId);
        VolunteerStore.Details details = store.details(volunteerId);
        return new RegisterView.Detail(
                line(view, details),
                details.documentType(),
                IdentityDocument.masked(vault.open(details.documentSealed())),
                mobile(view).map(Mobile::masked).orElse(null),
                view.accountId() == null && view.guardianAccountId() != null,
                profiles.find(volunteerId).tags(),
                changes.of(volunteerId).stream()
                        .map(c -> new RegisterView.Step(c.at(), c.to(), c.why(), c.note()))
                        .toList());
    }

    /** Personal data in full, for a purpose; the look is written to the audit trail in the same transaction. */
    @Transactional
    public RegisterView.Unmasked unmask(Actor staff, long volunteerId, String purpose) {
        VolunteerView view = within(staff, Permission.PERSONAL_DATA_READ, volunteerId);
        if (purpose.isBlank()) {
            throw new Refusal(VolunteerProblem.PURPOSE_NEEDED).at("purpose");
        }
        audit.look(staff, "volunteer:" + Ids.text(volunteerId), purpose, residences.answering(view.residence()));
        return new RegisterView.Unmasked(
                view.name(),
                vault.open(store.details(volunteerId).documentSealed()),
                view.birthDate(),
                mobile(view).orElse(null));
    }

    /** Stops the volunteer's account; refuses as {@link Suspensions#suspend}, and with {@code volunteer.no-account}. */
    @Transactional
    public void suspend(Actor staff, long volunteerId, String why) {
        VolunteerView view = within(staff, Permission.ACCOUNT_SUSPEND, volunteerId);
        suspensions.suspend(staff, account(view), residences.answering(view.residence()), why);
    }

    /** Lets the volunteer's account in again; refuses as {@link Suspensions#reinstate}. */
    @Transactional
    public void reinstate(Actor staff, long volunteerId, String why) {
        suspensions.reinstate(staff, account(within(staff, Permission.ACCOUNT_SUSPEND, volunteerId)), why);
    }

    /** Takes away a second factor that the volunteer lost; refuses as {@link Suspensions#resetSecondFactor}. */
    @Transactional
    public void resetSecondFactor(Actor staff, long volunteerId, String why) {
        VolunteerView view = within(staff, Permission.ACCOUNT_SUSPEND, volunteerId);
        suspensions.resetSecondFactor(staff, account(view), residences.answering(view.residence()), why);
    }

    /** Since when and why the volunteer's account is stopped, if it is. */
    @Transactional(readOnly = true)
    public Optional<SuspensionView> suspension(Actor staff, long volunteerId) {
        return Optional.ofNullable(
                        within(staff, Permission.VOLUNTEER_READ, volunteerId).accountId())
                .flatMap(suspensions::find);
    }

    private static long account(VolunteerView view) {
        Long account = view.accountId();
        if (account == null) {
            throw new Refusal(VolunteerProblem.NO_ACCOUNT);
        }
        return account;
    }

    private VolunteerView within(Actor staff, Permission permission, long volunteerId) {
        VolunteerView view = store.find(volunteerId).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
        staff.require(permission, residences.answering(view.residence()));
        return view;
    }

    private Optional<String> mobile(VolunteerView view) {
        Long contact = view.accountId() != null ? view.accountId() : view.guardianAccountId();
        return Optional.ofNullable(contact).map(accounts::mobile);
    }

    private RegisterView line(VolunteerView view, VolunteerStore.Details details) {
        return line(view, details.registeredAt());
    }

    private RegisterView line(VolunteerView view, java.time.Instant registeredAt) {
        return new RegisterView(
                view.id(),
                view.maskedName(),
                view.number(),
                Age.on(LocalDate.now(clock), view.birthDate()),
                view.state(),
                regions.find(view.residence())
                        .map(RegionView::fullName)
                        .orElse(view.residence().value()),
                view.skills(),
                registeredAt);
    }
}
