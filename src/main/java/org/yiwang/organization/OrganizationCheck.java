package org.yiwang.organization;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Problem;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.OrganizationDraft.About;
import org.yiwang.organization.OrganizationDraft.Contact;
import org.yiwang.organization.OrganizationDraft.Joining;
import org.yiwang.organization.OrganizationDraft.Standing;
import org.yiwang.organization.OrganizationStore.Unit;
import org.yiwang.platform.Vault;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;

/** Turns what somebody typed into what is stored, or refuses it, naming the field. */
@Component
class OrganizationCheck {

    private static final Pattern PHONE =
            Pattern.compile("1[0-9]{10}|0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?|400-?[0-9]{3}-?[0-9]{4}|[0-9]{5}");

    private final OrganizationStore store;
    private final Regions regions;
    private final Codes codes;
    private final Vault vault;
    private final Clock clock;

    OrganizationCheck(OrganizationStore store, Regions regions, Codes codes, Vault vault, Clock clock) {
        this.store = store;
        this.regions = regions;
        this.codes = codes;
        this.vault = vault;
        this.clock = clock;
    }

    /** A new organization that waits for review. */
    Organization create(OrganizationDraft draft, long applicant) {
        Instant now = clock.instant();
        return with(draft, Ids.next(), applicant, now, now);
    }

    /** The organization as corrected by its applicant. */
    Organization correct(Organization before, OrganizationDraft draft) {
        return with(draft, before.id(), before.applicantAccountId(), before.createdAt(), clock.instant());
    }

    private Organization with(OrganizationDraft draft, long id, long applicant, Instant created, Instant changed) {
        RegionCode region = regions.get(draft.region()).code();
        Standing standing = standing(draft.standing(), region);
        About about = about(draft.about());
        Long unit = unit(draft.about().unit(), region, applicant);
        if (standing.filedWith() == FiledWith.UNIT && unit == null) {
            throw new Refusal(OrganizationProblem.UNIT_MISSING).at("unitName");
        }
        return new Organization(
                id,
                text(draft.name(), "name", 2, 50),
                region,
                standing,
                about.kinds(),
                about.categories(),
                unit,
                new Organization.Branch(about.partyOrganization(), about.partyBranch()),
                about.introduction(),
                about.foundedOn(),
                about.plannedSize(),
                contact(draft.contact()),
                joining(draft.joining()),
                OrganizationState.WAITING,
                null,
                null,
                List.of(id),
                applicant,
                created,
                changed);
    }

    /** The organization with what its leaders may change without asking. */
    Organization change(Organization before, About typed, Contact contact, Joining joining, long by) {
        About about = about(typed);
        Long unit = typed.unit() == null ? before.unitId() : unit(typed.unit(), before.region(), by);
        return new Organization(
                before.id(),
                before.name(),
                before.region(),
                before.standing(),
                about.kinds(),
                about.categories(),
                before.standing().filedWith() == FiledWith.UNIT ? before.unitId() : unit,
                new Organization.Branch(about.partyOrganization(), about.partyBranch()),
                about.introduction(),
                about.foundedOn(),
                about.plannedSize(),
                contact(contact),
                joining(joining),
                before.state(),
                before.filedUntil(),
                before.renewalAskedAt(),
                before.ancestors(),
                before.applicantAccountId(),
                before.createdAt(),
                clock.instant());
    }

    private Standing standing(Standing typed, RegionCode region) {
        code("team-type", typed.teamType(), "teamType");
        return switch (typed.teamType()) {
            case "1" -> {
                FiledWith filedWith = typed.filedWith();
                require(filedWith != null, OrganizationProblem.FILING_BODY_MISSING, "filedWith");
                require(
                        filedWith != FiledWith.COMMUNITY || region.level().compareTo(RegionCode.Level.COMMUNITY) >= 0,
                        OrganizationProblem.FILING_NEEDS_COMMUNITY,
                        "region");
                yield new Standing("1", null, null, null, filedWith);
            }
            case "2" ->
                new Standing(
                        "2",
                        codeOr("legal-form", typed.legalForm(), OrganizationProblem.LEGAL_FORM_MISSING, "legalForm"),
                        null,
                        ownCode(typed.creditCode()),
                        null);
            default ->
                new Standing(
                        typed.teamType(),
                        null,
                        codeOr(
                                "approving-unit-kind",
                                typed.unitKind(),
                                OrganizationProblem.UNIT_KIND_MISSING,
                                "unitKind"),
                        ownCode(typed.creditCode()),
                        null);
        };
    }

    private static String ownCode(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw new Refusal(OrganizationProblem.CREDIT_CODE_MISSING).at("creditCode");
        }
        return CreditCode.parse(typed)
                .orElseThrow(() -> new Refusal(OrganizationProblem.CREDIT_CODE_WRONG).at("creditCode"))
                .value();
    }

    private About about(About typed) {
        List<String> kinds = typed.kinds().stream().distinct().toList();
        kinds.forEach(k -> code("team-kind", k, "kinds"));
        List<String> categories = typed.categories().stream().distinct().toList();
        categories.forEach(c -> code("category", c, "categories"));
        require(!categories.isEmpty() && categories.size() <= 4, OrganizationProblem.CATEGORIES, "categories");
        String branch = typed.partyBranch() == null ? "" : typed.partyBranch().strip();
        require(!typed.partyOrganization() || !branch.isEmpty(), OrganizationProblem.BRANCH_MISSING, "partyBranch");
        LocalDate founded = typed.foundedOn();
        require(
                founded == null || !founded.isAfter(LocalDate.now(clock)),
                OrganizationProblem.FOUNDED_IN_FUTURE,
                "foundedOn");
        Integer size = typed.plannedSize();
        if (size != null && (size < 1 || size > 1_000_000)) {
            throw new Refusal(OrganizationProblem.TEXT_LENGTH, 1, 1_000_000).at("plannedSize");
        }
        return new About(
                kinds,
                categories,
                typed.unit(),
                typed.partyOrganization(),
                typed.partyOrganization() ? text(branch, "partyBranch", 2, 60) : null,
                text(typed.introduction(), "introduction", 10, 1000),
                founded,
                size);
    }

    /** The unit meant, known already or new. Its name must be the known one, so that a code mistyped is seen. */
    @Nullable
    private Long unit(OrganizationDraft.@Nullable Unit typed, RegionCode region, long by) {
        if (typed == null || typed.name().isBlank()) {
            return null;
        }
        String name = text(typed.name(), "unitName", 2, 80);
        code("approving-unit-kind", typed.kind(), "unitHostKind");
        String typedCode = typed.creditCode();
        String code = typedCode == null || typedCode.isBlank()
                ? null
                : CreditCode.parse(typedCode)
                        .orElseThrow(() -> new Refusal(OrganizationProblem.CREDIT_CODE_WRONG).at("unitCode"))
                        .value();
        Unit known = findUnit(code, region, name);
        if (known == null) {
            Unit fresh = new Unit(Ids.next(), name, typed.kind(), code, region);
            if (store.insertUnit(fresh, by, clock.instant())) {
                return fresh.id();
            }
            known = findUnit(code, region, name);
        }
        if (known == null || !known.name().equals(name)) {
            throw new Refusal(OrganizationProblem.UNIT_NAME_DIFFERS, known == null ? name : known.name())
                    .at("unitName");
        }
        return known.id();
    }

    @Nullable
    private Unit findUnit(@Nullable String code, RegionCode region, String name) {
        Unit byCode = code == null ? null : store.findUnitByCode(code).orElse(null);
        return byCode != null ? byCode : store.findUnitByName(region, name).orElse(null);
    }

    private Organization.SealedContact contact(Contact typed) {
        String phone = Normalizer.normalize(typed.phone(), Normalizer.Form.NFKC).replaceAll("\\s", "");
        require(PHONE.matcher(phone).matches(), OrganizationProblem.PHONE_WRONG, "contactPhone");
        return new Organization.SealedContact(
                text(typed.name(), "contactName", 1, 30), vault.seal(phone), typed.open());
    }

    private static Joining joining(Joining typed) {
        if (typed.policy() != JoinPolicy.PASS_CODE) {
            return new Joining(typed.policy(), null);
        }
        String code = typed.passCode() == null ? "" : passCode(typed.passCode());
        int length = code.codePointCount(0, code.length());
        require(length >= 1 && length <= 6, OrganizationProblem.PASS_CODE_FORM, "passCode");
        return new Joining(typed.policy(), code);
    }

    /** A pass-code as compared: full-width and half-width are the same. */
    static String passCode(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    private String codeOr(String table, @Nullable String code, OrganizationProblem missing, String field) {
        if (code == null || code.isBlank()) {
            throw new Refusal(missing).at(field);
        }
        code(table, code, field);
        return code;
    }

    private void code(String table, String code, String field) {
        if (codes.list(table).stream().noneMatch(c -> c.code().equals(code))) {
            throw new Refusal(OrganizationProblem.UNKNOWN_CODE).at(field);
        }
    }

    /** Control characters go, runs of spaces become one, then the length counts in characters as people see them. */
    private static String text(String typed, String field, int min, int max) {
        String clean = typed.replaceAll("[\\p{Cntrl}&&[^\n]]", "")
                .replaceAll("[ \\u3000]+", " ")
                .strip();
        int length = clean.codePointCount(0, clean.length());
        if (length < min || length > max) {
            throw new Refusal(OrganizationProblem.TEXT_LENGTH, min, max).at(field);
        }
        return clean;
    }

    private static void require(boolean holds, Problem otherwise, String field) {
        if (!holds) {
            throw new Refusal(otherwise).at(field);
        }
    }
}
