package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} names every setting that the program reads, and none that it does not read. */
class SettingsDocTest {

    /** Told by the launch to the rest of the program, not by people. */
    private static final Set<String> INTERNAL = Set.of("yiwang.embedded", "yiwang.demo.mark");

    /** Looks back only where such a name stands, not from every character of the program. */
    private static final Pattern READ = Pattern.compile("(?:\\$\\{|getProperty\\(\""
            + "|\"(?=yiwang\\.)(?<=ConditionalOn(?:Boolean)?Property\\([^)]{0,200}\"))(yiwang\\.[a-z0-9.-]+)");

    private static final Pattern GROUP = Pattern.compile("@ConfigurationProperties\\(\"(yiwang\\.[a-z.-]+)\"\\)");
    private static final Pattern NAME = Pattern.compile("`([a-z.][a-z0-9.-]+)(?:\\[<key>])?`");

    @Test
    void every_setting_is_explained_and_every_explained_setting_is_read() throws Exception {
        assertThat(explained()).isEqualTo(read());
    }

    private static Set<String> read() throws Exception {
        Set<String> names = new TreeSet<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            Matcher read = READ.matcher(text);
            while (read.find()) {
                names.add(read.group(1));
            }
            Matcher group = GROUP.matcher(text);
            if (group.find()) {
                String type =
                        Path.of("src/main/java").relativize(file).toString().replace('/', '.');
                for (RecordComponent setting : Class.forName(type.substring(0, type.length() - ".java".length()))
                        .getRecordComponents()) {
                    names.add(group.group(1) + "." + kebab(setting.getName()));
                }
            }
        }
        names.removeAll(INTERNAL);
        return names;
    }

    /** First cells of the tables; a name that begins with a dot continues the one before it. */
    private static Set<String> explained() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/settings.md"))) {
            if (!line.startsWith("| `yiwang.")) {
                continue;
            }
            String first = "";
            Matcher name = NAME.matcher(Arrays.asList(line.split("\\|")).get(1));
            while (name.find()) {
                String found = name.group(1);
                first = found.startsWith(".") ? first.substring(0, first.lastIndexOf('.')) + found : found;
                names.add(first);
            }
        }
        return names;
    }

    private static List<Path> sources() {
        try (var all = Files.walk(Path.of("src/main/java"))) {
            return new ArrayList<>(
                    all.filter(p -> p.toString().endsWith(".java")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
