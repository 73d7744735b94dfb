package org.yiwang.notification;

import java.util.List;

/**
 * Something to tell a person.
 *
 * @param key message key of the text, {@code notice.<module>.<what>}, rendered in the reader's language when read
 * @param args values the text names, already written out; moments and dates as ISO 8601 (2026-11-21T01:00:00Z, 2026-11-21) are put into the reader's words when read
 * @param link path of the page where the person can act on it
 * @param urgent whether to send a text message as well, if the person has not turned that off
 */
public record Notice(String key, List<String> args, String link, boolean urgent) {}
