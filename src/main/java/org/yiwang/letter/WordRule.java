package org.yiwang.letter;

/**
 * How often words of thanks are taken from people without an account. Until when is for {@code trust.thanks} to say: it is the
 * same code that they were given.
 *
 * @param perAddress how often a day from one network address under a code that holds: a care home or a whole estate may share one
 * @param wrongPerAddress how often a day somebody tries a code or a receipt that is none, from one network address
 * @param perActivity how often a day about one activity
 */
record WordRule(int perAddress, int wrongPerAddress, int perActivity) {

    static final String KEY = "letter.words";
}
