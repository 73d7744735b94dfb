package org.yiwang.trust.web;

import static org.yiwang.kernel.Permission.ANYONE;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.trust.PublishedSamples;
import org.yiwang.trust.SampleView;
import org.yiwang.web.Access;

/** What everybody may read about spot checks, and what is needed to draw them again. */
@Controller
class PublicSpotCheckPages {

    private final PublishedSamples samples;
    private final Regions regions;

    PublicSpotCheckPages(PublishedSamples samples, Regions regions) {
        this.samples = samples;
        this.regions = regions;
    }

    @GetMapping("/spot-checks")
    @Access(ANYONE)
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        Slice<SampleView> slice = samples.list(page);
        Map<String, String> places = new HashMap<>();
        slice.items().forEach(s -> places.put(s.region().value(), place(s.region())));
        model.addAttribute("slice", slice);
        model.addAttribute("places", places);
        return "trust/published";
    }

    @GetMapping("/spot-checks/{id}")
    @Access(ANYONE)
    String one(@PathVariable @Tsid long id, Model model) {
        PublishedSamples.Summary summary = samples.get(id);
        model.addAttribute("summary", summary);
        SampleView sample = summary.sample();
        model.addAttribute("place", place(sample.region()));
        model.addAttribute(
                "seedRecipe",
                "sha256(\"yiwang sample v1\\n" + sample.headRoot() + "\\n" + sample.month() + "\\n" + sample.region()
                        + "\\n\")");
        model.addAttribute("placeRecipe", "sha256(seed + \"\\n\" + record)");
        return "trust/summary";
    }

    /** The list that was drawn from: ids of records and organizations, nothing else. */
    @GetMapping("/spot-checks/{id}/records.csv")
    @Access(ANYONE)
    ResponseEntity<byte[]> population(@PathVariable @Tsid long id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"records.csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(samples.population(id).getBytes(StandardCharsets.UTF_8));
    }

    private String place(RegionCode region) {
        return regions.find(region).map(RegionView::fullName).orElse(region.value());
    }
}
