package org.yiwang.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Scope;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.TrailLine.Who;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * In which capacity somebody acts on a record now: kept with what they do, because grants end and teams change their
 * names, and the trail tells who it was then.
 */
@Component
class Doers {

    private final RecordStore store;
    private final Volunteers volunteers;
    private final Grants grants;
    private final Organizations organizations;
    private final Regions regions;

    Doers(RecordStore store, Volunteers volunteers, Grants grants, Organizations organizations, Regions regions) {
        this.store = store;
        this.volunteers = volunteers;
        this.grants = grants;
        this.organizations = organizations;
        this.regions = regions;
    }

    /** Of somebody who acts on a record that is there. */
    Who of(long account, RecordKey key) {
        return account == 0
                ? Who.PROGRAM
                : personal(account, key.volunteerId())
                        .orElseGet(
                                () -> official(grants.of(account), store.statutory(key.volunteerId(), key.recordId())));
    }

    /** Of somebody who makes a record. */
    Who of(long account, long volunteerId, Statutory record) {
        return account == 0
                ? Who.PROGRAM
                : personal(account, volunteerId).orElseGet(() -> official(grants.of(account), record));
    }

    /** Of somebody with these grants who makes a record for others; null where no grant explains it. */
    @Nullable
    Who ofOfficial(long account, List<Grant> held, Statutory record) {
        if (account == 0) {
            return Who.PROGRAM;
        }
        Who who = official(held, record);
        return who.equals(Who.STAFF) ? null : who;
    }

    /** What somebody holds now. */
    List<Grant> grants(long account) {
        return account == 0 ? List.of() : grants.of(account);
    }

    private Optional<Who> personal(long account, long volunteerId) {
        VolunteerView person = volunteers.get(volunteerId);
        if (person.accountId() != null && person.accountId() == account) {
            return Optional.of(Who.SELF);
        }
        return person.concerns(account) ? Optional.of(Who.GUARDIAN) : Optional.empty();
    }

    private Who official(List<Grant> held, Statutory record) {
        return first(
                        held,
                        scope -> scope instanceof Scope.InOrganization(long id)
                                && record.organizationAncestors().contains(id))
                .or(() -> first(
                        held,
                        scope -> scope instanceof Scope.InRegion(RegionCode region)
                                && record.regionCode().startsWith(region.value())))
                .orElse(Who.STAFF);
    }

    private Optional<Who> first(List<Grant> held, Predicate<Scope> where) {
        return held.stream()
                .filter(g -> where.test(g.scope()))
                .findFirst()
                .map(g -> new Who(
                        g.role().name(),
                        switch (g.scope()) {
                            case Scope.InOrganization(long id) ->
                                organizations
                                        .find(id)
                                        .map(OrganizationView::name)
                                        .orElse("");
                            case Scope.InRegion(RegionCode region) ->
                                regions.find(region).map(RegionView::name).orElse("");
                        }));
    }
}
