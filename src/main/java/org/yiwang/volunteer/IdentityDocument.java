package org.yiwang.volunteer;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/**
 * An identity document as it was read. Date of birth and sex are taken from the number where it carries them.
 *
 * @param type code of the table {@code id-type}
 * @param number normalised: half-width, capitals, without spaces
 * @param birthDate date of birth
 * @param sex code of the table {@code sex}
 * @param checked whether the number proves itself by its check character; otherwise a person must look at it
 */
record IdentityDocument(String type, String number, LocalDate birthDate, String sex, boolean checked) {

    /** Code of the identity card of the mainland. */
    static final String MAINLAND = "01";

    private static final int ID_LENGTH = 18;
    private static final int OLDEST_YEARS = 150;

    /**
     * Reads what was typed.
     *
     * @param birthDate for documents whose number does not carry it
     * @param sex for documents whose number does not carry it, null if not stated
     * @param today in the city
     */
    static IdentityDocument read(
            String type, String typed, @Nullable LocalDate birthDate, @Nullable String sex, LocalDate today) {
        return type.equals(MAINLAND) ? mainland(typed, today) : other(type, typed, birthDate, sex, today);
    }

    private static IdentityDocument mainland(String typed, LocalDate today) {
        String number = normalised(typed);
        if (!number.matches("[0-9]{17}[0-9X]")) {
            throw new Refusal(VolunteerProblem.ID_LENGTH, ID_LENGTH).at("documentNumber");
        }
        if (!CheckCharacter.fits(number)) {
            throw new Refusal(VolunteerProblem.ID_CHECK).at("documentNumber");
        }
        LocalDate born = dateIn(number);
        if (born == null || born.isAfter(today) || born.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw new Refusal(VolunteerProblem.ID_BIRTH_DATE).at("documentNumber");
        }
        // GB 11643: the last digit of the sequence is odd for men.
        String sex = (number.charAt(16) - '0') % 2 == 1 ? "1" : "2";
        return new IdentityDocument(MAINLAND, number, born, sex, true);
    }

    @Nullable
    private static LocalDate dateIn(String number) {
        try {
            return LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static IdentityDocument other(
            String type, String typed, @Nullable LocalDate birthDate, @Nullable String sex, LocalDate today) {
        String number = normalised(typed);
        if (!number.matches("[\\p{IsHan}A-Z0-9]{4,30}")) {
            throw new Refusal(VolunteerProblem.DOCUMENT_ODD).at("documentNumber");
        }
        if (birthDate == null || birthDate.isAfter(today) || birthDate.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw new Refusal(VolunteerProblem.BIRTH_DATE).at("birthDate");
        }
        return new IdentityDocument(type, number, birthDate, sex == null || sex.isEmpty() ? "9" : sex, false);
    }

    /** Half-width capitals without spaces, hyphens and brackets: 422101１９９０…x becomes 4221011990…X. */
    private static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Cf}\\p{Z}()\\-–—·.]", "");
    }

    /** What the claim's digest is made of. */
    String claim() {
        return claim(type, number);
    }

    /** What the claim's digest is made of, for a look-up by type and typed number. */
    static String claim(String type, String typed) {
        return "volunteer-document\n" + type + "\n" + normalised(typed);
    }

    /** 110***********1234, 护***********78: what may be shown without proof. */
    static String masked(String number) {
        int length = number.length();
        return length >= 15
                ? number.substring(0, 3) + "*".repeat(length - 7) + number.substring(length - 4)
                : number.substring(0, 1) + "*".repeat(length - 3) + number.substring(length - 2);
    }
}
