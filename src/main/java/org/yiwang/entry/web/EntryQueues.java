package org.yiwang.entry.web;

import static org.yiwang.kernel.Permission.MAKEUP_APPROVE;
import static org.yiwang.kernel.Permission.RECORD_ENTER;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.entry.EntryDesk;
import org.yiwang.entry.MakeupOffice;
import org.yiwang.entry.OwnEntries;
import org.yiwang.web.Queue;
import org.yiwang.web.Queue.Door;

/** What was entered by hand and waits: for the volunteer, for a second person, for the district. */
@Configuration(proxyBeanMethods = false)
class EntryQueues {

    @Bean
    Queue entriesToAgreeTo(OwnEntries own) {
        return Queue.of(Door.MINE, SIGNED_IN, "pencil", "door.todo.entries", "/me/entries", own::countToAnswer)
                .first();
    }

    @Bean
    Queue entriesToConfirm(EntryDesk desk) {
        return Queue.of(Door.DESK, RECORD_ENTER, "pencil", "door.desk.entries", "/desk/entries", desk::countWaiting);
    }

    @Bean
    Queue makeupToApprove(MakeupOffice office) {
        return Queue.of(Door.OFFICE, MAKEUP_APPROVE, "pencil", "door.gov.queue.makeup", "/gov/makeup", office::count);
    }
}
