package org.yiwang.organization;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.DecisionView.Kind;

/**
 * What leaders do for their organization: settings, its place in the trees, renewal of the filing; for its people see
 * {@link MemberDesk}. Every call needs {@link Permission#ORGANIZATION_MANAGE} over the organization or one above it.
 */
@Component
public class OrganizationDesk {

    private final LedOrganizations led;
    private final OrganizationStore store;
    private final TreeStore trees;
    private final DirectoryStore directory;
    private final OrganizationCheck check;
    private final OrganizationProfiles profiles;
    private final TeamNotices tellers;
    private final AuditTrail audit;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganizationDesk(
            LedOrganizations led,
            OrganizationStore store,
            TreeStore trees,
            DirectoryStore directory,
            OrganizationCheck check,
            OrganizationProfiles profiles,
            TeamNotices tellers,
            AuditTrail audit,
            Organizations organizations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.led = led;
        this.store = store;
        this.trees = trees;
        this.directory = directory;
        this.check = check;
        this.profiles = profiles;
        this.tellers = tellers;
        this.audit = audit;
        this.organizations = organizations;
        this.events = events;
        this.clock = clock;
    }

    /** Everything about the organization. */
    @Transactional(readOnly = true)
    public OrganizationProfile get(Actor actor, long id) {
        return profiles.read(led.require(actor, id), OrganizationProfiles.Reader.LEADER);
    }

    /** Changes what the organization says of itself, whom to reach and how people join. */
    @Transactional
    public void change(
            Actor actor,
            long id,
            OrganizationDraft.About about,
            OrganizationDraft.Contact contact,
            OrganizationDraft.Joining joining) {
        Organization found = led.lock(actor, id);
        store.update(check.change(found, about, contact, joining, actor.accountId()));
        audit.write(actor, "organization.change", subject(id), null, found.region());
        organizations.changed();
    }

    /**
     * Puts the organization below another one in a tree, or takes it out of the tree. Whoever does so must lead or
     * review both. Refuses circles with {@code organization.cycle}.
     *
     * @param parent null to take it out
     */
    @Transactional
    public void place(Actor actor, long id, Tree tree, @Nullable Long parent) {
        trees.lock();
        Organization found = store.lock(id).orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN));
        requireMayPlace(actor, found);
        if (parent == null) {
            trees.clearParent(id, tree);
        } else {
            Organization above = store.find(parent)
                    .filter(o -> o.state() == OrganizationState.ACTIVE)
                    .orElseThrow(() -> new Refusal(OrganizationProblem.PARENT_UNKNOWN).at("parent"));
            requireMayPlace(actor, above);
            if (trees.isAbove(id, parent)) {
                throw new Refusal(OrganizationProblem.CYCLE).at("parent");
            }
            trees.setParent(id, tree, parent, clock.instant());
            tellers.tellLeaders(parent, "placed", false, found.name(), above.name());
        }
        trees.recompute(id);
        String where = tree + " " + (parent == null ? "-" : Ids.text(parent));
        store.addDecision(id, Kind.PLACED, actor.accountId(), where, clock.instant());
        audit.write(actor, "organization.place", subject(id), where, found.region());
        organizations.changed();
        events.publishEvent(new OrganizationEvent.Moved(id));
    }

    /** Organizations directly below, in either tree; those that wait for a decision first. */
    @Transactional(readOnly = true)
    public List<OrganizationCard> below(Actor actor, long id) {
        led.require(actor, id);
        return directory.children(id);
    }

    /** Asks for a renewal of the filing; the reviewers are told. */
    @Transactional
    public void askRenewal(Actor actor, long id) {
        Organization found = led.lock(actor, id);
        if (!found.isFiled() || found.state() == OrganizationState.STOPPED) {
            throw new Refusal(OrganizationProblem.NOT_FILED);
        }
        if (!store.askRenewal(id, clock.instant())) {
            throw new Refusal(OrganizationProblem.ALREADY_ASKED);
        }
        store.addDecision(id, Kind.RENEWAL_ASKED, actor.accountId(), null, clock.instant());
        List<Long> parents =
                trees.parents(id).stream().map(OrganizationProfile.Parent::id).toList();
        tellers.tellReviewers(found, parents, "renewal-asked");
        organizations.changed();
    }

    private static void requireMayPlace(Actor actor, Organization organization) {
        Reach manage = actor.reach(Permission.ORGANIZATION_MANAGE);
        if (!manage.covers(organization.region(), organization.ancestors())) {
            ReviewReach.of(actor).require(organization);
        }
    }

    private static String subject(long id) {
        return "organization:" + Ids.text(id);
    }
}
