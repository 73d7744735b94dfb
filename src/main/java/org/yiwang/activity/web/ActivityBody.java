package org.yiwang.activity.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityDraft;
import org.yiwang.activity.ActivityProblem;
import org.yiwang.activity.ActivityView.Place;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Contact;
import org.yiwang.activity.PostDraft;
import org.yiwang.activity.PostPlan;
import org.yiwang.activity.Recruitment;
import org.yiwang.activity.Risk;
import org.yiwang.activity.ShiftDraft;
import org.yiwang.activity.Terms;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;

/** An activity as the API receives it; what is left out takes the value of an ordinary activity. */
record ActivityBody(
        @Nullable String organizationId,
        @Nullable String projectId,
        @Nullable String region,
        @Nullable String title,
        @Nullable List<String> categories,
        @Nullable Set<String> objects,
        @Nullable Set<String> protections,
        @Nullable String description,
        @Nullable PlaceBody place,
        @Nullable ContactBody contact,
        @Nullable RiskBody risk,
        @Nullable RecruitmentBody recruitment,
        @Nullable TermsBody terms,
        @Nullable List<PostBody> posts,
        @Nullable Integer version) {

    record PlaceBody(
            @Nullable String address,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    record ContactBody(@Nullable String name, @Nullable String phone) {
        Contact contact() {
            return new Contact(orEmpty(name), orEmpty(phone));
        }
    }

    record RiskBody(
            @Nullable Integer level,
            @Nullable String note,
            @Nullable String insurance) {}

    record RecruitmentBody(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable RecruitScope scope,
            @Nullable String passCode,
            @Nullable List<String> teams,
            @Nullable Boolean reviewed) {}

    record TermsBody(
            @Nullable Boolean accompanied,
            @Nullable Boolean agreement,
            @Nullable Integer subsidyFen,
            @Nullable String subsidyReason) {}

    record PostBody(
            @Nullable String name,
            @Nullable String description,
            @Nullable ConditionsBody conditions,
            @Nullable List<ShiftBody> shifts) {

        PostDraft post() {
            return new PostDraft(
                    orEmpty(name),
                    orEmpty(description),
                    conditions == null ? Conditions.NONE : conditions.conditions());
        }

        PostPlan plan() {
            return new PostPlan(
                    post(), orNone(shifts).stream().map(ShiftBody::shift).toList());
        }
    }

    record ConditionsBody(
            @Nullable Integer minAge,
            @Nullable Integer maxAge,
            @Nullable Set<String> skills,
            @Nullable Integer minOwnMinutes,
            @Nullable Set<String> qualifications) {

        Conditions conditions() {
            return new Conditions(
                    minAge,
                    maxAge,
                    skills == null ? Set.of() : Set.copyOf(skills),
                    minOwnMinutes == null ? 0 : minOwnMinutes,
                    qualifications == null ? Set.of() : Set.copyOf(qualifications));
        }
    }

    record ShiftBody(
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Integer capacity) {

        ShiftDraft shift() {
            return new ShiftDraft(period(), capacity == null ? 0 : capacity);
        }

        Period period() {
            if (start == null || end == null || !start.isBefore(end)) {
                throw new Refusal(ActivityProblem.SHIFT_FORM).at("shifts");
            }
            return new Period(start, end);
        }
    }

    ActivityDraft draft() {
        return new ActivityDraft(
                required(organizationId, "organizationId"),
                projectId == null ? null : required(projectId, "projectId"),
                RegionCode.parse(orEmpty(region))
                        .orElseThrow(() -> new Refusal(ActivityProblem.REGION_UNKNOWN).at("region")),
                orEmpty(title),
                orNone(categories),
                objects == null ? Set.of() : objects,
                protections == null ? Set.of() : protections,
                orEmpty(description),
                place == null
                        ? new Place("", null, null)
                        : new Place(orEmpty(place.address), place.latitude, place.longitude),
                contact == null ? Contact.NONE : contact.contact(),
                risk == null
                        ? new Risk(0, "", "")
                        : new Risk(risk.level == null ? 0 : risk.level, orEmpty(risk.note), orEmpty(risk.insurance)),
                recruitment == null ? Recruitment.OPEN : recruitment(recruitment),
                terms == null ? Terms.NONE : terms(terms));
    }

    private static Recruitment recruitment(RecruitmentBody body) {
        return new Recruitment(
                body.from,
                body.to,
                Objects.requireNonNullElse(body.scope, RecruitScope.PUBLIC),
                body.passCode,
                orNone(body.teams).stream().map(t -> required(t, "teams")).toList(),
                Boolean.TRUE.equals(body.reviewed));
    }

    private static Terms terms(TermsBody body) {
        return new Terms(
                Boolean.TRUE.equals(body.accompanied),
                Boolean.TRUE.equals(body.agreement),
                body.subsidyFen == null ? 0 : body.subsidyFen,
                orEmpty(body.subsidyReason));
    }

    List<PostPlan> plan() {
        return orNone(posts).stream().map(PostBody::plan).toList();
    }

    static long required(@Nullable String id, String field) {
        return Ids.parse(orEmpty(id)).orElseThrow(() -> new Refusal(ActivityProblem.TEXT_MISSING).at(field));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
