package org.yiwang.volunteer.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.rules.Codes;

/** What can be chosen from code tables, in the reader's language. */
@Component
class Choices {

    private final Codes codes;

    Choices(Codes codes) {
        this.codes = codes;
    }

    /** Code to name, in the table's order. */
    Map<String, String> of(String table, Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        codes.list(table).forEach(c -> names.put(c.code(), c.label().in(locale)));
        return names;
    }

    /** Documents other than the identity card of the mainland. */
    Map<String, String> otherDocuments(Locale locale) {
        Map<String, String> names = of("id-type", locale);
        names.remove(RegistrantForm.MAINLAND);
        return names;
    }
}
