package org.yiwang.signup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Ids;
import org.yiwang.platform.Projection;

/**
 * The counters of shifts and what people are committed to, from the sign-ups that live. How many places a shift has, when
 * it is and whether it is called off are no part of it: those come from the activity.
 */
@Component
class RebuiltPlaces implements Projection {

    private final RebuiltPlaceStore store;

    RebuiltPlaces(RebuiltPlaceStore store) {
        this.store = store;
    }

    @Override
    public String word() {
        return "places";
    }

    @Override
    @Transactional
    public void rebuild(Consumer<String> said) {
        store.lock();
        List<Shift.Key> shifts = store.mendCounters();
        Set<Long> signUps = new HashSet<>(store.takeWrongAway());
        signUps.addAll(store.addMissing());
        shifts.forEach(key -> said.accept("Shift " + Ids.text(key.shiftId()) + " of activity "
                + Ids.text(key.activityId()) + " had counted otherwise."));
        signUps.stream()
                .sorted()
                .forEach(id -> said.accept("Sign-up " + Ids.text(id) + " was committed to something else."));
        said.accept(shifts.size() + " counters and " + signUps.size() + " commitments mended.");
    }
}
