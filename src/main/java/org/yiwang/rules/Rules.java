package org.yiwang.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.WorkingDays;

/**
 * Versioned rules, each a JSON value read into a record of the module that applies it, and the holiday calendar. Read
 * from memory; every node knows a new version within about a second.
 */
@Component
public class Rules {

    private final RulesMemory memory;
    private final RuleReader reader;
    private final Clock clock;

    Rules(RulesMemory memory, RuleReader reader, Clock clock) {
        this.memory = memory;
        this.reader = reader;
        this.clock = clock;
    }

    /** The version of a rule that holds today; a rule without one is a mistake in the seed. */
    public <T> Rule<T> current(String key, Class<T> type) {
        return on(LocalDate.now(clock), key, type);
    }

    /** The version of a rule that held on a day; for a day before all versions the one that held first. */
    public <T> Rule<T> on(LocalDate day, String key, Class<T> type) {
        RulesMemory.Held held = memory.get();
        return read(held, held.on(day, key), key, type);
    }

    /**
     * The version that held at a moment, for what people decided then and the program carries out later: a version made
     * afterwards changes nothing about it, even if it holds from that very day.
     */
    public <T> Rule<T> at(Instant moment, String key, Class<T> type) {
        RulesMemory.Held held = memory.get();
        return read(held, held.at(moment, LocalDate.ofInstant(moment, clock.getZone()), key), key, type);
    }

    /** A version by its number, for what began by it and is finished by it; one that never was is a mistake. */
    public <T> Rule<T> version(int number, String key, Class<T> type) {
        RulesMemory.Held held = memory.get();
        RuleVersion version = held.versions().getOrDefault(key, List.of()).stream()
                .filter(v -> v.version() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no version " + number + " of rule " + key));
        return read(held, version, key, type);
    }

    private <T> Rule<T> read(RulesMemory.Held held, @Nullable RuleVersion version, String key, Class<T> type) {
        if (version == null) {
            throw new IllegalStateException("no version of rule " + key);
        }
        Object value = held.read()
                .computeIfAbsent(
                        new RulesMemory.ReadAs(version.key(), version.version(), type),
                        as -> reader.read(version, type));
        return new Rule<>(version.key(), version.version(), type.cast(value));
    }

    /** The published calendar of holidays and make-up days. */
    public WorkingDays workingDays() {
        return memory.get().workingDays();
    }
}
