package org.yiwang.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;

/** What everybody may see of bodies and teams. */
@Component
public class OrganizationDirectory {

    private static final int PAGE = 24;
    private static final int MOST_PARENTS = 300;

    private final OrganizationStore store;
    private final DirectoryStore directory;
    private final OrganizationProfiles profiles;

    OrganizationDirectory(OrganizationStore store, DirectoryStore directory, OrganizationProfiles profiles) {
        this.store = store;
        this.directory = directory;
        this.profiles = profiles;
    }

    /** Approved organizations that fit, by name. */
    @Transactional(readOnly = true)
    public Slice<OrganizationCard> list(OrganizationFilter filter, int page) {
        int number = Slice.page(page);
        return Slice.cut(directory.list(filter, (number - 1) * PAGE, PAGE + 1), number, PAGE);
    }

    /** An organization that was approved at some time; contact only if public. Otherwise {@code organization.unknown}. */
    @Transactional(readOnly = true)
    public OrganizationProfile get(long id) {
        return store.find(id)
                .filter(o -> o.state().wasApproved())
                .map(o -> profiles.read(o, OrganizationProfiles.Reader.PUBLIC))
                .orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN));
    }

    /** Active organizations attached to the region or to one that contains it: what another can stand below. */
    public List<OrganizationProfile.Named> above(RegionCode region) {
        List<String> regions = new ArrayList<>();
        for (Optional<RegionCode> at = Optional.of(region);
                at.isPresent();
                at = at.get().parent()) {
            regions.add(at.get().value());
        }
        return directory.active(regions, MOST_PARENTS);
    }

    /** Organizations directly below that are not stopped. */
    @Transactional(readOnly = true)
    public List<OrganizationCard> below(long id) {
        return directory.children(id).stream()
                .filter(c -> c.state() == OrganizationState.ACTIVE || c.state() == OrganizationState.EXPIRED)
                .toList();
    }

    /** A host unit with the teams built on it; {@code organization.unknown} if there is none or no team is approved. */
    @Transactional(readOnly = true)
    public UnitView unit(long id) {
        OrganizationStore.Unit unit = store.findUnit(id).orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN));
        List<OrganizationCard> teams = directory.ofUnit(id);
        if (teams.isEmpty()) {
            throw new Refusal(OrganizationProblem.UNKNOWN);
        }
        return new UnitView(unit.id(), unit.name(), unit.kind(), unit.region(), teams);
    }

    /**
     * A host unit.
     *
     * @param id its id
     * @param name its name
     * @param kind code of the table {@code approving-unit-kind}
     * @param region where it is
     * @param teams teams built on it
     */
    public record UnitView(long id, String name, String kind, RegionCode region, List<OrganizationCard> teams) {}
}
