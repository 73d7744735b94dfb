package org.yiwang.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.bulk.Chance.Stream;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;

/** The communities of the city, each with a weight: large streets and large communities have more teams and people. */
final class CityMap {

    private final RegionView city;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, List<Place>> ofStreet = new HashMap<>();
    private final List<Double> upTo = new ArrayList<>();

    CityMap(Regions regions, long seed) {
        this.city = regions.city();
        double sum = 0;
        int n = 0;
        for (RegionView district : regions.children(city.code())) {
            for (RegionView street : regions.children(district.code())) {
                double large = new Chance(seed, Stream.PLACES, n++).size(0.5);
                for (RegionView community : regions.children(street.code())) {
                    sum += large * new Chance(seed, Stream.PLACES, n++).size(0.7);
                    Place place = new Place(district, street, community);
                    places.add(place);
                    ofStreet.computeIfAbsent(street.code().value(), s -> new ArrayList<>())
                            .add(place);
                    upTo.add(sum);
                }
            }
        }
        if (places.isEmpty()) {
            throw new IllegalStateException("no communities of " + city.name() + " are known");
        }
    }

    RegionView city() {
        return city;
    }

    /** Some community, by weight. */
    Place any(Chance chance) {
        double at = chance.part() * upTo.getLast();
        int low = 0;
        int high = upTo.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo.get(middle) > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return places.get(low);
    }

    /** Some community of the same street. */
    Place near(Place place, Chance chance) {
        return chance.one(ofStreet.getOrDefault(place.street.code().value(), List.of(place)));
    }

    /**
     * A community with what is above it.
     *
     * @param district district or county
     * @param street street or township
     * @param community community or village
     */
    record Place(RegionView district, RegionView street, RegionView community) {

        RegionCode code() {
            return community.code();
        }

        /** What people call it. */
        String spoken() {
            return Names.spoken(community.name());
        }
    }
}
