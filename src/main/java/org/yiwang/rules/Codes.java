package org.yiwang.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Label;

/**
 * The code tables (domain §1.6): id-type, sex, political-status, education, employment, skill, category … Read from
 * memory; every node knows a change within about a second.
 */
@Component
public class Codes {

    private final RulesMemory memory;
    private final Clock clock;

    Codes(RulesMemory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /** What may be chosen today, in the table's order. */
    public List<Code> list(String table) {
        LocalDate today = LocalDate.now(clock);
        return rows(table).values().stream()
                .filter(row -> row.inUse(today))
                .map(row -> new Code(table, row.code(), row.label(), true))
                .toList();
    }

    /** A code with its name, in use or not. */
    public Optional<Code> find(String table, String code) {
        LocalDate today = LocalDate.now(clock);
        return Optional.ofNullable(rows(table).get(code))
                .map(row -> new Code(table, code, row.label(), row.inUse(today)));
    }

    /** Whether the code may be chosen today. */
    public boolean inUse(String table, String code) {
        return find(table, code).filter(Code::inUse).isPresent();
    }

    /** The name of a code; one that no table knows is shown as it is. */
    public Label label(String table, String code) {
        CodeRow row = rows(table).get(code);
        return row == null ? new Label(code, code) : row.label();
    }

    /** What may be chosen today, code to name in the reader's language, as the tags {@code select} and {@code checks} want it. */
    public Map<String, String> options(String table, Locale locale) {
        Map<String, String> options = new LinkedHashMap<>();
        list(table).forEach(code -> options.put(code.code(), code.label().in(locale)));
        return options;
    }

    private Map<String, CodeRow> rows(String table) {
        return memory.get().codes().getOrDefault(table, Map.of());
    }
}
