package org.yiwang.teamstar.web;

import static org.yiwang.kernel.Permission.ORGANIZATION_MANAGE;
import static org.yiwang.kernel.Permission.STAR_REVIEW;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiwang.teamstar.TeamStarDesk;
import org.yiwang.teamstar.TeamStarRuns;
import org.yiwang.web.Queue;
import org.yiwang.web.Queue.Door;
import org.yiwang.web.Queue.Waiting;

/** Ratings that wait: for a decision of the office, and while their team may still ask. */
@Configuration(proxyBeanMethods = false)
class TeamStarQueues {

    @Bean
    Queue teamStarsToDecide(TeamStarRuns runs) {
        return Queue.of(
                Door.OFFICE,
                STAR_REVIEW,
                "star",
                "door.gov.queue.team-stars",
                GovTeamStarPages.HOME,
                runs::countUndecided);
    }

    @Bean
    Queue teamStarsToSee(TeamStarDesk desk) {
        return new Queue(Door.DESK, ORGANIZATION_MANAGE, "star", "door.desk.team-stars", false, actor -> {
            List<TeamStarDesk.Open> open = desk.open(actor);
            return open.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Waiting(
                            open.size(),
                            StarWords.desk(open.getFirst().rating().organizationId()),
                            open.getFirst().until()));
        });
    }
}
