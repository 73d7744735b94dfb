package org.yiwang.demo;

import java.util.List;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.volunteer.VolunteerView;

/**
 * Who lives in the demo city.
 *
 * @param volunteers all volunteers with an account of their own; the first five are of the {@link Cast}
 * @param ward a child in the care of the second volunteer
 * @param teams all teams that hold activities; the first is the one of the {@link Cast}
 * @param office who reviews
 */
record Town(List<VolunteerView> volunteers, VolunteerView ward, List<Team> teams, Actor office) {

    /** The one of the cast; only for those who are volunteers. */
    VolunteerView of(Cast one) {
        return volunteers.get(one.ordinal());
    }

    /** The team of the cast. */
    Team first() {
        return teams.getFirst();
    }

    /**
     * A team.
     *
     * @param id its id
     * @param community where it acts
     * @param communityName its name
     * @param story what it does
     * @param admin who runs it
     */
    record Team(long id, RegionCode community, String communityName, Story story, Actor admin) {}
}
