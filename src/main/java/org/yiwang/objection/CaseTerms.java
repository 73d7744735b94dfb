package org.yiwang.objection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.WorkingDays;
import org.yiwang.record.Because;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;

/** By when a case is answered: working days by the rule {@code objection.case} and the published calendar. */
@Component
class CaseTerms {

    private final Rules rules;
    private final Clock clock;

    CaseTerms(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    Rule<CaseRule> rule() {
        return rules.current(CaseRule.KEY, CaseRule.class);
    }

    Rule<AnnouncementRule> announcementRule() {
        return rules.current(AnnouncementRule.KEY, AnnouncementRule.class);
    }

    /** Why a case changes how records stand, with the rule by which cases are answered. */
    Because because(long accountId, String why) {
        Rule<CaseRule> rule = rule();
        return new Because(accountId, why, rule.key(), rule.version());
    }

    /** The term that begins today. */
    NewCase.Term fromToday() {
        CaseRule rule = rule().value();
        WorkingDays days = rules.workingDays();
        Instant now = clock.instant();
        LocalDate today = today();
        return new NewCase.Term(
                now,
                days.after(today, rule.remindAfterDays()),
                days.after(today, rule.alarmAfterDays()),
                days.after(today, rule.dueAfterDays()));
    }

    /** The last day on which an answer of today may be taken to the district, or a decision to the office above. */
    LocalDate escalateUntil() {
        return rules.workingDays().after(today(), rule().value().escalateWithinDays());
    }

    /** Working days that are left until the day; negative when it is over. */
    int daysLeft(LocalDate dueOn) {
        LocalDate today = today();
        WorkingDays days = rules.workingDays();
        return today.isAfter(dueOn) ? -days.between(dueOn, today) : days.between(today, dueOn);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Instant now() {
        return clock.instant();
    }
}
