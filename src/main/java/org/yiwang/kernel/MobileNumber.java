package org.yiwang.kernel;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mobile number of the mainland.
 *
 * @param digits eleven, the first 1
 */
public record MobileNumber(String digits) {

    private static final Pattern VALID = Pattern.compile("1[3-9][0-9]{9}");

    /** Reads what people type: full-width digits, blanks, dashes and the country code are understood. */
    public static Optional<MobileNumber> read(String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\-–—]", "")
                .replaceFirst("^(\\+86|0086|86(?=1[0-9]{10}$))", "");
        return VALID.matcher(digits).matches() ? Optional.of(new MobileNumber(digits)) : Optional.empty();
    }

    /** 138****5678. */
    public String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    /** Masked, so that a number does not get into a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
