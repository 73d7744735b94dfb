package org.yiwang.bulk;

import java.time.Duration;
import java.time.Instant;
import org.yiwang.attendance.Evidence;
import org.yiwang.attendance.Evidence.Way;
import org.yiwang.kernel.Period;

/**
 * How somebody came and left, and what speaks for it: mostly codes and cards that both sides saw, now and then the
 * organizer's word.
 *
 * @param madeAt when the check-out was made
 */
record Proof(Period served, Evidence in, Evidence out, Instant madeAt) {

    private static final int[] WEIGHTS = {58, 14, 12, 12, 4};
    private static final Way[] WAYS = {Way.SCANNED_CODE, Way.TYPED_CODE, Way.SCANNED_CARD, Way.ROSTER, Way.ATTESTED};
    private static final Duration LATER = Duration.ofHours(3);

    /**
     * Invents one.
     *
     * @param acting account of whoever checks in: the person, or the guardian
     * @param leader account of the organizer
     */
    static Proof of(Chance chance, Period shift, long acting, long leader) {
        Instant came =
                shift.start().plusSeconds(chance.percent(12) ? chance.between(60, 1200) : -chance.between(0, 720));
        Instant left = shift.end().plusSeconds(chance.percent(8) ? -chance.between(60, 1500) : chance.between(0, 720));
        Period served = new Period(came, left);
        if (acting == leader) {
            // Nobody sees the organizer: the code that is scanned is shown by the same person.
            Evidence own = evidence(chance, Way.OWN_CODE, acting, leader);
            return new Proof(served, own, evidence(chance, Way.OWN_CODE, acting, leader), left);
        }
        Way way = WAYS[chance.weighted(WEIGHTS)];
        Way in = way == Way.ATTESTED ? Way.SCANNED_CODE : way;
        return new Proof(
                served,
                evidence(chance, in, acting, leader),
                evidence(chance, way, acting, leader),
                way == Way.ATTESTED ? shift.end().plus(LATER) : left);
    }

    private static Evidence evidence(Chance chance, Way way, long acting, long leader) {
        return switch (way) {
            case SCANNED_CODE, TYPED_CODE, OWN_CODE ->
                new Evidence(way, chance.percent(80) ? chance.between(2, 160) : null, false, null, acting);
            case SCANNED_CARD -> new Evidence(way, null, false, null, leader);
            case ROSTER -> new Evidence(way, null, false, "手机没电，现场点名", leader);
            case ATTESTED -> new Evidence(way, null, false, "忘记签退，领队现场确认离开时间", leader);
        };
    }
}
