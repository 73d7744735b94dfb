package org.yiwang.teamstar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme makes of a team's figures, with every part.
 *
 * @param stars 0 to 5
 * @param earned the stars by points, if nothing stood in the way
 * @param total points of all parts after what was lost, 0 to 1000
 * @param quality the same of the parts of quality
 * @param lost what was lost of both for cases of false hours
 * @param measured how many parts besides quantity could be measured
 * @param parts all parts in their order
 * @param obstacles why there are no stars; none for most
 */
public record Rating(
        int stars,
        int earned,
        int total,
        int quality,
        int lost,
        int measured,
        List<Scored> parts,
        List<Obstacle> obstacles) {

    /**
     * A part.
     *
     * @param part which
     * @param measure a number, minutes or thousandths; null if there was nothing to measure
     * @param points its points
     * @param weight its weight; 0 if there was nothing to measure
     */
    public record Scored(Part part, @Nullable Long measure, int points, int weight) {}

    /** The part. */
    public Scored of(Part part) {
        return parts.get(part.ordinal());
    }
}
