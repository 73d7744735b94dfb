package org.yiwang.objection;

import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.rules.Rule;

/** An objection goes from the organization to the district, with a term of its own. */
@Component
class Escalation {

    private final CaseStore store;
    private final CaseTerms terms;
    private final CaseNotices notices;

    Escalation(CaseStore store, CaseTerms terms, CaseNotices notices) {
        this.store = store;
        this.terms = terms;
        this.notices = notices;
    }

    void byVolunteer(CaseView it, long accountId, String why) {
        move(it, new CaseStep(What.ESCALATED, Side.VOLUNTEER, terms.now(), accountId, why, null, null, null), false);
    }

    /** Nobody has answered in time. */
    void late(CaseView it) {
        Rule<CaseRule> rule = terms.rule();
        move(
                it,
                new CaseStep(What.ESCALATED, Side.PROGRAM, terms.now(), 0, null, null, rule.key(), rule.version()),
                true);
    }

    private void move(CaseView it, CaseStep step, boolean late) {
        RegionCode district = it.region().at(RegionCode.Level.COUNTY).orElse(it.region());
        store.escalate(it.id(), district, terms.fromToday());
        store.addStep(it.id(), step);
        notices.escalated(store.lock(it.id()).orElseThrow(), late);
    }
}
