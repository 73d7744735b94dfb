package org.yiwang.kernel;

import java.util.Arrays;
import java.util.Locale;

/**
 * A name that is data, in both languages of the platform.
 *
 * @param zh Simplified Chinese
 * @param en English
 */
public record Label(String zh, String en) {

    /** The values of a message, those that are names written in the reader's language. */
    public static Object[] named(Object[] values, Locale locale) {
        return Arrays.stream(values)
                .map(value -> value instanceof Label label ? label.in(locale) : value)
                .toArray();
    }

    /** The name in the reader's language; Chinese where the reader's is neither. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }
}
