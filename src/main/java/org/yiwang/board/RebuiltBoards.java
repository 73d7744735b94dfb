package org.yiwang.board;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Projection;

/** Scores, tallies and heads of all boards, from the records and the residences of those who take part. */
@Component
class RebuiltBoards implements Projection {

    private static final int SAY = 100_000;

    private final BoardFill fill;
    private final BoardProjector projector;

    RebuiltBoards(BoardFill fill, BoardProjector projector) {
        this.fill = fill;
        this.projector = projector;
    }

    @Override
    public String word() {
        return "boards";
    }

    @Override
    public void rebuild(Consumer<String> said) {
        long rows = fill.fill(people -> {
            if (people % SAY == 0) {
                said.accept(people + " members computed.");
            }
        });
        if (rows < 0) {
            projector.rebuild(said);
        } else {
            said.accept("There were no scores: " + rows + " scores, tallies and heads written.");
        }
    }
}
