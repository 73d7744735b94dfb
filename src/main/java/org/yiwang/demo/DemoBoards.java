package org.yiwang.demo;

import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.board.TakingPart;
import org.yiwang.volunteer.VolunteerView;

/** A third of the people like to be on the boards, the volunteer of the cast and the child in care among them. */
@Component
@Order(30)
@ConditionalOnProperty("yiwang.demo")
class DemoBoards implements Epilogue {

    private static final int MOST = 30;

    private final DemoActors actors;
    private final TakingPart taking;

    DemoBoards(DemoActors actors, TakingPart taking) {
        this.actors = actors;
        this.taking = taking;
    }

    @Override
    public String name() {
        return "boards";
    }

    @Override
    public void play(Town town, Instant now) {
        VolunteerView volunteer = town.of(Cast.VOLUNTEER);
        Stream.concat(
                        Stream.of(volunteer, town.ward()),
                        town.volunteers().stream().filter(each -> each.id() % 3 == 0))
                .distinct()
                .limit(MOST)
                .forEach(each -> taking.join(actors.of(each), each.id()));
    }
}
