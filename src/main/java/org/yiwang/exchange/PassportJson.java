package org.yiwang.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import org.yiwang.kernel.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The canonical JSON of passports and receipts: names in alphabetical order, nothing that is null, no white space, moments
 * in ISO 8601, and {@code <} written as {@code \u003c}, so that it can stand inside of a page. Reading is bounded.
 */
final class PassportJson {

    private static final int DEEPEST = 12;
    private static final int LONGEST_TEXT = 100_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(20)
                            .maxDocumentLength(PassportFile.MOST_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private PassportJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    /** Refuses what is not in the form with {@code exchange.not-genuine}. */
    static <T> T read(String text, Class<T> type) {
        try {
            T value = JSON.readValue(text.getBytes(StandardCharsets.UTF_8), type);
            if (value == null) {
                throw new Refusal(ExchangeProblem.NOT_GENUINE);
            }
            return value;
        } catch (JacksonException _) {
            throw new Refusal(ExchangeProblem.NOT_GENUINE);
        }
    }
}
