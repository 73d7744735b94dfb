package org.yiwang.honour;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;

/** The days of award rounds: moves each round on when its days are over, and erases contacts that are not needed any more. */
@Component
public class RoundClock {

    private static final Logger LOG = LoggerFactory.getLogger(RoundClock.class);

    private final RoundStore rounds;
    private final NominationStore nominations;
    private final ObjectionStore objections;
    private final RoundLife life;
    private final Publication publication;
    private final LookTries tries;
    private final TransactionTemplate transaction;

    RoundClock(
            RoundStore rounds,
            NominationStore nominations,
            ObjectionStore objections,
            RoundLife life,
            Publication publication,
            LookTries tries,
            TransactionTemplate transaction) {
        this.rounds = rounds;
        this.nominations = nominations;
        this.objections = objections;
        this.life = life;
        this.publication = publication;
        this.tries = tries;
        this.transaction = transaction;
    }

    /** Does what is due today, each round in a transaction of its own. Run by a job; for tests after moving the clock. */
    public void tick() {
        LocalDate today = life.today();
        for (long id : rounds.due(today)) {
            try {
                transaction.executeWithoutResult(_ -> move(life.lock(id), today));
            } catch (RuntimeException e) {
                LOG.error("award round {} could not be moved on", Ids.text(id), e); // One failing round stops no other.
            }
        }
        transaction.executeWithoutResult(_ -> objections.eraseContacts(
                life.now().minus(Duration.ofDays(life.limits().contactKeptDays()))));
        tries.forgetOld();
    }

    private void move(RoundView round, LocalDate today) {
        switch (round.state()) {
            case OPEN -> {
                if (today.isAfter(round.terms().nominateUntil())) {
                    life.startReview(round);
                }
            }
            case REVIEWING -> {
                if (today.isAfter(round.terms().reviewUntil())) {
                    closeReview(round);
                }
            }
            case NOTICE -> {
                removeTold(round, today);
                RoundView after = life.lock(round.id());
                LocalDate until = after.noticeUntil();
                if (until != null && today.isAfter(until)) {
                    publication.publish(after);
                }
            }
            default -> {
                // Another node was faster.
            }
        }
    }

    private void closeReview(RoundView round) {
        if (round.scoresClosed()) {
            return; // A tie waits for the judge who was told.
        }
        try {
            life.closeReview(Actor.SYSTEM, round);
        } catch (Refusal _) {
            life.late(round, "notice.honour.scores-missing");
        }
    }

    /** Removals of which the nominee was told, once the last day for the reply is over without one. */
    private void removeTold(RoundView round, LocalDate today) {
        List<Objection> due = objections.open(round.id()).stream()
                .filter(o -> o.state() == Objection.State.TOLD
                        && o.removeOn() != null
                        && o.removeOn().isBefore(today))
                .toList();
        for (Objection o : due) {
            String reason = o.reason() == null ? "" : o.reason();
            objections.decide(o.id(), Objection.State.UPHELD, reason, 0, life.now());
            Long nomination = o.nominationId();
            if (nomination != null) {
                nominations
                        .find(nomination)
                        .filter(n -> n.state() == Nominee.State.AGREED)
                        .ifPresent(n -> life.remove(Actor.SYSTEM, life.lock(round.id()), n, reason));
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> awardRoundsJob(RoundClock rounds, ListClock lists) {
            return Tasks.recurring("honour-rounds", FixedDelay.of(Duration.ofMinutes(10)))
                    .execute((instance, context) -> {
                        rounds.tick();
                        lists.tick();
                    });
        }
    }
}
