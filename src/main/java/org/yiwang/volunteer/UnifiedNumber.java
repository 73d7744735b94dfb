package org.yiwang.volunteer;

import org.yiwang.kernel.RegionCode;

/**
 * The unified local number of a volunteer (MZ/T 061 asks for one that replaces the identity number in public): area code
 * of six digits (GB/T 2260), year of registration in two, a running number in eight, and a check character by ISO 7064
 * MOD 11-2. Seventeen characters, so that nobody takes it for an identity number. Says nothing about the document.
 */
final class UnifiedNumber {

    static final int LENGTH = 17;

    private UnifiedNumber() {}

    /** The number made of its parts. */
    static String of(RegionCode residence, int year, long sequence) {
        String digits = "%s%02d%08d".formatted(residence.sixDigits(), year % 100, sequence);
        return digits + CheckCharacter.of(digits);
    }

    /** Whether the text is a possible number; says nothing about whether anybody has it. */
    static boolean isValid(String text) {
        return text.length() == LENGTH && CheckCharacter.fits(text);
    }
}
