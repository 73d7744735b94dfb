package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.Objection;
import org.yiwang.objection.Objections;
import org.yiwang.objection.Report;
import org.yiwang.objection.Reports;
import org.yiwang.objection.Verdict;
import org.yiwang.record.RecordFilter;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.volunteer.VolunteerView;

/** Questions about records in the team of the cast: one that waits for the team, one for the district, and a report. */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoCases {

    private final DemoClock clock;
    private final DemoActors actors;
    private final Records records;
    private final Objections objections;
    private final CaseDesk desk;
    private final Reports reports;

    DemoCases(
            DemoClock clock,
            DemoActors actors,
            Records records,
            Objections objections,
            CaseDesk desk,
            Reports reports) {
        this.clock = clock;
        this.actors = actors;
        this.records = records;
        this.objections = objections;
        this.desk = desk;
        this.reports = reports;
    }

    void play(Town town, Instant now) {
        DemoStage.scene(
                "an objection taken further",
                () -> latest(town, Cast.LIAISON, now).ifPresent(r -> takenFurther(town, r, now)));
        DemoStage.scene(
                "an objection that waits",
                () -> latest(town, Cast.VOLUNTEER, now).ifPresent(r -> waiting(town, r, now)));
        DemoStage.scene(
                "a report",
                () -> latest(town, Cast.LIAISON, now).ifPresent(r -> report(r, now.minus(Duration.ofHours(7)))));
    }

    /** The team has kept to its record, the volunteer is not satisfied. */
    private void takenFurther(Town town, RecordView record, Instant now) {
        clock.set(now.minus(Duration.ofHours(40)));
        Actor person = actors.of(Cast.LIAISON);
        long id = objections.object(
                person, record.volunteerId(), record.recordId(), tooLittle(record, "我比签退多留了四十分钟，收拾器材，队友可以证明。"));
        clock.set(now.minus(Duration.ofHours(30)));
        desk.answer(town.first().admin(), id, new Verdict(Outcome.KEPT, null, "签退时间就是离开时间，名单上没有其他说明。", "", false));
        clock.set(now.minus(Duration.ofHours(22)));
        objections.escalate(person, id, "没有问过和我一起收拾器材的队友。");
    }

    private void waiting(Town town, RecordView record, Instant now) {
        clock.set(now.minus(Duration.ofHours(20)));
        objections.object(
                actors.of(Cast.VOLUNTEER),
                town.of(Cast.VOLUNTEER).id(),
                record.recordId(),
                tooLittle(record, "散场后我还帮忙送两位老人回家，到家是八点四十。"));
    }

    private void report(RecordView record, Instant at) {
        clock.set(at);
        reports.report(
                null,
                new Report(null, record.activityId(), Complaint.WRONG_HOURS, "我路过时活动已经散了，公示的时长比实际长。", "", ""),
                null,
                "");
    }

    private static Objection tooLittle(RecordView record, String words) {
        Instant start = record.served().start();
        return new Objection(
                Complaint.TOO_LITTLE,
                words,
                new Period(start, record.served().end().plus(Duration.ofMinutes(10))));
    }

    /** The last record that the team of the cast made of the person before yesterday, and that stands. */
    private Optional<RecordView> latest(Town town, Cast one, Instant now) {
        VolunteerView person = town.of(one);
        LocalDate before = LocalDate.ofInstant(now, clock.getZone()).minusDays(3);
        return records.list(actors.of(one), person.id(), RecordFilter.ALL, 1).items().stream()
                .filter(r -> r.organizationId() == town.first().id())
                .filter(r -> r.state() == RecordState.EFFECTIVE || r.state() == RecordState.NOTICE)
                .filter(r -> r.serviceDate().isBefore(before))
                .findFirst();
    }
}
