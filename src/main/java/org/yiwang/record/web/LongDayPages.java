package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.RECORD_APPROVE_LONG_DAY;
import static org.yiwang.kernel.Permission.RECORD_APPROVE_VERY_LONG_DAY;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.record.Corrections;
import org.yiwang.record.Hold;
import org.yiwang.record.RecordDesk;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;
import org.yiwang.web.Form;
import org.yiwang.web.Then;

/** Records that wait because somebody's day became long with them: at the organization, and very long ones at the office. */
@Controller
class LongDayPages {

    private final RecordDesk desk;
    private final Volunteers volunteers;

    LongDayPages(RecordDesk desk, Volunteers volunteers) {
        this.desk = desk;
        this.volunteers = volunteers;
    }

    @GetMapping("/desk/long-days")
    @Access(RECORD_APPROVE_LONG_DAY)
    String longDays(Actor actor, Model model) {
        return longDays(actor, Hold.LONG_DAY, Form.empty(), model);
    }

    @GetMapping("/gov/long-days")
    @Access(RECORD_APPROVE_VERY_LONG_DAY)
    String veryLongDays(Actor actor, Model model) {
        return longDays(actor, Hold.VERY_LONG_DAY, Form.empty(), model);
    }

    @PostMapping("/desk/long-days/{volunteer}/{record}")
    @Access(RECORD_APPROVE_LONG_DAY)
    String decideLongDay(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            Form form,
            Model model,
            HttpServletResponse response) {
        return decide(actor, new Target(volunteer, record, Hold.LONG_DAY), form, model, response);
    }

    @PostMapping("/gov/long-days/{volunteer}/{record}")
    @Access(RECORD_APPROVE_VERY_LONG_DAY)
    String decideVeryLongDay(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            Form form,
            Model model,
            HttpServletResponse response) {
        return decide(actor, new Target(volunteer, record, Hold.VERY_LONG_DAY), form, model, response);
    }

    private String decide(Actor actor, Target target, Form form, Model model, HttpServletResponse response) {
        String why = form.text("why", 2, 500);
        String evidence = form.text("evidence", 0, 500);
        String decision = form.choice("decision", List.of("approve", "refuse"));
        return form.submit(
                () -> {
                    if (decision.equals("approve")) {
                        desk.approve(actor, target.volunteer, target.record, why);
                    } else {
                        desk.refuse(
                                actor,
                                new RecordKey(target.volunteer, target.record),
                                new Corrections.Grounds(why, evidence));
                    }
                    return Then.go(response, listOf(target.hold), "record.decided");
                },
                () -> longDays(actor, target.hold, form.with("at", Ids.text(target.record)), model));
    }

    private String longDays(Actor actor, Hold hold, Form form, Model model) {
        List<RecordView> records = desk.awaitingApproval(actor, hold);
        model.addAttribute("records", records);
        model.addAttribute(
                "people",
                volunteers.getAll(
                        records.stream().map(RecordView::volunteerId).distinct().toList()));
        model.addAttribute("form", form);
        model.addAttribute("path", listOf(hold));
        model.addAttribute("office", hold == Hold.VERY_LONG_DAY);
        return "record/long-days";
    }

    private static String listOf(Hold hold) {
        return hold == Hold.VERY_LONG_DAY ? "/gov/long-days" : "/desk/long-days";
    }

    private record Target(long volunteer, long record, Hold hold) {}
}
