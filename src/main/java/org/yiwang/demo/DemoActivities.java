package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.PostPlan;
import org.yiwang.attendance.Direction;
import org.yiwang.demo.Town.Team;
import org.yiwang.kernel.Period;
import org.yiwang.volunteer.VolunteerView;

/**
 * Lets the demo city live three months and looks three weeks ahead: publishing, signing up, checking in and out,
 * closing, each at its own moment.
 */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoActivities {

    private static final Logger log = LoggerFactory.getLogger(DemoActivities.class);
    private static final int DAYS_BACK = 90;
    private static final int DAYS_AHEAD = 20;

    private final DemoClock clock;
    private final DemoStage stage;
    private final ActivityDesk desk;

    DemoActivities(DemoClock clock, DemoStage stage, ActivityDesk desk) {
        this.clock = clock;
        this.stage = stage;
        this.desk = desk;
    }

    void live(Town town, Instant now, int howMany) {
        int past = howMany * 3 / 4;
        int coming = howMany - past;
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        clock.set(now.minus(Duration.ofDays(DAYS_BACK + 5)));
        town.teams().stream().limit(12).forEach(stage::offerProject);
        for (int i = 0; i < past; i++) {
            int daysAgo = DAYS_BACK - i * (DAYS_BACK - 1) / past;
            past(town, team(town, i, 9), now, daysAgo);
            if (i % 100 == 99) {
                log.info("{} of {} activities", i + 1, howMany);
            }
        }
        for (int i = 1; i < coming; i++) {
            coming(town, team(town, i, 6), today.plusDays(1 + i * DAYS_AHEAD / coming), now, i);
        }
        log.info("{} activities", howMany);
    }

    /** The team of the cast more often than others. */
    private static Team team(Town town, int number, int every) {
        return number % every == 0
                ? town.first()
                : town.teams().get(number % town.teams().size());
    }

    private void past(Town town, Team team, Instant now, int daysAgo) {
        var random = stage.random();
        LocalDate day = LocalDate.ofInstant(now, clock.getZone()).minusDays(daysAgo);
        Period shift = stage.shift(day, 9 + random.nextInt(6), 0, 60 * (2 + random.nextInt(2)));
        clock.set(shift.start().minus(Duration.ofDays(4)));
        int capacity = 6 + random.nextInt(10);
        ActivityView activity =
                stage.publish(team, town.office(), stage.draft(team), DemoStage.post(team, capacity, shift));
        clock.set(shift.start().minus(Duration.ofDays(2)));
        Set<VolunteerView> people = new LinkedHashSet<>();
        if (team == town.first()) {
            people.add(town.volunteers().get(random.nextInt(2)));
        }
        people.addAll(stage.some(town, team, capacity - random.nextInt(3) - people.size()));
        List<VolunteerView> came = stage.signUp(people, activity);
        if (came.isEmpty()) {
            return;
        }
        clock.set(shift.start().minus(Duration.ofMinutes(random.nextInt(10))));
        List<VolunteerView> here = stage.check(team, activity, came, Direction.IN);
        if (here.isEmpty()) {
            return;
        }
        clock.set(shift.end().plus(Duration.ofMinutes(random.nextInt(8))));
        boolean forgets = random.nextInt(12) == 0;
        stage.check(team, activity, forgets ? here.subList(0, here.size() - 1) : here, Direction.OUT);
        // Those of the last days have not been put on record yet, and one or two organizers are late with it.
        boolean open = daysAgo <= 2 || random.nextInt(60) == 0;
        if (!open) {
            clock.set(shift.end().plus(Duration.ofHours(20)));
            stage.close(team, activity);
            stage.waitForNotice(now);
        }
    }

    private void coming(Town town, Team team, LocalDate day, Instant now, int number) {
        var random = stage.random();
        int hour = 8 + random.nextInt(8);
        int minutes = 60 * (2 + random.nextInt(2));
        Period shift = stage.shift(day, hour, 0, minutes);
        Period next = stage.shift(day.plusDays(1), hour, 0, minutes);
        clock.set(now.minus(Duration.ofDays(2)));
        int capacity = number % 7 == 0 ? 2 : 6 + random.nextInt(12);
        var posts = number % 4 == 0
                ? new PostPlan[] {DemoStage.post(team, capacity, shift, next)}
                : new PostPlan[] {DemoStage.post(team, capacity, shift)};
        if (number % 23 == 5) {
            stage.create(team, stage.draft(team), posts);
            return;
        }
        if (number % 19 == 6) {
            desk.publish(team.admin(), stage.create(team, stage.draft(team), posts));
            return;
        }
        ActivityView activity = stage.publish(team, town.office(), stage.draft(team), posts);
        clock.set(now.minus(Duration.ofHours(3)));
        stage.signUp(stage.some(town, team, number % 7 == 0 ? 4 : random.nextInt(capacity)), activity);
    }
}
