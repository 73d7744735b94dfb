package org.yiwang.kernel;

import java.util.Locale;

/**
 * A name that is data, in both languages of the platform.
 *
 * @param zh Simplified Chinese
 * @param en English
 */
public record Label(String zh, String en) {

    /** The name in the reader's language; Chinese where the reader's is neither. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }
}
