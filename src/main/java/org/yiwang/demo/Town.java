package org.yiwang.demo;

import java.util.List;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;
import org.yiwang.volunteer.VolunteerView;

/**
 * Who lives in the demo city.
 *
 * @param volunteers all volunteers with an account of their own; the first two are of the {@link Cast}
 * @param teams all teams; the first is the one of the {@link Cast}
 * @param office who reviews
 */
record Town(List<VolunteerView> volunteers, List<Team> teams, Actor office) {

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
