package org.yiwang.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The first version of a rule, read from the migration that seeds it. */
final class SeededRule {

    private SeededRule() {}

    static GradeRule grade() {
        String file = "/db/migration/trust/V202611220122__trust_rules.sql";
        try (var in = Objects.requireNonNull(SeededRule.class.getResourceAsStream(file))) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher value = Pattern.compile("\\('trust\\.grade', 1, '[0-9-]+',\\s*'([^']+)'")
                    .matcher(sql);
            if (!value.find()) {
                throw new IllegalStateException("no rule in " + file);
            }
            return JsonMapper.builder().build().readValue(value.group(1), GradeRule.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
