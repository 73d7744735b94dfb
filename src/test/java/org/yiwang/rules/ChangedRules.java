package org.yiwang.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.testing.City;
import org.yiwang.testing.TestClock;

/** New versions of rules while a test lasts: taken out again when it closes them, since all tests share one city. */
public final class ChangedRules implements AutoCloseable {

    private final Map<String, Integer> made = new LinkedHashMap<>();

    /** Makes a version that holds from today. */
    public ChangedRules today(String key, String value) {
        LocalDate today = LocalDate.now(City.bean(TestClock.class));
        made.put(key, City.bean(RuleBook.class).add(Actor.SYSTEM, key, today, value, "test"));
        return this;
    }

    @Override
    public void close() {
        made.forEach((key, version) -> City.bean(JdbcClient.class)
                .sql("delete from rules_version where key = :key and version = :version")
                .param("key", key)
                .param("version", version)
                .update());
        City.bean(RulesMemory.class).changed();
    }
}
