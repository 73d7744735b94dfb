package org.yiwang.attendance;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;

/** Who has a place in which shifts, asked for many at once. */
@Component
class Places {

    private final SignUps signUps;

    Places(SignUps signUps) {
        this.signUps = signUps;
    }

    /** The shifts in which each checked person has a place. */
    Map<Key, List<Long>> of(Collection<Check> checks) {
        Map<Long, List<Long>> byActivity = checks.stream()
                .collect(Collectors.groupingBy(
                        Check::activityId, Collectors.mapping(Check::volunteerId, Collectors.toList())));
        Map<Key, List<Long>> places = new HashMap<>();
        for (SignUpView place : signUps.held(byActivity)) {
            places.computeIfAbsent(new Key(place.activityId(), place.volunteerId()), _ -> new java.util.ArrayList<>(2))
                    .add(place.shiftId());
        }
        return places;
    }

    static Key key(Check check) {
        return new Key(check.activityId(), check.volunteerId());
    }

    /** A person in an activity. */
    record Key(long activityId, long volunteerId) {}
}
