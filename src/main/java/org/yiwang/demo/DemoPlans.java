package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityDraft;
import org.yiwang.activity.ActivityReview;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Recruitment;
import org.yiwang.activity.Risk;
import org.yiwang.activity.ShiftMove;
import org.yiwang.activity.Terms;
import org.yiwang.demo.Town.Team;
import org.yiwang.kernel.Period;
import org.yiwang.signup.SignUpDesk;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;

/** What the team of the cast plans for the next weeks: every way to recruit, to change one's mind and to be asked. */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoPlans {

    /** The pass-code of the activity that asks for one; said on its page. */
    private static final String PASS_CODE = "HQ2026";

    private final DemoClock clock;
    private final DemoStage stage;
    private final DemoActors actors;
    private final ActivityDesk desk;
    private final ActivityReview review;
    private final SignUps signUps;
    private final SignUpDesk signUpDesk;

    DemoPlans(
            DemoClock clock,
            DemoStage stage,
            DemoActors actors,
            ActivityDesk desk,
            ActivityReview review,
            SignUps signUps,
            SignUpDesk signUpDesk) {
        this.clock = clock;
        this.stage = stage;
        this.actors = actors;
        this.desk = desk;
        this.review = review;
        this.signUps = signUps;
        this.signUpDesk = signUpDesk;
    }

    void make(Town town, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        clock.set(now.minus(Duration.ofDays(2)));
        DemoStage.scene("a full activity", () -> full(town, today.plusDays(1)));
        DemoStage.scene("reviewed sign-ups", () -> reviewed(town, today.plusDays(2)));
        DemoStage.scene("an invitation", () -> invited(town, today.plusDays(3)));
        DemoStage.scene("recruiting in circles", () -> circles(town, today.plusDays(4)));
        DemoStage.scene("an activity of many posts", () -> manyPosts(town, today.plusDays(6)));
        DemoStage.scene("an insured activity", () -> risky(town, today.plusDays(8)));
        DemoStage.scene("a cancelled and a postponed activity", () -> changed(town, today.plusDays(9)));
        clock.set(now.minus(Duration.ofHours(30)));
        DemoStage.scene("activities before publication", () -> before(town, today.plusDays(12), now));
    }

    /** Two places, five who want them; one gives up and the next is promoted. */
    private void full(Town town, LocalDate day) {
        VolunteerView me = town.of(Cast.VOLUNTEER);
        ActivityView activity = open(town, "花桥社区孤寡老人年夜饭筹备", Recruitment.OPEN, 2, evening(day));
        Set<VolunteerView> earlier = stage.some(town, town.first(), 4);
        stage.signUp(earlier, activity);
        apply(activity, me);
        stage.signUp(stage.some(town, town.first(), 3), activity);
        for (VolunteerView one : earlier) {
            if (signUps.find(activity.id(), activity.shifts().getFirst().id(), one.id())
                    .isEmpty()) {
                continue;
            }
            signUps.withdraw(
                    actors.of(one),
                    one.id(),
                    activity.id(),
                    activity.shifts().getFirst().id());
            if (position(activity, me) == null) {
                break;
            }
        }
    }

    @Nullable
    private Integer position(ActivityView activity, VolunteerView person) {
        return signUps.find(activity.id(), activity.shifts().getFirst().id(), person.id())
                .map(SignUpView::position)
                .orElse(null);
    }

    /** The organizer decides who comes: some wait, two are in, one was refused. */
    private void reviewed(Town town, LocalDate day) {
        Team team = town.first();
        ActivityView activity = open(
                town,
                "花桥社区入户慰问独居老人",
                new Recruitment(null, null, RecruitScope.PUBLIC, null, List.of(), true),
                6,
                evening(day));
        apply(activity, town.of(Cast.GUARDIAN));
        stage.signUp(stage.some(town, team, 7), activity);
        List<SignUpDesk.Entry> applied =
                signUpDesk.rosters(team.admin(), activity.id()).getFirst().in(SignUpView.State.APPLIED);
        for (int i = 1; i < Math.min(applied.size(), 4); i++) {
            long signUp = applied.get(i).signUp().id();
            if (i < 3) {
                signUpDesk.accept(team.admin(), activity.id(), signUp);
            } else {
                signUpDesk.refuse(team.admin(), activity.id(), signUp, "这次入户需要会说本地方言，下次欢迎您。");
            }
        }
    }

    /** By invitation only: some have not answered, one has said yes, one no. */
    private void invited(Town town, LocalDate day) {
        Team team = town.first();
        ActivityView activity = open(
                town,
                "花桥社区志愿者骨干恳谈会服务",
                new Recruitment(null, null, RecruitScope.PRIVATE, null, List.of(), false),
                8,
                evening(day));
        long shift = activity.shifts().getFirst().id();
        Set<VolunteerView> people = new LinkedHashSet<>(List.of(town.of(Cast.VOLUNTEER), town.of(Cast.GUARDIAN)));
        people.addAll(stage.some(town, team, 3));
        List<VolunteerView> asked = List.copyOf(people);
        for (VolunteerView one : asked) {
            signUpDesk.invite(team.admin(), activity.id(), shift, one.number(), "您带过新人，想请您来分享。");
        }
        for (VolunteerView one : asked.subList(3, asked.size())) {
            boolean yes = one.id() == asked.getLast().id();
            signUps.answerInvitation(actors.of(one), one.id(), activity.id(), shift, yes);
        }
    }

    /** For members of the team; for whoever knows the code; from a later day on. */
    private void circles(Town town, LocalDate day) {
        Team team = town.first();
        ActivityView members = open(
                town,
                "清洁家园志愿队队员培训",
                new Recruitment(null, null, RecruitScope.TEAMS, null, List.of(team.id()), false),
                20,
                evening(day));
        apply(members, town.of(Cast.VOLUNTEER));
        apply(members, town.of(Cast.LIAISON));
        ActivityView code = open(
                town,
                "花桥社区合唱排练后勤",
                new Recruitment(null, null, RecruitScope.PASS_CODE, PASS_CODE, List.of(), false),
                6,
                evening(day.plusDays(1)));
        stage.apply(town.of(Cast.LIAISON), code, code.shifts().getFirst(), PASS_CODE);
        open(
                town,
                "花桥社区新年游园会布置",
                new Recruitment(
                        clock.instant().plus(Duration.ofDays(4)), null, RecruitScope.PUBLIC, null, List.of(), false),
                12,
                evening(day.plusDays(12)));
    }

    /** Several posts with conditions, on two days; the guardian's child helps along. */
    private void manyPosts(Town town, LocalDate day) {
        Team team = town.first();
        Period[] days = {stage.shift(day, 18, 0, 150), stage.shift(day.plusDays(1), 18, 0, 150)};
        ActivityView activity = stage.publish(
                team,
                actors.of(Cast.STREET),
                stage.draft(team, "花桥社区健康夜市", new Risk(1, "人多地滑，带好孩子；量血压由医务人员操作。", "")),
                DemoStage.post("引导员", Conditions.NONE, 12, days),
                DemoStage.post("摄影员", new Conditions(16, 70, Set.of("23"), 0, Set.of()), 3, days),
                DemoStage.post("骨干协调员", new Conditions(18, 65, Set.of(), 600, Set.of()), 2, days),
                DemoStage.post("义诊护士", new Conditions(20, 60, Set.of(), 0, Set.of("nurse")), 4, days));
        stage.apply(town.ward(), activity, activity.shifts().getFirst(), null);
        apply(activity, town.of(Cast.GUARDIAN));
        stage.signUp(stage.some(town, team, 8), activity);
    }

    /** Risk level 2: insured, adults only, trained, with an agreement and a fare. */
    private void risky(Town town, LocalDate day) {
        Team team = town.first();
        ActivityDraft draft = stage.draft(
                team, "江滩防溺水巡护", new Risk(2, "临水作业：全程穿救生衣，两人一组，不单独下水，由水上应急队带队。", "江城人身意外险 保单号 YW-DEMO-2026-0007"));
        ActivityView activity = stage.publish(
                team,
                actors.of(Cast.CITY),
                new ActivityDraft(
                        draft.organizationId(),
                        null,
                        draft.region(),
                        draft.title(),
                        List.of("09", "13"),
                        Set.of("11"),
                        Set.of("01", "05", "07", "10"),
                        "沿江滩步道巡护，劝离临水嬉戏的孩子和下水的人，检查救生圈和警示牌，遇险先呼救再施救。",
                        draft.place(),
                        draft.contact(),
                        draft.risk(),
                        Recruitment.OPEN,
                        new Terms(false, true, 2000, "往返江滩的交通费")),
                DemoStage.post("巡护员", new Conditions(18, 60, Set.of(), 0, Set.of()), 10, evening(day)));
        stage.signUp(stage.some(town, team, 6), activity);
    }

    /** One is called off, one moves to another day; everybody signed up has been told. */
    private void changed(Town town, LocalDate day) {
        Team team = town.first();
        ActivityView off = open(town, "花桥社区露天电影服务", Recruitment.OPEN, 8, evening(day));
        apply(off, town.of(Cast.VOLUNTEER));
        stage.signUp(stage.some(town, team, 4), off);
        desk.cancel(team.admin(), off.id(), "气象台预报当晚有大风降温，改到开春再办。");
        ActivityView moved = open(town, "花桥社区旧书交换市集", Recruitment.OPEN, 8, evening(day.plusDays(1)));
        apply(moved, town.of(Cast.GUARDIAN));
        stage.signUp(stage.some(town, team, 4), moved);
        desk.postpone(
                team.admin(),
                moved.id(),
                List.of(new ShiftMove(moved.shifts().getFirst().id(), evening(day.plusDays(5)))),
                "场地临时检修，推迟四天。");
    }

    /** Not public yet: one waits for the office, one came back, one is being written. */
    private void before(Town town, LocalDate day, Instant now) {
        Team team = town.first();
        desk.publish(team.admin(), draft(team, "花桥社区儿童手工坊", evening(day)));
        long returned = draft(team, "花桥社区楼顶菜园开垦", evening(day.plusDays(1)));
        desk.publish(team.admin(), returned);
        clock.set(now.minus(Duration.ofHours(6)));
        review.giveBack(actors.of(Cast.STREET), returned, "楼顶作业请写明护栏高度和安全绳，并把风险等级改为 2 级、补充保险。");
        draft(team, "花桥社区元宵灯谜会（草稿）", evening(day.plusDays(3)));
    }

    private long draft(Team team, String title, Period shift) {
        return stage.create(
                team, stage.draft(team, title, new Risk(0, team.story().risk(), "")), DemoStage.post(team, 10, shift));
    }

    private ActivityView open(Town town, String title, Recruitment recruitment, int capacity, Period shift) {
        Team team = town.first();
        return stage.publish(
                team,
                actors.of(Cast.STREET),
                stage.draft(team, title, new Risk(0, team.story().risk(), "")).with(recruitment),
                DemoStage.post(team, capacity, shift));
    }

    private void apply(ActivityView activity, VolunteerView one) {
        stage.apply(one, activity, activity.shifts().getFirst(), null);
    }

    private Period evening(LocalDate day) {
        return stage.shift(day, 18, 30, 120);
    }
}
