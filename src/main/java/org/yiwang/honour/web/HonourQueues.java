package org.yiwang.honour.web;

import static org.yiwang.kernel.Permission.AWARD_RUN;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.honour.Judging;
import org.yiwang.honour.ListConsents;
import org.yiwang.honour.ListExports;
import org.yiwang.honour.ObjectionDesk;
import org.yiwang.honour.OwnNominations;
import org.yiwang.web.Queue;
import org.yiwang.web.Queue.Door;

/** What waits about awards: the nominee's word, the judge's scores, the office's answers. */
@Configuration(proxyBeanMethods = false)
class HonourQueues {

    @Bean
    Queue awardNominationsToAnswer(OwnNominations own) {
        return Queue.of(Door.MINE, SIGNED_IN, "award", "honour.todo.nominations", "/me/nominations", own::countWaiting);
    }

    @Bean
    Queue nomineesToJudge(Judging judging) {
        return Queue.of(Door.MINE, SIGNED_IN, "scale", "honour.todo.panels", "/me/panels", judging::countWaiting);
    }

    @Bean
    Queue objectionsToAwards(ObjectionDesk desk) {
        return Queue.of(Door.OFFICE, AWARD_RUN, "award", "honour.gov.objections", "/gov/awards", desk::countWaiting);
    }

    @Bean
    Queue shortListsToAnswer(ListConsents consents) {
        return Queue.of(
                Door.MINE, SIGNED_IN, "shield-check", "honour.todo.lists", "/me/short-lists", consents::countWaiting);
    }

    @Bean
    Queue shortListsToApprove(ListExports exports) {
        return Queue.of(
                Door.OFFICE,
                AWARD_RUN,
                "shield-check",
                "honour.gov.lists",
                "/gov/short-lists",
                exports::countToApprove);
    }
}
