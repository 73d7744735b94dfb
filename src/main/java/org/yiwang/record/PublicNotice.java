package org.yiwang.record;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Ids;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.platform.Batches;
import org.yiwang.record.NoticeStore.Told;
import org.yiwang.record.RecordStore.Applied;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.Volunteers;

/**
 * Public notice: every record stands some days in public, with a masked name, before it counts (domain F15). Whoever sees
 * something wrong reports it meanwhile; what nobody doubts counts by itself when the days are over.
 */
@Component
public class PublicNotice {

    private static final int BATCH = 500;

    private final NoticeStore store;
    private final Rules rules;
    private final Volunteers volunteers;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PublicNotice(
            NoticeStore store,
            Rules rules,
            Volunteers volunteers,
            Notifications notifications,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.volunteers = volunteers;
        this.notifications = notifications;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Lets every record count whose notice is over; how many. Run by a job every minute; for tests after moving the clock. */
    public long countDue() {
        return Batches.whileFull(BATCH, () -> Objects.requireNonNull(transaction.execute(_ -> countSome())));
    }

    private int countSome() {
        List<Told> counted = store.count(clock.instant(), BATCH, applied());
        for (Told one : counted) {
            events.publishEvent(new RecordEvent.BecameEffective(one.volunteerId(), one.recordId()));
        }
        tell(counted, "notice.record.effective", null);
        return counted.size();
    }

    /** Puts the pending records of an activity that was closed on notice, in the transaction of closing, and tells people. */
    void publish(long activityId) {
        for (boolean oneSided : new boolean[] {false, true}) {
            Instant countsOn = countsOn(oneSided);
            tell(
                    store.publish(activityId, oneSided, countsOn, clock.instant(), applied()),
                    "notice.record.on-notice",
                    day(countsOn).toString());
        }
    }

    /** How a record of attendance stands that goes on notice now; longer if both ends are an organizer's word. */
    Standing standing(boolean oneSided) {
        return Standing.notice(countsOn(oneSided));
    }

    /**
     * How a record stands that goes on notice now.
     *
     * @param wait a longer time before it counts, null for the usual one
     */
    Standing standing(@Nullable Duration wait) {
        return Standing.notice(countsOn(wait));
    }

    /** The rule that puts records on notice, as it stands now. */
    Applied applied() {
        Rule<NoticeRule> rule = rule();
        return new Applied(rule.key(), rule.version());
    }

    /** Tells the volunteer that a single record stands on notice. */
    void tellOnNotice(Told record, Instant countsOn) {
        tell(List.of(record), "notice.record.on-notice", day(countsOn).toString());
    }

    private Instant countsOn(boolean oneSided) {
        return clock.instant()
                .atZone(clock.getZone())
                .plusDays(rule().value().daysFor(oneSided))
                .toInstant();
    }

    private Instant countsOn(@Nullable Duration wait) {
        Instant now = clock.instant();
        Instant usual = countsOn(false);
        return wait == null || now.plus(wait).isBefore(usual) ? usual : now.plus(wait);
    }

    private Rule<NoticeRule> rule() {
        return rules.on(LocalDate.now(clock), "record.notice", NoticeRule.class);
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(clock.getZone()).toLocalDate();
    }

    private void tell(List<Told> records, String key, @Nullable String countsOn) {
        if (records.isEmpty()) {
            return;
        }
        var people = volunteers.getAll(
                records.stream().map(Told::volunteerId).distinct().toList());
        for (Told one : records) {
            var person = people.get(one.volunteerId());
            if (person == null) {
                continue;
            }
            String minutes = String.valueOf(one.serviceMinutes());
            notifications.tell(
                    person.contactAccountId(),
                    new Notice(
                            key,
                            countsOn == null ? List.of(one.title(), minutes) : List.of(one.title(), minutes, countsOn),
                            "/me/hours/" + Ids.text(one.recordId()) + "?volunteer=" + Ids.text(one.volunteerId()),
                            false));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> countRecords(PublicNotice publicNotice) {
            return Tasks.recurring("record.count", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> publicNotice.countDue());
        }
    }
}
