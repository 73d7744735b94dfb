package org.yiwang.objection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerView;

/** Puts cases together: with their records and steps, and with whoever answers them. */
@Component
class CaseFiles {

    private final CaseListStore lists;
    private final CaseStepStore steps;
    private final CaseRecords records;
    private final CaseTerms terms;
    private final Activities activities;
    private final Organizations organizations;
    private final Regions regions;

    CaseFiles(
            CaseListStore lists,
            CaseStepStore steps,
            CaseRecords records,
            CaseTerms terms,
            Activities activities,
            Organizations organizations,
            Regions regions) {
        this.lists = lists;
        this.steps = steps;
        this.records = records;
        this.terms = terms;
        this.activities = activities;
        this.organizations = organizations;
        this.regions = regions;
    }

    CaseFile file(CaseView it) {
        String organization = it.organizationId() == null
                ? null
                : organizations
                        .find(it.organizationId())
                        .map(OrganizationView::name)
                        .orElse(null);
        return new CaseFile(
                it,
                records.ofCase(it.id()),
                steps.of(it.id()),
                organization,
                !lists.records(it.id(), true).isEmpty());
    }

    /** Who answers about a record: the organization that recorded it; where it is not one of ours, the district of the person. */
    NewCase.Seat seat(RecordView record, VolunteerView person) {
        Optional<RegionCode> region = RegionCode.parse(record.regionCode());
        return organizations
                .find(record.organizationId())
                .flatMap(o -> region.map(code -> new NewCase.Seat(o.id(), o.ancestors(), code)))
                .orElseGet(() -> districtOf(person));
    }

    /** Who answers about an activity. */
    NewCase.Seat seat(ActivityView activity) {
        return new NewCase.Seat(activity.organizationId(), activity.ancestors(), activity.region());
    }

    /**
     * An activity that the public can see, or could; refuses with {@code case.nothing-named} any other, so that nobody learns
     * of a draft.
     */
    ActivityView activity(@Nullable Long activityId) {
        return Optional.ofNullable(activityId)
                .flatMap(activities::find)
                .filter(a -> a.state() == State.PUBLISHED || a.state() == State.CLOSED || a.state() == State.CANCELLED)
                .orElseThrow(() -> new Refusal(CaseProblem.NOTHING_NAMED));
    }

    /** The offices where the person lives; for somebody who lives elsewhere those of the city. */
    NewCase.Seat officeOf(VolunteerView person) {
        RegionCode city = regions.city().code();
        return NewCase.Seat.office(city.contains(person.residence()) ? person.residence() : city);
    }

    /** The district where the person lives: for what came from elsewhere nobody here can be asked first. */
    private NewCase.Seat districtOf(VolunteerView person) {
        RegionCode office = officeOf(person).region();
        return NewCase.Seat.office(office.at(RegionCode.Level.COUNTY).orElse(office));
    }

    CaseStep step(CaseStep.What what, CaseStep.Side side, long accountId, @Nullable String words) {
        return CaseStep.of(what, side, terms.now(), accountId, words);
    }
}
