package org.yiwang.signup;

import org.yiwang.activity.Minors;
import org.yiwang.rules.Rules;

/**
 * The rules of this module as they hold now.
 *
 * @param quota {@code signup.quota}: most coming shifts that one person may be signed up for at a time
 * @param noticeHours {@code signup.withdraw}: who withdraws later than this before the shift does so with the organizers being told
 * @param waitingList {@code signup.waiting-list}: most people waiting per shift; 0 means no waiting list
 * @param adultAge of the activities' rule: age in years from which somebody is no minor
 * @param noMinorsFrom of the activities' rule: lowest risk level at which minors do not serve
 */
record SignUpRules(int quota, int noticeHours, int waitingList, int adultAge, int noMinorsFrom) {

    static SignUpRules current(Rules rules, Minors minors) {
        return new SignUpRules(
                rules.current("signup.quota", QuotaRule.class).value().comingShifts(),
                rules.current("signup.withdraw", WithdrawRule.class).value().noticeHours(),
                rules.current("signup.waiting-list", WaitingListRule.class)
                        .value()
                        .atMost(),
                minors.adultAge(),
                minors.fromRiskLevel());
    }

    record QuotaRule(int comingShifts) {}

    record WithdrawRule(int noticeHours) {}

    record WaitingListRule(int atMost) {}
}
