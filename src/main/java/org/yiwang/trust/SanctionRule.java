package org.yiwang.trust;

import java.util.List;
import java.util.Optional;

/**
 * Rule {@code trust.sanctions}: what can follow false hours.
 *
 * @param kinds what there is
 */
record SanctionRule(List<Kind> kinds) {

    static final String KEY = "trust.sanctions";

    Optional<Kind> find(String code) {
        return kinds.stream().filter(k -> k.code().equals(code)).findFirst();
    }

    /**
     * A kind of sanction.
     *
     * @param code its code
     * @param zh its name
     * @param en its name in English
     * @param bansManualEntry whether nothing may be entered by hand meanwhile
     * @param months how long, 0 for a word only
     * @param hoursToRegain so many hours of credit time must have been served since, before it ends
     */
    record Kind(String code, String zh, String en, boolean bansManualEntry, int months, int hoursToRegain) {}
}
