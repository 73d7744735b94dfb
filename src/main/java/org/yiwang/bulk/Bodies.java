package org.yiwang.bulk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.account.AccountRows.NewAccount;
import org.yiwang.bulk.Chance.Stream;
import org.yiwang.bulk.CityMap.Place;
import org.yiwang.organization.OrganizationRows;
import org.yiwang.organization.OrganizationRows.NewOrganization;
import org.yiwang.region.RegionView;

/**
 * The bodies above the teams, city, district and street, as far as there are teams below them; and where each team has its
 * seat.
 */
final class Bodies {

    private final CityPlan plan;
    private final List<Seat> seats = new ArrayList<>();
    private final Map<String, Body> byRegion = new LinkedHashMap<>();
    private final Instant founded;

    Bodies(CityPlan plan, CityMap map, ZoneId zone) {
        this.plan = plan;
        this.founded = plan.first().minusDays(20).atTime(9, 0).atZone(zone).toInstant();
        Map<String, Integer> inCommunity = new HashMap<>();
        Body city = body(map.city(), List.of());
        for (int t = 0; t < plan.teams(); t++) {
            Place place = map.any(new Chance(plan.seed(), Stream.SEATS, t));
            Body district = body(place.district(), city.ancestors());
            Body street = body(place.street(), district.ancestors());
            int nth = inCommunity.merge(place.code().value(), 1, Integer::sum);
            seats.add(new Seat(place, nth, street));
        }
    }

    /** Where a team has its seat. */
    Seat seat(int team) {
        return seats.get(team);
    }

    /** How many bodies there are; teams are numbered behind them. */
    int count() {
        return byRegion.size();
    }

    /** The bodies with the accounts of those who run them, people without a registration. */
    void add(Batch batch) {
        for (Body body : byRegion.values()) {
            Chance chance = new Chance(plan.seed(), Stream.SEATS, -1L - body.number);
            String name = Names.of(chance, chance.percent(50), 1970 + chance.below(25));
            String mobile = mobile(plan.volunteers() + body.number);
            batch.accounts.add(new NewAccount(body.administrator, name, mobile, founded));
            batch.organizations.add(new NewOrganization(
                    body.id,
                    false,
                    body.name(),
                    OrganizationRows.creditCode(
                            "51" + (body.region.code().value() + "00").substring(0, 6), body.number + 1),
                    body.region.code(),
                    body.ancestors,
                    List.of("neighbours"),
                    List.of("01", "17"),
                    "统筹" + body.region.name() + "的志愿服务队伍，组织培训和大型志愿服务活动，为志愿者提供支持。",
                    name,
                    mobile,
                    body.administrator,
                    founded));
        }
    }

    /** A mobile number of a range that no operator gives out; everybody another. */
    static String mobile(int number) {
        return "154%08d".formatted((number * 48_271L + 20_000_003L) % 100_000_000L);
    }

    private Body body(RegionView region, List<Long> above) {
        return byRegion.computeIfAbsent(region.code().value(), code -> {
            int number = byRegion.size();
            long id = SeededIds.of(founded, number);
            List<Long> ancestors = new ArrayList<>(above);
            ancestors.add(id);
            return new Body(
                    number,
                    region,
                    id,
                    SeededIds.of(founded, 2L * (plan.volunteers() + number)),
                    List.copyOf(ancestors));
        });
    }

    /**
     * A body.
     *
     * @param administrator account of who runs it
     * @param ancestors all above it, itself last
     */
    record Body(int number, RegionView region, long id, long administrator, List<Long> ancestors) {

        String name() {
            return region.name() + (number == 0 ? "志愿服务联合会" : "志愿服务总队");
        }
    }

    /**
     * Where a team has its seat.
     *
     * @param nth which team of the community it is, from 1
     */
    record Seat(Place place, int nth, Body street) {}
}
