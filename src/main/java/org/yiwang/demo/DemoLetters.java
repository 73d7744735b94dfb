package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.Direction;
import org.yiwang.demo.Town.Team;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.letter.KindWord;
import org.yiwang.letter.KindWord.Draft;
import org.yiwang.letter.LetterPost;
import org.yiwang.letter.WordBox;
import org.yiwang.letter.WordDesk;
import org.yiwang.record.CountedService;
import org.yiwang.record.RecordView;
import org.yiwang.trust.Thanks;
import org.yiwang.volunteer.Rests;
import org.yiwang.volunteer.VolunteerView;

/**
 * What the letter of last year tells, words of thanks that were passed on, that were not, and that wait for a look, and
 * somebody who rests.
 */
@Component
@Order(70)
@ConditionalOnProperty("yiwang.demo")
class DemoLetters implements Epilogue {

    private static final Draft KIND = new Draft("谢谢你们帮我把楼道清出来，轮椅终于好推了。", "三楼王阿姨", true, true);

    private final DemoClock clock;
    private final DemoStage stage;
    private final DemoActors actors;
    private final Thanks codes;
    private final WordBox box;
    private final WordDesk desk;
    private final LetterPost post;
    private final Rests rests;
    private final CountedService services;

    DemoLetters(
            DemoClock clock,
            DemoStage stage,
            DemoActors actors,
            Thanks codes,
            WordBox box,
            WordDesk desk,
            LetterPost post,
            Rests rests,
            CountedService services) {
        this.clock = clock;
        this.stage = stage;
        this.actors = actors;
        this.codes = codes;
        this.box = box;
        this.desk = desk;
        this.post = post;
        this.rests = rests;
        this.services = services;
    }

    @Override
    public String name() {
        return "letters, thanks and a rest";
    }

    @Override
    public void play(Town town, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        int last = today.getYear() - 1;
        DemoStage.scene("service of last year", () -> {
            held(town, town.first(), LocalDate.of(last, Month.MARCH, 5), now);
            held(town, town.teams().get(1), LocalDate.of(last, Month.JUNE, 21), now);
            ActivityView december = held(town, town.first(), LocalDate.of(last, Month.NOVEMBER, 30), now);
            leave(town, december.id(), KIND, "1");
            deliver(town, december.id());
            clock.set(LocalDate.of(last, Month.DECEMBER, 6).atTime(9, 10).atZone(clock.getZone()).toInstant());
            post.passDay();
        });
        clock.set(now.minus(Duration.ofHours(2)));
        DemoStage.scene("words of thanks", () -> thank(town));
        DemoStage.scene("a rest", () -> {
            VolunteerView tired = town.volunteers().get(6);
            rests.begin(actors.of(tired), tired.id(), today.plusDays(60));
        });
        clock.set(now);
    }

    /** A morning in which the volunteer of the cast served with the team, with a few others. */
    private ActivityView held(Town town, Team team, LocalDate day, Instant now) {
        Period shift = stage.shift(day, 9, 0, 150);
        clock.set(shift.start().minus(Duration.ofDays(3)));
        ActivityView activity =
                stage.publish(team, town.office(), stage.draft(team), DemoStage.post(team, 6, shift));
        Set<VolunteerView> people = new LinkedHashSet<>(List.of(town.of(Cast.VOLUNTEER)));
        people.addAll(stage.some(town, team, 3));
        List<VolunteerView> came = stage.signUp(people, activity);
        clock.set(shift.start());
        came = stage.check(team, activity, came, Direction.IN);
        clock.set(shift.end());
        stage.check(team, activity, came, Direction.OUT);
        clock.set(shift.end().plus(Duration.ofHours(20)));
        stage.close(team, activity);
        stage.waitForNotice(now);
        return activity;
    }

    /** About the latest activity of the team of the cast in which its volunteer served: each thing that can become of a word. */
    private void thank(Town town) {
        Team team = town.first();
        List<RecordView> served = services.live(town.of(Cast.VOLUNTEER).id()).reversed();
        long activity = served.stream()
                .filter(r -> r.organizationId() == team.id())
                .findFirst()
                .orElseThrow()
                .activityId();
        leave(town, activity, new Draft("孩子们回家一路都在说志愿者姐姐，谢谢！", null, false, true), "2");
        deliver(town, activity);
        leave(town, activity, new Draft("楼上装修太吵，你们也不管管。", null, false, false), "3");
        KindWord complaint = waiting(team, activity);
        desk.refuse(team.admin(), activity, complaint.wordId(), KindWord.Reason.NOT_ABOUT);
        desk.note(team.admin(), activity, new Draft("我眼睛看不清，请队长替我写：谢谢你们每周来读报。", "二栋周伯伯", true, false));
        leave(town, activity, new Draft("谢谢帮我修好了台灯，老伴晚上看书亮堂了。", null, false, true), "4");
    }

    private void leave(Town town, long activityId, Draft draft, String form) {
        box.leave(codes.token(town.first().admin(), activityId), draft, form, "");
        clock.passMinute();
    }

    private void deliver(Town town, long activityId) {
        Actor admin = town.first().admin();
        desk.deliver(admin, activityId, waiting(town.first(), activityId).wordId());
    }

    private KindWord waiting(Team team, long activityId) {
        return desk.of(team.admin(), activityId).stream()
                .filter(w -> w.state() == KindWord.State.WAITING)
                .findFirst()
                .orElseThrow();
    }
}
