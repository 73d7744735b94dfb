package org.yiwang.kernel;

/** Where a role holds: a region with all that lies in it, or an organization with all below it. */
public sealed interface Scope {

    /**
     * A region subtree.
     *
     * @param region its root
     */
    record InRegion(RegionCode region) implements Scope {}

    /**
     * An organization subtree.
     *
     * @param organizationId its root
     */
    record InOrganization(long organizationId) implements Scope {}
}
