package org.yiwang.activity.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityDraft;
import org.yiwang.activity.ActivityView.Place;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.Contact;
import org.yiwang.activity.ProjectDraft;
import org.yiwang.activity.Recruitment;
import org.yiwang.activity.Risk;
import org.yiwang.activity.Terms;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.web.Form;

/** The texts of an activity as a form, both ways. Times of shifts are {@link ShiftForm}'s. */
final class DraftForm {

    private DraftForm() {}

    /** Fills the form from what was written before. */
    static Form fill(Form form, ActivityDraft draft, ZoneId zone) {
        Recruitment recruitment = draft.recruitment();
        return form.with("organization", Ids.text(draft.organizationId()))
                .with("project", draft.projectId() == null ? null : Ids.text(draft.projectId()))
                .with("region", draft.region().value())
                .with("title", draft.title())
                .with("category", draft.categories().getFirst())
                .with("categories", draft.categories().stream().skip(1).toList())
                .with("objects", draft.objects())
                .with("protections", draft.protections())
                .with("description", draft.description())
                .with("address", draft.place().address())
                .with("latitude", draft.place().latitude())
                .with("longitude", draft.place().longitude())
                .with("contactName", draft.contact().name())
                .with("contactPhone", draft.contact().phone())
                .with("riskLevel", draft.risk().level())
                .with("riskNote", draft.risk().note())
                .with("insurance", draft.risk().insurance())
                .with("scope", recruitment.scope())
                .with("passCode", recruitment.passCode())
                .with("teams", recruitment.teams().stream().map(Ids::text).toList())
                .with("reviewed", recruitment.reviewed() ? "yes" : null)
                .with("recruitFrom", local(recruitment.from(), zone))
                .with("recruitTo", local(recruitment.to(), zone))
                .with("accompanied", draft.terms().accompanied() ? "yes" : null)
                .with("agreement", draft.terms().agreement() ? "yes" : null)
                .with(
                        "subsidy",
                        draft.terms().subsidyFen() == 0 ? null : draft.terms().subsidyFen() / 100)
                .with("subsidyReason", draft.terms().subsidyReason());
    }

    /** Fills the form of a new activity from its project. */
    static Form fill(Form form, long projectId, ProjectDraft project) {
        return form.with("organization", Ids.text(project.organizationId()))
                .with("project", Ids.text(projectId))
                .with("region", project.region().value())
                .with("title", project.name())
                .with("category", project.categories().getFirst())
                .with("categories", project.categories().stream().skip(1).toList())
                .with("objects", project.objects())
                .with("description", project.description())
                .with("address", project.place())
                .with("contactName", project.contact().name())
                .with("contactPhone", project.contact().phone());
    }

    @Nullable
    private static String local(@Nullable Instant moment, ZoneId zone) {
        return moment == null
                ? null
                : DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").format(moment.atZone(zone));
    }

    /** Reads what was typed; the caller asks {@code form.ok()} afterwards. */
    static ActivityDraft read(Form form, RegionCode region, ZoneId zone) {
        return new ActivityDraft(
                id(form, "organization").orElseGet(() -> {
                    form.fail("organization", "form.required");
                    return 0L;
                }),
                id(form, "project").orElse(null),
                region,
                form.text("title", 1, 50),
                categories(form),
                Set.copyOf(form.values("objects")),
                Set.copyOf(form.values("protections")),
                form.text("description", 0, 5000),
                new Place(
                        form.text("address", 0, 200),
                        form.optionalDecimal("latitude", -90, 90).orElse(null),
                        form.optionalDecimal("longitude", -180, 180).orElse(null)),
                new Contact(form.text("contactName", 0, 50), form.text("contactPhone", 0, 30)),
                new Risk(
                        form.integer("riskLevel", 0, 3),
                        form.text("riskNote", 0, 2000),
                        form.text("insurance", 0, 200)),
                recruitment(form, zone),
                new Terms(
                        form.ticked("accompanied"),
                        form.ticked("agreement"),
                        form.optionalInteger("subsidy", 0, 10_000).orElse(0) * 100,
                        form.text("subsidyReason", 0, 200)));
    }

    static List<String> categories(Form form) {
        List<String> categories = new ArrayList<>();
        String main = form.value("category");
        if (main.isEmpty()) {
            form.fail("category", "form.required");
        }
        categories.add(main);
        form.values("categories").stream()
                .filter(c -> !c.equals(main))
                .distinct()
                .forEach(categories::add);
        return categories;
    }

    private static Recruitment recruitment(Form form, ZoneId zone) {
        List<Long> teams = new ArrayList<>();
        new HashSet<>(form.values("teams")).forEach(t -> Ids.parse(t).ifPresent(teams::add));
        return new Recruitment(
                optionalMoment(form, "recruitFrom", zone),
                optionalMoment(form, "recruitTo", zone),
                form.choice("scope", RecruitScope.class),
                form.value("passCode").isEmpty() ? null : form.text("passCode", 0, 20),
                teams,
                form.ticked("reviewed"));
    }

    @Nullable
    private static Instant optionalMoment(Form form, String field, ZoneId zone) {
        return form.value(field).isEmpty() ? null : form.moment(field, zone);
    }

    static Optional<Long> id(Form form, String field) {
        String text = form.value(field);
        return text.isEmpty() ? Optional.empty() : Ids.parse(text);
    }
}
