package org.yiwang.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * What an applicant says of a new organization.
 *
 * @param name 2 to 50 characters, unique in its region
 * @param region where it is attached
 * @param standing legal standing
 * @param about what it is and does
 * @param contact whom to reach
 * @param joining how people join
 * @param lineParent the organization above it in its line, null if none
 * @param areaParent the organization above it in its area, null if none
 */
public record OrganizationDraft(
        String name,
        RegionCode region,
        Standing standing,
        About about,
        Contact contact,
        Joining joining,
        @Nullable Long lineParent,
        @Nullable Long areaParent) {

    /**
     * Legal standing. A group without legal form (type 1) names who files it; a registered organization (type 2) has a
     * legal form and a credit code; another legal person (type 3) a unit kind and a credit code.
     *
     * @param teamType code of the table {@code team-type}
     * @param legalForm code of the table {@code legal-form}, for type 2
     * @param unitKind code of the table {@code approving-unit-kind}, for type 3
     * @param creditCode unified social credit code, for types 2 and 3
     * @param filedWith for type 1
     */
    public record Standing(
            String teamType,
            @Nullable String legalForm,
            @Nullable String unitKind,
            @Nullable String creditCode,
            @Nullable FiledWith filedWith) {}

    /**
     * What it is and does.
     *
     * @param kinds codes of the table {@code team-kind}; several may hold at once
     * @param categories one to four codes of the table {@code category}
     * @param unit the unit that hosts it, null if none
     * @param partyOrganization whether there is a Party organization inside (art. 10)
     * @param partyBranch name of the branch, asked for when there is one
     * @param introduction up to 1,000 characters
     * @param foundedOn day it was founded
     * @param plannedSize how many members it plans for
     */
    public record About(
            List<String> kinds,
            List<String> categories,
            @Nullable Unit unit,
            boolean partyOrganization,
            @Nullable String partyBranch,
            String introduction,
            @Nullable LocalDate foundedOn,
            @Nullable Integer plannedSize) {}

    /**
     * A host unit. One with a credit code that is known already is that unit.
     *
     * @param name its name
     * @param kind code of the table {@code approving-unit-kind}
     * @param creditCode unified social credit code, null if it has none
     */
    public record Unit(String name, String kind, @Nullable String creditCode) {}

    /**
     * Whom to reach.
     *
     * @param name of the person
     * @param phone mobile or landline number
     * @param open whether everybody may see it
     */
    public record Contact(String name, String phone, boolean open) {}

    /**
     * How people join.
     *
     * @param policy the way
     * @param passCode 1 to 6 characters for {@link JoinPolicy#PASS_CODE}, otherwise null
     */
    public record Joining(JoinPolicy policy, @Nullable String passCode) {}
}
