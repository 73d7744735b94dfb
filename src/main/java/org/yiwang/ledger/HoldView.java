package org.yiwang.ledger;

import java.time.LocalDate;

/**
 * A hold as it stands.
 *
 * @param id which hold
 * @param book in which book
 * @param accountId on which account
 * @param amount what was set aside at first
 * @param captured what was moved out of it since
 * @param state whether the rest is still set aside
 * @param lastDay until when it can be captured
 */
public record HoldView(
        long id, String book, long accountId, long amount, long captured, HoldState state, LocalDate lastDay) {

    /** What is still set aside. */
    public long left() {
        return state == HoldState.OPEN ? amount - captured : 0;
    }
}
