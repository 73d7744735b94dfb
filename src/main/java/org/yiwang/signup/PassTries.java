package org.yiwang.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;

/**
 * Counts attempts at the pass-code of an activity, so that six characters are not guessed: rule
 * {@code signup.pass-code}. Counted before the code is looked at and in a transaction of its own, so that many attempts
 * at once are many attempts.
 */
@Component
class PassTries {

    private static final String RULE = "signup.pass-code";

    private final PassTryStore store;
    private final Rules rules;
    private final TransactionTemplate apart;
    private final Clock clock;

    PassTries(PassTryStore store, Rules rules, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    record Limit(int tries, int minutes) {}

    /** Counts an attempt; refuses with {@code signup.pass-code-tries} when there were too many within the time. */
    void count(long activityId, long accountId) {
        Limit limit = rules.current(RULE, Limit.class).value();
        Instant now = clock.instant();
        Integer tries = apart.execute(
                _ -> store.count(activityId, accountId, now, now.minus(Duration.ofMinutes(limit.minutes()))));
        if (tries != null && tries > limit.tries()) {
            throw new Refusal(SignUpProblem.PASS_CODE_TRIES, limit.tries(), limit.minutes()).at("passCode");
        }
    }

    /** The right code was typed. */
    void forget(long activityId, long accountId) {
        apart.executeWithoutResult(_ -> store.forget(activityId, accountId));
    }
}
