package org.yiwang.door.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.RosterLine;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.organization.Organizations;
import org.yiwang.record.Deadline;
import org.yiwang.record.RecordClock;
import org.yiwang.signup.SignUpDesk;
import org.yiwang.volunteer.QualificationReview;
import org.yiwang.web.Queue;

/** Puts the desk of a captain, liaison or administrator together. */
@Component
class DeskPage {

    private static final int DAYS = 7;
    private static final int RECRUITING_DAYS = 60;
    private static final int ROSTERS = 20;
    private static final int SHOWN = 8;

    private final Activities activities;
    private final Organizations organizations;
    private final SignUpDesk signUps;
    private final AttendanceDesk attendance;
    private final RecordClock records;
    private final QualificationReview qualifications;
    private final List<Queue> queues;
    private final Clock clock;

    DeskPage(
            Activities activities,
            Organizations organizations,
            SignUpDesk signUps,
            AttendanceDesk attendance,
            RecordClock records,
            QualificationReview qualifications,
            List<Queue> queues,
            Clock clock) {
        this.activities = activities;
        this.organizations = organizations;
        this.signUps = signUps;
        this.attendance = attendance;
        this.records = records;
        this.qualifications = qualifications;
        this.queues = queues;
        this.clock = clock;
    }

    Desk show(Actor actor) {
        List<ActivityView> current = activities.listCurrent(actor, Permission.ACTIVITY_MANAGE, RECRUITING_DAYS);
        List<Deadline> late = records.open(actor, Permission.RECORD_ATTEST);
        Instant soon = clock.instant().plus(Duration.ofDays(DAYS));
        List<ActivityView> coming = current.stream()
                .filter(a -> a.shifts().stream()
                        .anyMatch(s -> s.period().start().isAfter(clock.instant())
                                && s.period().start().isBefore(soon)))
                .limit(SHOWN)
                .toList();
        return new Desk(
                today(actor, current),
                todos(actor, current),
                late.stream().limit(SHOWN).toList(),
                coming,
                organizations.listWithin(actor, Permission.ORGANIZATION_MANAGE).stream()
                        .limit(SHOWN)
                        .toList());
    }

    private List<Desk.Duty> today(Actor actor, List<ActivityView> current) {
        ZoneId zone = clock.getZone();
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        List<Desk.Duty> duties = new ArrayList<>();
        current.stream()
                .filter(a -> a.shifts().stream().anyMatch(s -> isOn(s, today, zone)))
                .limit(ROSTERS)
                .forEach(activity -> {
                    List<RosterLine> roster = attendance.forCounting(actor, activity.id());
                    activity.shifts().stream()
                            .filter(s -> isOn(s, today, zone))
                            .forEach(shift -> duties.add(duty(activity, shift, roster, now)));
                });
        duties.sort(Comparator.comparing(d -> d.shift().period().start()));
        return duties;
    }

    private static Desk.Duty duty(ActivityView activity, ShiftView shift, List<RosterLine> roster, Instant now) {
        List<RosterLine> lines =
                roster.stream().filter(l -> l.shift().id() == shift.id()).toList();
        boolean begun = !now.isBefore(shift.period().start());
        return new Desk.Duty(
                activity,
                shift,
                lines.size(),
                (int) lines.stream().filter(RosterLine::here).count(),
                (int) lines.stream().filter(l -> !l.pairs().isEmpty()).count(),
                begun
                        ? lines.stream()
                                .filter(l -> l.pairs().isEmpty() && !l.noShow())
                                .map(l -> l.volunteer().name())
                                .toList()
                        : List.of());
    }

    private static boolean isOn(ShiftView shift, LocalDate day, ZoneId zone) {
        return shift.period().start().atZone(zone).toLocalDate().equals(day)
                || shift.period().contains(day.atStartOfDay(zone).toInstant());
    }

    private List<Todo> todos(Actor actor, List<ActivityView> current) {
        List<Todo> todos = new ArrayList<>(Todo.of(queues, Queue.Door.DESK, actor));
        Map<Long, Integer> applied =
                signUps.countToDecide(current.stream().map(ActivityView::id).toList());
        current.stream().filter(a -> applied.containsKey(a.id())).limit(SHOWN).forEach(a -> {
            int count = applied.getOrDefault(a.id(), 0);
            todos.add(Todo.urgent("user-check", "door.desk.decide", of(a) + "/sign-ups", a.title(), count));
        });
        activities.listToClose(actor, Permission.ACTIVITY_MANAGE).stream()
                .limit(SHOWN)
                .forEach(a -> {
                    int unfinished = attendance.countUnfinished(actor, a.id());
                    todos.add(
                            unfinished > 0
                                    ? Todo.urgent(
                                            "door-exit",
                                            "door.desk.attest",
                                            of(a) + "/attendance",
                                            a.title(),
                                            unfinished)
                                    : Todo.of("flag-check", "door.desk.close", of(a), a.title()));
                });
        if (actor.may(Permission.QUALIFICATION_CONFIRM)) {
            int waiting = qualifications.countWaiting(actor);
            if (waiting > 0) {
                todos.add(Todo.of("certificate", "door.desk.qualifications", "/desk/qualifications", waiting));
            }
        }
        todos.sort(Comparator.comparing(t -> !t.urgent()));
        return todos;
    }

    private static String of(ActivityView activity) {
        return "/desk/activities/" + Ids.text(activity.id());
    }
}
