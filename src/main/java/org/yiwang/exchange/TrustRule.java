package org.yiwang.exchange;

/**
 * Rule {@code exchange.trust}: who may be the second of the two officers that a decision about a platform needs.
 *
 * @param secondHoldsRoleDays days for which that officer has held the post
 */
record TrustRule(int secondHoldsRoleDays) {

    static final String KEY = "exchange.trust";
}
