package org.yiwang.volunteer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.account.AccountRows;
import org.yiwang.account.AccountRows.Acceptance;
import org.yiwang.account.Consents;
import org.yiwang.kernel.RegionCode;
import org.yiwang.platform.Vault;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerRowStore.Change;
import org.yiwang.volunteer.VolunteerRowStore.Row;

/**
 * Registrations by COPY, for filling an empty database: what {@link Registration} writes for one, written for thousands,
 * by the same policy of ages and with the same seals, claims and numbers. A question to a guardian is written as answered a
 * day later; the text message with its link is not. Ids and moments are the caller's, and nobody is told. In the caller's
 * transaction.
 */
@Component
public class VolunteerRows {

    /** The large tables that are written. */
    public static final List<String> TABLES = List.of(
            "volunteer",
            "volunteer_account",
            "volunteer_document",
            "volunteer_number",
            "volunteer_change",
            "volunteer_profile");

    private final VolunteerRowStore store;
    private final AccountRows accounts;
    private final Rules rules;
    private final Vault vault;
    private final Clock clock;

    VolunteerRows(VolunteerRowStore store, AccountRows accounts, Rules rules, Vault vault, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.rules = rules;
        this.vault = vault;
        this.clock = clock;
    }

    /** The number of an identity card: area, date of birth, running number of three digits, check character. */
    public static String document(String area, LocalDate birth, int sequence) {
        String digits = area + birth.toString().replace("-", "") + "%03d".formatted(sequence);
        return digits + CheckCharacter.of(digits);
    }

    /** From which age on people register by themselves, in full years. */
    public int selfFrom() {
        return policy().selfFrom();
    }

    /** Below which age a guardian answers for a volunteer, in full years. */
    public int adultFrom() {
        return policy().adultFrom();
    }

    /** The least age of all, in full years. */
    public int minimum() {
        return policy().minimum();
    }

    /** The first day on which nobody answers any more for somebody born on that day. */
    public LocalDate comesOfAge(LocalDate birthDate) {
        return policy().adultOn(birthDate);
    }

    /**
     * Registers people with identity cards, valid from the beginning; whose accounts are there. How many rows were written,
     * with those of what was agreed to.
     */
    public long register(List<NewVolunteer> people) {
        AgePolicy policy = policy();
        List<Row> rows = people.stream().map(p -> row(p, policy)).toList();
        return store.insert(rows, changes(rows)) + accounts.accept(agreements(rows));
    }

    /** Running numbers of people registered later begin behind this one. */
    public void numbersFrom(long last) {
        store.numbersFrom(last);
    }

    private Row row(NewVolunteer of, AgePolicy policy) {
        LocalDate day = LocalDate.ofInstant(of.at, clock.getZone());
        IdentityDocument document = IdentityDocument.read(IdentityDocument.MAINLAND, of.document, null, null, day);
        Long by = of.accountId;
        if (by == null) {
            by = of.guardianAccountId;
            policy.requireWard(document.birthDate(), day);
        } else {
            policy.requireSelf(document.birthDate(), day);
        }
        boolean minor = policy.isMinor(document.birthDate(), day);
        if (by == null || minor != (of.guardianAccountId != null)) {
            throw new IllegalArgumentException("a minor, and nobody else, is registered with a guardian: " + of.id);
        }
        boolean child = !policy.mayHaveAccount(document.birthDate(), day);
        return new Row(
                of,
                document,
                UnifiedNumber.of(of.residence, day.getYear(), of.sequence),
                vault.seal(document.number()),
                vault.digest(document.claim()),
                by,
                minor,
                child);
    }

    /** A minor's own registration waits for the guardian first. */
    private static List<Change> changes(List<Row> rows) {
        List<Change> changes = new ArrayList<>(rows.size());
        for (Row r : rows) {
            String why = "registered." + r.source().name().toLowerCase(Locale.ROOT);
            if (r.minor() && r.of().accountId != null && r.of().guardianAccountId != null) {
                changes.add(new Change(
                        r.of().id, r.of().id, r.of().at, null, VolunteerView.State.UNCONFIRMED, why, r.by()));
                changes.add(new Change(
                        r.of().id,
                        r.of().id + 1,
                        r.of().at.plus(Duration.ofDays(1)),
                        VolunteerView.State.UNCONFIRMED,
                        VolunteerView.State.VALID,
                        "confirmed.consent",
                        r.of().guardianAccountId));
            } else {
                changes.add(new Change(r.of().id, r.of().id, r.of().at, null, VolunteerView.State.VALID, why, r.by()));
            }
        }
        return changes;
    }

    /** As {@link Agreements} notes it. */
    private static List<Acceptance> agreements(List<Row> rows) {
        List<Acceptance> accepted = new ArrayList<>(rows.size() * 3);
        for (Row r : rows) {
            accepted.add(new Acceptance(r.by(), Consents.PRIVACY, r.of().at));
            accepted.add(new Acceptance(r.by(), Consents.RIGHTS_AND_DUTIES, r.of().at));
            accepted.add(new Acceptance(r.by(), Consents.SENSITIVE_DATA, r.of().at));
            if (r.child()) {
                accepted.add(new Acceptance(r.by(), Consents.MINORS, r.of().at));
            }
        }
        return accepted;
    }

    private AgePolicy policy() {
        return rules.current(AgePolicy.KEY, AgePolicy.class).value();
    }

    /**
     * Somebody to be registered.
     *
     * @param sequence running number in the unified number, everybody another
     * @param document number of the identity card
     * @param accountId the own account, null for a child that a guardian registers
     * @param guardianAccountId account of the guardian, present exactly for minors
     * @param at when
     * @param skills codes of the table {@code skill}
     * @param categories preferred ones, at most four codes of the table {@code category}
     */
    public record NewVolunteer(
            long id,
            long sequence,
            String name,
            String document,
            RegionCode residence,
            @Nullable Long accountId,
            @Nullable Long guardianAccountId,
            Instant at,
            List<String> skills,
            List<String> categories) {}
}
