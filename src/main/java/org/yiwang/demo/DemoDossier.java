package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.demo.Town.Team;
import org.yiwang.dossier.Award;
import org.yiwang.dossier.AwardLevel;
import org.yiwang.dossier.CommendationDraft;
import org.yiwang.dossier.Commendations;
import org.yiwang.dossier.Crew;
import org.yiwang.dossier.Dossiers;
import org.yiwang.dossier.EvaluationDuty;
import org.yiwang.dossier.Evaluations;
import org.yiwang.dossier.Judgement;
import org.yiwang.dossier.Mate;
import org.yiwang.dossier.TrainingDraft;
import org.yiwang.dossier.Trainings;
import org.yiwang.dossier.Voice;
import org.yiwang.dossier.Voices;
import org.yiwang.kernel.Actor;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * What stands in dossiers beside service: a training and an award, two applications that wait, an objection, crews that
 * were evaluated and one that was not.
 */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoDossier {

    private final DemoClock clock;
    private final DemoActors actors;
    private final Trainings trainings;
    private final Commendations commendations;
    private final Evaluations evaluations;
    private final Voices voices;
    private final Dossiers dossiers;
    private final Volunteers volunteers;

    DemoDossier(
            DemoClock clock,
            DemoActors actors,
            Trainings trainings,
            Commendations commendations,
            Evaluations evaluations,
            Voices voices,
            Dossiers dossiers,
            Volunteers volunteers) {
        this.clock = clock;
        this.actors = actors;
        this.trainings = trainings;
        this.commendations = commendations;
        this.evaluations = evaluations;
        this.voices = voices;
        this.dossiers = dossiers;
        this.volunteers = volunteers;
    }

    void write(Town town, Instant now) {
        clock.set(now.minus(Duration.ofHours(5)));
        DemoStage.scene("evaluated crews", () -> evaluate(town));
        DemoStage.scene("a training", () -> train(town));
        DemoStage.scene("awards", () -> award(town));
    }

    /** All crews but the last are evaluated; half of those people say how it was, the volunteer of the cast once. */
    private void evaluate(Town town) {
        Actor admin = town.first().admin();
        VolunteerView me = town.of(Cast.VOLUNTEER);
        List<EvaluationDuty> duties = evaluations.duties(admin);
        boolean spoke = false;
        for (int i = 0; i < duties.size() - 1; i++) {
            Crew crew = evaluations.crew(admin, duties.get(i).activityId());
            List<Mate> mates = crew.mates().stream().filter(Mate::open).toList();
            evaluations.evaluate(
                    admin,
                    crew.activityId(),
                    mates.stream().map(DemoDossier::judgement).toList());
            boolean mine = mates.stream().anyMatch(m -> m.volunteerId() == me.id());
            for (int m = 0; m < mates.size(); m++) {
                Mate mate = mates.get(m);
                if (mate.volunteerId() == me.id() ? !spoke : m % 4 != 3) {
                    say(mate, crew.activityId(), m);
                }
            }
            spoke = spoke || mine;
        }
    }

    private static Judgement judgement(Mate mate) {
        return switch ((int) (mate.volunteerId() % 5)) {
            case 0, 1 -> new Judgement(mate.volunteerId(), "1", "主动帮新队员熟悉流程", null);
            case 2 -> new Judgement(mate.volunteerId(), "3", "到得晚了一些，任务完成得好", null);
            default -> new Judgement(mate.volunteerId(), "2", null, null);
        };
    }

    private void say(Mate mate, long activityId, int number) {
        VolunteerView person = volunteers.get(mate.volunteerId());
        Voice voice = new Voice(3, number % 3 == 0 ? 2 : 3, 3, number % 3 == 0 ? "集合地点可以说得更清楚一些" : null);
        voices.say(actors.of(person), person.id(), activityId, voice);
    }

    private void train(Town town) {
        Team team = town.first();
        VolunteerView me = town.of(Cast.VOLUNTEER);
        LocalDate day = LocalDate.now(clock).minusDays(20);
        trainings.ofTeam(
                team.admin(),
                team.id(),
                new TrainingDraft("急救常识", "心肺复苏、止血包扎和海姆立克法，每人动手练习一遍", 150, "江岸区红十字会", day),
                List.of(me.number(), town.of(Cast.LIAISON).number()));
        long wrong = Objects.requireNonNull(
                        dossiers.of(me.id()).trainings().getFirst().mark())
                .entryId();
        dossiers.object(actors.of(me), me.id(), wrong, "我上了两个下午，一共 5 小时，只记了一个下午");
    }

    private void award(Town town) {
        Team team = town.first();
        VolunteerView me = town.of(Cast.VOLUNTEER);
        LocalDate day = LocalDate.now(clock).minusDays(40);
        commendations.ofTeam(
                team.admin(),
                team.id(),
                new CommendationDraft("季度优秀队员", day, "", Award.OWN, null, null, "三个月没有缺席一次"),
                List.of(me.number()));
        commendations.apply(
                actors.of(me),
                me.id(),
                new CommendationDraft(
                        "优秀志愿者", day, "江岸区人民政府", Award.GOVERNMENT, AwardLevel.COUNTY, "岸政〔2026〕18号", null),
                null);
        commendations.apply(
                actors.of(me),
                me.id(),
                new CommendationDraft("暖心邻居", day, "花桥小学", Award.OTHER, null, null, "送来了证书"),
                team.id());
    }
}
