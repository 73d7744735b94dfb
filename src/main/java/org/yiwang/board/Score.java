package org.yiwang.board;

/**
 * What a member has on a board.
 *
 * @param amount minutes, times or months, as the board counts them; more than none
 * @param region where the member is registered, as a code within the city
 */
record Score(int amount, String region) {}
