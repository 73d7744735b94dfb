package org.yiwang.activity.web;

import static org.yiwang.kernel.Permission.ACTIVITY_MANAGE;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityDetail;
import org.yiwang.activity.ActivityProblem;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.activity.Extension;
import org.yiwang.activity.ShiftDraft;
import org.yiwang.activity.ShiftMove;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** The organizer's activities: the list, one with its next steps, and these steps. */
@Controller
class ActivityDeskPages {

    private static final String TO_CLOSE = "TO_CLOSE";

    private final ActivityDesk desk;
    private final Activities activities;
    private final Choices choices;
    private final Clock clock;

    ActivityDeskPages(ActivityDesk desk, Activities activities, Choices choices, Clock clock) {
        this.desk = desk;
        this.activities = activities;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/desk/activities")
    @Access(ACTIVITY_MANAGE)
    String list(Form form, Actor actor, Model model) {
        String asked = form.value("state");
        State state = null;
        for (State one : State.values()) {
            state = one.name().equals(asked) ? one : state;
        }
        List<ActivityView> waiting = activities.listToClose(actor, ACTIVITY_MANAGE);
        Slice<ActivityDetail> slice;
        if (asked.equals(TO_CLOSE)) {
            slice = new Slice<>(
                    waiting.stream().map(a -> activities.detail(a.id())).toList(), 1, false);
        } else {
            slice = desk.list(actor, state, ActivityPages.pageOf(form));
        }
        model.addAttribute("slice", slice);
        model.addAttribute("state", asked.equals(TO_CLOSE) ? TO_CLOSE : state == null ? "" : state.name());
        model.addAttribute("toClose", waiting.size());
        return "activity/desk-list";
    }

    @GetMapping("/desk/activities/{id}")
    @Access(ACTIVITY_MANAGE)
    String show(@PathVariable @Tsid long id, Actor actor, Model model) {
        return show(Form.empty(), id, actor, model);
    }

    private String show(Form form, long id, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("view", desk.get(actor, id));
        return "activity/desk";
    }

    @PostMapping("/desk/activities/{id}/publish")
    @Access(ACTIVITY_MANAGE)
    String publish(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        try {
            State state = desk.publish(actor, id);
            return Then.go(response, path(id), state == State.PUBLISHED ? "activity.published" : "activity.submitted");
        } catch (Refusal why) {
            form.refuse(new Refusal(why.problem(), why.args().toArray()));
            return show(form, id, actor, model);
        }
    }

    @PostMapping("/desk/activities/{id}/withdraw")
    @Access(ACTIVITY_MANAGE)
    String withdraw(@PathVariable @Tsid long id, Actor actor, HttpServletResponse response) {
        desk.withdraw(actor, id);
        return Then.go(response, path(id), "activity.withdrawn");
    }

    @GetMapping("/desk/activities/{id}/cancel")
    @Access(ACTIVITY_MANAGE)
    String cancel(@PathVariable @Tsid long id, Actor actor, Model model) {
        return form("activity/reason", Form.empty(), id, actor, model);
    }

    private String form(String view, Form form, long id, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("detail", desk.get(actor, id).detail());
        return view;
    }

    @PostMapping("/desk/activities/{id}/cancel")
    @Access(ACTIVITY_MANAGE)
    String cancel(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        String reason = form.text("reason", 2, 1000);
        return form.submit(
                () -> desk.cancel(actor, id, reason),
                () -> Then.go(response, path(id), "activity.cancelled"),
                () -> form("activity/reason", form, id, actor, model));
    }

    @GetMapping("/desk/activities/{id}/postpone")
    @Access(ACTIVITY_MANAGE)
    String postpone(@PathVariable @Tsid long id, Actor actor, Model model) {
        Form form = Form.empty();
        for (ShiftView shift : desk.get(actor, id).detail().activity().shifts()) {
            String key = Ids.text(shift.id());
            form.with(
                            "day-" + key,
                            shift.period().start().atZone(clock.getZone()).toLocalDate())
                    .with("from-" + key, time(shift.period().start()))
                    .with("to-" + key, time(shift.period().end()));
        }
        return form("activity/postpone", form, id, actor, model);
    }

    private LocalTime time(java.time.Instant moment) {
        return moment.atZone(clock.getZone()).toLocalTime().withSecond(0).withNano(0);
    }

    @PostMapping("/desk/activities/{id}/postpone")
    @Access(ACTIVITY_MANAGE)
    String postpone(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        List<ShiftMove> moves = new ArrayList<>();
        for (String key : form.values("shift")) {
            Ids.parse(key)
                    .ifPresent(
                            shift -> ShiftForm.period(form, "day-" + key, "from-" + key, "to-" + key, clock.getZone())
                                    .ifPresent(period -> moves.add(new ShiftMove(shift, period))));
        }
        String reason = form.text("reason", 2, 1000);
        return form.submit(
                () -> desk.postpone(actor, id, moves, reason),
                () -> Then.go(response, path(id), "activity.postponed"),
                () -> form("activity/postpone", form, id, actor, model));
    }

    @GetMapping("/desk/activities/{id}/extend")
    @Access(ACTIVITY_MANAGE)
    String extend(@PathVariable @Tsid long id, Actor actor, Model model) {
        ActivityDesk.DeskView view = desk.get(actor, id);
        LocalDate latest = view.extensibleUntil();
        if (latest == null) {
            throw new Refusal(ActivityProblem.WRONG_STATE);
        }
        ShiftView last = view.detail().activity().shifts().getLast();
        LocalDate next = LocalDate.now(clock).plusDays(1);
        LocalDate after =
                last.period().start().atZone(clock.getZone()).toLocalDate().plusDays(7);
        Form form = ShiftForm.fill(Form.empty(), last.period(), last.capacity(), clock.getZone())
                .with("shiftDay", after.isBefore(next) ? next : after)
                .with("until", latest)
                .with("post", Ids.text(last.postId()))
                .with("repeat", "none")
                .with("times", 1);
        return extend(form, view, model);
    }

    private String extend(Form form, ActivityDesk.DeskView view, Model model) {
        Map<String, String> posts = new LinkedHashMap<>();
        view.detail().posts().forEach(p -> posts.put(Ids.text(p.id()), p.name()));
        model.addAttribute("form", form);
        model.addAttribute("detail", view.detail());
        model.addAttribute("latest", Objects.requireNonNullElse(view.extensibleUntil(), LocalDate.now(clock)));
        model.addAttribute("posts", posts);
        model.addAttribute("repeats", choices.repeats());
        return "activity/extend";
    }

    @PostMapping("/desk/activities/{id}/extend")
    @Access(ACTIVITY_MANAGE)
    String extend(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        ActivityDesk.DeskView view = desk.get(actor, id);
        LocalDate until = form.date("until");
        Optional<Long> post = DraftForm.id(form, "post");
        if (post.isEmpty()) {
            form.fail("post", "form.required");
        }
        List<ShiftDraft> shifts = ShiftForm.read(form, clock.getZone());
        String reason = form.text("reason", 2, 1000);
        return form.submit(
                () -> desk.extend(actor, id, new Extension(until, post.orElseThrow(), shifts, reason)),
                () -> Then.go(response, path(id), "activity.extended"),
                () -> extend(form, view, model));
    }

    @GetMapping("/desk/activities/{id}/close")
    @Access(ACTIVITY_MANAGE)
    String close(@PathVariable @Tsid long id, Actor actor, Model model) {
        return form("activity/close", Form.empty(), id, actor, model);
    }

    @PostMapping("/desk/activities/{id}/close")
    @Access(ACTIVITY_MANAGE)
    String close(@PathVariable @Tsid long id, Form form, Actor actor, HttpServletResponse response, Model model) {
        String done = form.text("done", 1, 5000);
        int people = form.integer("servedPeople", 0, 10_000_000);
        String remarks = form.text("remarks", 0, 2000);
        return form.submit(
                () -> desk.close(actor, id, done, people, remarks),
                () -> Then.go(response, path(id), "activity.closed"),
                () -> form("activity/close", form, id, actor, model));
    }

    private static String path(long id) {
        return "/desk/activities/" + Ids.text(id);
    }
}
