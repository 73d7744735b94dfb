package org.yiwang.star;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.Regions;
import org.yiwang.star.StarApplication.Deed;
import org.yiwang.star.StarApplication.State;
import org.yiwang.volunteer.Residences;
import org.yiwang.volunteer.VolunteerEvent;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Which offices answer for a person: those of the residence, and what waits goes along when the person moves. */
@Component
class OfficesTurn {

    private final ApplicationStore store;
    private final ApplicationDesk desk;
    private final Volunteers volunteers;
    private final Residences residences;
    private final Regions regions;

    OfficesTurn(
            ApplicationStore store,
            ApplicationDesk desk,
            Volunteers volunteers,
            Residences residences,
            Regions regions) {
        this.store = store;
        this.desk = desk;
        this.volunteers = volunteers;
        this.residences = residences;
        this.regions = regions;
    }

    /** Where a person is answered for; by the city for whoever lives elsewhere. */
    RegionCode of(VolunteerView person) {
        return residences.inCity(person.residence())
                ? person.residence()
                : regions.city().code();
    }

    /** What has been decided stays decided; who is next is an office of the new residence. */
    @EventListener
    void on(VolunteerEvent.Moved event) {
        RegionCode region = of(volunteers.get(event.volunteerId()));
        store.lockOpen(event.volunteerId())
                .filter(open -> !open.region().equals(region))
                .ifPresent(open -> move(open.in(region)));
    }

    private void move(StarApplication moved) {
        ReviewLevel level = moved.level();
        if (moved.state() == State.REVIEW && level != null) {
            StarApplication now =
                    moved.with(State.REVIEW, StarApplications.level(moved.region(), level), null, moved.closedAt());
            desk.move(now, Deed.PASSED_ON, null, Actor.SYSTEM, "star.why.moved");
        } else {
            store.update(moved);
        }
    }
}
