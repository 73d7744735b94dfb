package org.yiwang.ledger;

/**
 * What is to be moved out of a hold. What is left of the hold stays held.
 *
 * @param key by which the caller may ask again
 * @param holdId out of which
 * @param amount how much, in whole units
 * @param toAccountId to which account of the same book; it does not expire there
 * @param memo what it is for, as the caller says it on statements
 */
public record CaptureOrder(String key, long holdId, long amount, long toAccountId, String memo) {

    String content() {
        return "capture\n" + holdId + " " + amount + " " + toAccountId + "\n" + memo;
    }
}
