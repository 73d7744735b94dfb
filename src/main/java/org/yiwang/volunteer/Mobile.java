package org.yiwang.volunteer;

import org.yiwang.kernel.MobileNumber;
import org.yiwang.kernel.Refusal;

/** Mobile numbers in the registry's forms, where one form may ask for several. */
final class Mobile {

    private Mobile() {}

    /** The eleven digits of what was typed; refuses with {@code volunteer.mobile-odd} beside the field. */
    static String read(String typed, String field) {
        return MobileNumber.read(typed)
                .orElseThrow(() -> new Refusal(VolunteerProblem.MOBILE_ODD).at(field))
                .digits();
    }

    /** 138****5678. */
    static String masked(String mobile) {
        return new MobileNumber(mobile).masked();
    }
}
