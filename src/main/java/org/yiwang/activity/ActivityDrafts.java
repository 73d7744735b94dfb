package org.yiwang.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;

/**
 * Writing activities before they are public: all commands need {@code ACTIVITY_MANAGE} for the organization, and a state
 * in which the organizer writes ({@code DRAFT} or {@code RETURNED}; otherwise {@code activity.wrong-state}). An activity
 * always has at least one post with one shift.
 */
@Component
public class ActivityDrafts {

    private final ActivityBook book;
    private final ActivityStore store;
    private final ProjectStore projects;
    private final DraftForms forms;
    private final PassCodes passCodes;
    private final ActivityNames names;
    private final PublicationDesk publication;
    private final Organizations organizations;

    ActivityDrafts(
            ActivityBook book,
            ActivityStore store,
            ProjectStore projects,
            DraftForms forms,
            PassCodes passCodes,
            ActivityNames names,
            PublicationDesk publication,
            Organizations organizations) {
        this.book = book;
        this.store = store;
        this.projects = projects;
        this.forms = forms;
        this.passCodes = passCodes;
        this.names = names;
        this.publication = publication;
        this.organizations = organizations;
    }

    /**
     * What the organizer's form shows.
     *
     * @param id the activity
     * @param state where it stands
     * @param draft what was written, with the pass-code
     * @param posts posts with their shifts
     * @param asked names of the skills and qualifications that posts ask: {@code skill/01}, {@code qualification/01}
     * @param version to be sent back with {@link #edit}
     */
    public record Sheet(
            long id, State state, ActivityDraft draft, List<PostView> posts, Map<String, Label> asked, int version) {}

    /** The activity as its organizer writes it; in any state. */
    @Transactional(readOnly = true)
    public Sheet get(Actor actor, long activityId) {
        Activity activity = store.find(activityId).orElseThrow(() -> new Refusal(ActivityProblem.UNKNOWN));
        actor.require(Permission.ACTIVITY_MANAGE, activity.draft().region(), activity.ancestors());
        Recruitment r = activity.draft().recruitment();
        String passCode = passCodes.open(activity.sealedPassCode());
        ActivityDraft draft =
                activity.draft().with(new Recruitment(r.from(), r.to(), r.scope(), passCode, r.teams(), r.reviewed()));
        return new Sheet(
                activityId,
                activity.state(),
                draft,
                activity.posts(),
                names.asked(activity.posts()),
                activity.version());
    }

    /**
     * Writes a new activity.
     *
     * @param plan posts with their shifts, at least one of each
     * @return its id
     */
    @Transactional
    public long create(Actor actor, ActivityDraft draft, List<PostPlan> plan) {
        OrganizationView organization =
                organizations.require(actor, Permission.ACTIVITY_MANAGE, draft.organizationId());
        ActivityDraft checked = forms.checked(draft);
        requireProject(checked);
        long id = Ids.next();
        List<PostView> posts = posts(id, plan, checked.risk());
        Activity activity = new Activity(
                id,
                organization.ancestors(),
                checked,
                passCodes.seal(draft.recruitment().passCode()),
                posts,
                State.DRAFT,
                true,
                new Activity.Marks(book.now(), null, null, null, null, null),
                actor.accountId(),
                1);
        book.insert(activity);
        posts.forEach(post -> {
            store.savePost(id, post.id(), new PostDraft(post.name(), post.description(), post.conditions()));
            post.shifts()
                    .forEach(s -> store.saveShift(id, post.id(), s.id(), new ShiftDraft(s.period(), s.capacity())));
        });
        return id;
    }

    private List<PostView> posts(long activityId, List<PostPlan> plan, Risk risk) {
        Integer adultsFrom = publication.adultsFrom(risk);
        List<PostView> posts = new ArrayList<>();
        for (PostPlan one : plan) {
            PostDraft post = forms.checked(one.post(), adultsFrom);
            long postId = Ids.next();
            List<ShiftView> shifts = one.shifts().stream()
                    .map(forms::checked)
                    .map(s -> new ShiftView(
                            Ids.next(), activityId, postId, post.name(), s.period(), s.capacity(), post.conditions()))
                    .toList();
            posts.add(new PostView(postId, post.name(), post.description(), post.conditions(), shifts));
        }
        if (posts.stream().allMatch(p -> p.shifts().isEmpty())) {
            throw new Refusal(ActivityProblem.LAST_SHIFT);
        }
        return posts;
    }

    private void requireProject(ActivityDraft draft) {
        Long projectId = draft.projectId();
        if (projectId != null) {
            Project project = projects.find(projectId)
                    .orElseThrow(() -> new Refusal(ActivityProblem.PROJECT_UNKNOWN).at("project"));
            if (project.draft().organizationId() != draft.organizationId()) {
                throw new Refusal(ActivityProblem.PROJECT_UNKNOWN).at("project");
            }
        }
    }

    /**
     * Writes the texts of an activity again; posts and shifts stay.
     *
     * @param version as shown by {@link #get}; refuses with {@code activity.changed-meanwhile} when it is not the last
     * @param draft a pass-code left out keeps the one before
     */
    @Transactional
    public void edit(Actor actor, long activityId, int version, ActivityDraft draft) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.EDIT);
        if (activity.version() != version) {
            throw new Refusal(ActivityProblem.CHANGED_MEANWHILE);
        }
        OrganizationView organization =
                organizations.require(actor, Permission.ACTIVITY_MANAGE, draft.organizationId());
        ActivityDraft checked = forms.checked(draft);
        requireProject(checked);
        Integer adultsFrom = publication.adultsFrom(checked.risk());
        if (adultsFrom != null) {
            store.raiseMinAge(activityId, adultsFrom);
        }
        book.save(book.again(activityId)
                .with(
                        checked,
                        organization.ancestors(),
                        passCodes.seal(draft.recruitment().passCode())));
    }

    /** A new draft like an earlier activity, with its shifts moved by whole weeks into the weeks to come. */
    @Transactional
    public long copy(Actor actor, long activityId) {
        Sheet earlier = get(actor, activityId);
        Instant first = Activity.span(earlier.posts().stream()
                        .flatMap(p -> p.shifts().stream())
                        .toList())
                .start();
        long weeks =
                Math.max(0, Math.ceilDiv(Duration.between(first, book.now()).toHours() + 72, 7 * 24));
        ActivityDraft old = earlier.draft();
        Recruitment r = old.recruitment();
        ActivityDraft draft = old.with(new Recruitment(null, null, r.scope(), r.passCode(), r.teams(), r.reviewed()));
        List<PostPlan> plan = earlier.posts().stream()
                .map(p -> new PostPlan(
                        new PostDraft(p.name(), p.description(), p.conditions()),
                        p.shifts().stream()
                                .map(s -> new ShiftDraft(later(s.period(), weeks), s.capacity()))
                                .toList()))
                .toList();
        return create(actor, draft, plan);
    }

    /** The same hours of the day so many weeks later, whatever the clocks do in between. */
    private Period later(Period period, long weeks) {
        var zone = book.clock().getZone();
        return new Period(
                period.start().atZone(zone).plusWeeks(weeks).toInstant(),
                period.end().atZone(zone).plusWeeks(weeks).toInstant());
    }

    /** Adds a post with its shifts. */
    @Transactional
    public long addPost(Actor actor, long activityId, PostPlan plan) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.EDIT);
        PostView post =
                posts(activityId, List.of(plan), activity.draft().risk()).getFirst();
        store.savePost(activityId, post.id(), new PostDraft(post.name(), post.description(), post.conditions()));
        post.shifts()
                .forEach(s -> store.saveShift(activityId, post.id(), s.id(), new ShiftDraft(s.period(), s.capacity())));
        book.save(book.again(activityId));
        return post.id();
    }

    /** Writes a post again; its shifts stay. */
    @Transactional
    public void editPost(Actor actor, long activityId, long postId, PostDraft post) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.EDIT);
        requirePost(activity, postId);
        store.savePost(
                activityId,
                postId,
                forms.checked(post, publication.adultsFrom(activity.draft().risk())));
        book.save(book.again(activityId));
    }

    /** Removes a post with its shifts; refuses with {@code activity.last-shift} if none would be left. */
    @Transactional
    public void removePost(Actor actor, long activityId, long postId) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.EDIT);
        requirePost(activity, postId);
        if (activity.shifts().stream().allMatch(s -> s.postId() == postId)) {
            throw new Refusal(ActivityProblem.LAST_SHIFT);
        }
        store.removePost(activityId, postId);
        book.save(book.again(activityId));
    }

    /** Adds shifts to a post. */
    @Transactional
    public void addShifts(Actor actor, long activityId, long postId, List<ShiftDraft> shifts) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.EDIT);
        requirePost(activity, postId);
        shifts.forEach(s -> store.saveShift(activityId, postId, Ids.next(), forms.checked(s)));
        book.save(book.again(activityId));
    }

    /** Writes a shift again. */
    @Transactional
    public void editShift(Actor actor, long activityId, long shiftId, ShiftDraft shift) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.EDIT);
        store.saveShift(activityId, requireShift(activity, shiftId).postId(), shiftId, forms.checked(shift));
        book.save(book.again(activityId));
    }

    /** Removes a shift; refuses with {@code activity.last-shift} if none would be left. */
    @Transactional
    public void removeShift(Actor actor, long activityId, long shiftId) {
        Activity activity = book.open(actor, Permission.ACTIVITY_MANAGE, activityId, Step.EDIT);
        ShiftView shift = requireShift(activity, shiftId);
        if (activity.shifts().size() == 1) {
            throw new Refusal(ActivityProblem.LAST_SHIFT);
        }
        store.removeShift(activityId, shift.id());
        book.save(book.again(activityId));
    }

    static PostView requirePost(Activity activity, long postId) {
        return activity.posts().stream()
                .filter(p -> p.id() == postId)
                .findFirst()
                .orElseThrow(() -> new Refusal(ActivityProblem.POST_UNKNOWN));
    }

    static ShiftView requireShift(Activity activity, long shiftId) {
        return activity.shifts().stream()
                .filter(s -> s.id() == shiftId)
                .findFirst()
                .orElseThrow(() -> new Refusal(ActivityProblem.SHIFT_UNKNOWN));
    }
}
