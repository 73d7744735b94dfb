package org.yiwang.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;

/**
 * How many numbers of identity documents an account may bring on one day for which nobody is found (rule {@code
 * paper.misses}): a roll has a few slips of the pen, who tries numbers out has many. Counted in a transaction of its own, so
 * that what was refused counts too.
 */
@Component
class Misses {

    private final ImportStore store;
    private final Rules rules;
    private final Clock clock;
    private final TransactionTemplate apart;

    Misses(ImportStore store, Rules rules, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Counts the misses among lines; once they are used up, lines that would hit are refused as well, or the refusal would
     * tell them apart. Refuses with {@code paper.too-many-misses}.
     *
     * @param lines as written
     * @param staged the same, read
     */
    void count(Actor actor, List<Line> lines, List<Staged> staged) {
        if (lines.stream().allMatch(l -> l.document().isEmpty() || !l.number().isEmpty())) {
            return;
        }
        int misses = (int) staged.stream().filter(Misses::isMiss).count();
        int today = Objects.requireNonNull(
                apart.execute(_ -> store.countMisses(actor.accountId(), LocalDate.now(clock), misses)));
        if (today > rules.current("paper.misses", Limit.class).value().perDay()) {
            throw new Refusal(PaperProblem.TOO_MANY_MISSES);
        }
    }

    /** Forgets what was counted before yesterday. */
    void forgetOld() {
        store.deleteMisses(LocalDate.now(clock).minusDays(1));
    }

    private static boolean isMiss(Staged one) {
        return one.fault() != null
                && one.fault().problem().equals(PaperProblem.PERSON_UNKNOWN.code())
                && one.line().number().isEmpty();
    }

    /**
     * The rule.
     *
     * @param perDay misses of an account on one day
     */
    record Limit(int perDay) {}
}
