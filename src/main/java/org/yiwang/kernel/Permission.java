package org.yiwang.kernel;

/** What a route or a command asks of the person who calls it. {@link Role} says who has which. */
public enum Permission {
    /** Nobody need be signed in. */
    ANYONE,
    /** Any signed-in person, for what is their own. */
    SIGNED_IN,
    /** Make and rename neighbourhoods and grids. */
    REGION_EDIT,
    /** Edit code tables and rules. */
    CODES_EDIT,
    /** Give and take away roles. */
    GRANTS_MANAGE,
    /** Decide on identity documents that a machine cannot check. */
    VOLUNTEER_REVIEW,
    /** Confirm what volunteers in one's area, or members of one's team, state to be qualified for. */
    QUALIFICATION_CONFIRM,
    /** List volunteers, masked. */
    VOLUNTEER_READ,
    /** Register somebody else, who must then confirm. */
    VOLUNTEER_REGISTER,
    /** See personal data in full, for a stated purpose, audited. */
    PERSONAL_DATA_READ,
    /** Stop the account of somebody who misbehaves or whose phone was stolen, and let it in again. */
    ACCOUNT_SUSPEND,
    /** Approve, return or stop organizations. */
    ORGANIZATION_REVIEW,
    /** Run an organization: members, posts, settings. */
    ORGANIZATION_MANAGE,
    /** Write, publish, change, cancel and close activities. */
    ACTIVITY_MANAGE,
    /** Approve or return activities. */
    ACTIVITY_REVIEW,
    /** Accept and refuse sign-ups, invite volunteers. */
    SIGN_UP_DECIDE,
    /** Show codes, scan cards, tick the roster. */
    ATTENDANCE_MANAGE,
    /** Attest entries and see the records of one's activities. */
    RECORD_ATTEST,
    /** Approve days of more than 8 hours. */
    RECORD_APPROVE_LONG_DAY,
    /** Approve days of more than 12 hours. */
    RECORD_APPROVE_VERY_LONG_DAY,
    /** Enter service by hand, and confirm what somebody else entered. */
    RECORD_ENTER,
    /** Approve makeup of records that were forgotten. */
    MAKEUP_APPROVE,
    /** Answer objections as the organization that recorded. */
    CASE_ANSWER,
    /** Decide on reports, on "that was not me", and on objections that were not answered in time. */
    CASE_DECIDE,
    /** Draw samples of records and note what the people called said. */
    SPOT_CHECK,
    /** Impose and lift sanctions for false hours. */
    SANCTION,
    /** Let volunteers with their records go to, and come from, another district or platform. */
    TRANSFER_DECIDE,
    /** Record training, commendations and evaluations. */
    DOSSIER_RECORD,
    /** Nominate members for stars and decide on applications at one's level. */
    STAR_REVIEW,
    /** Nominate people for awards. */
    AWARD_NOMINATE,
    /** Hold award rounds: open them, name the panel, publish; draw up short lists for higher awards. */
    AWARD_RUN,
    /** Read the audit trail. */
    AUDIT_READ
}
