package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.ACTIVITY_REVIEW;
import static org.yiwang.kernel.Permission.RECORD_ATTEST;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.record.Deadline;
import org.yiwang.record.RecordClock;
import org.yiwang.web.Access;

/** The ten working days within which service must be on record, over JSON. */
@RestController
@RequestMapping("/api/v1/record-clock")
@Tag(name = "records")
class RecordClockApi {

    private final RecordClock recordClock;
    private final Clock clock;

    RecordClockApi(RecordClock recordClock, Clock clock) {
        this.recordClock = recordClock;
        this.clock = clock;
    }

    @GetMapping
    @Access(RECORD_ATTEST)
    @Operation(summary = "Ended activities of the caller's teams whose service is not on record yet, most urgent first")
    List<Due> open(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return recordClock.open(actor, RECORD_ATTEST).stream()
                .map(d -> Due.of(d, today))
                .toList();
    }

    @GetMapping("/overdue")
    @Access(ACTIVITY_REVIEW)
    @Operation(summary = "Activities in the office's reach that are past their last day")
    List<Due> overdue(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return recordClock.open(actor, ACTIVITY_REVIEW).stream()
                .filter(d -> d.isOverdue(today))
                .map(d -> Due.of(d, today))
                .toList();
    }

    /** A deadline as sent. */
    record Due(
            String activityId,
            String organizationId,
            String title,
            Instant endsAt,
            LocalDate remindOn,
            LocalDate alarmOn,
            LocalDate dueOn,
            boolean overdue) {

        static Due of(Deadline d, LocalDate today) {
            return new Due(
                    Ids.text(d.activityId()),
                    Ids.text(d.organizationId()),
                    d.title(),
                    d.endsAt(),
                    d.remindOn(),
                    d.alarmOn(),
                    d.dueOn(),
                    d.isOverdue(today));
        }
    }
}
