package org.yiwang.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.organization.MemberView.State;
import org.yiwang.organization.TeamMemberStore.Member;
import org.yiwang.organization.TeamPostStore.Held;

/**
 * What the leaders of an organization do about its people: decide who joins, invite, remove, give and end posts. Every
 * call needs {@link Permission#ORGANIZATION_MANAGE} over the organization or one above it.
 */
@Component
public class MemberDesk {

    private static final int PAGE = 50;

    private final LedOrganizations led;
    private final TeamMemberStore members;
    private final TeamPostStore postStore;
    private final TeamPosts posts;
    private final TeamPeople persons;
    private final TeamNotices tellers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MemberDesk(
            LedOrganizations led,
            TeamMemberStore members,
            TeamPostStore postStore,
            TeamPosts posts,
            TeamPeople persons,
            TeamNotices tellers,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.led = led;
        this.members = members;
        this.postStore = postStore;
        this.posts = posts;
        this.persons = persons;
        this.tellers = tellers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Memberships in one of the states, oldest first; the look at their names is noted. */
    @Transactional
    public Slice<MemberView> members(Actor actor, long id, Collection<State> states, int page) {
        Organization found = led.require(actor, id);
        int from = (Slice.page(page) - 1) * PAGE;
        Slice<Member> slice = Slice.cut(members.list(id, states, from, PAGE + 1), Slice.page(page), PAGE);
        Map<Long, People.Person> people =
                persons.all(slice.items().stream().map(Member::accountId).toList());
        long named = slice.items().stream().filter(m -> !merelyInvited(m)).count();
        audit.lookAtList(actor, subject(id) + " members", Math.toIntExact(named), found.region());
        return slice.map(m -> memberView(m, people.get(m.accountId())));
    }

    /** Accepts or refuses one who asked to join; a refusal may say why. */
    @Transactional
    public void decide(Actor actor, long id, long accountId, boolean accept, @Nullable String reason) {
        Organization found = led.lockActive(actor, id);
        Member live = requireLive(id, accountId, State.ASKED);
        boolean first = accept
                ? members.begin(id, accountId, State.ASKED, actor.accountId(), clock.instant())
                : members.end(live, State.REFUSED, actor.accountId(), clean(reason), clock.instant());
        if (!first) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        write(actor, found, accept ? "accept-member" : "refuse-member", accountId, reason);
        tellers.tell(accountId, accept ? "accepted" : "refused", "/organizations/" + Ids.text(id), false, found.name());
        if (accept) {
            events.publishEvent(new OrganizationEvent.Joined(id, accountId));
        }
    }

    /** Ends a membership or an invitation, with a reason; posts end with it. */
    @Transactional
    public void remove(Actor actor, long id, long accountId, String reason) {
        Organization found = led.lock(actor, id);
        requireReason(reason);
        Member live = members.findLive(id, accountId)
                .filter(m -> m.state() != State.ASKED)
                .orElseThrow(() -> new Refusal(OrganizationProblem.NOT_A_MEMBER));
        posts.requireAnotherAdministrator(id, accountId);
        if (!members.end(live, State.REMOVED, actor.accountId(), reason.strip(), clock.instant())) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        posts.endAll(actor, id, accountId, "removed");
        write(actor, found, "remove-member", accountId, reason);
        tellers.tell(accountId, "removed", "/organizations/" + Ids.text(id), false, found.name(), reason.strip());
        if (live.state() == State.MEMBER) {
            events.publishEvent(new OrganizationEvent.Left(id, accountId));
        }
    }

    /** Invites the volunteer with that unified number, who becomes a member only by accepting. Who takes a rest is not invited. */
    @Transactional
    public void invite(Actor actor, long id, String number) {
        Organization found = led.lockActive(actor, id);
        long accountId = persons.accountOf(number.strip());
        persons.requireNoRest(accountId);
        Member invited =
                new Member(accountId, 0, id, State.INVITED, MemberView.How.INVITED, null, clock.instant(), null);
        if (!members.add(invited, actor.accountId())) {
            throw new Refusal(
                            switch (members.findLive(id, accountId)
                                    .map(Member::state)
                                    .orElse(State.MEMBER)) {
                                case ASKED -> OrganizationProblem.ALREADY_ASKED;
                                case INVITED -> OrganizationProblem.ALREADY_INVITED;
                                default -> OrganizationProblem.ALREADY_MEMBER;
                            })
                    .at("number");
        }
        tellers.tell(accountId, "invited", "/organizations/mine", true, found.name());
    }

    /** Posts held now and before. */
    @Transactional(readOnly = true)
    public List<PostView> posts(Actor actor, long id) {
        Organization found = led.require(actor, id);
        List<Held> history = postStore.history(id);
        Map<Long, People.Person> people =
                persons.all(history.stream().map(Held::accountId).distinct().toList());
        return history.stream()
                .map(h -> {
                    People.Person person = people.get(h.accountId());
                    return postView(h, found.name(), person == null ? "" : person.name());
                })
                .toList();
    }

    /**
     * Gives a member a post. It begins at once, unless it runs the team and the person has not accepted the honesty
     * agreement: then it is offered and begins when the person accepts.
     *
     * @return whether it began
     */
    @Transactional
    public boolean givePost(Actor actor, long id, PostDraft draft) {
        Organization found = led.lockActive(actor, id);
        posts.requireMayAppoint(actor, found, draft.post());
        requireLive(id, draft.accountId(), State.MEMBER);
        posts.requireAge(draft.post(), draft.accountId());
        if (draft.chosenOn().isAfter(LocalDate.now(clock)) || draft.chosenOn().getYear() < 1949) {
            throw new Refusal(OrganizationProblem.CHOSEN_IN_FUTURE).at("chosenOn");
        }
        Held post = new Held(
                id,
                Ids.next(),
                draft.post(),
                draft.accountId(),
                draft.how(),
                draft.chosenOn(),
                clean(draft.record()),
                actor.accountId(),
                null,
                null,
                null);
        posts.offer(post);
        boolean atOnce = posts.mayBeginAtOnce(draft.post(), draft.accountId());
        if (atOnce) {
            posts.begin(actor, post);
        }
        write(
                actor,
                found,
                atOnce ? "give-post" : "offer-post",
                draft.accountId(),
                draft.post().name());
        tellers.tell(
                draft.accountId(),
                atOnce ? "post-begun." + draft.post() : "post-offered." + draft.post(),
                atOnce ? TeamNotices.desk(id) : "/organizations/mine",
                true,
                found.name());
        return atOnce;
    }

    /** Ends a post, or takes an offer back; the last administrator stays until there is another. */
    @Transactional
    public void endPost(Actor actor, long id, long postId, String reason) {
        Organization found = led.lock(actor, id);
        requireReason(reason);
        Held post = postStore.find(id, postId).orElseThrow(() -> new Refusal(OrganizationProblem.POST_UNKNOWN));
        posts.requireMayAppoint(actor, found, post.post());
        if (post.post() == Post.ADMINISTRATOR && post.begunAt() != null && post.endedAt() == null) {
            posts.requireAnotherAdministrator(id, post.accountId());
        }
        posts.end(actor, post, reason.strip());
        write(actor, found, "end-post", post.accountId(), reason);
        tellers.tell(
                post.accountId(),
                "post-ended." + post.post(),
                "/organizations/" + Ids.text(id),
                false,
                found.name(),
                reason.strip());
    }

    private Member requireLive(long id, long accountId, State state) {
        return members.findLive(id, accountId)
                .filter(m -> m.state() == state)
                .orElseThrow(() -> new Refusal(
                        state == State.ASKED ? OrganizationProblem.ALREADY_DECIDED : OrganizationProblem.NOT_A_MEMBER));
    }

    private void write(Actor actor, Organization found, String verb, long accountId, @Nullable String why) {
        String about = "account:" + Ids.text(accountId);
        String said = clean(why);
        audit.write(
                actor,
                "organization." + verb,
                subject(found.id()),
                said == null ? about : about + " " + said,
                found.region());
    }

    private static String subject(long id) {
        return "organization:" + Ids.text(id);
    }

    @Nullable
    private static String clean(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > 500) {
            throw new Refusal(OrganizationProblem.TEXT_LENGTH, 0, 500).at("reason");
        }
        return text.strip();
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new Refusal(OrganizationProblem.REASON_MISSING).at("reason");
        }
    }

    private static boolean merelyInvited(Member m) {
        return m.how() == MemberView.How.INVITED && m.joinedAt() == null;
    }

    /** Somebody who was merely invited, by a number that anybody can count up to, stays masked. */
    private static String shown(Member m, People.Person person) {
        return merelyInvited(m) ? person.maskedName() : person.name();
    }

    private static MemberView memberView(Member m, People.@Nullable Person person) {
        return new MemberView(
                m.accountId(),
                person == null ? "" : shown(m, person),
                person == null ? "" : person.number(),
                m.state(),
                m.how(),
                m.message(),
                m.askedAt(),
                m.joinedAt());
    }

    static PostView postView(Held h, String organizationName, String name) {
        return new PostView(
                h.id(),
                h.organizationId(),
                organizationName,
                h.post(),
                h.accountId(),
                name,
                h.how(),
                h.chosenOn(),
                h.record(),
                h.begunAt(),
                h.endedAt(),
                h.endReason());
    }
}
