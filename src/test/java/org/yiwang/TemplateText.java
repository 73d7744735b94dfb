package org.yiwang;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What remains of a JTE template when its expressions, statements, comments and tags are taken away: the words written
 * literally, between tags or in attributes that people read.
 */
final class TemplateText {

    private static final Pattern READ_ATTRIBUTE =
            Pattern.compile("\\b(?:aria-label|placeholder|title|alt|aria-description)=\"([^\"]*)\"");
    private static final Pattern UNSEEN =
            Pattern.compile("(?s)<(script|style|svg)\\b.*?</\\1>|<!--.*?-->|<!DOCTYPE[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&#?[a-zA-Z0-9]+;");
    private static final Pattern WORD = Pattern.compile("\\p{L}[^\\n<>]*");

    private final String source;
    private final StringBuilder html = new StringBuilder();

    TemplateText(String source) {
        this.source = source.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?m)^@(import|param).*$", "");
    }

    /** The literal words, in the order they stand. */
    List<String> words() {
        template(0, false);
        List<String> words = new ArrayList<>();
        String seen = UNSEEN.matcher(html).replaceAll(" ");
        for (Matcher attribute = READ_ATTRIBUTE.matcher(seen); attribute.find(); ) {
            if (has(attribute.group(1))) {
                words.add(attribute.group(1));
            }
        }
        String between = seen.replaceAll("(?s)<[^>]*>", "\n");
        for (Matcher word = WORD.matcher(ENTITY.matcher(between).replaceAll(" ")); word.find(); ) {
            words.add(word.group().strip());
        }
        return words;
    }

    private static boolean has(String text) {
        return ENTITY.matcher(text).replaceAll("").codePoints().anyMatch(Character::isLetter);
    }

    /** Reads template text from a position up to its end, or up to the backtick that ends a content block. */
    private int template(int from, boolean block) {
        int at = from;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (block && c == '`') {
                return at + 1;
            }
            if ((c == '$' || c == '!') && source.startsWith("{", at + 1)) {
                at = java(at + 2, '}');
            } else if (source.startsWith("$unsafe{", at)) {
                at = java(at + "$unsafe{".length(), '}');
            } else if (c == '@' && source.startsWith("`", at + 1)) {
                at = template(at + 2, true);
            } else if (c == '@' && at + 1 < source.length() && Character.isLetter(source.charAt(at + 1))) {
                at = statement(at + 1);
            } else {
                html.append(c);
                at++;
            }
        }
        return at;
    }

    /** Skips {@code @if(…)}, {@code @endfor}, {@code @template.x.y(…)} and the like. */
    private int statement(int from) {
        int at = from;
        while (at < source.length()
                && (Character.isLetterOrDigit(source.charAt(at))
                        || source.charAt(at) == '.'
                        || source.charAt(at) == '_'
                        || source.charAt(at) == '-')) {
            at++;
        }
        String name = source.substring(from, at);
        if (name.matches("else|endif|endfor|endraw|raw")) {
            return at;
        }
        return at < source.length() && source.charAt(at) == '(' ? java(at + 1, ')') : at;
    }

    /** Skips Java up to the closing bracket; content blocks inside are templates again. */
    private int java(int from, char close) {
        int depth = 0;
        int at = from;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '"' || c == '\'') {
                at = quoted(at);
                continue;
            }
            if (c == '@' && source.startsWith("`", at + 1)) {
                html.append(' ');
                at = template(at + 2, true);
                continue;
            }
            if (c == close && depth == 0) {
                html.append('\u200b');
                return at + 1;
            }
            if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
            }
            at++;
        }
        return at;
    }

    private int quoted(int from) {
        char quote = source.charAt(from);
        int at = from + 1;
        while (at < source.length() && source.charAt(at) != quote) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
