package org.yiwang.organization;

import org.yiwang.kernel.Role;

/** Posts of a team that carry rights. */
public enum Post {
    /** Administrator: at least 18, has accepted the honesty agreement. */
    ADMINISTRATOR(Role.ORGANIZATION_ADMIN),
    /** Captain (队长), chosen by the members; one at a time. */
    CAPTAIN(Role.CAPTAIN),
    /** Liaison (联络员): organizes, notifies, records, summarises. */
    LIAISON(Role.LIAISON);

    private final Role role;

    Post(Role role) {
        this.role = role;
    }

    /** The role that the holder gets at the scope of the organization. */
    public Role role() {
        return role;
    }

    /** Whether the holder runs the team, which asks for the honesty agreement. */
    public boolean runsTheTeam() {
        return this != LIAISON;
    }
}
