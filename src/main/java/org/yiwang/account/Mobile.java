package org.yiwang.account;

import org.yiwang.kernel.MobileNumber;
import org.yiwang.kernel.Refusal;

/**
 * A mobile number as accounts have it.
 *
 * @param number 11 digits
 */
record Mobile(String number) {

    /** Reads what people type; refuses with {@code account.mobile-invalid}. */
    static Mobile parse(String typed) {
        return MobileNumber.read(typed)
                .map(read -> new Mobile(read.digits()))
                .orElseThrow(() -> new Refusal(AccountProblem.MOBILE_INVALID).at("mobile"));
    }

    /** 138****5678. */
    String masked() {
        return new MobileNumber(number).masked();
    }

    @Override
    public String toString() {
        return masked();
    }
}
