package org.yiwang.board;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Projection;

/** Scores, tallies and heads of all boards, from the records and the residences of those who take part. */
@Component
class RebuiltBoards implements Projection {

    private final BoardProjector projector;

    RebuiltBoards(BoardProjector projector) {
        this.projector = projector;
    }

    @Override
    public String word() {
        return "boards";
    }

    @Override
    public void rebuild(Consumer<String> said) {
        projector.rebuild(said);
    }
}
