package org.yiwang.volunteer;

import java.time.LocalDate;
import org.yiwang.kernel.Age;
import org.yiwang.kernel.Refusal;

/**
 * Who may register how, by age in full years (rule {@code volunteer.age-policy}; Youth League 2013, Dongying platform,
 * Shandong); see {@link Age}.
 *
 * @param minimum below it nobody is registered
 * @param companionBelow below it a companion comes along to every activity
 * @param selfFrom from it one registers oneself; below, a guardian does
 * @param adultFrom below it a guardian's confirmation is needed; from it on nobody is anybody's ward
 * @param proxyConfirmHours how long somebody registered by others has to confirm
 * @param guardianConfirmHours how long a guardian has to confirm
 */
record AgePolicy(
        int minimum, int companionBelow, int selfFrom, int adultFrom, int proxyConfirmHours, int guardianConfirmHours) {

    static final String KEY = "volunteer.age-policy";

    /** Whether a guardian still answers for the person. */
    boolean isMinor(LocalDate birthDate, LocalDate today) {
        return Age.on(today, birthDate) < adultFrom;
    }

    /** The first day on which nobody answers for the person any more. */
    LocalDate adultOn(LocalDate birthDate) {
        LocalDate birthday = birthDate.plusYears(adultFrom);
        return isMinor(birthDate, birthday) ? birthday.plusDays(1) : birthday;
    }

    /** Whether the person may have an account of his or her own. */
    boolean mayHaveAccount(LocalDate birthDate, LocalDate today) {
        return Age.on(today, birthDate) >= selfFrom;
    }

    /** Whether a companion comes along. */
    boolean needsCompanion(LocalDate birthDate, LocalDate today) {
        return Age.on(today, birthDate) < companionBelow;
    }

    /** Refuses who is too young at all. */
    void requireOldEnough(LocalDate birthDate, LocalDate today) {
        if (Age.on(today, birthDate) < minimum) {
            throw new Refusal(VolunteerProblem.TOO_YOUNG, minimum).at("documentNumber");
        }
    }

    /** Refuses who may not register without a guardian doing it. */
    void requireSelf(LocalDate birthDate, LocalDate today) {
        requireOldEnough(birthDate, today);
        if (!mayHaveAccount(birthDate, today)) {
            throw new Refusal(VolunteerProblem.GUARDIAN_REGISTERS, selfFrom).at("documentNumber");
        }
    }

    /** Refuses who can be nobody's ward. */
    void requireWard(LocalDate birthDate, LocalDate today) {
        requireOldEnough(birthDate, today);
        if (!isMinor(birthDate, today)) {
            throw new Refusal(VolunteerProblem.NOT_A_MINOR, adultFrom).at("documentNumber");
        }
    }
}
