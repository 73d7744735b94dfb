package org.yiwang.volunteer;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * A volunteer as other modules see one.
 *
 * @param id volunteer id: the key of records, hours and stars
 * @param number unified local number, printed on the card
 * @param name full name; mask it with {@link #maskedName()} for anyone but the person and the person's organizers
 * @param birthDate date of birth, from the document
 * @param residence community of residence
 * @param state whether the registration is valid
 * @param accountId the person's own account, null for a child registered by a guardian
 * @param guardianAccountId the guardian's account, null for adults
 * @param skills codes of the table {@code skill}
 */
public record VolunteerView(
        long id,
        String number,
        String name,
        LocalDate birthDate,
        RegionCode residence,
        State state,
        @Nullable Long accountId,
        @Nullable Long guardianAccountId,
        Set<String> skills) {

    /** The first character of the name, the rest as stars: 张*. */
    public String maskedName() {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
    }

    /** Where notices go: the person's own account, or the guardian's. */
    public long contactAccountId() {
        Long contact = accountId != null ? accountId : guardianAccountId;
        if (contact == null) {
            throw new IllegalStateException("a volunteer has an account or a guardian");
        }
        return contact;
    }

    /** Whether the account is the person's own or the guardian's: whose word is no witness in this person's matters. */
    public boolean concerns(long account) {
        return accountId != null && accountId == account || guardianAccountId != null && guardianAccountId == account;
    }

    /**
     * Whether both are one human as far as can be told, or answer for each other: the same registration, one guarding the
     * other, a guardian in common, or two documents of one person. Of two who shall vouch for something, none may be.
     */
    public boolean isOneHumanWith(VolunteerView other) {
        boolean guarded = other.accountId != null && concerns(other.accountId)
                || accountId != null && other.concerns(accountId)
                || guardianAccountId != null && guardianAccountId.equals(other.guardianAccountId);
        return id == other.id || guarded || name.equals(other.name) && birthDate.equals(other.birthDate);
    }

    /** Whether a registration is valid. */
    public enum State {
        /** Document waits for a manual check; may not serve yet. */
        UNDER_REVIEW,
        /** Waits for the person's or the guardian's confirmation. */
        UNCONFIRMED,
        /** Valid. */
        VALID,
        /** The consent to sensitive data was withdrawn: nothing but storage until it is given again. */
        SUSPENDED,
        /** Closed by the person: nothing but storage. */
        RESTRICTED,
        /** Never confirmed, refused or disowned. */
        VOID
    }
}
