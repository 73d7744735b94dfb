package org.yiwang.rules;

import org.yiwang.kernel.Label;

/**
 * A row of a code table.
 *
 * @param table name of the table, for example {@code skill}
 * @param code its code there
 * @param label its name in both languages
 * @param inUse whether it may be chosen today; an old one still has a name
 */
public record Code(String table, String code, Label label, boolean inUse) {}
