package org.yiwang.activity;

import java.util.List;

/**
 * What an activity must fulfil to be published: rule {@code activity.publication}.
 *
 * @param descriptionMin characters of a real description
 * @param riskNoteMin characters of the risk note
 * @param addressMin characters of a precise address
 * @param addressMarks one of these words stands in a precise address, unless there are coordinates
 * @param namesForbidden words that a name must not contain
 * @param maxDays longest duration in days
 * @param maxShiftHours longest shift in hours
 * @param insuranceFromRiskLevel from this level on there must be insurance and nobody under age
 * @param adultAge years from which somebody is of age
 * @param subsidyCapFenPerDay highest subsidy for a day, in fen
 * @param summaryMin characters of a summary
 */
record PublicationRule(
        int descriptionMin,
        int riskNoteMin,
        int addressMin,
        List<String> addressMarks,
        List<String> namesForbidden,
        int maxDays,
        int maxShiftHours,
        int insuranceFromRiskLevel,
        int adultAge,
        int subsidyCapFenPerDay,
        int summaryMin) {

    static final String KEY = "activity.publication";
}
