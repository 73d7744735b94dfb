package org.yiwang.objection.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.kernel.Ids;
import org.yiwang.record.RecordKey;

/** How a link names a record: the two numbers of its key, in one parameter or in two. */
final class RecordName {

    private static final Pattern BOTH = Pattern.compile("([0-9A-Za-z]{13})[-._/]?([0-9A-Za-z]{13})");

    private RecordName() {}

    /** The record; empty for what names none. */
    static Optional<RecordKey> parse(String record, String volunteer) {
        Matcher both = BOTH.matcher(record);
        return both.matches() ? key(both.group(1), both.group(2)) : key(volunteer, record);
    }

    private static Optional<RecordKey> key(String volunteer, String record) {
        return Ids.parse(volunteer).flatMap(v -> Ids.parse(record).map(r -> new RecordKey(v, r)));
    }
}
