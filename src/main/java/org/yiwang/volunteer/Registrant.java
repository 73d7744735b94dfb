package org.yiwang.volunteer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * What is asked of somebody who registers, as typed.
 *
 * @param name full name
 * @param documentType code of the table {@code id-type}
 * @param documentNumber number of the document
 * @param birthDate null where the number carries it
 * @param sex code of the table {@code sex}, null where the number carries it or if not stated
 * @param residence community of residence; outside the city a county is enough
 * @param guardian who confirms for a minor, null for adults
 * @param consent what was agreed to
 */
public record Registrant(
        String name,
        String documentType,
        String documentNumber,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        RegionCode residence,
        @Nullable Guardian guardian,
        Consent consent) {

    /** Somebody with an identity card of the mainland and no guardian, who agreed to everything. */
    public static Registrant adult(String name, String idNumber, RegionCode residence) {
        return new Registrant(
                name, IdentityDocument.MAINLAND, idNumber, null, null, residence, null, new Consent(true, true));
    }

    /**
     * Who confirms for a minor.
     *
     * @param name the guardian's name
     * @param mobile the guardian's mobile number
     */
    public record Guardian(String name, String mobile) {}

    /**
     * What was agreed to.
     *
     * @param notice the notice with rights and duties was read and accepted
     * @param sensitive sensitive personal data (the document; a child's data) may be processed (PIPL art. 29, 31)
     */
    public record Consent(boolean notice, boolean sensitive) {

        void require() {
            if (!notice) {
                throw new org.yiwang.kernel.Refusal(VolunteerProblem.CONSENT_NOTICE).at("notice");
            }
            if (!sensitive) {
                throw new org.yiwang.kernel.Refusal(VolunteerProblem.CONSENT_SENSITIVE).at("sensitive");
            }
        }
    }
}
