package org.yiwang.activity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;
import org.yiwang.web.Form;

/** Addresses of the list and the calendar with one filter changed and the others kept. */
public final class ListLinks {

    private final Map<String, String> kept = new LinkedHashMap<>();

    ListLinks(Form form, String when, RegionCode region, @Nullable String category) {
        keep("q", form.value("q"));
        keep("region", region.value());
        keep("category", category == null ? "" : category);
        keep("when", when.equals("date") ? "" : when);
        keep("date", when.equals("date") ? form.value("date") : "");
        keep("free", form.ticked("free") ? "yes" : "");
        keep("lat", form.value("lat"));
        keep("lng", form.value("lng"));
    }

    private void keep(String name, String value) {
        if (!value.isEmpty()) {
            kept.put(name, value);
        }
    }

    /** What is kept of a filter, empty text if nothing. */
    public String value(String name) {
        return kept.getOrDefault(name, "");
    }

    /** All filters but these, to be sent along by a form. */
    public Map<String, String> without(String... names) {
        Map<String, String> rest = new LinkedHashMap<>(kept);
        for (String name : names) {
            rest.remove(name);
        }
        return rest;
    }

    /** The address without these filters, ending so that another parameter can follow. */
    public String to(String path, String... names) {
        Map<String, String> rest = without(names);
        return rest.isEmpty()
                ? path
                : path + "?"
                        + rest.entrySet().stream()
                                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }
}
