package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.demo.Town.Team;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.letter.KindWord;
import org.yiwang.letter.KindWord.Draft;
import org.yiwang.letter.WordBox;
import org.yiwang.letter.WordDesk;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.RecordIntake.Terms;
import org.yiwang.record.RecordView;
import org.yiwang.record.Statutory;
import org.yiwang.record.TimeKind;
import org.yiwang.trust.Thanks;
import org.yiwang.volunteer.Rests;
import org.yiwang.volunteer.VolunteerView;

/**
 * What the letter of last year rests on, words of thanks that were passed on, that were not, and that wait for a look, and
 * somebody who rests.
 */
@Component
@Order(70)
@ConditionalOnProperty("yiwang.demo")
class DemoLetters implements Epilogue {

    private final DemoClock clock;
    private final DemoStage stage;
    private final DemoActors actors;
    private final Thanks codes;
    private final WordBox box;
    private final WordDesk desk;
    private final RecordIntake intake;
    private final Rests rests;
    private final EffectiveRecords services;

    DemoLetters(
            DemoClock clock,
            DemoStage stage,
            DemoActors actors,
            Thanks codes,
            WordBox box,
            WordDesk desk,
            RecordIntake intake,
            Rests rests,
            EffectiveRecords services) {
        this.clock = clock;
        this.stage = stage;
        this.actors = actors;
        this.codes = codes;
        this.box = box;
        this.desk = desk;
        this.intake = intake;
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
        clock.set(now.minus(Duration.ofHours(2)));
        DemoStage.scene("service of last year", () -> cameAlong(town, today.getYear() - 1));
        DemoStage.scene("words of thanks", () -> thank(town));
        DemoStage.scene("a rest", () -> {
            VolunteerView tired = town.volunteers().get(6);
            rests.begin(actors.of(tired), tired.id(), today.plusDays(60));
        });
        clock.set(now);
    }

    /** The volunteer of the cast moved here this year: the hours of last year came along from a platform that is trusted. */
    private void cameAlong(Town town, int year) {
        List<RecordDraft> drafts = List.of(
                brought(town, LocalDate.of(year, Month.MARCH, 5), "黄石港护绿队", "雷锋日湖边清洁", "06", 150),
                brought(town, LocalDate.of(year, Month.JUNE, 21), "黄石港护绿队", "磁湖护绿", "06", 120),
                brought(town, LocalDate.of(year, Month.SEPTEMBER, 20), "磁湖为老服务队", "陪老人散步", "17", 90),
                brought(town, LocalDate.of(year, Month.DECEMBER, 5), "黄石港护绿队", "志愿者日护绿", "06", 180));
        intake.take(drafts, new Terms(Origin.TRANSFER, 0, null, "record.why.passport"));
    }

    private RecordDraft brought(Town town, LocalDate day, String team, String title, String category, int minutes) {
        Period served = stage.shift(day, 9, 0, minutes);
        return new RecordDraft(
                Ids.next(),
                town.of(Cast.VOLUNTEER).id(),
                new Statutory(0, 0, 0, team, "420200", title, category, "队员", "磁湖边", "何队长", List.of()),
                served,
                served,
                "yiwang/420200 " + day,
                TimeKind.CREDIT);
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
        leave(town, activity, new Draft("谢谢你们帮我把楼道清出来，轮椅终于好推了。", "三楼王阿姨", true, true), "1");
        deliver(town, activity);
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
