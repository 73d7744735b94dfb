package org.yiwang.kernel;

import static org.yiwang.kernel.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a person can be at a scope. The code is fixed; the name that people see (区委社会工作部, 街道办事处 …) is data
 * in the code table {@code role}, because the lead body has changed before and will again.
 */
public enum Role {
    /** Runs the platform of a city: may grant, edit rules, and do what a city office does. */
    SYSTEM_ADMIN(EnumSet.complementOf(EnumSet.of(ANYONE, SIGNED_IN))),
    /** City office. */
    CITY_OFFICE(EnumSet.of(
            REGION_EDIT,
            CODES_EDIT,
            GRANTS_MANAGE,
            VOLUNTEER_REVIEW,
            QUALIFICATION_CONFIRM,
            VOLUNTEER_READ,
            PERSONAL_DATA_READ,
            ACCOUNT_SUSPEND,
            ORGANIZATION_REVIEW,
            ACTIVITY_REVIEW,
            RECORD_APPROVE_VERY_LONG_DAY,
            MAKEUP_APPROVE,
            CASE_DECIDE,
            SPOT_CHECK,
            SANCTION,
            TRANSFER_DECIDE,
            DOSSIER_RECORD,
            STAR_REVIEW,
            AWARD_NOMINATE,
            AWARD_RUN)),
    /** District (county) office. */
    DISTRICT_OFFICE(EnumSet.of(
            REGION_EDIT,
            GRANTS_MANAGE,
            VOLUNTEER_REVIEW,
            QUALIFICATION_CONFIRM,
            VOLUNTEER_READ,
            PERSONAL_DATA_READ,
            ACCOUNT_SUSPEND,
            ORGANIZATION_REVIEW,
            ACTIVITY_REVIEW,
            RECORD_APPROVE_VERY_LONG_DAY,
            MAKEUP_APPROVE,
            CASE_DECIDE,
            SPOT_CHECK,
            SANCTION,
            TRANSFER_DECIDE,
            DOSSIER_RECORD,
            STAR_REVIEW,
            AWARD_NOMINATE,
            AWARD_RUN)),
    /** Street or township office. */
    STREET_OFFICE(EnumSet.of(
            REGION_EDIT,
            GRANTS_MANAGE,
            VOLUNTEER_REVIEW,
            QUALIFICATION_CONFIRM,
            VOLUNTEER_READ,
            PERSONAL_DATA_READ,
            ACCOUNT_SUSPEND,
            ORGANIZATION_REVIEW,
            ACTIVITY_REVIEW,
            CASE_DECIDE,
            DOSSIER_RECORD,
            STAR_REVIEW,
            AWARD_NOMINATE,
            AWARD_RUN)),
    /** Community or village staff. */
    COMMUNITY_STAFF(EnumSet.of(
            REGION_EDIT, VOLUNTEER_READ, VOLUNTEER_REGISTER, ORGANIZATION_REVIEW, STAR_REVIEW, AWARD_NOMINATE)),
    /** Looks, never touches. */
    AUDITOR(EnumSet.of(AUDIT_READ, VOLUNTEER_READ)),
    /** Administrator of an organization: at least 18, has signed the honesty agreement. */
    ORGANIZATION_ADMIN(EnumSet.of(
            ORGANIZATION_MANAGE,
            QUALIFICATION_CONFIRM,
            ACTIVITY_MANAGE,
            SIGN_UP_DECIDE,
            ATTENDANCE_MANAGE,
            RECORD_ATTEST,
            RECORD_APPROVE_LONG_DAY,
            RECORD_ENTER,
            CASE_ANSWER,
            DOSSIER_RECORD,
            STAR_REVIEW,
            AWARD_NOMINATE)),
    /** Captain of a team. */
    CAPTAIN(EnumSet.of(
            ORGANIZATION_MANAGE,
            ACTIVITY_MANAGE,
            SIGN_UP_DECIDE,
            ATTENDANCE_MANAGE,
            RECORD_ATTEST,
            RECORD_ENTER,
            CASE_ANSWER,
            DOSSIER_RECORD,
            STAR_REVIEW,
            AWARD_NOMINATE)),
    /** Liaison: organizes, notifies, records, summarises. */
    LIAISON(EnumSet.of(ACTIVITY_MANAGE, SIGN_UP_DECIDE, ATTENDANCE_MANAGE, RECORD_ATTEST, RECORD_ENTER));

    private final Set<Permission> permissions;

    Role(EnumSet<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    /** Whether the role carries the permission. */
    public boolean carries(Permission permission) {
        return permissions.contains(permission);
    }
}
