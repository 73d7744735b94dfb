package org.yiwang.teamstar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The first version of the scheme, read from the migration that seeds it. */
final class SeededScheme {

    private SeededScheme() {}

    static StarScheme read() {
        String file = "/db/migration/teamstar/V202611220681__teamstar.sql";
        try (var in = Objects.requireNonNull(SeededScheme.class.getResourceAsStream(file))) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher value = Pattern.compile("\\('teamstar\\.scheme', 1, '[0-9-]+',\\s*'([^']+)'")
                    .matcher(sql);
            if (!value.find()) {
                throw new IllegalStateException("no rule in " + file);
            }
            return JsonMapper.builder().build().readValue(value.group(1), StarScheme.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
