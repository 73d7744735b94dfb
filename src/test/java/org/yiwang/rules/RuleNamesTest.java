package org.yiwang.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.testing.TestDatabase;

/** Whoever edits rules and codes reads names, not keys; whoever reads a rule in public is told what it is for. */
class RuleNamesTest {

    @Test
    void every_rule_and_every_table_has_a_name_and_every_rule_plain_words_in_both_languages() {
        try (var database = TestDatabase.fresh()) {
            JdbcClient client = JdbcClient.create(database);
            List<@Nullable String> keys = client.sql("""
                            select 'rule.' || key from rules_version
                            union select 'rule.what.' || key from rules_version
                            union select 'rules.table.' || table_name from rules_code
                            """).query(String.class).list();
            for (Locale language : List.of(Locale.ROOT, Locale.ENGLISH)) {
                ResourceBundle names = ResourceBundle.getBundle(
                        "messages.rules",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
                assertThat(names.keySet()).containsAll(keys);
            }
        }
    }
}
