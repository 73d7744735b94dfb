package org.yiwang.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView.Place;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.Organizations;
import org.yiwang.region.Regions;
import org.yiwang.rules.Code;
import org.yiwang.rules.Codes;

/**
 * What even a draft must be: codes that exist, texts that can be kept, times that run forward. Brings texts into
 * shape; whether it is fit to be public is {@link PublicationCheck}'s.
 */
@Component
class DraftForms {

    private final Codes codes;
    private final Regions regions;
    private final Organizations organizations;

    DraftForms(Codes codes, Regions regions, Organizations organizations) {
        this.codes = codes;
        this.regions = regions;
        this.organizations = organizations;
    }

    ActivityDraft checked(ActivityDraft draft) {
        region(draft.region());
        return new ActivityDraft(
                draft.organizationId(),
                draft.projectId(),
                draft.region(),
                name(draft.title(), 50, "title"),
                categories(draft.categories()),
                Set.copyOf(known("service-object", draft.objects(), "objects")),
                Set.copyOf(known("protection", draft.protections(), "protections")),
                text(draft.description(), 5000, "description"),
                place(draft.place()),
                contact(draft.contact()),
                risk(draft.risk()),
                recruitment(draft.recruitment()),
                terms(draft.terms()));
    }

    ProjectDraft checked(ProjectDraft draft) {
        region(draft.region());
        return new ProjectDraft(
                draft.organizationId(),
                draft.region(),
                name(draft.name(), 50, "name"),
                categories(draft.categories()),
                Set.copyOf(known("service-object", draft.objects(), "objects")),
                text(draft.description(), 2000, "description"),
                text(draft.regularTime(), 200, "regularTime"),
                text(draft.place(), 200, "place"),
                contact(draft.contact()),
                draft.listed());
    }

    /** A post; where nobody under age may serve, it asks for adults whatever was written. */
    PostDraft checked(PostDraft post, @Nullable Integer adultsFrom) {
        Conditions asked = post.conditions();
        Integer minAge = asked.minAge();
        if (adultsFrom != null && (minAge == null || minAge < adultsFrom)) {
            minAge = adultsFrom;
        }
        Integer maxAge = asked.maxAge();
        if (minAge != null && maxAge != null && maxAge < minAge) {
            throw new Refusal(ActivityProblem.AGES_CROSSED, minAge).at("maxAge");
        }
        return new PostDraft(
                name(post.name(), 30, "postName"),
                text(post.description(), 1000, "postDescription"),
                new Conditions(
                        minAge,
                        maxAge,
                        Set.copyOf(known("skill", asked.skills(), "skills")),
                        Math.max(0, asked.minOwnMinutes()),
                        Set.copyOf(known("qualification", asked.qualifications(), "qualifications"))));
    }

    ShiftDraft checked(ShiftDraft shift) {
        if (shift.capacity() < 1 || shift.capacity() > 100_000) {
            throw new Refusal(ActivityProblem.SHIFT_FORM).at("capacity");
        }
        return shift;
    }

    /** A span of time as typed; refuses one that ends before it begins, beside the field. */
    static Period period(java.time.Instant start, java.time.Instant end, String field) {
        if (!start.isBefore(end)) {
            throw new Refusal(ActivityProblem.SHIFT_FORM).at(field);
        }
        return new Period(start, end);
    }

    private void region(RegionCode code) {
        if (regions.find(code).isEmpty()) {
            throw new Refusal(ActivityProblem.REGION_UNKNOWN).at("region");
        }
    }

    private List<String> categories(List<String> given) {
        List<String> categories = given.stream().distinct().toList();
        if (categories.isEmpty() || categories.size() > 4) {
            throw new Refusal(ActivityProblem.CATEGORY_COUNT).at("category");
        }
        return known("category", categories, "category");
    }

    private List<String> known(String table, Collection<String> given, String field) {
        Set<String> inUse = codes.list(table).stream().map(Code::code).collect(Collectors.toSet());
        for (String code : given) {
            if (!inUse.contains(code)) {
                throw new Refusal(ActivityProblem.CODE_UNKNOWN, code).at(field);
            }
        }
        return List.copyOf(given);
    }

    private static Place place(Place place) {
        if ((place.latitude() == null) != (place.longitude() == null)) {
            throw new Refusal(ActivityProblem.POINT_INCOMPLETE).at("latitude");
        }
        if (isBeyond(place.latitude(), 90) || isBeyond(place.longitude(), 180)) {
            throw new Refusal(ActivityProblem.POINT_RANGE).at("latitude");
        }
        return new Place(text(place.address(), 200, "address"), place.latitude(), place.longitude());
    }

    private static boolean isBeyond(@Nullable Double degrees, int most) {
        return degrees != null && !(Math.abs(degrees) <= most);
    }

    private static Contact contact(Contact contact) {
        return new Contact(text(contact.name(), 50, "contactName"), text(contact.phone(), 30, "contactPhone"));
    }

    private static Risk risk(Risk risk) {
        if (risk.level() < 0 || risk.level() > 3) {
            throw new Refusal(ActivityProblem.CODE_UNKNOWN, risk.level()).at("riskLevel");
        }
        return new Risk(risk.level(), text(risk.note(), 2000, "riskNote"), text(risk.insurance(), 200, "insurance"));
    }

    private Recruitment recruitment(Recruitment given) {
        if (given.from() != null && given.to() != null && !given.from().isBefore(given.to())) {
            throw new Refusal(ActivityProblem.RECRUITMENT_CROSSED).at("recruitTo");
        }
        List<Long> teams = new ArrayList<>(given.teams().stream().distinct().toList());
        for (long team : teams) {
            if (organizations.find(team).isEmpty()) {
                throw new Refusal(ActivityProblem.TEAM_UNKNOWN).at("teams");
            }
        }
        return new Recruitment(given.from(), given.to(), given.scope(), given.passCode(), teams, given.reviewed());
    }

    private static Terms terms(Terms terms) {
        return new Terms(
                terms.accompanied(),
                terms.agreement(),
                Math.max(0, terms.subsidyFen()),
                text(terms.subsidyReason(), 200, "subsidyReason"));
    }

    private static String name(String given, int max, String field) {
        String name = clean(given).replaceAll("\\s+", " ");
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > max) {
            throw new Refusal(ActivityProblem.NAME_LENGTH, max).at(field);
        }
        return name;
    }

    static String text(String given, int max, String field) {
        String text = clean(given);
        if (text.codePointCount(0, text.length()) > max) {
            throw new Refusal(ActivityProblem.TEXT_TOO_LONG, max).at(field);
        }
        return text;
    }

    /** Without the characters that PostgreSQL or a page cannot show; line breaks stay. */
    private static String clean(String given) {
        return given.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
    }
}
