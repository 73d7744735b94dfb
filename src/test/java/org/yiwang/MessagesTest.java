package org.yiwang;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Problem;

/** Every text that people read comes from the bundles, is there in both languages, and is asked for by a key that exists. */
class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9_-]+)+");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    /** Where Java names a key: a one-time message, a field's fault, a notice to somebody. */
    private static final List<Pattern> KEYS_IN_JAVA = List.of(
            Pattern.compile("Then\\.go\\([^;]*?\"([a-z][a-z0-9.-]+)\"\\s*\\)", Pattern.DOTALL),
            Pattern.compile("\\.fail\\(\\s*\"[^\"]*\",\\s*\"([a-z][a-z0-9.-]+)\""),
            Pattern.compile("\\.matching\\([^;]*?\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"\\s*\\)", Pattern.DOTALL),
            Pattern.compile("\"((?:notice|sms)\\.[a-z0-9.-]+[a-z0-9])\""));

    /** Parameters of tags that take a key; every other text a tag takes is already in the reader's language. */
    private static final Pattern KEY_IN_TAG =
            Pattern.compile("\\b(?:label|hint|placeholder|action)\\s*=\\s*\"([^\"]*)\"");

    @Test
    void are_complete_in_both_languages() {
        List<String> faults = new ArrayList<>();
        for (Path file : bundles()) {
            if (file.toString().endsWith("_en.properties")) {
                continue;
            }
            Path english = Path.of(file.toString().replace(".properties", "_en.properties"));
            Set<String> zh = load(file).keySet();
            Set<String> en = Files.exists(english) ? load(english).keySet() : Set.of();
            zh.stream().filter(k -> !en.contains(k)).forEach(k -> faults.add(english + ": lacks " + k));
            en.stream().filter(k -> !zh.contains(k)).forEach(k -> faults.add(file + ": lacks " + k));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void are_each_written_once() {
        List<String> faults = new ArrayList<>();
        Map<String, Path> home = new TreeMap<>();
        for (Path file : bundles()) {
            for (String key : keysAsWritten(file)) {
                Path other = home.put((file.toString().endsWith("_en.properties") ? "en:" : "zh:") + key, file);
                if (other != null) {
                    faults.add(key + " is written in " + other + " and again in " + file);
                }
            }
        }
        assertThat(faults).as("of two texts for a key only one is seen").isEmpty();
    }

    @Test
    void can_be_filled_in_and_name_the_same_values_in_both_languages() {
        List<String> faults = new ArrayList<>();
        for (Path file : bundles()) {
            load(file).forEach((key, text) -> {
                if (text.isBlank()) {
                    faults.add(file + ": " + key + " is empty");
                }
                try {
                    new MessageFormat(text);
                } catch (IllegalArgumentException e) {
                    faults.add(file + ": " + key + " is no message: " + e.getMessage());
                }
                if (text.replace("''", "").contains("'")) {
                    faults.add(file + ": " + key + " has a lone ' which swallows what follows; write ''");
                }
            });
        }
        Map<String, String> zh = texts(false);
        Map<String, String> en = texts(true);
        zh.forEach((key, text) -> {
            String other = en.get(key);
            if (other != null && !places(text).equals(places(other))) {
                faults.add(key + ": Chinese names the values " + places(text) + ", English " + places(other));
            }
        });
        en.forEach((key, text) -> {
            if (text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                    && !MIXED_ON_PURPOSE.contains(key)) {
                faults.add(key + ": the English text has Chinese in it: " + text);
            }
        });
        assertThat(faults).isEmpty();
    }

    /** English texts that show Chinese because that is what they are about. */
    private static final Set<String> MIXED_ON_PURPOSE = Set.of("web.language", "region.search.example");

    @Test
    void exist_for_every_reason_to_refuse() {
        Set<String> known = texts(false).keySet();
        List<String> faults = new ArrayList<>();
        List<Class<?>> problems = program().stream()
                .filter(type -> type.isEnum() && Problem.class.isAssignableFrom(type))
                .toList();
        assertThat(problems).contains(Actor.AccessProblem.class);
        for (Class<?> type : problems) {
            for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
                String key = "problem." + ((Problem) constant).code();
                if (!known.contains(key)) {
                    faults.add(type.getSimpleName() + "." + constant + ": no text for " + key);
                }
            }
        }
        assertThat(faults.stream().sorted()).isEmpty();
    }

    /** All classes of the program, loaded and no more. */
    private static List<Class<?>> program() {
        try {
            Path compiled = Path.of(Yiwang.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<Class<?>> types = new ArrayList<>();
            for (Path file : files(compiled.resolve("org/yiwang"), ".class")) {
                String name = compiled.relativize(file).toString().replace(File.separatorChar, '.');
                types.add(Class.forName(
                        name.substring(0, name.length() - ".class".length()),
                        false,
                        MessagesTest.class.getClassLoader()));
            }
            return types;
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void exist_for_every_key_that_a_template_names() {
        Set<String> known = texts(false).keySet();
        List<String> faults = new ArrayList<>();
        for (Path file : files(TEMPLATES, ".jte")) {
            String text = read(file);
            for (String argument : argumentsOf("page.t(", text)) {
                for (Matcher literal = LITERAL.matcher(argument); literal.find(); ) {
                    if (argument.substring(0, literal.start()).stripTrailing().endsWith("+")) {
                        continue;
                    }
                    boolean beginning =
                            argument.substring(literal.end()).stripLeading().startsWith("+");
                    check(literal.group(1), beginning, known, file, faults);
                }
            }
            for (Matcher label = KEY_IN_TAG.matcher(text); label.find(); ) {
                check(label.group(1), false, known, file, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void exist_for_every_key_that_the_program_names() {
        Set<String> known = texts(false).keySet();
        List<String> faults = new ArrayList<>();
        for (Path file : files(SOURCES, ".java")) {
            String text = read(file);
            for (Pattern pattern : KEYS_IN_JAVA) {
                for (Matcher key = pattern.matcher(text); key.find(); ) {
                    check(key.group(1), false, known, file, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void are_the_only_words_in_templates() {
        List<String> faults = new ArrayList<>();
        for (Path file : files(TEMPLATES, ".jte")) {
            new TemplateText(read(file)).words().forEach(word -> faults.add(file + ": literal text \"" + word + "\""));
        }
        assertThat(faults)
                .as("texts belong into the bundles, where both languages are")
                .isEmpty();
    }

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    private static void check(String key, boolean beginning, Set<String> known, Path file, List<String> faults) {
        if (beginning) {
            if (key.contains(".") && known.stream().noneMatch(k -> k.startsWith(key))) {
                faults.add(file + ": no text for any key that begins with " + key);
            }
        } else if (KEY.matcher(key).matches() && !known.contains(key)) {
            faults.add(file + ": no text for " + key);
        }
    }

    /** The first argument of each call, up to its comma or closing bracket. */
    private static List<String> argumentsOf(String call, String text) {
        List<String> found = new ArrayList<>();
        for (int at = text.indexOf(call); at >= 0; at = text.indexOf(call, at + 1)) {
            int depth = 0;
            boolean quoted = false;
            int from = at + call.length();
            int to = from;
            for (; to < text.length(); to++) {
                char c = text.charAt(to);
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && c == '(') {
                    depth++;
                } else if (!quoted && (c == ')' && depth-- == 0 || c == ',' && depth == 0)) {
                    break;
                }
            }
            found.add(text.substring(from, to));
        }
        return found;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        for (Matcher place = PLACE.matcher(text); place.find(); ) {
            places.add(place.group(1));
        }
        return places;
    }

    private static Map<String, String> texts(boolean english) {
        Map<String, String> all = new TreeMap<>();
        bundles().stream()
                .filter(file -> file.toString().endsWith("_en.properties") == english)
                .forEach(file -> all.putAll(load(file)));
        return all;
    }

    private static List<Path> bundles() {
        return files(BUNDLES, ".properties");
    }

    private static Map<String, String> load(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(k -> k, properties::getProperty, (a, b) -> b, TreeMap::new));
    }

    private static List<String> keysAsWritten(Path file) {
        return read(file)
                .lines()
                .filter(line -> line.matches("[a-z][^=]*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> p.toString().endsWith(ending))
                    .sorted(naturalOrder())
                    .toList();
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
}
