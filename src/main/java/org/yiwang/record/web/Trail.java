package org.yiwang.record.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Scope;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordView;
import org.yiwang.record.Statutory;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;
import org.yiwang.rules.Code;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.VolunteerView;

/**
 * The trail of a record in plain words: what happened when, and in which office or team whoever did it acts. People are
 * named by what they are there, not by name or number.
 */
@Component
class Trail {

    private final RecordCases records;
    private final Grants grants;
    private final Organizations organizations;
    private final Regions regions;
    private final Codes codes;

    Trail(RecordCases records, Grants grants, Organizations organizations, Regions regions, Codes codes) {
        this.records = records;
        this.grants = grants;
        this.organizations = organizations;
        this.regions = regions;
        this.codes = codes;
    }

    /** Every step, in order. The caller has checked that the record may be seen. */
    List<TrailLine> of(RecordView record, VolunteerView person) {
        Statutory statutory = records.statutory(record.key());
        Map<Long, TrailLine.Who> known = new HashMap<>();
        return records.steps(record.key()).stream()
                .map(s -> new TrailLine(s, known.computeIfAbsent(s.actorAccountId(), a -> who(a, statutory, person))))
                .toList();
    }

    private TrailLine.Who who(long account, Statutory record, VolunteerView person) {
        if (account == 0) {
            return new TrailLine.Who("record.who.program", null, "");
        }
        if (person.accountId() != null && person.accountId() == account) {
            return new TrailLine.Who("record.who.self", null, "");
        }
        if (person.concerns(account)) {
            return new TrailLine.Who("record.who.guardian", null, "");
        }
        List<Grant> held = grants.of(account);
        return first(
                        held,
                        scope -> scope instanceof Scope.InOrganization(long id)
                                && record.organizationAncestors().contains(id))
                .or(() -> first(
                        held,
                        scope -> scope instanceof Scope.InRegion(RegionCode region)
                                && record.regionCode().startsWith(region.value())))
                .orElse(new TrailLine.Who("record.who.staff", null, ""));
    }

    private Optional<TrailLine.Who> first(List<Grant> held, Predicate<Scope> where) {
        return held.stream()
                .filter(g -> where.test(g.scope()))
                .findFirst()
                .map(g -> new TrailLine.Who(
                        "record.who.body",
                        codes.find("role", g.role().name()).map(Code::label).orElse(null),
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
