package org.yiwang.activity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.testing.TestDatabase;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The rules as the migrations seed them. */
final class SeededRules {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private SeededRules() {}

    static <T> T read(String key, Class<T> type) {
        try (var database = TestDatabase.fresh()) {
            String value = JdbcClient.create(database)
                    .sql("select value::text from rules_version where key = :key and version = 1")
                    .param("key", key)
                    .query((row, i) -> row.getString(1))
                    .single();
            return JSON.readValue(value, type);
        }
    }
}
