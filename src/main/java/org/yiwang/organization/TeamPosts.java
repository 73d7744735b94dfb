package org.yiwang.organization;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Scope;
import org.yiwang.organization.TeamPostStore.Held;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;

/**
 * How posts begin and end. A post that begins gives its role at the scope of the organization, one that ends takes it
 * away, in the same transaction. The caller holds the lock on the organization's row.
 */
@Component
class TeamPosts {

    private final TeamPostStore store;
    private final Grants grants;
    private final TeamPeople persons;
    private final Rules rules;
    private final Clock clock;

    TeamPosts(TeamPostStore store, Grants grants, TeamPeople persons, Rules rules, Clock clock) {
        this.store = store;
        this.grants = grants;
        this.persons = persons;
        this.rules = rules;
        this.clock = clock;
    }

    PostRule rule() {
        return rules.current("organization.posts", PostRule.class).value();
    }

    HonestyAgreement honesty() {
        Rule<HonestyAgreement.Text> rule = rules.current("organization.honesty", HonestyAgreement.Text.class);
        return new HonestyAgreement(
                rule.version(), rule.value().zh(), rule.value().en());
    }

    /** Notes that the person accepts the agreement; refuses a version that does not hold (any more). */
    void accept(Actor actor, @Nullable Integer version) {
        if (version == null || version != honesty().version()) {
            throw new Refusal(OrganizationProblem.HONESTY_MISSING).at("honesty");
        }
        store.accept(actor.accountId(), version, clock.instant());
    }

    /** Whether the person may take the post at once, without accepting the agreement first. */
    boolean mayBeginAtOnce(Post post, long accountId) {
        return !post.runsTheTeam() || store.hasAccepted(accountId, honesty().version());
    }

    /** Captains run a team; who administers it is for administrators to say. Only they may approve long days. */
    void requireMayAppoint(Actor actor, Organization found, Post post) {
        if (post == Post.ADMINISTRATOR) {
            actor.require(Permission.RECORD_APPROVE_LONG_DAY, found.region(), found.ancestors());
        }
    }

    void requireAge(Post post, long accountId) {
        int age = rule().ageFor(post);
        if (persons.age(persons.require(accountId)) < age) {
            throw new Refusal(OrganizationProblem.PERSON_UNDER_AGE, age).at("account");
        }
    }

    /** Adds the post, not begun; refuses with {@code organization.post-held} if it is held or offered already. */
    void offer(Held post) {
        if (!store.add(post, clock.instant())) {
            throw new Refusal(OrganizationProblem.POST_HELD).at("account");
        }
    }

    /** The post begins; a captain follows the captain before, whose post ends. */
    void begin(Actor by, Held post) {
        if (post.post() == Post.CAPTAIN) {
            for (Held before : store.lockHeld(post.organizationId())) {
                if (before.post() == Post.CAPTAIN) {
                    end(by, before, "succeeded");
                }
            }
        }
        if (!store.begin(post.organizationId(), post.id(), clock.instant())) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        grants.give(by, post.accountId(), post.post().role(), scope(post), why(post));
    }

    /** The post ends, begun or not. */
    void end(Actor by, Held post, String reason) {
        if (!store.end(post.organizationId(), post.id(), by.accountId(), reason, clock.instant())) {
            throw new Refusal(OrganizationProblem.ALREADY_DECIDED);
        }
        if (post.begunAt() != null) {
            grants.takeAway(by, post.accountId(), post.post().role(), scope(post), reason);
        }
    }

    /** Refuses with {@code organization.last-administrator} if nobody else administers the organization. */
    void requireAnotherAdministrator(long organizationId, long accountId) {
        List<Held> held = store.lockHeld(organizationId);
        boolean one = held.stream().anyMatch(h -> h.post() == Post.ADMINISTRATOR && h.accountId() == accountId);
        boolean another = held.stream().anyMatch(h -> h.post() == Post.ADMINISTRATOR && h.accountId() != accountId);
        if (one && !another) {
            throw new Refusal(OrganizationProblem.LAST_ADMINISTRATOR);
        }
    }

    /** Ends whatever the person holds or is offered in the organization, for one who is no member any more. */
    void endAll(Actor by, long organizationId, long accountId, String reason) {
        for (Held post : store.ofPerson(accountId)) {
            if (post.organizationId() == organizationId) {
                end(by, post, reason);
            }
        }
    }

    private static Scope scope(Held post) {
        return new Scope.InOrganization(post.organizationId());
    }

    private static String why(Held post) {
        return post.post().name() + " " + post.how().name() + " " + post.chosenOn();
    }
}
