package org.yiwang.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.OrganizationView;

/**
 * Who records or decides an entry: an organization, or without one the office of the region.
 *
 * @param organizationId the organization, null for an office
 * @param ancestors ids of the organization and all above it, none for an office
 * @param region seat of the organization, or the office's area
 * @param name its name now
 */
record Holder(@Nullable Long organizationId, List<Long> ancestors, RegionCode region, String name) {

    static Holder of(OrganizationView team) {
        return new Holder(team.id(), team.ancestors(), team.region(), team.name());
    }

    static Holder office(RegionCode region, String name) {
        return new Holder(null, List.of(), region, name);
    }

    void require(Actor actor) {
        actor.require(Permission.DOSSIER_RECORD, region, ancestors);
    }
}
