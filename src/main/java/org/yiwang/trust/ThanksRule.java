package org.yiwang.trust;

/**
 * Rule {@code trust.thanks}.
 *
 * @param days how long after the activity those served are asked
 */
record ThanksRule(int days) {}
