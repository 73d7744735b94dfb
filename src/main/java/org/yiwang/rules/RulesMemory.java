package org.yiwang.rules;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.WorkingDays;
import org.yiwang.platform.AfterCommit;
import org.yiwang.platform.Refreshed;

/** All codes, rules and holidays in memory; small, read everywhere, changed a few times a year. */
@Component
class RulesMemory implements SmartInitializingSingleton {

    private final Refreshed<Held> held;

    RulesMemory(RulesStore store) {
        this.held = new Refreshed<>("rules-refresh", store::revision, () -> read(store));
    }

    @Override
    public void afterSingletonsInstantiated() {
        held.get();
    }

    Held get() {
        return held.get();
    }

    /** To be called by a command: what it writes is read again once it is committed. */
    void changed() {
        AfterCommit.run(held::refresh);
    }

    @PreDestroy
    void close() {
        held.close();
    }

    private static Held read(RulesStore store) {
        Map<String, Map<String, CodeRow>> codes = new TreeMap<>();
        store.codes()
                .forEach(code -> codes.computeIfAbsent(code.table(), t -> new LinkedHashMap<>())
                        .put(code.code(), code));
        Map<String, List<RuleVersion>> versions = store.versions().stream()
                .collect(Collectors.groupingBy(RuleVersion::key, TreeMap::new, Collectors.toList()));
        List<Holiday> holidays = store.holidays();
        return new Held(
                codes,
                versions,
                holidays,
                new WorkingDays(
                        holidays.stream()
                                .filter(Holiday::off)
                                .map(Holiday::date)
                                .collect(Collectors.toUnmodifiableSet()),
                        holidays.stream()
                                .filter(h -> !h.off())
                                .map(Holiday::date)
                                .collect(Collectors.toUnmodifiableSet())),
                new ConcurrentHashMap<>());
    }

    /**
     * What is held.
     *
     * @param codes rows by table and code, in the table's order
     * @param versions by key, in the order of their numbers
     * @param holidays by date
     * @param workingDays the same as a calendar
     * @param read values of versions already turned into records
     */
    record Held(
            Map<String, Map<String, CodeRow>> codes,
            Map<String, List<RuleVersion>> versions,
            List<Holiday> holidays,
            WorkingDays workingDays,
            Map<ReadAs, Object> read) {

        /** The version that holds on a day: latest date not after it, then highest number; before all, the one that held first. */
        @Nullable
        RuleVersion on(LocalDate day, String key) {
            return latest(day, key, _ -> true);
        }

        /** The same of those made by that moment of the day; the platform's own count as always made. */
        @Nullable
        RuleVersion at(Instant moment, LocalDate day, String key) {
            return latest(day, key, v -> v.byName().isEmpty() || !v.at().isAfter(moment));
        }

        private @Nullable RuleVersion latest(LocalDate day, String key, Predicate<RuleVersion> made) {
            List<RuleVersion> all = versions.getOrDefault(key, List.of());
            return all.stream()
                    .filter(v -> !v.effectiveFrom().isAfter(day))
                    .filter(made)
                    .max(Comparator.comparing(RuleVersion::effectiveFrom).thenComparing(RuleVersion::version))
                    .or(() -> earliest(all))
                    .orElse(null);
        }

        /** Of versions from the same day on only the last ever held. */
        private static Optional<RuleVersion> earliest(List<RuleVersion> all) {
            return all.stream()
                    .min(Comparator.comparing(RuleVersion::effectiveFrom)
                            .thenComparing(RuleVersion::version, Comparator.reverseOrder()));
        }
    }

    /** A version read as a type. */
    record ReadAs(String key, int version, Class<?> type) {}
}
