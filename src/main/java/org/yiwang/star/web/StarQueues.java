package org.yiwang.star.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;
import static org.yiwang.kernel.Permission.STAR_REVIEW;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.star.StarReview;
import org.yiwang.star.Stars;
import org.yiwang.star.StarsBelow;
import org.yiwang.web.Queue;
import org.yiwang.web.Queue.Door;

/** What waits about stars: nominations to answer, applications to decide, stars below their thresholds. */
@Configuration(proxyBeanMethods = false)
class StarQueues {

    @Bean
    Queue starNominationsToAnswer(Stars stars) {
        return Queue.of(Door.MINE, SIGNED_IN, "star", "star.todo.nominated", MyStarPages.HOME, stars::countNominations);
    }

    @Bean
    Queue starsForTeams(StarReview review) {
        return Queue.of(Door.DESK, STAR_REVIEW, "star", "star.desk.queue", "/desk/stars", review::count);
    }

    @Bean
    Queue starsForOffices(StarReview review) {
        return Queue.of(Door.OFFICE, STAR_REVIEW, "star", "star.gov.queue", "/gov/stars", review::count);
    }

    @Bean
    Queue starsBelowThreshold(StarsBelow below) {
        return Queue.of(Door.OFFICE, STAR_REVIEW, "alert-triangle", "star.gov.below", "/gov/stars/below", below::count);
    }
}
