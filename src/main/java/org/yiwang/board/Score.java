package org.yiwang.board;

/**
 * What a member has on a board.
 *
 * @param minutes credit minutes, more than none
 * @param region where the member is registered, as a code within the city
 */
record Score(int minutes, String region) {}
