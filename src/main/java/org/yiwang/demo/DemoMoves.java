package org.yiwang.demo;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.exchange.Issuers;
import org.yiwang.exchange.TransferDesk;
import org.yiwang.exchange.TransferView;
import org.yiwang.exchange.Transfers;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerView;

/**
 * People of the demo city who move: one waits for the district that is left, one for the district that receives. And a
 * neighbouring platform that waits for the second officer of the city to compare its key.
 */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoMoves {

    private static final RegionCode OTHER_DISTRICT = new RegionCode("420103");

    /** A key that nobody has the private half of. */
    private static final String NEIGHBOUR = "MCowBQYDK2VwAyEANoJGaayAHrxiT6P9R1lP+jxM23b5YsoSVqu9YqY7XNY=";

    private final DemoClock clock;
    private final DemoActors actors;
    private final Regions regions;
    private final Transfers transfers;
    private final TransferDesk desk;
    private final Issuers issuers;

    DemoMoves(
            DemoClock clock,
            DemoActors actors,
            Regions regions,
            Transfers transfers,
            TransferDesk desk,
            Issuers issuers) {
        this.clock = clock;
        this.actors = actors;
        this.regions = regions;
        this.transfers = transfers;
        this.desk = desk;
        this.issuers = issuers;
    }

    void play(Town town, Instant now) {
        RegionView street = regions.children(OTHER_DISTRICT).getFirst();
        RegionCode there = regions.children(street.code()).getFirst().code();
        clock.set(now.minus(Duration.ofDays(2)));
        VolunteerView guardian = town.of(Cast.GUARDIAN);
        TransferView first = transfers.ask(actors.of(guardian), guardian.id(), there, "买了新房，全家搬过去");
        VolunteerView liaison = town.of(Cast.LIAISON);
        transfers.ask(actors.of(liaison), liaison.id(), there, "换了工作，住得近一些");
        clock.set(now.minus(Duration.ofDays(1)));
        desk.confirm(actors.of(Cast.DISTRICT), guardian.id(), first.transferId());
        issuers.propose(actors.of(Cast.CITY), "yiwang/420200", "黄石市志愿服务平台", Issuers.key(NEIGHBOUR), "");
    }
}
