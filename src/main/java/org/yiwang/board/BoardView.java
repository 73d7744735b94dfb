package org.yiwang.board;

import java.util.List;

/**
 * A board as it is shown.
 *
 * @param people how many are on it
 * @param top the first hundred; nobody, if a narrow board has so few people that a line would tell who it is
 * @param mine the actor and the actor's wards, as far as they take part and are registered in the region
 */
public record BoardView(int people, List<BoardLine> top, List<Mine> mine) {

    /**
     * An own line, exact beyond the first hundred.
     *
     * @param volunteerId who
     * @param name in full, for only the person and the guardian see it
     * @param rank 0 if the person is not on the board, having nothing on it
     * @param amount minutes, times or months, as the board counts them
     */
    public record Mine(long volunteerId, String name, int rank, int amount) {}
}
