package org.yiwang.entry;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets lapse what nobody finished in time, and deletes proofs whose time is over. Run by a job. */
@Component
public class EntryExpiry {

    private static final int BATCH = 500;

    private final EntryStore store;
    private final ProofStore proofs;
    private final EntryProgress progress;
    private final Clock clock;

    EntryExpiry(EntryStore store, ProofStore proofs, EntryProgress progress, Clock clock) {
        this.store = store;
        this.proofs = proofs;
        this.progress = progress;
        this.clock = clock;
    }

    /** Ends what is over; the volunteers and the organizers are told. */
    @Transactional
    public void lookAfter() {
        LocalDate today = LocalDate.now(clock);
        List<EntryLine> lines = store.lockExpired(today, BATCH);
        for (EntryLine line : lines) {
            store.find(line.activityId(), line.sheetId()).ifPresent(sheet -> progress.expired(sheet, line));
        }
        proofs.deleteDue(today);
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> entryExpiryJob(EntryExpiry expiry) {
            return Tasks.recurring("entry-expiry", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> expiry.lookAfter());
        }
    }
}
