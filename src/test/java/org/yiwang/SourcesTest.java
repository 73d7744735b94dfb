package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only the sources show: their length, their words on every public type, their package descriptions. */
class SourcesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LONGEST = 400;
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:(?:final|sealed|non-sealed|abstract|static) )*(?:class|interface|record|enum|@interface) (\\w+)");
    private static final Pattern PUBLIC_MEMBER = Pattern.compile(
            "(?m)^    public (?!class|interface|record|enum|static final class)[\\w<>\\[\\], .?@]+ (\\w+)\\([^;{]*\\)[^;{]*\\{");

    @Test
    void are_not_too_long_to_be_read_at_once() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : sources(SOURCES)) {
            try (Stream<String> lines = Files.lines(file)) {
                long count = lines.count();
                if (count > LONGEST) {
                    faults.add(file + ": " + count + " lines; two things live in one room");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void say_what_every_public_type_and_method_is_for() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : sources(SOURCES)) {
            String text = Files.readString(file);
            Matcher type = PUBLIC_TYPE.matcher(text);
            boolean isPublic = type.find();
            if (isPublic && !isDescribed(text, type.start())) {
                faults.add(file + ": " + type.group(1));
            }
            for (Matcher member = PUBLIC_MEMBER.matcher(text); isPublic && member.find(); ) {
                if (!isDescribed(text, member.start())) {
                    faults.add(file + ": " + member.group(1) + "()");
                }
            }
        }
        assertThat(faults).as("public, and without a word on what it is for").isEmpty();
    }

    @Test
    void describe_every_package_and_read_null_as_a_mistake_in_all_of_them() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.list(folder)) {
                    if (files.noneMatch(f -> f.toString().endsWith(".java"))) {
                        continue;
                    }
                }
                Path description = folder.resolve("package-info.java");
                if (!Files.exists(description) || !Files.readString(description).contains("@NullMarked")) {
                    faults.add(folder + ": no package-info.java with @NullMarked");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void wait_for_events_and_never_for_a_while() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : sources(Path.of("src/test/java"))) {
            if (Files.readString(file).matches("(?s).*\\b(Thread\\.sleep|TimeUnit\\.\\w+\\.sleep|waitForTimeout)\\(.*")
                    && !file.endsWith("SourcesTest.java")) {
                faults.add(file + ": sleeps");
            }
        }
        assertThat(faults)
                .as("a test that sleeps is slow on a good day and fails on a bad one")
                .isEmpty();
    }

    /** Whether a comment ends right above, annotations aside; what overrides is described where it is declared. */
    private static boolean isDescribed(String text, int start) {
        String[] above = text.substring(0, start).split("\n");
        for (int i = above.length - 1; i >= 0; i--) {
            String line = above[i].strip();
            if (line.endsWith("*/") || line.equals("@Override")) {
                return true;
            }
            if (line.isEmpty()
                    || line.endsWith(";")
                    || line.endsWith("}")
                    || line.endsWith("{") && !line.startsWith("@") && !line.endsWith("= {")) {
                return false;
            }
        }
        return false;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        }
    }
}
