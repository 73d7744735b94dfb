package org.yiwang.objection;

import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;
import org.yiwang.region.Regions;

/**
 * An objection goes from the organization to the district – by the volunteer, by the clock, or by the organization that
 * would give more hours – and a decision that is announced, or that finds a report unfounded, to the office above, with a
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
        move(it, CaseStep.of(What.ESCALATED, Side.VOLUNTEER, terms.now(), accountId, why));
        notices.escalated(store.lock(it.id()).orElseThrow(), false);
    }

    /** Whoever reported does not accept that nothing was found. */
    void byOutsider(CaseView it, String why) {
        move(it, CaseStep.of(What.ESCALATED, Side.OUTSIDER, terms.now(), 0, why));
        notices.takenAbove(store.lock(it.id()).orElseThrow());
    }

    /** Nobody has answered in time. */
    void late(CaseView it) {
        move(it, CaseStep.of(What.ESCALATED, Side.PROGRAM, terms.now(), 0, null).by(terms.rule()));
        notices.escalated(store.lock(it.id()).orElseThrow(), true);
    }

    /** The organization would give more hours: as with manual entry that takes somebody else too (domain F2). */
    void byOrganization(CaseView it, long accountId, Verdict verdict) {
        store.putForward(it.id(), accountId);
        move(
                it,
                CaseStep.of(What.PUT_FORWARD, Side.ORGANIZATION, terms.now(), accountId, null)
                        .saying(verdict)
                        .by(terms.rule()));
        notices.putForward(store.lock(it.id()).orElseThrow(), verdict.reason().strip());
    }

    private RegionCode supervising(RegionCode region) {
        RegionCode city = regions.city().code();
        return region.parent().filter(city::contains).orElse(region);
    }

    private void move(CaseView it, CaseStep step) {
        boolean contested = it.contested() || it.state() == CaseView.State.ANNOUNCED;
        boolean byOffice = it.state() == CaseView.State.ANNOUNCED || it.state() == CaseView.State.DECIDED;
        RegionCode district = it.region().at(RegionCode.Level.COUNTY).orElse(it.region());
        RegionCode above = byOffice && district.equals(it.region()) ? supervising(district) : district;
        store.escalate(it.id(), above, terms.fromToday(), contested);
        store.addStep(it.id(), step);
    }
}
