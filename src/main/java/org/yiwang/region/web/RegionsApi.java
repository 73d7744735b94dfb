package org.yiwang.region.web;

import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.web.Access;

/** The divisions for apps and partners. */
@RestController
@RequestMapping("/api/v1/regions")
@Tag(name = "regions", description = "The administrative divisions")
class RegionsApi {

    private static final int MOST_FOUND = 50;

    private final Regions regions;

    RegionsApi(Regions regions) {
        this.regions = regions;
    }

    /** Those below {@code parent}, or those whose name contains {@code q} ({@code within} a region); the provinces without either. */
    @GetMapping
    @Access(ANYONE)
    @Operation(summary = "Divisions below one, or those whose name contains a word")
    Slice<Region> list(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String within) {
        if (q != null) {
            RegionCode root =
                    within == null ? regions.city().code() : known(within).code();
            return Slice.cut(regions.search(q, root, MOST_FOUND + 1), 1, MOST_FOUND)
                    .map(RegionsApi::region);
        }
        List<RegionView> list = parent == null
                ? regions.provinces()
                : regions.children(known(parent).code());
        return new Slice<>(list, 1, false).map(RegionsApi::region);
    }

    /** One division. */
    @GetMapping("/{code}")
    @Access(ANYONE)
    @Operation(summary = "One division")
    Region get(@PathVariable String code) {
        return region(known(code));
    }

    private RegionView known(String text) {
        return regions.get(text);
    }

    private static Region region(RegionView view) {
        return new Region(
                view.code().value(),
                view.name(),
                view.fullName(),
                view.code().level().name(),
                view.open());
    }

    record Region(String code, String name, String fullName, String level, boolean open) {}
}
