package org.yiwang.door.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.PairView;
import org.yiwang.kernel.Actor;
import org.yiwang.record.Records;
import org.yiwang.record.Total;
import org.yiwang.signup.MySignUp;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.signup.SignUps;
import org.yiwang.star.Stars;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Queue;

/** Puts a person's own page together. */
@Component
class MyPage {

    /** How long before a shift the check-in button comes first. */
    private static final Duration EARLY = Duration.ofHours(1);

    private final Volunteers volunteers;
    private final SignUps signUps;
    private final CheckIns checkIns;
    private final Records records;
    private final Stars stars;
    private final List<Queue> queues;
    private final Clock clock;

    MyPage(
            Volunteers volunteers,
            SignUps signUps,
            CheckIns checkIns,
            Records records,
            Stars stars,
            List<Queue> queues,
            Clock clock) {
        this.volunteers = volunteers;
        this.signUps = signUps;
        this.checkIns = checkIns;
        this.records = records;
        this.stars = stars;
        this.queues = queues;
        this.clock = clock;
    }

    Mine show(Actor actor, int unread) {
        List<Todo> todos = new ArrayList<>(Todo.of(queues, Queue.Door.MINE, actor));
        VolunteerView me = volunteers
                .findByAccount(actor.accountId())
                .filter(v -> v.state() != VolunteerView.State.VOID)
                .orElse(null);
        List<MySignUp> signed = new ArrayList<>();
        Mine.Hours hours = Mine.Hours.NONE;
        boolean here = false;
        if (me != null) {
            standing(me, todos);
            for (VolunteerView person : volunteers.actingFor(actor)) {
                List<PairView> unfinished = checkIns.unfinished(actor, person.id());
                here |= person.id() == me.id() && unfinished.stream().anyMatch(this::isRunning);
                long forgotten = unfinished.stream().filter(p -> !isRunning(p)).count();
                if (forgotten > 0) {
                    todos.add(Todo.urgent("door-exit", "door.todo.unfinished", "/me/check-in", forgotten));
                }
            }
            signed.addAll(signUps.mine(me.id()));
            hours = hours(records.totals(actor, me.id()));
        }
        answers(signed, todos);
        if (unread > 0) {
            todos.add(Todo.of("bell", "door.todo.unread", "/me/inbox", unread));
        }
        todos.sort(Comparator.comparing(t -> !t.urgent()));
        Stars.Own own = me == null ? null : stars.own(actor, me.id());
        return shown(me, signed, todos, hours, here, own);
    }

    /** Whether the person is serving now, so that the check-out is not late yet. */
    private boolean isRunning(PairView pair) {
        return pair.state() == PairView.State.OPEN && clock.instant().isBefore(pair.shiftEnd());
    }

    private Mine shown(
            @Nullable VolunteerView me,
            List<MySignUp> signed,
            List<Todo> todos,
            Mine.Hours hours,
            boolean here,
            Stars.@Nullable Own own) {
        Instant now = clock.instant();
        signed.removeIf(s -> !s.period().end().isAfter(now));
        signed.sort(Comparator.comparing(s -> s.period().start()));
        MySignUp next = signed.stream()
                .filter(s -> s.signUp().state() == State.ACCEPTED)
                .findFirst()
                .orElse(null);
        signed.remove(next);
        boolean checkIn = next != null && !now.isBefore(next.period().start().minus(EARLY));
        return new Mine(me, next, List.copyOf(signed), checkIn, here, List.copyOf(todos), hours, own);
    }

    private static void standing(VolunteerView me, List<Todo> todos) {
        switch (me.state()) {
            case UNCONFIRMED -> todos.add(Todo.urgent("user-check", "door.todo.unconfirmed", "/me/profile"));
            case SUSPENDED -> todos.add(Todo.urgent("user-check", "door.todo.suspended", "/me/card"));
            case UNDER_REVIEW -> todos.add(Todo.of("file-check", "door.todo.under-review", "/me/profile"));
            case VALID -> {
                if (me.skills().isEmpty()) {
                    todos.add(Todo.of("adjustments", "door.todo.profile", "/me/profile"));
                }
            }
            case RESTRICTED, VOID -> {
                // Nothing for the person to do here.
            }
        }
    }

    private static void answers(List<MySignUp> signed, List<Todo> todos) {
        long invited =
                signed.stream().filter(s -> s.signUp().state() == State.INVITED).count();
        long offered = signed.stream().filter(MySignUp::offered).count();
        if (offered > 0) {
            todos.add(Todo.urgent("ticket", "door.todo.offered", "/me/sign-ups", offered));
        }
        if (invited > 0) {
            todos.add(Todo.urgent("mail", "door.todo.invited", "/me/sign-ups", invited));
        }
    }

    private Mine.Hours hours(List<Total> totals) {
        int year = LocalDate.now(clock).getYear();
        return new Mine.Hours(
                totals.stream().mapToLong(Total::creditMinutes).sum(),
                totals.stream().mapToLong(Total::honourMinutes).sum(),
                year,
                totals.stream()
                        .filter(t -> t.year() == year)
                        .mapToLong(Total::creditMinutes)
                        .sum(),
                totals.stream()
                        .filter(t -> t.year() == year)
                        .mapToInt(Total::records)
                        .sum());
    }
}
