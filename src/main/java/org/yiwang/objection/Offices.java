package org.yiwang.objection;

import java.util.Comparator;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.Regions;

/** Which office somebody decides for, and which stands above it. */
@Component
class Offices {

    private final Regions regions;

    Offices(Regions regions) {
        this.regions = regions;
    }

    /** The region of the office for which the person decides about something there: the largest, if there are several. */
    RegionCode of(Actor actor, RegionCode where) {
        return actor.reach(Permission.CASE_DECIDE).regions().stream()
                .filter(RegionCode::isValid)
                .map(RegionCode::new)
                .filter(region -> region.contains(where))
                .min(Comparator.comparing(RegionCode::level))
                .orElse(where);
    }

    /** The region of the office above; above the city's there is none, so it stays with that. */
    RegionCode above(RegionCode region) {
        RegionCode city = regions.city().code();
        return region.contains(city)
                ? city
                : region.parent().filter(city::contains).orElse(region);
    }
}
