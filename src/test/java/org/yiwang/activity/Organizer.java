package org.yiwang.activity;

import org.yiwang.kernel.Actor;
import org.yiwang.testing.TeamFixture;

/**
 * A team filed with a community, with the person who leads it.
 *
 * @param id the organization
 * @param leader its administrator
 */
record Organizer(long id, Actor leader) {

    static final Organizer NONE = new Organizer(0, Actor.SYSTEM);

    static Organizer approved() {
        TeamFixture.Team team = TeamFixture.team();
        return new Organizer(team.id(), TeamFixture.actor(team.leader()));
    }
}
