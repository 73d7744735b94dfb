package org.yiwang.star;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;

/** At which level a step of the review is taken, from near to far (Fujian's measures split the authority so). */
public enum ReviewLevel {
    /** The volunteer's team; left out for whoever names none. */
    TEAM,
    /** The community of residence, or its street. */
    COMMUNITY,
    /** The street or township. */
    STREET,
    /** The district. */
    DISTRICT,
    /** The city. */
    CITY;

    /** The levels at which an office of that division decides in its own turn. */
    static List<ReviewLevel> own(RegionCode.Level office) {
        return switch (office) {
            case PROVINCE, CITY -> List.of(CITY);
            case COUNTY -> List.of(DISTRICT);
            case TOWN -> List.of(COMMUNITY, STREET);
            case COMMUNITY, NEIGHBOURHOOD, GRID -> List.of(COMMUNITY);
        };
    }

    /** The levels at which it may decide: its own, and those below where nobody else can. */
    static List<ReviewLevel> within(RegionCode.Level office) {
        ReviewLevel highest = own(office).getLast();
        return List.of(values()).subList(COMMUNITY.ordinal(), highest.ordinal() + 1);
    }

    /**
     * What a person may decide, as queries bind it: an application waits there if its level and its region fit one of these,
     * or if it waits for a team within reach.
     *
     * @param levels name of the level
     * @param patterns pattern of the region, one for each level
     * @param organizations teams, with all below them
     */
    record Desk(List<String> levels, List<String> patterns, List<Long> organizations) {

        /** Of a reach: only what waits at the person's own level, or all that the person may decide. */
        static Desk of(Reach reach, boolean ownOnly) {
            List<String> levels = new ArrayList<>();
            List<String> patterns = new ArrayList<>();
            for (String code : reach.regions()) {
                RegionCode.Level office = code.isEmpty() ? RegionCode.Level.PROVINCE : new RegionCode(code).level();
                for (ReviewLevel level : ownOnly ? own(office) : within(office)) {
                    levels.add(level.name());
                    patterns.add(code + "%");
                }
            }
            return new Desk(levels, patterns, reach.organizations());
        }

        /** Whether something that waits at that level, there and for that team, is among it. */
        boolean covers(ReviewLevel level, RegionCode region, Collection<Long> teamAncestors) {
            if (level == TEAM) {
                return organizations.stream().anyMatch(teamAncestors::contains);
            }
            for (int i = 0; i < levels.size(); i++) {
                String code = patterns.get(i);
                if (levels.get(i).equals(level.name())
                        && region.value().startsWith(code.substring(0, code.length() - 1))) {
                    return true;
                }
            }
            return false;
        }
    }
}
