package org.yiwang.volunteer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerView.State;

/**
 * Where volunteers live: a community within the city, a county anywhere else in the nation. The offices of the residence
 * answer for a person; for those who live elsewhere the city itself does.
 */
@Component
public class Residences {

    private final Regions regions;
    private final Volunteers volunteers;
    private final VolunteerStore store;
    private final CaseStore cases;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Residences(
            Regions regions,
            Volunteers volunteers,
            VolunteerStore store,
            CaseStore cases,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.regions = regions;
        this.volunteers = volunteers;
        this.store = store;
        this.cases = cases;
        this.audit = audit;
        this.events = events;
    }

    /**
     * The person, or the guardian for a ward, has moved. The unified number stays; what waits for a decision goes to the
     * offices of the new residence. From one district of the city to another both have to agree first, so that is refused
     * with {@code volunteer.other-district}; otherwise refuses with {@code volunteer.residence-too-large}.
     */
    @Transactional
    public void move(Actor actor, long volunteerId, RegionCode residence) {
        VolunteerView view = volunteers.require(actor, volunteerId);
        if (view.state() == State.SUSPENDED || view.state() == State.RESTRICTED || view.state() == State.VOID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        require(residence);
        if (view.state() == State.VALID && isOtherDistrict(view.residence(), residence)) {
            throw new Refusal(VolunteerProblem.OTHER_DISTRICT).at("residence");
        }
        set(actor, view, residence);
    }

    /**
     * Both districts agreed that the person lives in the other one now; the caller has checked that. Refuses with {@code
     * volunteer.not-valid} and {@code volunteer.residence-too-large}.
     */
    @Transactional
    public void transfer(Actor actor, long volunteerId, RegionCode residence) {
        VolunteerView view = volunteers.get(volunteerId);
        if (view.state() != State.VALID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        require(residence);
        set(actor, view, residence);
    }

    /** Whether both lie in the city, in different districts. */
    public boolean isOtherDistrict(RegionCode from, RegionCode to) {
        return inCity(from) && inCity(to) && !from.at(RegionCode.Level.COUNTY).equals(to.at(RegionCode.Level.COUNTY));
    }

    private void set(Actor actor, VolunteerView view, RegionCode residence) {
        long volunteerId = view.id();
        if (!residence.equals(view.residence())) {
            store.setResidence(volunteerId, residence);
            cases.move(volunteerId, answering(residence));
            audit.write(
                    actor,
                    "volunteer.move",
                    "volunteer:" + Ids.text(volunteerId),
                    view.residence().value() + " → " + residence.value());
            events.publishEvent(new VolunteerEvent.Moved(volunteerId));
        }
    }

    /** Whether the residence lies within the city. */
    public boolean inCity(RegionCode residence) {
        return regions.city().code().contains(residence);
    }

    /** The region whose offices answer for who lives there: the community, or the city for those who live elsewhere. */
    public RegionCode answering(RegionCode residence) {
        return inCity(residence) ? residence : regions.city().code();
    }

    /** Refuses a residence that says too little ({@code volunteer.residence-too-large}), or a region there is not. */
    public void require(RegionCode residence) {
        regions.get(residence);
        RegionCode.Level needed = inCity(residence) ? RegionCode.Level.COMMUNITY : RegionCode.Level.COUNTY;
        if (residence.level().compareTo(needed) < 0) {
            throw new Refusal(VolunteerProblem.RESIDENCE_TOO_LARGE).at("residence");
        }
    }
}
