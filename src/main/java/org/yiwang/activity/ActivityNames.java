package org.yiwang.activity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityDetail.ProjectName;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;

/** Names for the codes and ids in an activity. */
@Component
class ActivityNames {

    private final Organizations organizations;
    private final Regions regions;
    private final Codes codes;
    private final ActivityStore store;
    private final ProjectStore projects;

    ActivityNames(
            Organizations organizations, Regions regions, Codes codes, ActivityStore store, ProjectStore projects) {
        this.organizations = organizations;
        this.regions = regions;
        this.codes = codes;
        this.store = store;
        this.projects = projects;
    }

    String organization(long organizationId) {
        return organizations.find(organizationId).map(OrganizationView::name).orElse("");
    }

    String region(RegionCode code) {
        return regions.find(code).map(RegionView::fullName).orElse(code.value());
    }

    List<Label> labels(String table, Collection<String> wanted) {
        return wanted.stream().map(code -> label(table, code)).toList();
    }

    Label label(String table, String code) {
        return codes.label(table, code);
    }

    /** The words by which an activity is found: title first, then who, where, what kind, and what is done. */
    String searchText(Activity activity) {
        ActivityDraft draft = activity.draft();
        StringBuilder text = new StringBuilder(draft.title())
                .append(' ')
                .append(organization(draft.organizationId()))
                .append(' ')
                .append(region(draft.region()))
                .append(' ')
                .append(draft.place().address());
        labels("category", draft.categories())
                .forEach(l -> text.append(' ').append(l.zh()).append(' ').append(l.en()));
        activity.posts().forEach(p -> text.append(' ').append(p.name()));
        text.append(' ').append(draft.description());
        return text.toString();
    }

    ActivityDetail detail(Activity activity) {
        ActivityDraft draft = activity.draft();
        return new ActivityDetail(
                activity.view(),
                organization(draft.organizationId()),
                region(draft.region()),
                Optional.ofNullable(draft.projectId())
                        .flatMap(projects::find)
                        .map(p -> new ProjectName(p.id(), p.draft().name()))
                        .orElse(null),
                labels("category", draft.categories()),
                labels("service-object", draft.objects().stream().sorted().toList()),
                labels("protection", draft.protections().stream().sorted().toList()),
                draft.description(),
                draft.contact(),
                draft.risk(),
                draft.terms(),
                activity.posts(),
                asked(activity.posts()),
                activity.free(),
                activity.marks().publishedAt(),
                store.findSummary(activity.id()).orElse(null));
    }

    /** Names of the skills and qualifications that posts ask, by table and code. */
    Map<String, Label> asked(List<PostView> posts) {
        Map<String, Label> asked = new TreeMap<>();
        posts.forEach(post -> {
            post.conditions().skills().forEach(c -> asked.put("skill/" + c, label("skill", c)));
            post.conditions().qualifications().forEach(c -> asked.put("qualification/" + c, label("qualification", c)));
        });
        return asked;
    }
}
