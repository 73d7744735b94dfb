package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Extension;
import org.yiwang.activity.Risk;
import org.yiwang.activity.ShiftDraft;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.PairView;
import org.yiwang.demo.Town.Team;
import org.yiwang.kernel.Period;
import org.yiwang.record.Corrections;
import org.yiwang.record.RecordDesk;
import org.yiwang.record.RecordView;
import org.yiwang.signup.SignUpDesk;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;

/**
 * What has happened in the team of the cast in the last weeks: everything that somebody must look at, and everything
 * that can be looked up. In the evening, when the other activities of the city are over.
 */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoScenes {

    private final DemoClock clock;
    private final DemoStage stage;
    private final DemoActors actors;
    private final ActivityDesk desk;
    private final SignUps signUps;
    private final SignUpDesk signUpDesk;
    private final CheckIns checkIns;
    private final AttendanceDesk attendance;
    private final RecordDesk records;
    private final Corrections corrections;

    DemoScenes(
            DemoClock clock,
            DemoStage stage,
            DemoActors actors,
            ActivityDesk desk,
            SignUps signUps,
            SignUpDesk signUpDesk,
            CheckIns checkIns,
            AttendanceDesk attendance,
            RecordDesk records,
            Corrections corrections) {
        this.clock = clock;
        this.stage = stage;
        this.actors = actors;
        this.desk = desk;
        this.signUps = signUps;
        this.signUpDesk = signUpDesk;
        this.checkIns = checkIns;
        this.attendance = attendance;
        this.records = records;
        this.corrections = corrections;
    }

    void play(Town town, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        DemoStage.scene("an overdue activity", () -> late(town, today.minusDays(26), "秋季楼道整理"));
        DemoStage.scene("one soon due", () -> late(town, today.minusDays(11), "花坛冬季养护"));
        DemoStage.scene("a corrected record", () -> nightWatch(town, today.minusDays(7)));
        DemoStage.scene("an attested check-out", () -> attested(town, today.minusDays(2)));
        DemoStage.scene("a very long day", () -> longDay(town, today.minusDays(5), 14 * 60, "江滩马拉松沿线保洁"));
        DemoStage.scene("a long day", () -> longDay(town, today.minusDays(4), 9 * 60 + 30, "社区运动会全天服务"));
        DemoStage.scene("an extended activity", () -> extended(town, today.minusDays(3)));
        DemoStage.scene("a forgotten check-out", () -> forgotten(town, today.minusDays(2)));
        DemoStage.scene("a running activity", () -> running(town, now));
    }

    /** Over, and nobody has put it on record. */
    private void late(Town town, LocalDate day, String title) {
        Team team = town.first();
        Scene scene = held(town, evening(day), title, Set.of(town.of(Cast.VOLUNTEER)));
        clock.set(scene.shift.end().plusSeconds(120));
        stage.check(team, scene.activity, scene.came, Direction.OUT);
    }

    /** Somebody did not come, somebody was ticked, somebody was far away; later a record is corrected. */
    private void nightWatch(Town town, LocalDate day) {
        Team team = town.first();
        Period shift = evening(day);
        clock.set(shift.start().minus(Duration.ofDays(3)));
        ActivityView activity = stage.publish(
                team,
                actors.of(Cast.STREET),
                stage.draft(team, "花桥社区冬夜平安巡逻", new Risk(1, "两人一组，不劝架、不追赶，遇事拨打 110。", "")),
                DemoStage.post("巡逻员", Conditions.NONE, 10, shift));
        VolunteerView me = town.of(Cast.VOLUNTEER);
        Set<VolunteerView> people = new LinkedHashSet<>(List.of(me, town.of(Cast.LIAISON)));
        people.addAll(stage.some(town, team, 7));
        List<VolunteerView> accepted = stage.signUp(people, activity);
        List<VolunteerView> others = new ArrayList<>(accepted);
        VolunteerView ticked = others.removeLast();
        VolunteerView missing = others.removeLast();
        clock.set(shift.start().minusSeconds(240));
        stage.check(team, activity, others, Direction.IN);
        clock.set(shift.start().plusSeconds(300));
        attendance.tick(team.admin(), activity.id(), ticked.id(), Direction.IN, "手机没电，队长当面核对本人");
        long notCome =
                signUps.of(activity.id(), List.of(missing.id())).getFirst().id();
        signUpDesk.noShow(team.admin(), activity.id(), notCome);
        clock.set(shift.end().plusSeconds(60));
        stage.check(team, activity, others, Direction.OUT);
        attendance.tick(team.admin(), activity.id(), ticked.id(), Direction.OUT, "手机没电，队长当面核对本人");
        clock.set(shift.end().plus(Duration.ofHours(15)));
        stage.close(team, activity);
        clock.set(shift.end().plus(Duration.ofHours(40)));
        for (RecordView record : records.ofActivity(team.admin(), activity.id())) {
            if (record.volunteerId() == me.id()) {
                corrections.correct(
                        team.admin(),
                        record.key(),
                        new Period(record.served().start(), shift.end().minus(Duration.ofMinutes(30))),
                        new Corrections.Grounds("提前半小时离开", "巡逻日志写明 20:30 交还对讲机，有本人签名"));
                corrections.agree(actors.of(me), record.key());
            }
        }
    }

    /** A check-out was forgotten, the person said when it was, the organizer attested it. */
    private void attested(Town town, LocalDate day) {
        Team team = town.first();
        VolunteerView me = town.of(Cast.VOLUNTEER);
        Scene scene = held(town, evening(day), "花桥社区晚间读书会", Set.of(me));
        clock.set(scene.shift.end().plusSeconds(90));
        stage.check(team, scene.activity, without(scene.came, me), Direction.OUT);
        clock.set(scene.shift.end().plus(Duration.ofHours(2)));
        sayWhenLeft(scene, me);
        clock.set(scene.shift.end().plus(Duration.ofHours(14)));
        for (PairView pair : checkIns.unfinished(actors.of(me), me.id())) {
            attendance.attestLeaving(
                    team.admin(), scene.activity.id(), pair.pairId(), scene.shift.end(), "现场有合影，散场时本人在场");
        }
        stage.close(team, scene.activity);
        clock.set(scene.shift.end().plus(Duration.ofHours(15)));
        proposeShorter(team, scene.activity, me);
    }

    /** What lowers a record is told first; this one waits for the volunteer's word. */
    private void proposeShorter(Team team, ActivityView activity, VolunteerView person) {
        for (RecordView record : records.ofActivity(team.admin(), activity.id())) {
            if (record.volunteerId() == person.id()) {
                corrections.correct(
                        team.admin(),
                        record.key(),
                        new Period(
                                record.served().start(), record.served().end().minus(Duration.ofMinutes(20))),
                        new Corrections.Grounds("散场前二十分钟已经离开", "值班日志写明 20:10 交还钥匙"));
            }
        }
    }

    private void sayWhenLeft(Scene scene, VolunteerView person) {
        for (PairView pair : checkIns.unfinished(actors.of(person), person.id())) {
            checkIns.sayWhenLeft(
                    actors.of(person),
                    scene.activity.id(),
                    pair.pairId(),
                    scene.shift.end().minus(Duration.ofMinutes(5)),
                    "散场时忘了签退");
        }
    }

    /** More hours than one day usually has. */
    private void longDay(Town town, LocalDate day, int minutes, String title) {
        Team team = town.first();
        Scene scene = held(town, stage.shift(day, 6, 30, minutes), title, Set.of());
        clock.set(scene.shift.end().plusSeconds(60));
        stage.check(team, scene.activity, scene.came, Direction.OUT);
        clock.set(scene.shift.end().plus(Duration.ofHours(16)));
        stage.close(team, scene.activity);
    }

    /** Two have not checked out; one of them has said when it was. Waits for the organizer. */
    private void forgotten(Town town, LocalDate day) {
        Team team = town.first();
        VolunteerView guardian = town.of(Cast.GUARDIAN);
        Scene scene = held(town, evening(day), "花桥社区灯光夜市引导", Set.of(guardian));
        List<VolunteerView> orderly = new ArrayList<>(without(scene.came, guardian));
        orderly.removeLast();
        clock.set(scene.shift.end().plusSeconds(60));
        stage.check(team, scene.activity, orderly, Direction.OUT);
        clock.set(scene.shift.end().plus(Duration.ofHours(3)));
        sayWhenLeft(scene, guardian);
    }

    /** Went so well that it runs on for two weeks. */
    private void extended(Town town, LocalDate day) {
        Team team = town.first();
        Scene scene = held(town, evening(day), "花桥社区冬日暖心热饮点", Set.of());
        clock.set(scene.shift.end().plusSeconds(60));
        stage.check(team, scene.activity, scene.came, Direction.OUT);
        clock.set(scene.shift.end().plus(Duration.ofHours(14)));
        desk.extend(
                team.admin(),
                scene.activity.id(),
                new Extension(
                        day.plusDays(17),
                        scene.activity.shifts().getFirst().postId(),
                        List.of(
                                new ShiftDraft(evening(day.plusDays(10)), 8),
                                new ShiftDraft(evening(day.plusDays(17)), 8)),
                        "天气转冷，居民和环卫工人希望继续。"));
    }

    /** Goes on while the first visitor looks: the first volunteer has a place and can check in. */
    private void running(Town town, Instant now) {
        Team team = town.first();
        Instant start = now.minus(Duration.ofMinutes(30));
        Period shift = new Period(start, start.plus(Duration.ofHours(4)));
        clock.set(now.minus(Duration.ofDays(3)));
        ActivityView activity =
                stage.publish(team, actors.of(Cast.DISTRICT), stage.draft(team), DemoStage.post(team, 12, shift));
        clock.set(now.minus(Duration.ofDays(2)));
        Set<VolunteerView> people = new LinkedHashSet<>(List.of(town.of(Cast.VOLUNTEER), town.ward()));
        people.addAll(stage.some(town, team, 8));
        List<VolunteerView> accepted = stage.signUp(people, activity);
        List<VolunteerView> others = accepted.stream()
                .filter(p -> p.id() != town.of(Cast.VOLUNTEER).id()
                        && p.id() != town.ward().id())
                .toList();
        clock.set(now.minus(Duration.ofMinutes(28)));
        stage.check(team, activity, others.subList(0, others.size() / 2), Direction.IN);
    }

    /** An activity of the team, held; everybody who came has checked in. */
    private Scene held(Town town, Period shift, String title, Set<VolunteerView> cast) {
        Team team = town.first();
        clock.set(shift.start().minus(Duration.ofDays(3)));
        ActivityView activity = stage.publish(
                team,
                actors.of(Cast.STREET),
                stage.draft(team, title, new Risk(1, team.story().risk(), "")),
                DemoStage.post(team, 10, shift));
        Set<VolunteerView> people = new LinkedHashSet<>(cast);
        people.addAll(stage.some(town, team, 6));
        List<VolunteerView> came = stage.signUp(people, activity);
        clock.set(shift.start().minusSeconds(300));
        return new Scene(activity, shift, stage.check(team, activity, came, Direction.IN));
    }

    private Period evening(LocalDate day) {
        return stage.shift(day, 18, 30, 120);
    }

    private static List<VolunteerView> without(List<VolunteerView> people, VolunteerView one) {
        return people.stream().filter(p -> p.id() != one.id()).toList();
    }

    private record Scene(ActivityView activity, Period shift, List<VolunteerView> came) {}
}
