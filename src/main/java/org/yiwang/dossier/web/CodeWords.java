package org.yiwang.dossier.web;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.dossier.Judgement;
import org.yiwang.rules.Codes;

/** Names of codes in the reader's language. */
public final class CodeWords {

    private final Codes codes;
    private final Locale locale;

    CodeWords(Codes codes, Locale locale) {
        this.codes = codes;
        this.locale = locale;
    }

    /** The name of a code. */
    public String of(String table, String code) {
        return codes.label(table, code).in(locale);
    }

    /** The names of several. */
    public String join(String table, Collection<String> several, String separator) {
        return several.stream().sorted().map(c -> of(table, c)).collect(Collectors.joining(separator));
    }

    /** The name of a quality. */
    public String quality(String code) {
        return of(Judgement.QUALITY, code);
    }

    /** The qualities that can be chosen, best first. */
    public Map<String, String> qualities() {
        return codes.options(Judgement.QUALITY, locale);
    }
}
