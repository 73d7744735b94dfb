package org.yiwang.teamstar.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.kernel.Refusal;
import org.yiwang.teamstar.Part;
import org.yiwang.teamstar.StarScheme;
import org.yiwang.teamstar.TeamStarProblem;
import org.yiwang.web.Form;

/** A draft of a scheme as fields: weights, steps such as {@code 4:400, 6:600}, and what each number of stars needs. */
final class StarForm {

    private StarForm() {}

    /** The fields filled with a scheme. */
    static Form of(StarScheme scheme) {
        Form form = Form.empty()
                .with("minActivities", scheme.minActivities())
                .with("honourPerMille", scheme.honourPerMille())
                .with("casePerMille", scheme.casePerMille());
        for (Part part : Part.values()) {
            form.with("weight-" + part, scheme.scale(part).weight());
            form.with("steps-" + part, steps(scheme.scale(part).steps()));
        }
        for (int stars = 1; stars <= StarScheme.MOST; stars++) {
            StarScheme.Level level = scheme.levels().get(stars - 1);
            form.with("total-" + stars, level.total());
            form.with("quality-" + stars, level.quality());
            form.with("measured-" + stars, level.measured());
        }
        return form;
    }

    /** The draft; what the fields do not say stays as it is. Refuses with {@code teamstar.scheme-faulty}. */
    static StarScheme read(Form form, StarScheme base) {
        Map<Part, StarScheme.Scale> parts = new EnumMap<>(Part.class);
        try {
            for (Part part : Part.values()) {
                parts.put(
                        part,
                        new StarScheme.Scale(form.integer("weight-" + part, 0, 10_000), steps(form, "steps-" + part)));
            }
            List<StarScheme.Level> levels = new ArrayList<>();
            for (int stars = 1; stars <= StarScheme.MOST; stars++) {
                levels.add(new StarScheme.Level(
                        form.integer("total-" + stars, 0, StarScheme.FULL),
                        form.integer("quality-" + stars, 0, StarScheme.FULL),
                        form.integer("measured-" + stars, 0, Part.values().length)));
            }
            return new StarScheme(
                    base.teamTypes(),
                    form.integer("minActivities", 1, 365),
                    base.activeDays(),
                    base.newcomerDays(),
                    form.integer("honourPerMille", 0, 999),
                    form.integer("casePerMille", 0, StarScheme.FULL),
                    base.speakDays(),
                    base.noticeDays(),
                    parts,
                    levels);
        } catch (IllegalArgumentException e) {
            throw new Refusal(TeamStarProblem.SCHEME_FAULTY);
        }
    }

    private static List<StarScheme.Step> steps(Form form, String field) {
        List<StarScheme.Step> steps = new ArrayList<>();
        for (String step : form.value(field).split("[,，;；]")) {
            String[] two = step.strip().split("[:：]");
            try {
                steps.add(new StarScheme.Step(Long.parseLong(two[0].strip()), Integer.parseInt(two[1].strip())));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
                throw new Refusal(TeamStarProblem.SCHEME_FAULTY).at(field);
            }
        }
        return steps;
    }

    private static String steps(List<StarScheme.Step> steps) {
        return steps.stream().map(s -> s.from() + ":" + s.points()).collect(Collectors.joining(", "));
    }
}
