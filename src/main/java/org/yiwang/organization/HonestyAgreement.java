package org.yiwang.organization;

import java.util.List;
import java.util.Locale;

/**
 * The honesty agreement (诚信承诺) that whoever runs a team accepts.
 *
 * @param version number of the version
 * @param zh its promises in Chinese
 * @param en its promises in English
 */
public record HonestyAgreement(int version, List<String> zh, List<String> en) {

    /** The promises in the reader's language. */
    public List<String> in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }

    /** Rule {@code organization.honesty}. */
    record Text(List<String> zh, List<String> en) {}
}
