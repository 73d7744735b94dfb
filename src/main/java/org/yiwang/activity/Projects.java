package org.yiwang.activity;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;

/** The project library: what organizations do again and again. Writing needs {@code ACTIVITY_MANAGE} for the organization. */
@Component
public class Projects {

    private static final int PAGE = 30;

    /** Most projects on one printed sheet. */
    private static final int SHEET = 200;

    private final ProjectStore store;
    private final DraftForms forms;
    private final ActivityNames names;
    private final Organizations organizations;
    private final AuditTrail audit;
    private final Clock clock;

    Projects(
            ProjectStore store,
            DraftForms forms,
            ActivityNames names,
            Organizations organizations,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.forms = forms;
        this.names = names;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a project; returns its id. */
    @Transactional
    public long create(Actor actor, ProjectDraft draft) {
        OrganizationView organization =
                organizations.require(actor, Permission.ACTIVITY_MANAGE, draft.organizationId());
        long id = Ids.next();
        store.insert(
                new Project(id, organization.ancestors(), complete(forms.checked(draft))),
                actor.accountId(),
                clock.instant());
        audit.write(actor, "activity.project-create", "project:" + Ids.text(id), null);
        return id;
    }

    /** Writes a project again; taking it off the list is done so too. */
    @Transactional
    public void edit(Actor actor, long projectId, ProjectDraft draft) {
        require(actor, projectId);
        OrganizationView organization =
                organizations.require(actor, Permission.ACTIVITY_MANAGE, draft.organizationId());
        store.update(new Project(projectId, organization.ancestors(), complete(forms.checked(draft))));
        audit.write(actor, "activity.project-edit", "project:" + Ids.text(projectId), null);
    }

    /** The public sheet says what, when, where and whom to ask: none may be missing. */
    private static ProjectDraft complete(ProjectDraft draft) {
        requireText(draft.description(), "description");
        requireText(draft.regularTime(), "regularTime");
        requireText(draft.place(), "place");
        if (draft.contact().name().isBlank() || draft.contact().phone().isBlank()) {
            throw new Refusal(ActivityProblem.CONTACT_MISSING).at("contactName");
        }
        return draft;
    }

    private static void requireText(String text, String field) {
        if (text.isBlank()) {
            throw new Refusal(ActivityProblem.TEXT_MISSING).at(field);
        }
    }

    /** The project of an organization in the actor's reach. */
    @Transactional(readOnly = true)
    public ProjectView require(Actor actor, long projectId) {
        ProjectView project = get(projectId);
        actor.require(Permission.ACTIVITY_MANAGE, project.draft().region(), project.ancestors());
        return project;
    }

    /** The project; refuses with {@code activity.project-unknown}. Whether everybody may see it: {@code listed}. */
    public ProjectView get(long projectId) {
        return view(store.find(projectId).orElseThrow(() -> new Refusal(ActivityProblem.PROJECT_UNKNOWN)));
    }

    /** Projects of the organizations in the actor's reach, by name. */
    public List<ProjectView> listWithin(Actor actor) {
        return store.listWithin(actor.reach(Permission.ACTIVITY_MANAGE)).stream()
                .map(this::view)
                .toList();
    }

    /** Projects that everybody sees, of a region, an organization with those below it, a category. */
    public Slice<ProjectView> list(
            RegionCode region, @Nullable Long organizationId, @Nullable String category, int page) {
        int wanted = Math.clamp(page, 1, 500);
        List<Project> found = store.listPublic(region, organizationId, category, (wanted - 1) * PAGE, PAGE + 1);
        return Slice.cut(found, wanted, PAGE).map(this::view);
    }

    /** All of them for one printed sheet, at most 200. */
    public List<ProjectView> sheet(RegionCode region, @Nullable Long organizationId) {
        return store.listPublic(region, organizationId, null, 0, SHEET).stream()
                .map(this::view)
                .toList();
    }

    private ProjectView view(Project project) {
        ProjectDraft draft = project.draft();
        return new ProjectView(
                project.id(),
                project.ancestors(),
                draft,
                names.organization(draft.organizationId()),
                names.region(draft.region()),
                names.labels("category", draft.categories()),
                names.labels("service-object", draft.objects().stream().sorted().toList()));
    }
}
