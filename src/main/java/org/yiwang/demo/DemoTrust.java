package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.Risk;
import org.yiwang.attendance.Direction;
import org.yiwang.demo.Town.Team;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.objection.Announcements;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseView;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.Report;
import org.yiwang.objection.Reports;
import org.yiwang.objection.Verdict;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.RecordDesk;
import org.yiwang.record.RecordView;
import org.yiwang.record.Sealing;
import org.yiwang.trust.Outcome;
import org.yiwang.trust.SampleItem;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.trust.Sanctions;
import org.yiwang.trust.SpotChecks;
import org.yiwang.trust.Thanks;
import org.yiwang.trust.TrustGrades;
import org.yiwang.volunteer.VolunteerView;

/** Last month's sample is drawn and half called through; somebody who lent out a card got a mark; records have grades. */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoTrust {

    private static final RegionCode DISTRICT = new RegionCode("420102");
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final DemoClock clock;
    private final DemoStage stage;
    private final DemoActors actors;
    private final PublicNotice publicNotice;
    private final Sealing sealing;
    private final SpotChecks checks;
    private final Thanks thanks;
    private final Sanctions sanctions;
    private final TrustGrades grades;
    private final RecordDesk recordDesk;
    private final Reports reports;
    private final CaseDesk cases;
    private final Announcements announcements;

    DemoTrust(
            DemoClock clock,
            DemoStage stage,
            DemoActors actors,
            PublicNotice publicNotice,
            Sealing sealing,
            SpotChecks checks,
            Thanks thanks,
            Sanctions sanctions,
            TrustGrades grades,
            RecordDesk recordDesk,
            Reports reports,
            CaseDesk cases,
            Announcements announcements) {
        this.clock = clock;
        this.stage = stage;
        this.actors = actors;
        this.publicNotice = publicNotice;
        this.sealing = sealing;
        this.checks = checks;
        this.thanks = thanks;
        this.sanctions = sanctions;
        this.grades = grades;
        this.recordDesk = recordDesk;
        this.reports = reports;
        this.cases = cases;
        this.announcements = announcements;
    }

    /** After everything else, when the records of the city have come to count. */
    void play(Town town, Instant now) {
        YearMonth month = YearMonth.from(now.atZone(clock.getZone())).minusMonths(1);
        ActivityView market = market(town, month.atDay(18));
        DemoStage.scene("a sanction", () -> sanction(town, market, now));
        DemoStage.scene("a spot check", () -> check(town, month, now));
        grades.gradeDue();
    }

    private void check(Town town, YearMonth month, Instant now) {
        Instant begun =
                month.plusMonths(1).atDay(1).atStartOfDay(clock.getZone()).toInstant();
        Instant sealed = now.minus(SETTLED).isBefore(begun) ? begun : now.minus(SETTLED);
        clock.set(sealed);
        publicNotice.countDue();
        sealing.seal();
        clock.set(sealed.plus(SETTLED));
        Actor office = actors.of(Cast.DISTRICT);
        long sample = checks.draw(office, month, DISTRICT);
        List<SampleItem> items = checks.work(office, sample).items();
        boolean complained = false;
        for (int i = 0; i < items.size() / 2; i++) {
            // Not about the team of the cast: a wrong time takes its quota of manual entry, which visitors shall try.
            boolean wrong =
                    !complained && items.get(i).organizationId() != town.first().id();
            complained = complained || wrong;
            Outcome outcome = wrong ? Outcome.WRONG_TIME : i == 4 ? Outcome.NOT_REACHED : Outcome.CONFIRMED;
            String note = outcome == Outcome.WRONG_TIME ? "本人说提前一小时走了，请组织者核对" : "";
            checks.note(office, sample, items.get(i).no(), outcome, note, false);
        }
    }

    /** An afternoon with so many that the sample of the month is worth a look. */
    private ActivityView market(Town town, LocalDate day) {
        Team team = town.first();
        Period shift = stage.shift(day, 14, 0, 150);
        clock.set(shift.start().minus(Duration.ofDays(3)));
        ActivityView activity = stage.publish(
                team,
                actors.of(Cast.STREET),
                stage.draft(team, "花桥社区便民集市", new Risk(1, "摊位搭拆注意脚下，不搬重物。", "")),
                DemoStage.post(team, 16, shift));
        Set<VolunteerView> people = new LinkedHashSet<>(List.of(town.of(Cast.VOLUNTEER)));
        people.addAll(stage.some(town, team, 11));
        List<VolunteerView> came = stage.signUp(people, activity);
        clock.set(shift.start().minusSeconds(200));
        came = stage.check(team, activity, came, Direction.IN);
        clock.set(shift.end().plusSeconds(60));
        stage.check(team, activity, came, Direction.OUT);
        clock.set(shift.end().plus(Duration.ofHours(16)));
        stage.close(team, activity);
        thanks.token(team.admin(), activity.id());
        return activity;
    }

    /** Somebody says that one of them was not there; the office finds it true, and the hours become void. */
    private void sanction(Town town, ActivityView market, Instant now) {
        RecordView record = recordDesk.ofActivity(town.first().admin(), market.id()).stream()
                .filter(r -> r.volunteerId() != town.of(Cast.VOLUNTEER).id())
                .findFirst()
                .orElseThrow();
        clock.set(now.minus(Duration.ofDays(9)));
        reports.report(
                null,
                new Report(record.key(), null, Complaint.NOT_THERE, "那天下午我们在一起，他没有去集市，是别人拿他的证签的。", "", ""),
                null,
                "");
        Actor office = actors.of(Cast.DISTRICT);
        long found = cases.toDecide(office, true, 1).items().stream()
                .filter(c -> Objects.equals(c.recordId(), record.recordId()))
                .findFirst()
                .orElseThrow()
                .id();
        clock.set(now.minus(Duration.ofDays(8)));
        cases.decide(
                office, found, new Verdict(CaseView.Outcome.VOID, null, "本人承认当天没有到场，志愿者证借给了他人。", "本人写的情况说明", false));
        clock.set(now.minus(Duration.ofDays(4)));
        announcements.carryOutDue();
        sanctions.impose(
                actors.of(Cast.CITY), Subject.volunteer(record.volunteerId()), "mark", "把志愿者证借给他人签到，经本人和组织者核实", found);
    }
}
