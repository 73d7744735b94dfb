package org.yiwang.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The drawings of the icons that pages may show, by the name Tabler Icons gives them. */
public final class Icons {

    private static final Map<String, String> DRAWINGS = read();

    private Icons() {}

    /** The inside of a 24 by 24 outline drawing; a plain dot for a name that is not in the set. */
    public static String drawing(String name) {
        return DRAWINGS.getOrDefault(name, Objects.requireNonNull(DRAWINGS.get("point")));
    }

    /** All names in the set. */
    public static Set<String> names() {
        return DRAWINGS.keySet();
    }

    private static Map<String, String> read() {
        Properties all = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Icons.class.getResourceAsStream("/icons/tabler.properties")),
                StandardCharsets.UTF_8)) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(n -> n, all::getProperty));
    }
}
