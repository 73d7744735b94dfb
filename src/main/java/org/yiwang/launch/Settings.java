package org.yiwang.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Settings given on the command line, handed on to Spring: {@code --name=value} with one of the known beginnings. */
final class Settings {

    private static final List<String> BEGINNINGS =
            List.of("--spring.", "--yiwang.", "--server.", "--management.", "--logging.", "--springdoc.", "--debug");

    private Settings() {}

    /** The words unchanged; a word that is no setting is a mistake of whoever typed it, and is said to be one. */
    static List<String> checked(CommandLine command, List<String> words) {
        for (String word : words) {
            if (BEGINNINGS.stream().noneMatch(word::startsWith)) {
                throw new ParameterException(
                        command, "Not a setting: " + word + " (settings look like --server.port=8080)");
            }
        }
        return words;
    }

    /** Of a setting given several times the last, as people expect; Spring would join their values by a comma. */
    static List<String> lastOfEach(List<String> words) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String word : words) {
            byName.put(word.replaceFirst("(?s)=.*", ""), word);
        }
        return List.copyOf(byName.values());
    }
}
