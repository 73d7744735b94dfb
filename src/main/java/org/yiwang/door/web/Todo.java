package org.yiwang.door.web;

import java.util.List;

/**
 * Something that waits for the person.
 *
 * @param icon its drawing
 * @param key message that says what it is
 * @param args what the message names
 * @param link where it is done
 * @param urgent whether it comes first and is marked
 */
public record Todo(String icon, String key, List<Object> args, String link, boolean urgent) {

    static Todo of(String icon, String key, String link, Object... args) {
        return new Todo(icon, key, List.of(args), link, false);
    }

    static Todo urgent(String icon, String key, String link, Object... args) {
        return new Todo(icon, key, List.of(args), link, true);
    }
}
