package org.yiwang.door.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityReview;
import org.yiwang.exchange.TransferDesk;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.kernel.Slice;
import org.yiwang.organization.OrganizationReview;
import org.yiwang.organization.Organizations;
import org.yiwang.record.Deadline;
import org.yiwang.record.RecordClock;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.QualificationReview;
import org.yiwang.volunteer.VolunteerReview;
import org.yiwang.web.Queue;

/** Puts the desk of an office together: what waits, what is late, what is not covered. */
@Component
class OfficePage {

    private static final int SHOWN = 10;

    private final OrganizationReview organizationReview;
    private final ActivityReview activityReview;
    private final VolunteerReview volunteerReview;
    private final QualificationReview qualifications;
    private final RecordClock recordClock;
    private final TransferDesk transfers;
    private final Organizations organizations;
    private final Regions regions;
    private final List<Queue> offered;
    private final Clock clock;

    OfficePage(
            OrganizationReview organizationReview,
            ActivityReview activityReview,
            VolunteerReview volunteerReview,
            QualificationReview qualifications,
            RecordClock recordClock,
            TransferDesk transfers,
            Organizations organizations,
            Regions regions,
            List<Queue> offered,
            Clock clock) {
        this.organizationReview = organizationReview;
        this.activityReview = activityReview;
        this.volunteerReview = volunteerReview;
        this.qualifications = qualifications;
        this.recordClock = recordClock;
        this.transfers = transfers;
        this.organizations = organizations;
        this.regions = regions;
        this.offered = offered;
        this.clock = clock;
    }

    Office show(Actor actor) {
        return new Office(queues(actor), overdue(actor), coverage(actor));
    }

    private List<Office.Queue> queues(Actor actor) {
        List<Office.Queue> queues = new ArrayList<>();
        queues.add(queue("organizations", organizationReview.waiting(actor, 1), "/gov/organizations"));
        if (actor.may(Permission.ACTIVITY_REVIEW)) {
            queues.add(queue("activities", activityReview.queue(actor, 1), "/gov/activities"));
        }
        if (actor.may(Permission.VOLUNTEER_REVIEW)) {
            queues.add(queue("documents", volunteerReview.list(actor, 1), "/gov/volunteers/queue"));
        }
        if (actor.may(Permission.QUALIFICATION_CONFIRM)) {
            queues.add(queue("qualifications", qualifications.queue(actor, 1), "/gov/qualifications"));
        }
        if (actor.may(Permission.TRANSFER_DECIDE)) {
            queues.add(queue("transfers", transfers.queue(actor, 1), "/gov/transfers"));
        }
        for (Queue queue : offered) {
            if (queue.door() == Queue.Door.OFFICE) {
                queue.of(actor).ifPresent(w -> queues.add(new Office.Queue(queue.key(), w.count(), false, w.link())));
            }
        }
        return queues;
    }

    private static Office.Queue queue(String what, Slice<?> slice, String link) {
        return new Office.Queue("door.gov.queue." + what, slice.items().size(), slice.more(), link);
    }

    private List<Deadline> overdue(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return recordClock.open(actor, Permission.ORGANIZATION_REVIEW).stream()
                .filter(d -> d.isOverdue(today))
                .limit(SHOWN)
                .toList();
    }

    /** For a city or district its streets, for a street its communities. */
    private List<Office.Coverage> coverage(Actor actor) {
        Set<RegionCode> withTeam = new TreeSet<>();
        for (RegionCode seat : organizations.regionsWithActive(actor, Permission.ORGANIZATION_REVIEW)) {
            for (RegionCode at = seat; at != null; at = at.parent().orElse(null)) {
                withTeam.add(at);
            }
        }
        return actor.reach(Permission.ORGANIZATION_REVIEW).regions().stream()
                .filter(r -> !r.isEmpty())
                .map(RegionCode::new)
                .flatMap(code -> regions.find(code).stream())
                .map(area -> {
                    List<RegionView> parts = parts(area);
                    return new Office.Coverage(
                            area,
                            parts.size(),
                            parts.stream()
                                    .filter(p -> !withTeam.contains(p.code()))
                                    .collect(Collectors.toList()));
                })
                .filter(c -> c.parts() > 0)
                .toList();
    }

    private List<RegionView> parts(RegionView area) {
        return switch (area.code().level()) {
            case PROVINCE, CITY ->
                regions.children(area.code()).stream()
                        .flatMap(c -> c.code().level() == Level.TOWN
                                ? List.of(c).stream()
                                : regions.children(c.code()).stream())
                        .filter(c -> c.code().level() == Level.TOWN)
                        .toList();
            case COUNTY, TOWN -> regions.children(area.code());
            case COMMUNITY, NEIGHBOURHOOD, GRID -> List.of();
        };
    }
}
