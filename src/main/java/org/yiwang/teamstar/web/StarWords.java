package org.yiwang.teamstar.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Ids;
import org.yiwang.teamstar.Figures;
import org.yiwang.teamstar.Part;
import org.yiwang.teamstar.Rating;
import org.yiwang.teamstar.TeamStarDesk.Sheet;
import org.yiwang.web.Page;

/** Measures of parts in words. */
public final class StarWords {

    private StarWords() {}

    /** The measure: a number, hours and minutes, or percent with one decimal. */
    public static String measure(Page page, Part part, @Nullable Long measure) {
        if (measure == null) {
            return page.t("teamstar.nothing-measured");
        }
        return switch (part.unit()) {
            case COUNT -> page.number(measure);
            case MINUTES -> page.minutes(measure);
            case PER_MILLE -> measure / 10 + "." + measure % 10 + "%";
        };
    }

    /** What the measure is made of. */
    public static String counted(Page page, Part part, Figures figures) {
        return part == Part.HOURS
                ? page.t(
                        "teamstar.counted.HOURS",
                        page.minutes(figures.service().creditMinutes()),
                        page.minutes(figures.service().honourMinutes()),
                        page.number(figures.base(part)))
                : page.t("teamstar.counted." + part, page.number(figures.count(part)), page.number(figures.base(part)));
    }

    /** A reason that somebody wrote, or that the program found. */
    public static String why(Page page, String why, boolean found) {
        return found && why.startsWith("teamstar.obstacle.") ? page.t(why) : why;
    }

    /** Which numbers are others today than those that were published: from, to, in words. */
    public static List<String> changes(Page page, Sheet sheet) {
        Figures now = sheet.now();
        List<String> changes = new ArrayList<>();
        if (now == null) {
            return changes;
        }
        Rating rated = sheet.scheme().rate(now);
        for (Part part : Part.values()) {
            String before = counted(page, part, sheet.figures());
            String after = counted(page, part, now);
            if (!before.equals(after)) {
                changes.add(page.t("teamstar.changed.part", page.t("teamstar.part." + part), before, after));
            }
        }
        changes.add(page.t("teamstar.changed.stars", sheet.computed().stars(), rated.stars()));
        return changes;
    }

    /** Where the team's leaders see its ratings. */
    static String desk(long organizationId) {
        return "/desk/organizations/" + Ids.text(organizationId) + "/stars";
    }
}
