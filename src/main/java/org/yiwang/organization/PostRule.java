package org.yiwang.organization;

/**
 * Rule {@code organization.posts}: ages in completed years, and two limits against abuse.
 *
 * @param applicantAge to apply for an organization
 * @param administratorAge to be administrator
 * @param captainAge to be captain
 * @param liaisonAge to be liaison
 * @param waitingApplications how many applications of one person may wait at a time
 * @param passCodeTriesPerDay wrong pass-codes per person, team and day
 */
record PostRule(
        int applicantAge,
        int administratorAge,
        int captainAge,
        int liaisonAge,
        int waitingApplications,
        int passCodeTriesPerDay) {

    int ageFor(Post post) {
        return switch (post) {
            case ADMINISTRATOR -> administratorAge;
            case CAPTAIN -> captainAge;
            case LIAISON -> liaisonAge;
        };
    }
}
