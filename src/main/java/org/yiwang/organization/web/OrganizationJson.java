package org.yiwang.organization.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.yiwang.kernel.Ids;
import org.yiwang.organization.FiledWith;
import org.yiwang.organization.JoinPolicy;
import org.yiwang.organization.OrganizationCard;
import org.yiwang.organization.OrganizationDraft;
import org.yiwang.organization.OrganizationProfile;
import org.yiwang.organization.OrganizationState;
import org.yiwang.organization.Tree;
import org.yiwang.region.Regions;

/** JSON shapes of organizations. */
final class OrganizationJson {

    private OrganizationJson() {}

    /** An organization in a list. */
    record Brief(
            String id,
            String name,
            String region,
            OrganizationState state,
            String teamType,
            List<String> kinds,
            List<String> categories,
            int members,
            JoinPolicy joinPolicy) {

        static Brief of(OrganizationCard c) {
            return new Brief(
                    Ids.text(c.id()),
                    c.name(),
                    c.region().value(),
                    c.state(),
                    c.teamType(),
                    c.kinds(),
                    c.categories(),
                    c.members(),
                    c.joinPolicy());
        }
    }

    /** Everything public about an organization. */
    record Detail(
            String id,
            String name,
            String region,
            OrganizationState state,
            boolean active,
            OrganizationDraft.Standing standing,
            OrganizationDraft.About about,
            @Nullable String unitId,
            OrganizationDraft.@Nullable Contact contact,
            JoinPolicy joinPolicy,
            List<Parent> parents,
            @Nullable Filing filing,
            int members) {

        static Detail of(OrganizationProfile p) {
            OrganizationProfile.Named unit = p.unit();
            return new Detail(
                    Ids.text(p.id()),
                    p.name(),
                    p.region().value(),
                    p.state(),
                    p.active(),
                    p.standing(),
                    p.about(),
                    unit == null ? null : Ids.text(unit.id()),
                    p.contact(),
                    p.joinPolicy(),
                    p.parents().stream()
                            .map(a -> new Parent(a.tree(), Ids.text(a.id()), a.name()))
                            .toList(),
                    filingOf(p),
                    p.members());
        }
    }

    @Nullable
    private static Filing filingOf(OrganizationProfile p) {
        OrganizationProfile.Filing filing = p.filing();
        return filing == null
                ? null
                : new Filing(filing.unitName(), filing.area().value(), filing.from(), filing.to());
    }

    record Filing(@Nullable String unitName, String area, LocalDate from, LocalDate to) {}

    record Parent(Tree tree, String id, String name) {}

    /** An application, flat as forms are; see the module's draft for what each field means. */
    record Application(
            @Nullable String name,
            @Nullable String region,
            @Nullable String teamType,
            @Nullable String legalForm,
            @Nullable String unitKind,
            @Nullable String creditCode,
            @Nullable FiledWith filedWith,
            @Nullable List<String> kinds,
            @Nullable List<String> categories,
            @Nullable Unit unit,
            @Nullable String partyBranch,
            @Nullable String introduction,
            @Nullable LocalDate foundedOn,
            @Nullable Integer plannedSize,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable Boolean contactOpen,
            @Nullable JoinPolicy joinPolicy,
            @Nullable String passCode,
            @Nullable String lineParent,
            @Nullable String areaParent,
            @Nullable Integer honestyVersion) {

        OrganizationDraft draft(Regions regions) {
            return new OrganizationDraft(
                    text(name),
                    regions.get(text(region)).code(),
                    new OrganizationDraft.Standing(text(teamType), legalForm, unitKind, creditCode, filedWith),
                    about(),
                    contact(),
                    joining(),
                    id(lineParent, "lineParent"),
                    id(areaParent, "areaParent"));
        }

        OrganizationDraft.About about() {
            return new OrganizationDraft.About(
                    Objects.requireNonNullElse(kinds, List.of()),
                    Objects.requireNonNullElse(categories, List.of()),
                    unit == null ? null : new OrganizationDraft.Unit(text(unit.name), text(unit.kind), unit.creditCode),
                    partyBranch != null && !partyBranch.isBlank(),
                    partyBranch,
                    text(introduction),
                    foundedOn,
                    plannedSize);
        }

        OrganizationDraft.Contact contact() {
            return new OrganizationDraft.Contact(
                    text(contactName), text(contactPhone), Boolean.TRUE.equals(contactOpen));
        }

        OrganizationDraft.Joining joining() {
            return new OrganizationDraft.Joining(Objects.requireNonNullElse(joinPolicy, JoinPolicy.REVIEW), passCode);
        }

        private static String text(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    /** A host unit as typed. */
    record Unit(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String creditCode) {}

    /** A field that the body must have; malformed without. */
    static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, field);
        }
        return value;
    }

    /** The id that the text stands for; null for none, malformed otherwise. */
    @Nullable
    static Long id(@Nullable String text, String field) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Ids.parse(text).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, field));
    }
}
