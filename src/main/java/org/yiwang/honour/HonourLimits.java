package org.yiwang.honour;

/**
 * Bounds that hold for every round (rule {@code honour.limits}; domain H14).
 *
 * @param panelFrom fewest judges
 * @param panelTo most judges
 * @param scoresFrom fewest judges that must have scored each nominee
 * @param statements most claims beside the facts
 * @param statementCharacters most characters of all of them
 * @param nominationDaysFrom fewest days for nominations
 * @param hearingDays working days to reply before somebody is removed
 * @param objectionsPerDay most objections from one address a day
 * @param contactKeptDays days after which the contact of who objected is erased
 */
record HonourLimits(
        int panelFrom,
        int panelTo,
        int scoresFrom,
        int statements,
        int statementCharacters,
        int nominationDaysFrom,
        int hearingDays,
        int objectionsPerDay,
        int contactKeptDays) {

    static final String KEY = "honour.limits";
}
