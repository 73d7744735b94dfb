package org.yiwang.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.yiwang.kernel.Scope;
import org.yiwang.kernel.Slice;
import org.yiwang.organization.DecisionView.Kind;
import org.yiwang.organization.TeamMemberStore.Member;
import org.yiwang.organization.TeamPostStore.Held;

/**
 * What the office does whose scope covers an organization: approve, send back, stop, restart, renew. The leaders of an
 * organization above it approve, send back and stop too; letting a stopped or expired group act again is for the office,
 * or for them where theirs is the unit that files the group. Refuses what is out of scope, what was decided already and
 * one's own application.
 */
@Component
public class OrganizationReview {

    private static final int PAGE = 30;

    private final OrganizationStore store;
    private final DirectoryStore directory;
    private final TeamMemberStore members;
    private final OrganizationProfiles profiles;
    private final TeamFilings filings;
    private final TeamPosts posts;
    private final TeamNotices tellers;
    private final AuditTrail audit;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganizationReview(
            OrganizationStore store,
            DirectoryStore directory,
            TeamMemberStore members,
            OrganizationProfiles profiles,
            TeamFilings filings,
            TeamPosts posts,
            TeamNotices tellers,
            AuditTrail audit,
            Organizations organizations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.members = members;
        this.profiles = profiles;
        this.filings = filings;
        this.posts = posts;
        this.tellers = tellers;
        this.audit = audit;
        this.organizations = organizations;
        this.events = events;
        this.clock = clock;
    }

    /** What waits for this reviewer: applications and renewals, longest waiting first. */
    @Transactional(readOnly = true)
    public Slice<OrganizationCard> waiting(Actor actor, int page) {
        return queue(actor, EnumSet.of(OrganizationState.WAITING), true, page);
    }

    /** Organizations in reach that are in one of the states. */
    @Transactional(readOnly = true)
    public Slice<OrganizationCard> list(Actor actor, Collection<OrganizationState> states, int page) {
        return queue(actor, states, false, page);
    }

    private Slice<OrganizationCard> queue(
            Actor actor, Collection<OrganizationState> states, boolean renewals, int page) {
        Reach reach = ReviewReach.of(actor).reach();
        if (reach.isEmpty() || page < 1) {
            return new Slice<>(List.of(), 1, false);
        }
        return Slice.cut(
                directory.queue(
                        reach.regionPatterns(), reach.organizationIds(), states, renewals, (page - 1) * PAGE, PAGE + 1),
                page,
                PAGE);
    }

    /** Everything about an organization in reach; a private number masked. */
    @Transactional(readOnly = true)
    public OrganizationProfile get(Actor actor, long id) {
        Organization found = find(id);
        ReviewReach.of(actor).require(found);
        return profiles.read(found, OrganizationProfiles.Reader.REVIEWER);
    }

    /** Every step so far of an organization in reach. */
    @Transactional(readOnly = true)
    public List<DecisionView> decisions(Actor actor, long id) {
        ReviewReach.of(actor).require(find(id));
        return profiles.decisions(id);
    }

    /** Whether the actor may let the organization act again: renew its filing, restart it. */
    @Transactional(readOnly = true)
    public boolean mayFile(Actor actor, long id) {
        return mayFile(actor, find(id));
    }

    /** The rule of filing periods, for the form that decides. */
    public FilingRule filingRule() {
        return filings.rule();
    }

    /**
     * Approves an application: the applicant becomes member and first administrator, a group without legal form is
     * filed.
     *
     * @param filedUntil last day of the filing; asked for from groups without legal form, otherwise null
     */
    @Transactional
    public void approve(Actor actor, long id, @Nullable LocalDate filedUntil, @Nullable String remark) {
        Organization found = requireToDecide(actor, id);
        filings.file(actor, found, filedUntil);
        if (!store.move(id, Set.of(OrganizationState.WAITING), OrganizationState.ACTIVE, clock.instant())) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        store.addDecision(id, Kind.APPROVED, actor.accountId(), blankToNull(remark), clock.instant());
        found(actor, found);
        finish(actor, found, "approve", remark);
        tellers.tell(found.applicantAccountId(), "approved", TeamNotices.desk(id), true, found.name());
        events.publishEvent(new OrganizationEvent.Approved(id));
    }

    /** Sends an application back; the applicant may correct it. */
    @Transactional
    public void giveBack(Actor actor, long id, String reason) {
        Organization found = requireToDecide(actor, id);
        move(actor, found, Set.of(OrganizationState.WAITING), OrganizationState.RETURNED, Kind.RETURNED, reason);
        finish(actor, found, "return", reason);
        tellers.tell(
                found.applicantAccountId(),
                "returned",
                "/organizations/mine/" + Ids.text(id),
                true,
                found.name(),
                reason.strip());
    }

    /** Stops an organization: nothing may be published for it until it is restarted. */
    @Transactional
    public void stop(Actor actor, long id, String reason) {
        Organization found = requireInReach(actor, id);
        move(
                actor,
                found,
                EnumSet.of(OrganizationState.ACTIVE, OrganizationState.EXPIRED),
                OrganizationState.STOPPED,
                Kind.STOPPED,
                reason);
        finish(actor, found, "stop", reason);
        tellers.tellLeaders(id, "stopped", true, found.name(), reason.strip());
        events.publishEvent(new OrganizationEvent.Stopped(id, reason.strip()));
    }

    /**
     * Lets a stopped organization act again; one whose filing ran out meanwhile must be renewed first. Refuses leaders of
     * an organization above with {@code organization.office-only}.
     */
    @Transactional
    public void restart(Actor actor, long id, String reason) {
        Organization found = requireToFile(actor, id);
        LocalDate until = found.filedUntil();
        boolean expired = until != null && until.isBefore(LocalDate.now(clock));
        move(
                actor,
                found,
                Set.of(OrganizationState.STOPPED),
                expired ? OrganizationState.EXPIRED : OrganizationState.ACTIVE,
                Kind.RESTARTED,
                reason);
        finish(actor, found, "restart", reason);
        tellers.tellLeaders(id, "restarted", true, found.name(), reason.strip());
        if (!expired) {
            events.publishEvent(new OrganizationEvent.Restarted(id));
        }
    }

    /**
     * Renews the filing of a group; it follows the one in force, or begins today when that ran out. Refuses leaders of an
     * organization above with {@code organization.office-only}, unless theirs is the unit that files it.
     */
    @Transactional
    public void renew(Actor actor, long id, LocalDate until) {
        Organization found = requireToFile(actor, id);
        filings.renew(actor, found, until);
        store.addDecision(id, Kind.RENEWED, actor.accountId(), until.toString(), clock.instant());
        if (store.move(id, Set.of(OrganizationState.EXPIRED), OrganizationState.ACTIVE, clock.instant())) {
            events.publishEvent(new OrganizationEvent.Restarted(id));
        }
        finish(actor, found, "renew", until.toString());
        tellers.tellLeaders(id, "renewed", true, found.name(), until.toString());
    }

    /** Refuses a renewal that waits; for those who may {@link #renew}. */
    @Transactional
    public void refuseRenewal(Actor actor, long id, String reason) {
        Organization found = requireToFile(actor, id);
        requireReason(reason);
        if (!store.clearRenewal(id)) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        store.addDecision(id, Kind.RENEWAL_REFUSED, actor.accountId(), reason.strip(), clock.instant());
        finish(actor, found, "refuse-renewal", reason);
        tellers.tellLeaders(id, "renewal-refused", true, found.name(), reason.strip());
    }

    /** The applicant's member row and first post; the post exists although the state already says active. */
    private void found(Actor actor, Organization o) {
        long founder = o.applicantAccountId();
        members.add(
                new Member(
                        founder,
                        0,
                        o.id(),
                        MemberView.State.MEMBER,
                        MemberView.How.FOUNDED,
                        null,
                        clock.instant(),
                        clock.instant()),
                actor.accountId());
        posts.requireAge(Post.ADMINISTRATOR, founder);
        Held post = new Held(
                o.id(),
                Ids.next(),
                Post.ADMINISTRATOR,
                founder,
                HowChosen.FOUNDED,
                LocalDate.now(clock),
                null,
                actor.accountId(),
                null,
                null,
                null);
        posts.offer(post);
        posts.begin(actor, post);
    }

    private void move(
            Actor actor,
            Organization found,
            Collection<OrganizationState> from,
            OrganizationState to,
            Kind kind,
            String reason) {
        requireReason(reason);
        if (!store.move(found.id(), from, to, clock.instant())) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        store.addDecision(found.id(), kind, actor.accountId(), reason.strip(), clock.instant());
    }

    private void finish(Actor actor, Organization found, String verb, @Nullable String why) {
        audit.write(
                actor,
                "organization." + verb,
                "organization:" + Ids.text(found.id()),
                blankToNull(why),
                found.region());
        organizations.changed();
    }

    private Organization find(long id) {
        return store.find(id).orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN));
    }

    private Organization requireInReach(Actor actor, long id) {
        Organization found = store.lock(id).orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN));
        ReviewReach.of(actor).require(found);
        boolean leads =
                actor.grants().stream().anyMatch(g -> g.scope() instanceof Scope.InOrganization(long led) && led == id);
        if (leads) {
            throw new Refusal(OrganizationProblem.OWN_APPLICATION);
        }
        return found;
    }

    private boolean mayFile(Actor actor, Organization found) {
        return actor.reach(Permission.ORGANIZATION_REVIEW).covers(found.region(), List.of())
                || filings.isFiledByOneOf(
                        found, actor.reach(Permission.ORGANIZATION_MANAGE).organizations());
    }

    private Organization requireToFile(Actor actor, long id) {
        Organization found = requireInReach(actor, id);
        if (!mayFile(actor, found)) {
            throw new Refusal(OrganizationProblem.OFFICE_ONLY);
        }
        return found;
    }

    private Organization requireToDecide(Actor actor, long id) {
        Organization found = requireInReach(actor, id);
        if (found.state() != OrganizationState.WAITING) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        if (found.applicantAccountId() == actor.accountId()) {
            throw new Refusal(OrganizationProblem.OWN_APPLICATION);
        }
        return found;
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal(OrganizationProblem.REASON_MISSING).at("reason");
        }
    }

    @Nullable
    private static String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
