package org.yiwang.volunteer;

/**
 * Check characters by ISO 7064 MOD 11-2 (digits and X), as in the identity number of the mainland (GB 11643) and in our
 * unified number. Every single wrong digit and every swap of two neighbouring digits is found.
 */
final class CheckCharacter {

    private static final int MODULUS = 11;
    private static final int RADIX = 2;

    private CheckCharacter() {}

    /** The character that belongs behind these digits. */
    static char of(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum = (sum + digits.charAt(i) - '0') * RADIX % MODULUS;
        }
        int check = (MODULUS + 1 - sum) % MODULUS;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    /** Whether the last character fits the digits before it. */
    static boolean fits(String text) {
        int last = text.length() - 1;
        return last > 0
                && text.chars().limit(last).allMatch(c -> c >= '0' && c <= '9')
                && of(text.substring(0, last)) == text.charAt(last);
    }
}
