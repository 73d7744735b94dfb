package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a migration may not do, whoever writes it. Each rule says why. */
class MigrationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Pattern NAME = Pattern.compile("V(20\\d{10})__[a-z0-9]+(_[a-z0-9]+)*\\.sql");
    private static final Pattern CREATED =
            Pattern.compile("create (?:unlogged )?table (?:if not exists )?([a-z_0-9]+)");
    private static final Pattern LOCKED = Pattern.compile(
            "(?:alter table (?:if exists )?(?:only )?|create (?:unique )?index [a-z_0-9]+ on (?:only )?)([a-z_0-9]+)");
    private static final Pattern FILLED = Pattern.compile("(?:insert into|copy) ([a-z_0-9]+)");

    /** A change of data that belongs to users says in a comment right above why it may be made. */
    private static final String MARKER = "-- changes data:";

    /** Statement → why a migration may not hold it. */
    private static final Map<Pattern, String> FORBIDDEN = new LinkedHashMap<>();

    static {
        forbid(
                "drop (table|schema|database|view|materialized view)",
                "an older program may still run beside the new one");
        forbid("drop column", "what people entered is never thrown away by an upgrade");
        forbid("^truncate", "what people entered is never thrown away by an upgrade");
        forbid(
                "(alter|rename) column [a-z_0-9]+ to|rename to|rename [a-z_0-9]+ to",
                "an older program may still run beside the new one");
        forbid("disable trigger|session_replication_role", "constraints hold for migrations too");
        forbid("create (or replace )?(unlogged )?.*\\bunlogged\\b", "an unlogged table is emptied by a crash");
        forbid("alter system|alter database|set global", "the server belongs to whoever runs it");
        forbid("(create|alter|drop) (role|user)\\b|grant .* to", "roles belong to whoever runs the server");
        forbid(
                "create extension (?!if not exists btree_gist)",
                "the program must run on any PostgreSQL of at least 15");
        forbid("uuidv7|virtual|without overlaps|\\bmerge into .* returning", "SQL stays within PostgreSQL 15");
    }

    /** Tables that migrations may fill: rules, codes and calendars are data of the program, people are not. */
    private static final List<String> SEEDABLE = List.of("rules_", "region_revision", "account_document");

    private static void forbid(String statement, String because) {
        FORBIDDEN.put(Pattern.compile("\\b(" + statement + ")"), because);
    }

    @Test
    void is_named_by_its_moment_and_lies_with_its_module() {
        List<String> faults = new ArrayList<>();
        Map<String, Path> byVersion = new HashMap<>();
        for (Path file : all()) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (!name.matches()) {
                faults.add(file + ": is not named V<yyyyMMddHHmm>__<what>.sql");
                continue;
            }
            Path other = byVersion.put(name.group(1), file);
            if (other != null) {
                faults.add(file + ": has the version of " + other);
            }
            if (!modules().contains(file.getName(file.getNameCount() - 2).toString())) {
                faults.add(file + ": is not in the folder of a module");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void holds_nothing_that_loses_data_or_leaves_an_older_program_behind() {
        List<String> faults = new ArrayList<>();
        for (Path file : all()) {
            for (Statement statement : statements(file)) {
                FORBIDDEN.forEach((pattern, because) -> {
                    if (pattern.matcher(statement.text).find()) {
                        faults.add(file + ": \"" + statement.beginning() + "\" – " + because);
                    }
                });
                boolean changes = statement.text.matches("(?s)(delete from|update) .*");
                if (changes && !statement.comment.contains(MARKER)) {
                    faults.add(file + ": \"" + statement.beginning()
                            + "\" changes what is stored; say why it may, above it: " + MARKER + " …");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void seeds_rules_and_codes_but_never_people() {
        List<String> faults = new ArrayList<>();
        for (Path file : all()) {
            for (Statement statement : statements(file)) {
                Matcher filled = FILLED.matcher(statement.text);
                if (filled.lookingAt()
                        && SEEDABLE.stream().noneMatch(filled.group(1)::startsWith)
                        && !statement.comment.contains(MARKER)) {
                    faults.add(file + ": fills " + filled.group(1)
                            + "; migrations seed rules and codes, the demo city makes its people itself");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void locks_at_most_one_table_that_was_there_before() {
        List<String> faults = new ArrayList<>();
        for (Path file : all()) {
            Set<String> created = new LinkedHashSet<>();
            Set<String> locked = new LinkedHashSet<>();
            for (Statement statement : statements(file)) {
                Matcher creates = CREATED.matcher(statement.text);
                if (creates.lookingAt()) {
                    created.add(creates.group(1));
                }
                Matcher locks = LOCKED.matcher(statement.text);
                if (locks.lookingAt()) {
                    locked.add(locks.group(1));
                }
            }
            locked.removeAll(created);
            if (locked.size() > 1) {
                faults.add(file + ": locks " + locked + " in one transaction; two locks taken in another order by the"
                        + " running program are a deadlock. One file for each");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void says_what_each_table_is_for() {
        List<String> faults = new ArrayList<>();
        for (Path file : all()) {
            String text = read(file).toLowerCase(Locale.ROOT);
            for (Statement statement : statements(file)) {
                Matcher creates = CREATED.matcher(statement.text);
                if (creates.lookingAt()
                        && !statement.text.contains(" partition of ")
                        && statement.comment.isBlank()
                        && !text.contains("comment on table " + creates.group(1) + " is")
                        && !file.toString().contains("event_registry")) {
                    faults.add(
                            file + ": " + creates.group(1) + " has neither a comment above it nor a comment on table");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Names of the modules: the direct sub-packages. */
    static List<String> modules() {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/yiwang"))) {
            return folders.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements of a file in lower case with single spaces, bodies of functions left out, each with the comments above it. */
    private static List<Statement> statements(Path file) {
        String text = read(file)
                .replaceAll("(?s)\\$([a-z]*)\\$.*?\\$\\1\\$", "''")
                .replaceAll("'[^']*+(?:''[^']*+)*+'", "''");
        List<Statement> found = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        StringBuilder statement = new StringBuilder();
        for (String line : text.split("\n")) {
            String code = line.replaceFirst("--.*", "");
            if (statement.toString().isBlank() && line.strip().startsWith("--")) {
                comment.append(line.strip()).append('\n');
                continue;
            }
            statement.append(code).append(' ');
            if (code.strip().endsWith(";")) {
                found.add(new Statement(
                        statement.toString().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "),
                        comment.toString().toLowerCase(Locale.ROOT)));
                statement.setLength(0);
                comment.setLength(0);
            }
        }
        return found;
    }

    private record Statement(String text, String comment) {
        String beginning() {
            return text.substring(0, Math.min(70, text.length()));
        }
    }
}
