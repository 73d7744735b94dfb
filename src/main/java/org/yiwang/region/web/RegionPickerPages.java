package org.yiwang.region.web;

import static org.yiwang.kernel.Permission.ANYONE;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.region.RegionPickers;
import org.yiwang.region.Regions;
import org.yiwang.web.Access;
import org.yiwang.web.Form;

/** Fragments of the region picker, asked for by htmx. Without JavaScript nobody comes here. */
@Controller
class RegionPickerPages {

    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9-]{0,40}");

    private final RegionPickers pickers;
    private final Regions regions;

    RegionPickerPages(RegionPickers pickers, Regions regions) {
        this.pickers = pickers;
        this.regions = regions;
    }

    /** The whole picker after a step down or up. */
    @GetMapping("/regions/picker")
    @Access(ANYONE)
    String picker(
            Form form,
            @RequestParam String name,
            @RequestParam Level minimum,
            @RequestParam(required = false) @Nullable String root,
            Model model) {
        pickers.step(form);
        return fragment("region/picker", form, name, minimum, root, model);
    }

    /** Only what the search found, while somebody types. */
    @GetMapping("/regions/picker/found")
    @Access(ANYONE)
    String found(
            Form form,
            @RequestParam String name,
            @RequestParam Level minimum,
            @RequestParam(required = false) @Nullable String root,
            Model model) {
        return fragment("region/found", form, name, minimum, root, model);
    }

    private String fragment(String view, Form form, String name, Level minimum, @Nullable String root, Model model) {
        if (!FIELD.matcher(name).matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        RegionCode within = root == null ? null : regions.get(root).code();
        model.addAttribute("picker", pickers.show(form, name, within, minimum));
        return view;
    }
}
