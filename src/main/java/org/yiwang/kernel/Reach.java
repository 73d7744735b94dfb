package org.yiwang.kernel;

import java.util.Collection;
import java.util.List;

/**
 * How far a permission of one person reaches, in the form that queries bind: what lies in one of the regions or
 * belongs to one of the organizations (by its list of ancestors, itself included). Every query over other people's
 * data carries one, so that a row out of scope is never read.
 *
 * @param regions region codes; a row is in reach when its code begins with one
 * @param organizations organization ids; a row is in reach when one is among its organization's ancestors
 */
public record Reach(List<String> regions, List<Long> organizations) {

    /** Reaches nothing. */
    public boolean isEmpty() {
        return regions.isEmpty() && organizations.isEmpty();
    }

    /** Patterns for {@code region_code like any(:patterns)}. */
    public String[] regionPatterns() {
        return regions.stream().map(code -> code + "%").toArray(String[]::new);
    }

    /** Ids for {@code ancestors && :organizations}. */
    public Long[] organizationIds() {
        return organizations.toArray(Long[]::new);
    }

    /** Whether something in that region, of the organization with these ancestors (itself included), is in reach. */
    public boolean covers(RegionCode region, Collection<Long> ancestors) {
        return regions.stream().anyMatch(region.value()::startsWith)
                || organizations.stream().anyMatch(ancestors::contains);
    }

    /** Whether that region is in reach. */
    public boolean covers(RegionCode region) {
        return covers(region, List.of());
    }
}
