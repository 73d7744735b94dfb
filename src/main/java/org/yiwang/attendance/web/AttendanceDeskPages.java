package org.yiwang.attendance.web;

import static org.yiwang.kernel.Permission.ATTENDANCE_MANAGE;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yiwang.activity.Activities;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.CodeShown;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.PairView;
import org.yiwang.attendance.RosterLine;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Attendance on the organizer's phone or desk: the roster, the code shown full-screen, scanning cards. */
@Controller
class AttendanceDeskPages {

    private final AttendanceDesk desk;
    private final Activities activities;
    private final Volunteers volunteers;
    private final Clock clock;

    AttendanceDeskPages(AttendanceDesk desk, Activities activities, Volunteers volunteers, Clock clock) {
        this.desk = desk;
        this.activities = activities;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    @GetMapping("/desk/activities/{id}/attendance")
    @Access(ATTENDANCE_MANAGE)
    String roster(Actor actor, @PathVariable @Tsid long id, Model model) {
        return roster(actor, id, Form.empty(), model);
    }

    @GetMapping("/desk/activities/{id}/attendance/code")
    @Access(ATTENDANCE_MANAGE)
    String code(Actor actor, @PathVariable @Tsid long id, Model model, HttpServletResponse response) {
        CodeShown code = desk.code(actor, id);
        long seconds =
                Math.max(1, Duration.between(clock.instant(), code.until()).toSeconds() + 1);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("activity", activities.get(id));
        model.addAttribute("code", code);
        model.addAttribute("seconds", seconds);
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/a/" + code.token())
                        .toUriString());
        model.addAttribute(
                "here",
                desk.forCounting(actor, id).stream().filter(RosterLine::here).count());
        return "attendance/code";
    }

    @GetMapping("/desk/activities/{id}/attendance/scan")
    @Access(ATTENDANCE_MANAGE)
    String scanPage(Actor actor, @PathVariable @Tsid long id, Model model) {
        return scanPage(actor, id, Form.empty(), model);
    }

    @PostMapping("/desk/activities/{id}/attendance/scan")
    @Access(ATTENDANCE_MANAGE)
    String scan(Actor actor, @PathVariable @Tsid long id, Form form, Model model) {
        String card = form.text("card", 1, 300);
        if (form.ok()) {
            try {
                PairView pair = desk.scanCard(actor, id, card.substring(card.lastIndexOf('/') + 1));
                model.addAttribute("done", pair);
                model.addAttribute("who", volunteers.get(pair.volunteerId()));
                form = Form.empty();
            } catch (Refusal refusal) {
                form.refuse(refusal);
            }
        }
        return scanPage(actor, id, form, model);
    }

    @PostMapping("/desk/activities/{id}/attendance/tick")
    @Access(ATTENDANCE_MANAGE)
    String tick(Actor actor, @PathVariable @Tsid long id, Form form, Model model, HttpServletResponse response) {
        long volunteerId = Ids.parse(form.value("volunteer")).orElse(0L);
        Direction direction = form.choice("direction", Direction.class);
        String reason = form.text("reason", 2, 300);
        return form.submit(
                () -> desk.tick(actor, id, volunteerId, direction, reason),
                () -> Then.go(response, roster(id), "attendance.ticked"),
                () -> roster(actor, id, form, model));
    }

    @PostMapping("/desk/activities/{id}/attendance/{pair}/attest")
    @Access(ATTENDANCE_MANAGE)
    String attest(
            Actor actor,
            @PathVariable @Tsid long id,
            @PathVariable @Tsid long pair,
            Form form,
            Model model,
            HttpServletResponse response) {
        Instant leftAt = form.moment("leftAt", clock.getZone());
        String reason = form.text("reason", 2, 300);
        return form.submit(
                () -> desk.attestLeaving(actor, id, pair, leftAt, reason),
                () -> Then.go(response, roster(id), "attendance.attested"),
                () -> roster(actor, id, form, model));
    }

    private String roster(Actor actor, long id, Form form, Model model) {
        List<RosterLine> lines = desk.roster(actor, id);
        model.addAttribute("lines", lines);
        model.addAttribute("activity", activities.get(id));
        model.addAttribute("form", form);
        return "attendance/roster";
    }

    private String scanPage(Actor actor, long id, Form form, Model model) {
        model.addAttribute("lines", desk.roster(actor, id));
        model.addAttribute("activity", activities.get(id));
        model.addAttribute("form", form);
        return "attendance/scan";
    }

    private static String roster(long id) {
        return "/desk/activities/" + Ids.text(id) + "/attendance";
    }
}
