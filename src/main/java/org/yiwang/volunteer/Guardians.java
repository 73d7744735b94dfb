package org.yiwang.volunteer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.Accounts;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Age;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView.State;

/**
 * Guardians and their wards. A ward has no account; the guardian signs up, checks in and sees the hours. From 14 a ward
 * may get an own account while the guardian keeps seeing; at 18 guardianship ends by itself, for it is asked by date.
 */
@Component
public class Guardians {

    /** What a code to the ward's number proves. */
    static final String PURPOSE = "ward";

    private final VolunteerStore store;
    private final States states;
    private final Accounts accounts;
    private final Agreements agreements;
    private final AuditTrail audit;
    private final Rules rules;
    private final Clock clock;

    Guardians(
            VolunteerStore store,
            States states,
            Accounts accounts,
            Agreements agreements,
            AuditTrail audit,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.states = states;
        this.accounts = accounts;
        this.agreements = agreements;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /** The guardian's wards who are not of age, oldest first. */
    @Transactional(readOnly = true)
    public List<WardView> list(Actor guardian) {
        LocalDate today = LocalDate.now(clock);
        AgePolicy policy = policy();
        return store.wards(guardian.accountId(), today.minusYears(policy.adultFrom())).stream()
                .map(v -> new WardView(
                        v,
                        Age.on(today, v.birthDate()),
                        policy.needsCompanion(v.birthDate(), today),
                        v.accountId() == null
                                && v.state() == State.VALID
                                && policy.mayHaveAccount(v.birthDate(), today)))
                .toList();
    }

    /** Sends a code to the number that a ward's account shall have. */
    @Transactional
    public void sendCode(Actor guardian, long wardId, String mobile, String clientAddress) {
        grownWard(guardian, wardId);
        accounts.sendCode(Mobile.read(mobile, "mobile"), PURPOSE, clientAddress);
    }

    /**
     * Opens an account for a ward who is old enough; the guardian stays guardian until the ward is of age. Refuses with
     * {@code volunteer.ward-too-young}, {@code volunteer.ward-has-account}, {@code account.mobile-taken}.
     */
    @Transactional
    public void openAccount(Actor guardian, long wardId, String mobile, String code) {
        VolunteerView ward = grownWard(guardian, wardId);
        String number = Mobile.read(mobile, "mobile");
        accounts.checkCode(number, PURPOSE, code);
        long account = accounts.open(number, ward.name(), null);
        store.claimAccount(account, ward.id());
        store.bind(ward.id(), account, guardian.accountId());
        agreements.note(account, ward);
        audit.write(guardian, "volunteer.ward-account", "volunteer:" + Ids.text(ward.id()), null);
    }

    /** Closes a ward's registration: restricted, not deleted, while records must be kept. */
    @Transactional
    public void close(Actor guardian, long wardId) {
        VolunteerView ward = ward(guardian, wardId);
        if (ward.accountId() != null) {
            throw new Refusal(VolunteerProblem.WARD_HAS_ACCOUNT);
        }
        if (ward.state() == State.RESTRICTED || ward.state() == State.VOID) {
            throw new Refusal(VolunteerProblem.ALREADY_CLOSED);
        }
        states.restrict(ward, guardian.accountId());
        audit.write(guardian, "volunteer.close", "volunteer:" + Ids.text(ward.id()), null);
    }

    private VolunteerView grownWard(Actor guardian, long wardId) {
        VolunteerView ward = ward(guardian, wardId);
        if (ward.accountId() != null) {
            throw new Refusal(VolunteerProblem.WARD_HAS_ACCOUNT);
        }
        if (!policy().mayHaveAccount(ward.birthDate(), LocalDate.now(clock))) {
            throw new Refusal(VolunteerProblem.WARD_TOO_YOUNG, policy().selfFrom());
        }
        if (ward.state() != State.VALID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        return ward;
    }

    private VolunteerView ward(Actor guardian, long wardId) {
        VolunteerView ward = store.lock(wardId).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
        if (!Objects.equals(ward.guardianAccountId(), guardian.accountId())
                || !policy().isMinor(ward.birthDate(), LocalDate.now(clock))) {
            throw new Refusal(VolunteerProblem.NOT_YOURS);
        }
        return ward;
    }

    private AgePolicy policy() {
        return rules.current(AgePolicy.KEY, AgePolicy.class).value();
    }

    /**
     * A ward as the guardian sees it.
     *
     * @param volunteer the ward
     * @param age in full years
     * @param companion whether somebody must come along
     * @param mayHaveAccount whether the ward is old enough for an own account and has none
     */
    public record WardView(VolunteerView volunteer, int age, boolean companion, boolean mayHaveAccount) {}
}
