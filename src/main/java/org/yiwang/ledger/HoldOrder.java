package org.yiwang.ledger;

import java.time.LocalDate;

/**
 * What is to be set aside.
 *
 * @param book in which
 * @param key by which the caller may ask again
 * @param accountId on which account
 * @param amount how much, in whole units
 * @param lastDay until when, at the latest, it is captured
 * @param memo what it is for
 */
public record HoldOrder(String book, String key, long accountId, long amount, LocalDate lastDay, String memo) {

    String content() {
        return "hold\n" + accountId + " " + amount + " " + lastDay + "\n" + memo;
    }
}
