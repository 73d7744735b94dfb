package org.yiwang.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Role;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestDatabase;

class RulesTest {

    private final com.zaxxer.hikari.HikariDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TestClock clock = new TestClock();
    private final List<Object> events = new java.util.ArrayList<>();
    private final LocalDate today = LocalDate.now(clock);
    private final RulesStore store = new RulesStore(jdbc);
    private final RulesMemory memory = new RulesMemory(store);
    private final RuleReader reader = new RuleReader();
    private final Codes codes = new Codes(memory, clock);
    private final Rules rules = new Rules(memory, reader, clock);
    private final RuleBook book = new RuleBook(store, memory, reader, events::add, clock);
    private final CodeTables tables = new CodeTables(store, memory, events::add, clock);

    record Caps(int ordinaryMinutes, int longMinutes) {
        Caps {
            if (ordinaryMinutes > longMinutes) {
                throw new IllegalArgumentException("ordinary is at most long");
            }
        }
    }

    @AfterEach
    void close() {
        memory.close();
        database.close();
    }

    @Test
    void before_all_versions_the_one_that_held_first_holds_not_one_that_was_replaced_before_it_did() {
        // Two versions of public notice hold from the same day on: the first of them never held.
        assertThat(rules.on(LocalDate.of(2020, 1, 1), "record.notice", Map.class)
                        .version())
                .isEqualTo(2);
    }

    @Test
    void knows_every_code_table_in_both_languages() {
        assertThat(tables.tables())
                .contains(
                        "id-type",
                        "sex",
                        "political-status",
                        "education",
                        "employment",
                        "nationality",
                        "ethnic-group",
                        "skill",
                        "language",
                        "category",
                        "service-object",
                        "protection",
                        "team-kind",
                        "team-type",
                        "legal-form",
                        "approving-unit-kind",
                        "role",
                        "qualification",
                        "available-slot");
        assertThat(codes.list("category")).hasSize(20);
        assertThat(codes.list("available-slot")).hasSize(24);
        assertThat(codes.list("ethnic-group"))
                .hasSize(58)
                .first()
                .extracting(c -> c.label().zh())
                .isEqualTo("汉族");
        assertThat(codes.label("nationality", "156")).isEqualTo(new Label("中国", "China"));
        assertThat(codes.options("sex", Locale.ENGLISH)).containsEntry("1", "Male");
        for (Role role : Role.values()) {
            assertThat(codes.find("role", role.name())).as(role.name()).isPresent();
        }
    }

    @Test
    void a_code_can_be_chosen_from_its_first_day_until_the_day_it_is_retired_and_keeps_its_name() {
        CodeRow juggling = new CodeRow("skill", "77", new Label("杂耍", "Juggling"), 5, today.plusDays(1), null);
        tables.add(Actor.SYSTEM, juggling, "asked for");
        assertThat(codes.inUse("skill", "77")).isFalse();
        clock.advance(java.time.Duration.ofDays(1));
        assertThat(codes.list("skill").getFirst().code()).isEqualTo("77");

        tables.change(
                Actor.SYSTEM,
                new CodeRow("skill", "77", new Label("杂技", "Juggling"), 5, juggling.from(), today.plusDays(3)),
                "renamed and ended");
        clock.advance(java.time.Duration.ofDays(2));
        assertThat(codes.inUse("skill", "77")).isFalse();
        assertThat(codes.label("skill", "77").zh()).isEqualTo("杂技");
        assertThat(tables.changes("skill", "77"))
                .extracting(CodeChange::why)
                .containsExactly("renamed and ended", "asked for");
    }

    @Test
    void refuses_a_code_twice_a_code_of_the_program_an_end_before_the_beginning_and_a_person_who_may_not() {
        CodeRow male = new CodeRow("sex", "1", new Label("男", "Male"), 1, today, null);
        refused("rules.code-taken", () -> tables.add(Actor.SYSTEM, male, "x"));
        refused(
                "rules.codes-fixed",
                () -> tables.add(Actor.SYSTEM, new CodeRow("role", "KING", male.label(), 1, today, null), "x"));
        refused(
                "rules.ends-before-it-begins",
                () -> tables.change(
                        Actor.SYSTEM, new CodeRow("sex", "1", male.label(), 1, today, today.minusDays(1)), "x"));
        refused("rules.unknown-table", () -> tables.rows("nothing"));
        refused("access.not-allowed", () -> tables.add(new Actor(1, "x", List.of(), 1), male, "x"));
    }

    @Test
    void the_version_that_holds_is_chosen_by_its_date_and_the_later_made_of_two_for_the_same_day() {
        seed();
        assertThat(rules.current("test.caps", Caps.class)).isEqualTo(new Rule<>("test.caps", 1, new Caps(480, 720)));
        int second = book.add(
                Actor.SYSTEM,
                "test.caps",
                today.plusDays(10),
                "{\"ordinaryMinutes\": 400, \"longMinutes\": 720}",
                "less");
        int third = book.add(
                Actor.SYSTEM,
                "test.caps",
                today.plusDays(10),
                "{\"ordinaryMinutes\": 420, \"longMinutes\": 720}",
                "typing error");
        assertThat(List.of(second, third)).containsExactly(2, 3);
        assertThat(rules.on(today.plusDays(9), "test.caps", Caps.class).version())
                .isEqualTo(1);
        assertThat(rules.on(today.plusDays(10), "test.caps", Caps.class))
                .isEqualTo(new Rule<>("test.caps", 3, new Caps(420, 720)));
        assertThat(rules.on(LocalDate.of(2001, 1, 1), "test.caps", Caps.class).version())
                .isEqualTo(1);
    }

    @Test
    void what_was_decided_before_a_version_was_made_is_carried_out_by_the_one_before_even_on_the_same_day() {
        seed();
        Instant decided = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        book.add(Actor.SYSTEM, "test.caps", today, "{\"ordinaryMinutes\": 1, \"longMinutes\": 2}", "less");

        assertThat(rules.current("test.caps", Caps.class).version()).isEqualTo(2);
        assertThat(rules.at(clock.instant(), "test.caps", Caps.class).version()).isEqualTo(2);
        assertThat(rules.at(decided, "test.caps", Caps.class).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules.not-json     | 0  | {"ordinaryMinutes": 1,
            rules.other-shape  | 0  | {"ordinaryMinutes": 1}
            rules.other-shape  | 0  | {"ordinaryMinutes": 1, "longMinutes": 2, "more": 3}
            rules.other-shape  | 0  | {"ordinaryMinutes": "1", "longMinutes": 2}
            rules.other-shape  | 0  | []
            rules.not-accepted | 0  | {"ordinaryMinutes": 3, "longMinutes": 2}
            rules.in-the-past  | -1 | {"ordinaryMinutes": 1, "longMinutes": 2}
            """)
    void refuses_a_version_that_could_not_be_applied(String problem, int days, String value) {
        seed();
        rules.current("test.caps", Caps.class);
        refused(problem, () -> book.add(Actor.SYSTEM, "test.caps", today.plusDays(days), value, "x"));
        assertThat(book.versions("test.caps")).hasSize(1);
    }

    @Test
    void another_node_learns_of_a_change_and_a_change_rolled_back_is_not_kept() {
        seed();
        RulesMemory other = new RulesMemory(store);
        try {
            assertThat(other.get().versions().get("test.caps")).hasSize(1);
            book.add(Actor.SYSTEM, "test.caps", today, "{\"ordinaryMinutes\": 1, \"longMinutes\": 2}", "x");
            other.changed();
            assertThat(other.get().versions().get("test.caps")).hasSize(2);
            new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(status -> {
                book.add(Actor.SYSTEM, "test.caps", today, "{\"ordinaryMinutes\": 1, \"longMinutes\": 3}", "x");
                status.setRollbackOnly();
            });
            other.changed();
            memory.changed();
            assertThat(other.get().versions().get("test.caps")).hasSize(2);
            assertThat(memory.get().versions().get("test.caps")).hasSize(2);
        } finally {
            other.close();
        }
    }

    /** Spring Festival 2026: off 15–23 February, worked on Saturdays 14 and 28 February. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24",
        "2026-02-13, 6, 2026-02-28",
        "2026-02-13, 7, 2026-03-02",
        "2026-02-12, 10, 2026-03-04",
        "2026-09-19, 1, 2026-09-20",
        "2026-09-30, 2, 2026-10-09",
        "2026-09-30, 3, 2026-10-10",
        "2026-11-20, 1, 2026-11-23"
    })
    void counts_working_days_by_the_published_calendar(LocalDate from, int n, LocalDate expected) {
        assertThat(rules.workingDays().after(from, n)).isEqualTo(expected);
        assertThat(rules.workingDays().between(from, expected)).isEqualTo(n);
    }

    @Test
    void a_holiday_can_be_added_and_taken_out_again_but_never_in_the_past() {
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        book.putHoliday(Actor.SYSTEM, new Holiday(newYear, true, new Label("元旦", "New Year")));
        assertThat(rules.workingDays().isWorkingDay(newYear)).isFalse();
        book.removeHoliday(Actor.SYSTEM, newYear);
        assertThat(rules.workingDays().isWorkingDay(newYear)).isTrue();
        refused("rules.in-the-past", () -> book.removeHoliday(Actor.SYSTEM, LocalDate.of(2026, 10, 1)));
        refused(
                "rules.not-a-weekend",
                () -> book.putHoliday(Actor.SYSTEM, new Holiday(newYear, false, new Label("元旦", "New Year"))));
    }

    private void seed() {
        jdbc.sql("""
                        insert into rules_version (key, version, effective_from, value)
                        values ('test.caps', 1, '2026-01-01', '{"ordinaryMinutes": 480, "longMinutes": 720}')""").update();
        memory.changed();
    }
}
