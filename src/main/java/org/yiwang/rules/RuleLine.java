package org.yiwang.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Label;

/**
 * One line of what a rule says.
 *
 * @param field name of the field; the text {@code rule.field.…} says what it means; empty for one of several things
 * @param text what it says; null where it has parts or says nothing
 * @param decided yes or no, null where it is something else
 * @param parts what it consists of
 */
public record RuleLine(
        String field, @Nullable Label text, @Nullable Boolean decided, List<RuleLine> parts) {}
