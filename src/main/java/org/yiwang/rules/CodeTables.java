package org.yiwang.rules;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;

/** Keeping the code tables: who may edit codes adds, renames and retires them, with a reason that stays on record. */
@Component
public class CodeTables {

    /** Codes of these tables are constants of the program; only their names are data. */
    private static final Set<String> FIXED = Set.of("role", "available-slot");

    private final RulesStore store;
    private final RulesMemory memory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CodeTables(RulesStore store, RulesMemory memory, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.memory = memory;
        this.events = events;
        this.clock = clock;
    }

    /** All rows of a table, also those not in use; refuses with {@code rules.unknown-table}. */
    public List<CodeRow> rows(String table) {
        Map<String, CodeRow> rows = memory.get().codes().get(table);
        if (rows == null) {
            throw new Refusal(RulesProblem.UNKNOWN_TABLE, table);
        }
        return List.copyOf(rows.values());
    }

    /** Names of the tables. */
    public List<String> tables() {
        return List.copyOf(memory.get().codes().keySet());
    }

    /** Whether codes can be added to and retired from the table. */
    public boolean isFixed(String table) {
        return FIXED.contains(table);
    }

    /** One row; refuses with {@code rules.unknown-code}. */
    public CodeRow row(String table, String code) {
        return rows(table).stream()
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal(RulesProblem.UNKNOWN_CODE, code));
    }

    /** The latest changes of a row, newest first. */
    public List<CodeChange> changes(String table, String code) {
        return store.changes(table, code);
    }

    /** Adds a code; refuses with {@code rules.code-taken}, {@code rules.codes-fixed} or {@code rules.ends-before-it-begins}. */
    @Transactional
    public void add(Actor actor, CodeRow code, String why) {
        check(actor, code);
        if (isFixed(code.table())) {
            throw new Refusal(RulesProblem.CODES_FIXED);
        }
        if (!store.insert(code)) {
            throw new Refusal(RulesProblem.CODE_TAKEN, code.code()).at("code");
        }
        store.log(code, actor, clock.instant(), why);
        memory.changed();
        events.publishEvent(new RulesChanged(actor, "rules.add-code", subject(code), why));
    }

    /** Renames, moves or retires a code; refuses with {@code rules.unknown-code}, {@code rules.codes-fixed} or {@code rules.ends-before-it-begins}. */
    @Transactional
    public void change(Actor actor, CodeRow code, String why) {
        check(actor, code);
        if (isFixed(code.table()) && code.to() != null) {
            throw new Refusal(RulesProblem.CODES_FIXED);
        }
        if (!store.update(code)) {
            throw new Refusal(RulesProblem.UNKNOWN_CODE, code.code());
        }
        store.log(code, actor, clock.instant(), why);
        memory.changed();
        events.publishEvent(new RulesChanged(actor, "rules.change-code", subject(code), why));
    }

    private void check(Actor actor, CodeRow code) {
        if (!actor.may(Permission.CODES_EDIT)) {
            throw new Refusal(Actor.AccessProblem.NOT_ALLOWED);
        }
        rows(code.table());
        if (code.to() != null && code.to().isBefore(code.from())) {
            throw new Refusal(RulesProblem.ENDS_BEFORE_IT_BEGINS).at("to");
        }
    }

    private static String subject(CodeRow code) {
        return "code:" + code.table() + "/" + code.code();
    }
}
