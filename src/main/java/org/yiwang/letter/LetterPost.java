package org.yiwang.letter;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.Rests;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Tells those who served, once a year, that their letter is ready (rule {@code letter.rule}). Nobody who rests or wants no word,
 * and nobody without service: a letter reminds nobody of what was not done. Who rested and is back within the days of the rule
 * is told then.
 */
@Component
public class LetterPost {

    private static final int AT_ONCE = 500;

    private final PostStore store;
    private final EffectiveRecords services;
    private final Volunteers volunteers;
    private final Rests rests;
    private final Notifications notifications;
    private final Rules rules;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LetterPost(
            PostStore store,
            EffectiveRecords services,
            Volunteers volunteers,
            Rests rests,
            Notifications notifications,
            Rules rules,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.services = services;
        this.volunteers = volunteers;
        this.rests = rests;
        this.notifications = notifications;
        this.rules = rules;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether the person wants to be told of letters; refuses with {@code volunteer.not-yours}. */
    public boolean isWanted(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return store.unwanted(List.of(volunteerId)).isEmpty();
    }

    /** Whether the person is to be told of letters from now on. */
    @Transactional
    public void want(Actor actor, long volunteerId, boolean wanted) {
        volunteers.require(actor, volunteerId);
        if (wanted) {
            store.setWanted(volunteerId);
        } else {
            store.setUnwanted(volunteerId, clock.instant());
        }
    }

    /** What a day brings: on the days of the rule the letter goes to whom it has not gone yet. Answers to how many. */
    int passDay() {
        Rule<LetterRule> rule = rules.current(LetterRule.KEY, LetterRule.class);
        Optional<Integer> year = rule.value().yearToSend(LocalDate.now(clock));
        int sent = 0;
        if (year.isPresent()) {
            List<Long> people = services.peopleOfYear(year.get(), 0, AT_ONCE);
            while (!people.isEmpty()) {
                List<Long> batch = people;
                Integer more = transaction.execute(status -> send(batch, year.get(), rule.version()));
                sent += more == null ? 0 : more;
                people = services.peopleOfYear(year.get(), people.getLast(), AT_ONCE);
            }
        }
        return sent;
    }

    private int send(List<Long> people, int year, int ruleVersion) {
        Set<Long> unwanted = store.unwanted(people);
        Set<Long> resting = rests.among(people);
        Collection<VolunteerView> ready = volunteers.getAll(people).values().stream()
                .filter(v -> v.state() == VolunteerView.State.VALID)
                .filter(v -> !unwanted.contains(v.id()) && !resting.contains(v.id()))
                .toList();
        Set<Long> now = store.send(ready.stream().map(VolunteerView::id).toList(), year, ruleVersion, clock.instant());
        // A guardian is told once, and finds the letters of all whom the account acts for side by side.
        notifications.tell(
                ready.stream()
                        .filter(v -> now.contains(v.id()))
                        .map(VolunteerView::contactAccountId)
                        .toList(),
                new Notice("notice.letter.year", List.of(String.valueOf(year)), "/me/letters/" + year, false));
        return now.size();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        /** Every morning, after the night's work. */
        @Bean
        RecurringTask<Void> letterPostJob(LetterPost post, WordTries tries, Clock clock) {
            return Tasks.recurring("letter-post", new Daily(clock.getZone(), LocalTime.of(9, 10)))
                    .execute((instance, context) -> {
                        tries.forgetOld();
                        post.passDay();
                    });
        }
    }
}
