package org.yiwang.account;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.yiwang.kernel.Refusal;

/**
 * A mainland mobile number.
 *
 * @param number 11 digits
 */
record Mobile(String number) {

    private static final Pattern VALID = Pattern.compile("1[3-9][0-9]{9}");

    /** Reads what people type: full-width digits, blanks, dashes and +86 are understood. */
    static Mobile parse(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00a0-]", "")
                .replaceFirst("^(\\+86|0086|86(?=1[0-9]{10}$))", "");
        if (!VALID.matcher(text).matches()) {
            throw new Refusal(AccountProblem.MOBILE_INVALID).at("mobile");
        }
        return new Mobile(text);
    }

    /** 138****5678. */
    String masked() {
        return number.substring(0, 3) + "****" + number.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }
}
