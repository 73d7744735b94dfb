package org.yiwang.teamstar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.organization.TeamBadge;

/** What everybody may see of team stars: who has how many for a year, in no order but stars and name. */
@Component
public class PublishedStars implements TeamBadge {

    private static final int PAGE = 60;

    private final RunStore runs;
    private final RatingStore ratings;

    PublishedStars(RunStore runs, RatingStore ratings) {
        this.runs = runs;
        this.ratings = ratings;
    }

    /** Years of which something is on notice or published, the latest first. */
    public List<Integer> years() {
        return runs.publicYears();
    }

    /**
     * Teams with stars of a year.
     *
     * @param stars only those with so many, null for all
     */
    public Slice<Line> list(int year, @Nullable Integer stars, int page) {
        int number = Slice.page(page);
        return Slice.cut(ratings.published(year, stars, PAGE + 1, (number - 1) * PAGE), number, PAGE);
    }

    /** The stars of the last published year; none if the team has none of that year. */
    @Override
    public Optional<Badge> of(long organizationId) {
        return ratings.last(organizationId)
                .flatMap(g -> Optional.ofNullable(g.stars()).map(s -> new Badge(s, g.year())));
    }

    /**
     * A team with stars.
     *
     * @param organizationId which
     * @param name its name then
     * @param region its seat then
     * @param stars 1 to 5
     * @param noticeUntil the last day of public notice, null once published
     */
    public record Line(
            long organizationId,
            String name,
            RegionCode region,
            int stars,
            @Nullable LocalDate noticeUntil) {}
}
