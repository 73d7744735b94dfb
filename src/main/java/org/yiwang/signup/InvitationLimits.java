package org.yiwang.signup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;

/**
 * How often on one day people may be invited (rule {@code signup.invitation}): unified numbers are counted up, and whoever
 * may invite without bound may try all of them out. Invitations are counted by activity in the database; tries, refused
 * ones too, by account on this node.
 */
@Component
class InvitationLimits {

    private static final String RULE = "signup.invitation";
    private static final int MOST_ACCOUNTS = 100_000;

    private final SignUpStore signUps;
    private final Rules rules;
    private final Clock clock;

    private final Cache<String, AtomicInteger> tries = Caffeine.newBuilder()
            .maximumSize(MOST_ACCOUNTS)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    InvitationLimits(SignUpStore signUps, Rules rules, Clock clock) {
        this.signUps = signUps;
        this.rules = rules;
        this.clock = clock;
    }

    /** Counts a try; refuses with {@code signup.invitation-limit} when the day's number is used up. */
    void count(Actor actor, long activityId) {
        Limits limits = rules.current(RULE, Limits.class).value();
        LocalDate today = LocalDate.now(clock);
        int tried = tries.get(actor.accountId() + " " + today, _ -> new AtomicInteger())
                .incrementAndGet();
        if (tried > limits.triesPerDay()
                || signUps.countInvited(
                                activityId, today.atStartOfDay(clock.getZone()).toInstant())
                        >= limits.perDay()) {
            throw new Refusal(SignUpProblem.INVITATION_LIMIT, limits.perDay());
        }
    }

    /**
     * Numbers for one day.
     *
     * @param perDay invitations to one activity
     * @param triesPerDay numbers that one account tries, for whatever activity
     */
    record Limits(int perDay, int triesPerDay) {}
}
