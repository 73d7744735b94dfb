package org.yiwang.organization;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.DecisionView.Kind;

/** What an applicant does: applies for an organization, corrects what was sent back, takes it back. */
@Component
public class OrganizationApplications {

    private static final Set<OrganizationState> OPEN =
            EnumSet.of(OrganizationState.WAITING, OrganizationState.RETURNED);

    private final OrganizationStore store;
    private final TreeStore trees;
    private final OrganizationCheck check;
    private final OrganizationProfiles profiles;
    private final TeamPeople persons;
    private final TeamPosts posts;
    private final TeamNotices tellers;
    private final Organizations organizations;
    private final Clock clock;

    OrganizationApplications(
            OrganizationStore store,
            TreeStore trees,
            OrganizationCheck check,
            OrganizationProfiles profiles,
            TeamPeople persons,
            TeamPosts posts,
            TeamNotices tellers,
            Organizations organizations,
            Clock clock) {
        this.store = store;
        this.trees = trees;
        this.check = check;
        this.profiles = profiles;
        this.persons = persons;
        this.posts = posts;
        this.tellers = tellers;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The honesty agreement that holds today. */
    public HonestyAgreement honesty() {
        return posts.honesty();
    }

    /**
     * Refuses with {@code organization.not-a-volunteer} or {@code organization.under-age} whoever may not apply: an
     * applicant becomes the first administrator, who is at least 18 (domain §1.8).
     */
    public void requireMayApply(Actor actor) {
        int age = posts.rule().applicantAge();
        if (persons.age(persons.require(actor)) < age) {
            throw new Refusal(OrganizationProblem.UNDER_AGE, age);
        }
    }

    /**
     * Applies for an organization; the reviewers are told.
     *
     * @param honestyVersion version of the honesty agreement that the applicant accepts
     * @return its id
     */
    @Transactional
    public long apply(Actor actor, OrganizationDraft draft, @Nullable Integer honestyVersion) {
        requireMayApply(actor);
        int limit = posts.rule().waitingApplications();
        if (store.countWaiting(actor.accountId()) >= limit) {
            throw new Refusal(OrganizationProblem.TOO_MANY_WAITING, limit);
        }
        posts.accept(actor, honestyVersion);
        Organization organization = check.create(draft, actor.accountId());
        try {
            store.insert(organization);
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
        List<Long> parents = place(organization.id(), draft);
        sent(organization, parents, Kind.APPLIED, actor);
        return organization.id();
    }

    /** Corrects an application that was sent back, or one nobody has decided yet, and sends it again. */
    @Transactional
    public void correct(Actor actor, long id, OrganizationDraft draft) {
        trees.lock(); // first, as every command that changes trees and rows does
        Organization before = requireOwn(actor, id, true);
        if (!OPEN.contains(before.state())) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        Organization after = check.correct(before, draft);
        try {
            store.update(after);
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
        store.move(id, OPEN, OrganizationState.WAITING, clock.instant());
        trees.clearParent(id, Tree.LINE);
        trees.clearParent(id, Tree.AREA);
        List<Long> parents = place(id, draft);
        sent(after, parents, Kind.CORRECTED, actor);
        organizations.changed();
    }

    /** Takes an application back. */
    @Transactional
    public void withdraw(Actor actor, long id) {
        requireOwn(actor, id, true);
        if (!store.move(id, OPEN, OrganizationState.WITHDRAWN, clock.instant())) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        store.addDecision(id, Kind.WITHDRAWN, actor.accountId(), null, clock.instant());
        organizations.changed();
    }

    /** The person's own application with everything in it. */
    @Transactional(readOnly = true)
    public OrganizationProfile get(Actor actor, long id) {
        return profiles.read(requireOwn(actor, id, false), OrganizationProfiles.Reader.LEADER);
    }

    /** Every step of the person's own application. */
    @Transactional(readOnly = true)
    public List<DecisionView> decisions(Actor actor, long id) {
        return profiles.decisions(requireOwn(actor, id, false).id());
    }

    /** All that the person ever applied for, newest first. */
    @Transactional(readOnly = true)
    public List<OrganizationProfile> list(Actor actor) {
        return store.listByApplicant(actor.accountId()).stream()
                .map(o -> profiles.read(o, OrganizationProfiles.Reader.LEADER))
                .toList();
    }

    private Organization requireOwn(Actor actor, long id, boolean lock) {
        Organization found =
                (lock ? store.lock(id) : store.find(id)).orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN));
        if (found.applicantAccountId() != actor.accountId()) {
            throw new Refusal(OrganizationProblem.NOT_YOURS);
        }
        return found;
    }

    private List<Long> place(long id, OrganizationDraft draft) {
        List<Long> parents = new ArrayList<>();
        trees.lock();
        parent(id, Tree.LINE, draft.lineParent(), "lineParent", parents);
        parent(id, Tree.AREA, draft.areaParent(), "areaParent", parents);
        trees.recompute(id);
        return parents;
    }

    private void parent(long id, Tree tree, @Nullable Long parent, String field, List<Long> parents) {
        if (parent == null) {
            return;
        }
        if (store.find(parent)
                .filter(o -> o.state() == OrganizationState.ACTIVE)
                .isEmpty()) {
            throw new Refusal(OrganizationProblem.PARENT_UNKNOWN).at(field);
        }
        if (trees.isAbove(id, parent)) {
            throw new Refusal(OrganizationProblem.CYCLE).at(field);
        }
        trees.setParent(id, tree, parent, clock.instant());
        parents.add(parent);
    }

    private void sent(Organization organization, List<Long> parents, Kind kind, Actor actor) {
        store.addDecision(organization.id(), kind, actor.accountId(), null, clock.instant());
        tellers.tellReviewers(organization, parents, "waiting");
    }

    private static Refusal taken(DuplicateKeyException e) {
        return String.valueOf(e.getMessage()).contains("organization_credit_code")
                ? new Refusal(OrganizationProblem.CREDIT_CODE_TAKEN).at("creditCode")
                : new Refusal(OrganizationProblem.NAME_TAKEN).at("name");
    }
}
