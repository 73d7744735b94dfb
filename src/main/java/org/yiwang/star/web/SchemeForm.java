package org.yiwang.star.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yiwang.record.TrustGrade;
import org.yiwang.star.ReviewLevel;
import org.yiwang.star.StarScheme;
import org.yiwang.star.StarScheme.Asks;
import org.yiwang.star.StarScheme.CutOff;
import org.yiwang.star.StarScheme.Path;
import org.yiwang.web.Form;

/** A scheme as it is typed: a row for each star, the rows after the last star left empty. */
final class SchemeForm {

    private static final int MOST_HOURS = 100_000;

    private SchemeForm() {}

    /** Fills the form with a scheme, to begin from. */
    static Form fill(Form form, StarScheme scheme) {
        for (Asks asks : scheme.stars()) {
            form.with("hours" + asks.star(), asks.hours());
            form.with("levels" + asks.star(), names(asks.levels()));
        }
        return form.with("honourPercent", scheme.honourPercent())
                .with("excludedGrades", names(scheme.excludedGrades()))
                .with("paths", names(scheme.paths()))
                .with("cutOff", scheme.cutOff())
                .with("noticeDays", scheme.noticeDays())
                .with("waitDays", scheme.waitDays())
                .with("objectWorkingDays", scheme.objectWorkingDays());
    }

    private static List<String> names(Iterable<? extends Enum<?>> constants) {
        List<String> names = new ArrayList<>();
        constants.forEach(c -> names.add(c.name()));
        return names;
    }

    /** Reads it; what makes no sense is noted beside its field, and the fill-in that is returned then is of no use. */
    static StarScheme read(Form form, StarScheme fillIn) {
        List<Asks> stars = stars(form);
        int honour = form.integer("honourPercent", 0, 100);
        Set<TrustGrade> excluded = chosen(form, "excludedGrades", TrustGrade.class);
        if (excluded.size() == TrustGrade.values().length) {
            form.fail("excludedGrades", "star.fault.grades");
        }
        Set<Path> paths = chosen(form, "paths", Path.class);
        if (paths.isEmpty()) {
            form.fail("paths", "form.required");
        }
        CutOff cutOff = form.choice("cutOff", CutOff.class);
        int notice = form.integer("noticeDays", 1, 60);
        int wait = form.integer("waitDays", 0, 365);
        int object = form.integer("objectWorkingDays", 5, 60);
        return form.ok() ? new StarScheme(stars, honour, excluded, paths, cutOff, notice, wait, object) : fillIn;
    }

    private static List<Asks> stars(Form form) {
        List<Asks> stars = new ArrayList<>();
        int before = 0;
        boolean ended = false;
        for (int star = 1; star <= StarScheme.MOST; star++) {
            String field = "hours" + star;
            if (form.value(field).isEmpty()) {
                ended = true;
                continue;
            }
            int hours = form.integer(field, 1, MOST_HOURS);
            List<ReviewLevel> levels = List.copyOf(chosen(form, "levels" + star, ReviewLevel.class));
            if (ended || hours <= before) {
                form.fail(field, "star.fault.rise");
            }
            if (levels.isEmpty() || levels.getLast() == ReviewLevel.TEAM) {
                form.fail("levels" + star, "star.fault.levels");
            }
            if (form.ok()) {
                stars.add(new Asks(star, hours, levels));
            }
            before = hours;
        }
        if (before == 0) {
            form.fail("hours1", "form.required");
        }
        return stars;
    }

    /** The constants that are ticked, in their order. */
    private static <E extends Enum<E>> Set<E> chosen(Form form, String field, Class<E> type) {
        Set<E> chosen = EnumSet.noneOf(type);
        for (E constant : java.util.Objects.requireNonNull(type.getEnumConstants())) {
            if (form.has(field, constant.name())) {
                chosen.add(constant);
            }
        }
        return chosen;
    }
}
