package org.yiwang.organization.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Codes;

/** Names of codes and regions, for templates. */
@Component
public class OrganizationWords {

    private final Codes codes;
    private final Regions regions;

    OrganizationWords(Codes codes, Regions regions) {
        this.codes = codes;
        this.regions = regions;
    }

    /** Name of a code. */
    public Label code(String table, String code) {
        return codes.label(table, code);
    }

    /** The region as people of the city say it: 江岸区花桥街道, without province and city. */
    public String place(RegionCode code) {
        RegionCode city = regions.city().code();
        List<RegionView> path = regions.path(code);
        String below = String.join(
                "",
                path.stream()
                        .filter(r -> city.contains(r.code()) && !r.code().equals(city))
                        .map(RegionView::name)
                        .toList());
        if (!below.isEmpty()) {
            return below;
        }
        return path.isEmpty() ? code.value() : path.getLast().name();
    }
}
