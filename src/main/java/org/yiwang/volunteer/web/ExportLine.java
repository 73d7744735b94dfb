package org.yiwang.volunteer.web;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A line of the readable export: as in the file, so that the two can be compared.
 *
 * @param path name of the value, its parents before it
 * @param value what is kept
 */
public record ExportLine(String path, String value) {

    static List<ExportLine> of(JsonNode all) {
        List<ExportLine> lines = new ArrayList<>();
        collect("", all, lines);
        return lines;
    }

    private static void collect(String path, JsonNode node, List<ExportLine> lines) {
        if (node.isObject()) {
            node.properties().forEach(e -> collect(join(path, e.getKey()), e.getValue(), lines));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isValueNode()) {
            List<String> values = new ArrayList<>();
            node.forEach(v -> values.add(v.asString("")));
            lines.add(new ExportLine(path, String.join(", ", values)));
        } else if (node.isArray()) {
            int i = 1;
            for (JsonNode element : node) {
                collect(path + " " + i++, element, lines);
            }
        } else if (!node.isNull()) {
            lines.add(new ExportLine(path, node.asString("")));
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + " › " + name;
    }
}
