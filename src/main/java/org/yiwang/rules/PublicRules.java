package org.yiwang.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * The rules as anybody may read them: whoever is told that something was decided by a version of a rule sees what it says.
 * All of them come from the law or are the platform's defaults, none names a person or holds a secret; what protects the
 * platform – how often something may be tried – protects it when it is known, too. Who made a version is not told.
 */
@Component
public class PublicRules {

    private final RuleBook book;
    private final RuleReader reader;

    PublicRules(RuleBook book, RuleReader reader) {
        this.book = book;
        this.reader = reader;
    }

    /** Every rule, by its key, with when each of its versions holds. */
    public SortedMap<String, List<Span>> all() {
        return book.keys().stream().collect(Collectors.toMap(key -> key, this::spans, (a, _) -> a, TreeMap::new));
    }

    /** One version; refuses with {@code rules.unknown-rule}. */
    public View get(String key, int version) {
        List<Span> spans = spans(key);
        return book.versions(key).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .map(v -> new View(
                        v,
                        spans.stream()
                                .filter(s -> s.version() == version)
                                .findFirst()
                                .orElseThrow(),
                        lines(reader.tree(v.value())),
                        spans))
                .orElseThrow(() -> new Refusal(RulesProblem.UNKNOWN_RULE, key + " " + version));
    }

    /** When each version holds, the latest first. */
    private List<Span> spans(String key) {
        List<Span> spans = new ArrayList<>();
        // From the latest on: each holds until the first day of any that came after it.
        LocalDate next = null;
        int by = 0;
        for (RuleVersion v : book.versions(key)) {
            boolean held = next == null || v.effectiveFrom().isBefore(next);
            spans.add(new Span(
                    v.version(), v.effectiveFrom(), held && next != null ? next.minusDays(1) : null, held ? null : by));
            if (held) {
                next = v.effectiveFrom();
                by = v.version();
            }
        }
        return spans;
    }

    private static List<RuleLine> lines(JsonNode node) {
        List<RuleLine> lines = new ArrayList<>();
        if (node.isObject() && isLabel(node)) {
            return List.of(line("", node));
        }
        if (node.isObject()) {
            node.propertyNames().forEach(name -> lines.add(line(name, node.get(name))));
        } else {
            node.forEach(item -> lines.add(line("", item)));
        }
        return lines;
    }

    private static RuleLine line(String field, JsonNode node) {
        if (node.isObject() && isLabel(node) && node.get("zh").isArray()) {
            List<RuleLine> parts = new ArrayList<>();
            for (int i = 0; i < node.get("zh").size(); i++) {
                String zh = node.get("zh").get(i).asString();
                JsonNode en = node.get("en").get(i);
                parts.add(new RuleLine("", new Label(zh, en == null ? zh : en.asString()), null, List.of()));
            }
            return new RuleLine(field, null, null, parts);
        }
        if (node.isObject() && isLabel(node)) {
            List<RuleLine> more = new ArrayList<>();
            node.propertyNames().stream()
                    .filter(name -> !name.equals("zh") && !name.equals("en") && !name.equals("code"))
                    .forEach(name -> more.add(line(name, node.get(name))));
            Label name = new Label(node.get("zh").asString(), node.get("en").asString());
            return new RuleLine(field, name, null, more);
        }
        if (node.isArray() && node.size() > 0 && !node.get(0).isContainer()) {
            List<String> texts = new ArrayList<>();
            node.forEach(item -> texts.add(item.asString()));
            return new RuleLine(field, new Label(String.join("、", texts), String.join(", ", texts)), null, List.of());
        }
        if (node.isContainer()) {
            return new RuleLine(field, null, null, lines(node));
        }
        if (node.isBoolean()) {
            return new RuleLine(field, null, node.booleanValue(), List.of());
        }
        return node.isNull()
                ? new RuleLine(field, null, null, List.of())
                : new RuleLine(field, new Label(node.asString(), node.asString()), null, List.of());
    }

    /** Something written in both languages. */
    private static boolean isLabel(JsonNode node) {
        return node.has("zh") && node.has("en");
    }

    /**
     * A version as anybody may read it.
     *
     * @param version the version
     * @param span when it holds
     * @param lines what it says
     * @param all when each version of the rule holds, the latest first
     */
    public record View(RuleVersion version, Span span, List<RuleLine> lines, List<Span> all) {}

    /**
     * When a version holds.
     *
     * @param version its number
     * @param from first day
     * @param until last day, null while no later version ends it
     * @param replacedBy the version that took its place before it ever held, null if it held or will
     */
    public record Span(
            int version,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer replacedBy) {}
}
