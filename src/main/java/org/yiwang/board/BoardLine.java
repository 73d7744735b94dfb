package org.yiwang.board;

/**
 * A line of a board, as everybody may see it.
 *
 * @param rank 1 for the most; people with the same amount have the same, and the next after them that many more
 * @param volunteerId who, for finding oneself only: never shown
 * @param name masked: the first character and two stars, however long the name is
 * @param district the district of residence, empty for those who live outside of the city
 * @param amount minutes, times or months, as the board counts them
 */
public record BoardLine(int rank, long volunteerId, String name, String district, int amount) {}
