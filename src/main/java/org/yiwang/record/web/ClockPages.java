package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.ACTIVITY_REVIEW;
import static org.yiwang.kernel.Permission.RECORD_ATTEST;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yiwang.kernel.Actor;
import org.yiwang.record.RecordClock;
import org.yiwang.web.Access;

/** By when what activities came to has to be on record: all that is open at the organization, what is late at the office. */
@Controller
class ClockPages {

    private final RecordClock recordClock;
    private final Clock clock;

    ClockPages(RecordClock recordClock, Clock clock) {
        this.recordClock = recordClock;
        this.clock = clock;
    }

    @GetMapping("/desk/clock")
    @Access(RECORD_ATTEST)
    String clock(Actor actor, Model model) {
        model.addAttribute("deadlines", recordClock.open(actor, RECORD_ATTEST));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("office", false);
        return "record/clock";
    }

    @GetMapping("/gov/clock")
    @Access(ACTIVITY_REVIEW)
    String officeClock(Actor actor, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "deadlines",
                recordClock.open(actor, ACTIVITY_REVIEW).stream()
                        .filter(d -> d.isOverdue(today))
                        .toList());
        model.addAttribute("today", today);
        model.addAttribute("office", true);
        return "record/clock";
    }
}
