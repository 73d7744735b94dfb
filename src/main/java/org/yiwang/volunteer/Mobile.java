package org.yiwang.volunteer;

import java.text.Normalizer;
import org.yiwang.kernel.Refusal;

/** Mobile numbers of the mainland: eleven digits, the first 1. */
final class Mobile {

    private Mobile() {}

    /** The eleven digits of what was typed, without spaces and country code. */
    static String read(String typed, String field) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-]", "")
                .replaceFirst("^(\\+|00)86", "");
        if (!digits.matches("1[3-9][0-9]{9}")) {
            throw new Refusal(VolunteerProblem.MOBILE_ODD).at(field);
        }
        return digits;
    }

    /** 138****5678. */
    static String masked(String mobile) {
        return mobile.substring(0, 3) + "****" + mobile.substring(7);
    }
}
