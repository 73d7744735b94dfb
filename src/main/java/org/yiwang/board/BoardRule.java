package org.yiwang.board;

/**
 * What boards show and bear: rule {@value #KEY}.
 *
 * @param fewest from so many people on it a narrow board shows its lines: among fewer, surname and district would tell a
 *     neighbour who it is (PIPL art. 6 and 73)
 * @param joinsPerHour how often in an hour one account may join
 */
record BoardRule(int fewest, int joinsPerHour) {

    static final String KEY = "board.lines";
}
