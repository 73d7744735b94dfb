package org.yiwang.objection.web;

import static org.yiwang.kernel.Permission.CASE_ANSWER;
import static org.yiwang.kernel.Permission.CASE_DECIDE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.kernel.Ids;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseView;
import org.yiwang.objection.Objections;
import org.yiwang.web.Queue;
import org.yiwang.web.Queue.Door;
import org.yiwang.web.Queue.Waiting;

/** Cases that wait: for the organization, for an office, and answered ones that the volunteer may still take further. */
@Configuration(proxyBeanMethods = false)
class CaseQueues {

    @Bean
    Queue answersToAccept(Objections objections) {
        return new Queue(
                Door.MINE,
                SIGNED_IN,
                "message",
                "door.todo.answered",
                false,
                actor -> waiting(objections.answered(actor)));
    }

    private static Optional<Waiting> waiting(List<CaseView> answered) {
        return answered.isEmpty()
                ? Optional.empty()
                : Optional.of(new Waiting(
                        answered.size(),
                        "/me/cases/" + Ids.text(answered.getFirst().id()),
                        answered.getFirst().escalateUntil()));
    }

    @Bean
    Queue casesToAnswer(CaseDesk desk) {
        return Queue.of(Door.DESK, CASE_ANSWER, "message", "door.desk.cases", "/desk/cases", desk::countToAnswer)
                .first();
    }

    @Bean
    Queue casesToDecide(CaseDesk desk) {
        return Queue.of(Door.OFFICE, CASE_DECIDE, "message", "door.gov.queue.cases", "/gov/cases", desk::countToDecide);
    }
}
