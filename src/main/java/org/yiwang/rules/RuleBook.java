package org.yiwang.rules;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;

/** Keeping the rules and the holiday calendar: who may edit them adds versions and days, with date and reason. */
@Component
public class RuleBook {

    private final RulesStore store;
    private final RulesMemory memory;
    private final RuleReader reader;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RuleBook(RulesStore store, RulesMemory memory, RuleReader reader, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.memory = memory;
        this.reader = reader;
        this.events = events;
        this.clock = clock;
    }

    /** Keys of all rules. */
    public List<String> keys() {
        return List.copyOf(memory.get().versions().keySet());
    }

    /** All versions of a rule, newest first; refuses with {@code rules.unknown-rule}. */
    public List<RuleVersion> versions(String key) {
        List<RuleVersion> versions = memory.get().versions().get(key);
        if (versions == null) {
            throw new Refusal(RulesProblem.UNKNOWN_RULE, key);
        }
        return versions.reversed();
    }

    /** The version that holds today; refuses with {@code rules.unknown-rule}. */
    public RuleVersion current(String key) {
        @Nullable RuleVersion current = memory.get().on(LocalDate.now(clock), key);
        if (current == null) {
            throw new Refusal(RulesProblem.UNKNOWN_RULE, key);
        }
        return current;
    }

    /** The value as JSON on several lines. */
    public String pretty(RuleVersion version) {
        return reader.pretty(version.value());
    }

    /**
     * Adds a version that holds from a day on, not before today. Refuses with {@code rules.in-the-past},
     * {@code rules.not-json}, {@code rules.other-shape}, {@code rules.not-accepted}.
     *
     * @return its number
     */
    @Transactional
    public int add(Actor actor, String key, LocalDate from, String value, String note) {
        check(actor);
        RuleVersion latest = versions(key).getFirst();
        if (from.isBefore(LocalDate.now(clock))) {
            throw new Refusal(RulesProblem.IN_THE_PAST).at("from");
        }
        reader.check(key, latest.value(), value);
        int version = store.insertVersion(key, from, value, note, actor, clock.instant());
        memory.changed();
        events.publishEvent(new RulesChanged(actor, "rules.add-version", "rule:" + key + "/" + version, note));
        return version;
    }

    /** The days that differ from their weekday, in order. */
    public List<Holiday> holidays() {
        return memory.get().holidays();
    }

    /** Adds or corrects a day that is not past. Refuses with {@code rules.in-the-past} or {@code rules.not-a-weekend}. */
    @Transactional
    public void putHoliday(Actor actor, Holiday day) {
        check(actor);
        if (day.date().isBefore(LocalDate.now(clock))) {
            throw new Refusal(RulesProblem.IN_THE_PAST).at("date");
        }
        DayOfWeek weekday = day.date().getDayOfWeek();
        if (!day.off() && weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY) {
            throw new Refusal(RulesProblem.NOT_A_WEEKEND).at("date");
        }
        store.put(day, actor.accountId(), clock.instant());
        memory.changed();
        events.publishEvent(new RulesChanged(actor, "rules.put-holiday", "holiday:" + day.date(), null));
    }

    /** Takes a day that is not past out of the calendar. Refuses with {@code rules.in-the-past}. */
    @Transactional
    public void removeHoliday(Actor actor, LocalDate date) {
        check(actor);
        if (date.isBefore(LocalDate.now(clock))) {
            throw new Refusal(RulesProblem.IN_THE_PAST).at("date");
        }
        store.removeHoliday(date);
        memory.changed();
        events.publishEvent(new RulesChanged(actor, "rules.remove-holiday", "holiday:" + date, null));
    }

    private static void check(Actor actor) {
        if (!actor.may(Permission.CODES_EDIT)) {
            throw new Refusal(Actor.AccessProblem.NOT_ALLOWED);
        }
    }
}
