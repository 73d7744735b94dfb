package org.yiwang.objection;

import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;
import org.yiwang.objection.CaseStep.Side;
import org.yiwang.objection.CaseStep.What;

/**
 * An objection goes from the organization to the district – by the volunteer, by the clock, or by the organization that
 * would give more hours – and a decision that is announced, or that finds a report unfounded, to the office above, with a
 * term of its own.
 */
@Component
class Escalation {

    private final CaseStore store;
    private final CaseStepStore steps;
    private final CaseTerms terms;
    private final CaseNotices notices;
    private final Offices offices;

    Escalation(CaseStore store, CaseStepStore steps, CaseTerms terms, CaseNotices notices, Offices offices) {
        this.store = store;
        this.steps = steps;
        this.terms = terms;
        this.notices = notices;
        this.offices = offices;
    }

    /** The volunteer, or the guardian, is not satisfied. */
    void byVolunteer(CaseView it, CaseStep step) {
        move(it, step);
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

    /**
     * What an office told or decided goes to the office above that one. Once whoever reported took it there, the volunteer may
     * contest what that one tells.
     */
    private void move(CaseView it, CaseStep step) {
        boolean byOffice = it.state() == CaseView.State.ANNOUNCED || it.state() == CaseView.State.DECIDED;
        RegionCode district = it.region().at(RegionCode.Level.COUNTY).orElse(it.region());
        RegionCode decidedIn = it.decidedIn() == null ? district : it.decidedIn();
        boolean contested = step.side() != Side.OUTSIDER && (it.contested() || it.state() == CaseView.State.ANNOUNCED);
        store.escalate(it.id(), byOffice ? offices.above(decidedIn) : district, terms.fromToday(), contested);
        steps.add(it.id(), step);
    }
}
