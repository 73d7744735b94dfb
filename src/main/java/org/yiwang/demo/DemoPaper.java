package org.yiwang.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Risk;
import org.yiwang.demo.Town.Team;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.paper.ImportRunner;
import org.yiwang.paper.Imports;
import org.yiwang.paper.SheetScans;
import org.yiwang.volunteer.VolunteerView;

/** Hours that came on paper: a file that went through with a line refused, and one that waits for a second person. */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoPaper {

    private static final String HEADINGS = "活动编号,活动名称,姓名,志愿者编号,证件号码,日期,到达时间,离开时间\n";

    private final DemoClock clock;
    private final DemoStage stage;
    private final DemoActors actors;
    private final Imports imports;
    private final ImportRunner runner;
    private final SheetScans scans;
    private final DemoEntries entries;

    DemoPaper(
            DemoClock clock,
            DemoStage stage,
            DemoActors actors,
            Imports imports,
            ImportRunner runner,
            SheetScans scans,
            DemoEntries entries) {
        this.clock = clock;
        this.stage = stage;
        this.actors = actors;
        this.imports = imports;
        this.runner = runner;
        this.scans = scans;
        this.entries = entries;
    }

    void play(Town town, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        DemoStage.scene("a sheet on record", () -> {
            long id = bring(town, today.minusDays(9), "桥洞下的夜间关怀", "夜间关怀签到表.csv");
            scans.look(town.first().admin(), id);
            imports.confirm(
                    town.first().admin(),
                    id,
                    imports.get(town.first().admin(), id).scanHash());
            runner.run();
        });
        DemoStage.scene("a sheet to be checked", () -> bring(town, today.minusDays(6), "老旧小区停电应急照明", "应急照明签到表.csv"));
    }

    /** An activity where nobody had a phone at hand; the liaison brings the sheet, in which one time cannot be read. */
    private long bring(Town town, LocalDate day, String title, String file) {
        Team team = town.first();
        Period shift = stage.shift(day, 20, 45, 75);
        clock.set(shift.start().minus(Duration.ofDays(3)));
        ActivityView activity = stage.publish(
                team,
                actors.of(Cast.STREET),
                stage.draft(team, title, new Risk(0, "夜间注意台阶，两人一组。", "")),
                DemoStage.post("关怀员", Conditions.NONE, 8, shift));
        Set<VolunteerView> people = new LinkedHashSet<>(stage.some(town, team, 3));
        List<VolunteerView> accepted = stage.signUp(people, activity);
        StringBuilder lines = new StringBuilder(HEADINGS);
        for (VolunteerView one : accepted) {
            lines.append(line(activity, one, day, "20:45"));
        }
        lines.append(line(activity, accepted.getFirst(), day, "晚饭后"));
        clock.set(shift.end().plus(Duration.ofHours(14)));
        long id = imports.receive(
                        actors.of(Cast.LIAISON),
                        team.id(),
                        file,
                        lines.toString().getBytes(StandardCharsets.UTF_8))
                .id();
        scans.attach(actors.of(Cast.LIAISON), id, scans.read(actors.of(Cast.LIAISON), entries.signedList()));
        return id;
    }

    private static String line(ActivityView activity, VolunteerView one, LocalDate day, String came) {
        return String.join(
                        ",",
                        Ids.text(activity.id()),
                        activity.title(),
                        one.name(),
                        one.number(),
                        "",
                        day.toString(),
                        came,
                        "22:00")
                + "\n";
    }
}
