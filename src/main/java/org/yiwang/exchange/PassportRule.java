package org.yiwang.exchange;

/**
 * Rule {@code exchange.passport}.
 *
 * @param validDays so long a passport can be taken in elsewhere
 */
record PassportRule(int validDays) {

    static final String KEY = "exchange.passport";
}
