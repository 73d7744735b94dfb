package org.yiwang.trust;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rules;

/**
 * Draws the sample of each district as soon as the head that closes the month has settled, so that nobody chooses the moment,
 * and reminds the offices of people who were not called yet.
 */
@Component
class SampleClock {

    private static final Logger log = LoggerFactory.getLogger(SampleClock.class);

    /** Months looked back at, for a program that stood still or a district whose sample could not be drawn. */
    private static final int MONTHS = 24;

    private final SpotCheckStore store;
    private final Drawing drawing;
    private final Grants grants;
    private final Regions regions;
    private final Notifications notifications;
    private final Rules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SampleClock(
            SpotCheckStore store,
            Drawing drawing,
            Grants grants,
            Regions regions,
            Notifications notifications,
            Rules rules,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.drawing = drawing;
        this.grants = grants;
        this.regions = regions;
        this.notifications = notifications;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Draws what can be drawn and reminds of what waits; how many samples were drawn. */
    int tick() {
        int drawn = 0;
        List<YearMonth> months = drawing.closed(MONTHS);
        for (RegionView district : regions.children(regions.city().code())) {
            for (YearMonth month : months) {
                try {
                    drawn += drawing.isOpen(month, district.code()) && draw(month, district.code()) ? 1 : 0;
                } catch (RuntimeException e) {
                    // Nothing of it is there; the other districts have theirs, and this one is tried again with the
                    // next run.
                    log.error("The sample of {} in {} was not drawn", month, district.code(), e);
                }
            }
        }
        transaction.executeWithoutResult(_ -> remind());
        return drawn;
    }

    /** False if somebody has drawn it by hand meanwhile, or everything of the district was void. */
    private boolean draw(YearMonth month, RegionCode region) {
        try {
            transaction.executeWithoutResult(_ -> {
                long id = drawing.draw(month, region, 0);
                tell(store.find(id).orElseThrow(), "notice.trust.drawn");
            });
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    private void remind() {
        int days = rules.current(SampleClockRule.KEY, SampleClockRule.class)
                .value()
                .remindDays();
        Instant now = clock.instant();
        for (long id : store.takeToRemind(now.minus(Duration.ofDays(days)), now)) {
            tell(store.find(id).orElseThrow(), "notice.trust.calls-wait");
        }
    }

    /** The office of that very region; where it has none, those above. */
    private void tell(SampleView sample, String key) {
        List<Long> own = grants.holders(Role.DISTRICT_OFFICE, new Scope.InRegion(sample.region()));
        String place = regions.find(sample.region())
                .map(RegionView::name)
                .orElse(sample.region().value());
        notifications.tell(
                own.isEmpty() ? grants.reaching(Permission.SPOT_CHECK, sample.region()) : own,
                new Notice(
                        key,
                        List.of(place, sample.month().toString(), String.valueOf(sample.open())),
                        "/gov/spot-checks/" + Ids.text(sample.id()),
                        false));
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> drawSamples(SampleClock samples) {
            return Tasks.recurring("trust.samples", FixedDelay.of(Duration.ofMinutes(10)))
                    .execute((instance, context) -> samples.tick());
        }
    }
}
