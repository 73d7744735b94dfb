package org.yiwang.paper;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Headings of the template in either language, in whatever order a file has them. */
@Component
class Headings {

    private final MessageSource messages;
    private final Map<String, Column> known = new HashMap<>();

    Headings(MessageSource messages) {
        this.messages = messages;
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            for (Column column : Column.values()) {
                known.put(tidy(messages.getMessage(column.key(), null, locale)), column);
            }
        }
    }

    /** The row of headings in that language. */
    List<String> row(Locale locale) {
        return Arrays.stream(Column.values())
                .map(c -> messages.getMessage(c.key(), null, locale))
                .toList();
    }

    /** Where each column stands, if these cells are the headings. */
    Optional<Map<Column, Integer>> find(List<String> cells) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            Column column = known.get(tidy(cells.get(i)));
            if (column != null) {
                places.putIfAbsent(column, i);
            }
        }
        boolean complete = Arrays.stream(Column.values()).filter(Column::needed).allMatch(places::containsKey)
                && (places.containsKey(Column.NUMBER) || places.containsKey(Column.DOCUMENT));
        return complete ? Optional.of(places) : Optional.empty();
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s*]", "")
                .toLowerCase(Locale.ROOT);
    }
}
