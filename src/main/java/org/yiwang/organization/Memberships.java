package org.yiwang.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.MemberView.How;
import org.yiwang.organization.MemberView.State;
import org.yiwang.organization.TeamMemberStore.Member;
import org.yiwang.organization.TeamPostStore.Held;

/** What a person does about the own memberships and posts: joins, leaves, answers invitations and offers. */
@Component
public class Memberships {

    private final OrganizationStore store;
    private final TeamMemberStore members;
    private final TeamPostStore postStore;
    private final TeamPosts posts;
    private final TeamPeople persons;
    private final TeamNotices tellers;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final Clock clock;

    Memberships(
            OrganizationStore store,
            TeamMemberStore members,
            TeamPostStore postStore,
            TeamPosts posts,
            TeamPeople persons,
            TeamNotices tellers,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.postStore = postStore;
        this.posts = posts;
        this.persons = persons;
        this.tellers = tellers;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Joins by the policy of the organization: asks, or becomes a member at once.
     *
     * @param passCode for {@link JoinPolicy#PASS_CODE}
     * @param message a word to the leaders, up to 200 characters
     * @return {@code ASKED} or {@code MEMBER}
     */
    public State join(Actor actor, long organizationId, @Nullable String passCode, @Nullable String message) {
        Organization organization = requireActive(organizationId);
        persons.require(actor);
        Optional<Member> live = members.findLive(organizationId, actor.accountId());
        if (live.isPresent()) {
            throw new Refusal(
                    switch (live.get().state()) {
                        case MEMBER -> OrganizationProblem.ALREADY_MEMBER;
                        case INVITED -> OrganizationProblem.ALREADY_INVITED;
                        default -> OrganizationProblem.ALREADY_ASKED;
                    });
        }
        How how = switch (organization.joining().policy()) {
            case REVIEW -> How.REVIEWED;
            case DIRECT -> How.DIRECT;
            case NOBODY -> throw new Refusal(OrganizationProblem.JOIN_CLOSED);
            case PASS_CODE -> byPassCode(actor, organization, passCode);
        };
        String word = message == null || message.isBlank() ? null : message.strip();
        if (word != null && word.codePointCount(0, word.length()) > 200) {
            throw new Refusal(OrganizationProblem.TEXT_LENGTH, 0, 200).at("message");
        }
        return Objects.requireNonNull(transaction.execute(status -> enter(actor, organization, how, word)));
    }

    private State enter(Actor actor, Organization organization, How how, @Nullable String word) {
        State state = how == How.REVIEWED ? State.ASKED : State.MEMBER;
        Instant now = clock.instant();
        Member member = new Member(
                actor.accountId(), 0, organization.id(), state, how, word, now, state == State.MEMBER ? now : null);
        if (!members.add(member, null)) {
            throw new Refusal(OrganizationProblem.ALREADY_MEMBER);
        }
        if (state == State.MEMBER) {
            events.publishEvent(new OrganizationEvent.Joined(organization.id(), actor.accountId()));
        } else {
            tellers.tellAll(
                    postStore.leaders(organization.id()),
                    "asked",
                    TeamNotices.desk(organization.id()) + "/members",
                    false,
                    organization.name(),
                    persons.require(actor).name());
        }
        return state;
    }

    /**
     * A try is counted before the code is looked at and in a transaction of its own, so that many at once are many.
     */
    private How byPassCode(Actor actor, Organization organization, @Nullable String typed) {
        String right = Objects.requireNonNull(organization.joining().passCode());
        LocalDate today = LocalDate.now(clock);
        int limit = posts.rule().passCodeTriesPerDay();
        int tries = Objects.requireNonNull(
                apart.execute(status -> members.countTry(organization.id(), actor.accountId(), today)));
        if (tries > limit) {
            throw new Refusal(OrganizationProblem.PASS_CODE_TRIES, limit).at("passCode");
        }
        if (typed == null || !OrganizationCheck.passCode(typed).equals(right)) {
            throw new Refusal(OrganizationProblem.PASS_CODE_WRONG).at("passCode");
        }
        return How.PASS_CODE;
    }

    /** Accepts or declines an invitation. Nobody becomes a member by an invitation without saying yes. */
    @Transactional
    public void answerInvitation(Actor actor, long organizationId, boolean accept) {
        Organization organization = requireActive(organizationId);
        Member live = members.findLive(organizationId, actor.accountId())
                .filter(m -> m.state() == State.INVITED)
                .orElseThrow(() -> new Refusal(OrganizationProblem.NOT_INVITED));
        boolean first = accept
                ? members.begin(organizationId, actor.accountId(), State.INVITED, actor.accountId(), clock.instant())
                : members.end(live, State.DECLINED, actor.accountId(), null, clock.instant());
        if (!first) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        tellers.tellAll(
                postStore.leaders(organizationId),
                accept ? "invitation-accepted" : "invitation-declined",
                TeamNotices.desk(organizationId) + "/members",
                false,
                organization.name(),
                persons.require(actor).name());
        if (accept) {
            events.publishEvent(new OrganizationEvent.Joined(organizationId, actor.accountId()));
        }
    }

    /**
     * Leaves, or takes the request to join back. Posts end with the membership; the last administrator must first hand
     * over.
     */
    @Transactional
    public void leave(Actor actor, long organizationId) {
        Organization organization =
                store.lock(organizationId).orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN));
        Member live = members.findLive(organizationId, actor.accountId())
                .filter(m -> m.state() != State.INVITED)
                .orElseThrow(() -> new Refusal(OrganizationProblem.NOT_A_MEMBER));
        posts.requireAnotherAdministrator(organizationId, actor.accountId());
        if (!members.end(live, State.LEFT, actor.accountId(), null, clock.instant())) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        posts.endAll(actor, organizationId, actor.accountId(), "left");
        if (live.state() == State.MEMBER) {
            tellers.tellLeaders(organizationId, "left", false, organization.name(), actor.name());
            events.publishEvent(new OrganizationEvent.Left(organizationId, actor.accountId()));
        }
    }

    /**
     * Accepts or declines a post that was offered. Accepting asks for the honesty agreement where the post runs the
     * team.
     */
    @Transactional
    public void answerPost(
            Actor actor, long organizationId, long postId, boolean accept, @Nullable Integer honestyVersion) {
        Organization organization =
                store.lock(organizationId).orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN));
        Held post = postStore
                .find(organizationId, postId)
                .filter(p -> p.accountId() == actor.accountId())
                .orElseThrow(() -> new Refusal(OrganizationProblem.POST_UNKNOWN));
        if (post.begunAt() != null || post.endedAt() != null) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        if (accept) {
            if (post.post().runsTheTeam()) {
                posts.accept(actor, honestyVersion);
            }
            posts.requireAge(post.post(), actor.accountId());
            posts.begin(actor, post);
        } else {
            posts.end(actor, post, "declined");
        }
        tellers.tell(
                post.givenBy(),
                accept ? "post-accepted" : "post-declined",
                TeamNotices.desk(organizationId) + "/posts",
                false,
                organization.name(),
                persons.require(actor).name());
    }

    /** The person's membership in one organization that lasts or waits. */
    public Optional<State> find(Actor actor, long organizationId) {
        return members.findLive(organizationId, actor.accountId()).map(Member::state);
    }

    /** The person's memberships, the last of each organization, with the posts held there. */
    @Transactional(readOnly = true)
    public List<MembershipView> list(Actor actor) {
        List<Member> mine = members.listOf(actor.accountId());
        List<Held> held = postStore.ofPerson(actor.accountId());
        Map<Long, String> names =
                store.names(mine.stream().map(Member::organizationId).toList());
        return mine.stream()
                .map(m -> new MembershipView(
                        m.organizationId(),
                        Objects.requireNonNull(names.get(m.organizationId())),
                        m.state(),
                        Objects.requireNonNullElse(m.joinedAt(), m.askedAt()),
                        held.stream()
                                .filter(h -> h.organizationId() == m.organizationId() && h.begunAt() != null)
                                .map(Held::post)
                                .toList()))
                .toList();
    }

    /** Posts offered to the person that wait for an answer. */
    @Transactional(readOnly = true)
    public List<PostView> offers(Actor actor) {
        List<Held> offered = postStore.ofPerson(actor.accountId()).stream()
                .filter(h -> h.begunAt() == null)
                .toList();
        Map<Long, String> names =
                store.names(offered.stream().map(Held::organizationId).toList());
        return offered.stream()
                .map(h -> MemberDesk.postView(h, Objects.requireNonNull(names.get(h.organizationId())), actor.name()))
                .toList();
    }

    private Organization requireActive(long organizationId) {
        Organization organization = store.find(organizationId)
                .filter(o -> o.state().wasApproved())
                .orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN));
        if (!organization.isActiveOn(LocalDate.now(clock))) {
            throw new Refusal(OrganizationProblem.NOT_ACTIVE);
        }
        return organization;
    }
}
