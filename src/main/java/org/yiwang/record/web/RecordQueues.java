package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.RECORD_APPROVE_LONG_DAY;
import static org.yiwang.kernel.Permission.RECORD_APPROVE_VERY_LONG_DAY;
import static org.yiwang.kernel.Permission.RECORD_ATTEST;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.kernel.Ids;
import org.yiwang.record.Corrections;
import org.yiwang.record.Hold;
import org.yiwang.record.Proposal;
import org.yiwang.record.Raises;
import org.yiwang.record.RecordDesk;
import org.yiwang.web.Queue;
import org.yiwang.web.Queue.Door;
import org.yiwang.web.Queue.Waiting;

/** What waits about records: proposals for the volunteer to look at, raises to confirm, long days to approve. */
@Configuration(proxyBeanMethods = false)
class RecordQueues {

    @Bean
    Queue proposalsToAnswer(Corrections corrections, Clock clock) {
        return new Queue(
                Door.MINE,
                SIGNED_IN,
                "pencil",
                "door.todo.proposed",
                true,
                actor -> waiting(corrections.listOpen(actor), clock));
    }

    /** How many, and the first that is carried out with its day. */
    private static Optional<Waiting> waiting(List<Proposal> open, Clock clock) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Proposal first = open.getFirst();
        LocalDate until = first.takesEffectOn().atZone(clock.getZone()).toLocalDate();
        return Optional.of(new Waiting(
                open.size(),
                "/me/hours/" + Ids.text(first.key().recordId()) + "?volunteer="
                        + Ids.text(first.key().volunteerId()),
                until));
    }

    @Bean
    Queue raisesToConfirm(Raises raises, Clock clock) {
        return new Queue(
                Door.DESK,
                RECORD_ATTEST,
                "pencil",
                "door.desk.raises",
                false,
                actor -> raises.toConfirm(actor)
                        .map(r -> new Waiting(
                                r.count(),
                                "/desk/activities/" + Ids.text(r.activityId()) + "/records",
                                r.lapsesAt().atZone(clock.getZone()).toLocalDate())));
    }

    @Bean
    Queue longDaysToApprove(RecordDesk desk) {
        return Queue.of(
                Door.DESK,
                RECORD_APPROVE_LONG_DAY,
                "hourglass",
                "door.desk.long-days",
                "/desk/long-days",
                actor -> desk.countAwaitingApproval(actor, Hold.LONG_DAY));
    }

    @Bean
    Queue veryLongDaysToApprove(RecordDesk desk) {
        return Queue.of(
                Door.OFFICE,
                RECORD_APPROVE_VERY_LONG_DAY,
                "hourglass",
                "door.gov.queue.long-days",
                "/gov/long-days",
                actor -> desk.countAwaitingApproval(actor, Hold.VERY_LONG_DAY));
    }
}
