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
    private final DemoCases cases;

    DemoPlans(
            DemoClock clock,
            DemoStage stage,
            DemoActors actors,
            ActivityDesk desk,
            ActivityReview review,
            SignUps signUps,
            SignUpDesk signUpDesk,
            DemoCases cases) {
        this.clock = clock;
        this.stage = stage;
        this.actors = actors;
        this.desk = desk;
        this.review = review;
        this.signUps = signUps;
        this.signUpDesk = signUpDesk;
        this.cases = cases;
    }

    void make(Town town, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        cases.play(town, now);
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
        ActivityView activity = open(town, Plan.DUMPLINGS, Recruitment.OPEN, 2, evening(day));
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
                Plan.VISITS,
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
                Plan.COUNCIL,
                new Recruitment(null, null, RecruitScope.PRIVATE, null, List.of(), false),
                8,
                evening(day));
        long shift = activity.shifts().getFirst().id();
        Set<VolunteerView> people = new LinkedHashSet<>(List.of(town.of(Cast.VOLUNTEER), town.of(Cast.GUARDIAN)));
        people.addAll(stage.some(town, team, 3));
        List<VolunteerView> asked = List.copyOf(people);
        for (VolunteerView one : asked) {
            signUpDesk.invite(team.admin(), activity.id(), shift, one.number(), "您熟悉居民议事的流程，想请您来帮忙。");
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
                Plan.PATROL,
                new Recruitment(null, null, RecruitScope.TEAMS, null, List.of(team.id()), false),
                20,
                evening(day));
        apply(members, town.of(Cast.VOLUNTEER));
        apply(members, town.of(Cast.LIAISON));
        ActivityView code = open(
                town,
                Plan.CONCERT,
                new Recruitment(null, null, RecruitScope.PASS_CODE, PASS_CODE, List.of(), false),
                6,
                evening(day.plusDays(1)));
        stage.apply(town.of(Cast.LIAISON), code, code.shifts().getFirst(), PASS_CODE);
        open(
                town,
                Plan.FAIR,
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
        ActivityView off = open(town, Plan.CINEMA, Recruitment.OPEN, 8, evening(day));
        apply(off, town.of(Cast.VOLUNTEER));
        stage.signUp(stage.some(town, team, 4), off);
        desk.cancel(team.admin(), off.id(), "气象台预报当晚有大风降温，改到开春再办。");
        ActivityView moved = open(town, Plan.BOOKS, Recruitment.OPEN, 8, evening(day.plusDays(1)));
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
        draft(team, "花桥社区邻里灯谜会（草稿）", evening(day.plusDays(3)));
    }

    private long draft(Team team, String title, Period shift) {
        return stage.create(
                team, stage.draft(team, title, new Risk(0, team.story().risk(), "")), DemoStage.post(team, 10, shift));
    }

    private ActivityView open(Town town, Plan plan, Recruitment recruitment, int capacity, Period shift) {
        Team team = town.first();
        ActivityDraft draft = stage.draft(team, plan.title, new Risk(0, plan.risk, ""));
        return stage.publish(
                team,
                actors.of(Cast.STREET),
                new ActivityDraft(
                        draft.organizationId(),
                        null,
                        draft.region(),
                        draft.title(),
                        List.of(plan.category),
                        plan.objects,
                        draft.protections(),
                        draft.description(),
                        draft.place(),
                        draft.contact(),
                        draft.risk(),
                        recruitment,
                        draft.terms()),
                DemoStage.post(plan.post, Conditions.NONE, capacity, shift));
    }

    private void apply(ActivityView activity, VolunteerView one) {
        stage.apply(one, activity, activity.shifts().getFirst(), null);
    }

    private Period evening(LocalDate day) {
        return stage.shift(day, 18, 30, 120);
    }

    /**
     * What is planned, in any season.
     *
     * @param title its title
     * @param category code of the table {@code category}
     * @param objects codes of the table {@code service-object}
     * @param post the post
     * @param risk what can happen
     */
    private record Plan(String title, String category, Set<String> objects, String post, String risk) {

        static final Plan DUMPLINGS =
                new Plan("花桥社区为独居老人包饺子", "17", Set.of("03"), "帮厨员", "用火用电由社区食堂的师傅操作，注意烫伤和地面湿滑，戴好口罩和帽子。");

        static final Plan VISITS =
                new Plan("花桥社区入户慰问独居老人", "17", Set.of("03"), "慰问员", "两人一组由网格员带领，进出老旧楼栋注意台阶，尊重老人隐私，不代管钱物。");

        static final Plan COUNCIL = new Plan("花桥社区居民议事会会场服务", "01", Set.of("10"), "会场服务员", "室内活动，搬动桌椅时两人一组，注意电源线。");

        static final Plan PATROL =
                new Plan("花桥社区楼道安全夜巡", "09", Set.of("10"), "巡查员", "两人一组，走有灯的路线，穿反光背心；发现险情先报社区和物业，不自行处置。");

        static final Plan CONCERT = new Plan("花桥社区邻里音乐会后勤", "08", Set.of("10"), "后勤员", "注意舞台边缘和电源线，搬运音箱时两人一组。");

        static final Plan FAIR = new Plan("花桥社区邻里游园会布置", "08", Set.of("10", "11"), "布置员", "不登高，挂灯笼由物业人员操作；搬运展板时两人一组。");

        static final Plan CINEMA = new Plan("花桥社区露天电影服务", "08", Set.of("10"), "场务员", "夜间注意台阶和电源线，散场时引导观众慢行。");

        static final Plan BOOKS = new Plan("花桥社区旧书交换市集", "03", Set.of("10"), "整理员", "搬书箱时两人一组，过道保持畅通。");
    }
}
