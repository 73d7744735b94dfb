package org.yiwang.objection;

import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rule;

/**
 * An objection goes from the organization to the district, and a decision that is announced to the office above, with a
 * term of its own.
 */
@Component
class Escalation {

    private final CaseStore store;
    private final CaseTerms terms;
    private final CaseNotices notices;
    private final Regions regions;

    Escalation(CaseStore store, CaseTerms terms, CaseNotices notices, Regions regions) {
        this.store = store;
        this.terms = terms;
        this.notices = notices;
        this.regions = regions;
    }

    void byVolunteer(CaseView it, long accountId, String why) {
        move(it, new CaseStep(What.ESCALATED, Side.VOLUNTEER, terms.now(), accountId, why, null, null, null), false);
    }

    private RegionCode supervising(RegionCode region) {
        RegionCode city = regions.city().code();
        return region.parent().filter(city::contains).orElse(region);
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
        boolean contested = it.state() == CaseView.State.ANNOUNCED;
        RegionCode district = it.region().at(RegionCode.Level.COUNTY).orElse(it.region());
        RegionCode above = contested && district.equals(it.region()) ? supervising(district) : district;
        store.escalate(it.id(), above, terms.fromToday(), contested);
        store.addStep(it.id(), step);
        notices.escalated(store.lock(it.id()).orElseThrow(), late);
    }
}
