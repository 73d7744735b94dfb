package org.yiwang.organization;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unified social credit code: 18 characters, the last of which checks the others (GB 32100-2015).
 *
 * @param value in capitals, checked
 */
record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}");

    /** Reads a code as people type it: full-width and small letters and spaces are forgiven, a wrong check character is not. */
    static Optional<CreditCode> parse(String typed) {
        String code = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        return FORM.matcher(code).matches() && code.charAt(17) == checkCharacter(code)
                ? Optional.of(new CreditCode(code))
                : Optional.empty();
    }

    /** The character that the first 17 ask for: weights are powers of 3 modulo 31. */
    static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
