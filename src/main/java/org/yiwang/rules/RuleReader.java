package org.yiwang.rules;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns the JSON of rules into the records of those who apply them, and checks new JSON before it becomes a rule. */
@Component
class RuleReader {

    private final JsonMapper json = JsonMapper.builder().build();
    private final JsonMapper strict = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The type as which each rule was last read on this node. */
    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    Object read(RuleVersion version, Class<?> type) {
        types.put(version.key(), type);
        return json.readValue(version.value(), type);
    }

    /**
     * Checks a value meant to follow another: it is JSON, has the same fields with the same kinds of value, and the
     * record it is read into accepts it.
     */
    void check(String key, String before, String value) {
        JsonNode after;
        try {
            after = strict.readTree(value);
        } catch (JacksonException e) {
            throw new Refusal(RulesProblem.NOT_JSON, e.getOriginalMessage()).at("value");
        }
        sameShape("", strict.readTree(before), after);
        Class<?> type = types.get(key);
        if (type != null) {
            try {
                strict.readValue(value, type);
            } catch (JacksonException e) {
                throw new Refusal(RulesProblem.NOT_ACCEPTED, e.getOriginalMessage()).at("value");
            }
        }
    }

    /** The value as a tree. */
    JsonNode tree(String value) {
        return json.readTree(value);
    }

    /** Readable JSON, for editing. */
    String pretty(String value) {
        return strict.writerWithDefaultPrettyPrinter().writeValueAsString(strict.readTree(value));
    }

    private static void sameShape(String path, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            for (String name : before.propertyNames()) {
                JsonNode was = before.get(name);
                JsonNode is = after.get(name);
                if (is == null) {
                    throw new Refusal(RulesProblem.OTHER_SHAPE, path + name).at("value");
                }
                sameShape(path + name + ".", was, is);
            }
            for (String name : after.propertyNames()) {
                if (before.get(name) == null) {
                    throw new Refusal(RulesProblem.OTHER_SHAPE, path + name).at("value");
                }
            }
        } else if (!before.isNull() && !after.isNull() && before.getNodeType() != after.getNodeType()) {
            throw new Refusal(RulesProblem.OTHER_SHAPE, path.isEmpty() ? "{ }" : path.substring(0, path.length() - 1))
                    .at("value");
        }
    }
}
