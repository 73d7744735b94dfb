package org.yiwang.star;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.volunteer.CardBadge;

/** The highest star, on the card. */
@Component
class StarOnCard implements CardBadge {

    private final Stars stars;

    StarOnCard(Stars stars) {
        this.stars = stars;
    }

    @Override
    public Optional<Badge> of(long volunteerId) {
        return stars.highest(volunteerId).map(s -> new Badge("star", "star.badge", List.of(s.star())));
    }
}
