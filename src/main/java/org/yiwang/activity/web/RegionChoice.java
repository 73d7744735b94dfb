package org.yiwang.activity.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.Regions;
import org.yiwang.web.Form;

/** The region of a public list: the city unless another is asked for, with the way to it and what lies below. */
@Component
class RegionChoice {

    private static final int COMMUNITY = 12;

    private final Regions regions;

    RegionChoice(Regions regions) {
        this.regions = regions;
    }

    /** The region asked for, the whole city if none or an unknown one. */
    RegionCode of(Form form) {
        return RegionCode.parse(form.value("region"))
                .filter(code -> regions.find(code).isPresent())
                .orElseGet(() -> regions.city().code());
    }

    /** Puts {@code path} and {@code below} into the model: code to name. */
    void show(RegionCode chosen, Model model) {
        RegionCode city = regions.city().code();
        Map<String, String> path = new LinkedHashMap<>();
        Map<String, String> below = new LinkedHashMap<>();
        path.put(city.value(), regions.city().name());
        regions.path(chosen).stream()
                .filter(r -> city.contains(r.code()) || r.code().equals(chosen))
                .forEach(r -> path.put(r.code().value(), r.name()));
        if (chosen.value().length() < COMMUNITY) {
            regions.children(chosen).forEach(r -> below.put(r.code().value(), r.name()));
        }
        model.addAttribute("path", path);
        model.addAttribute("below", below);
    }
}
