package org.yiwang.attendance;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Ids;
import org.yiwang.platform.Projection;

/** Who is checked in somewhere now, from the pairs that are open. */
@Component
class RebuiltCheckIns implements Projection {

    private final RebuiltCheckInStore store;

    RebuiltCheckIns(RebuiltCheckInStore store) {
        this.store = store;
    }

    @Override
    public String word() {
        return "check-ins";
    }

    @Override
    @Transactional
    public void rebuild(Consumer<String> said) {
        store.lock();
        Set<Long> people = new HashSet<>(store.takeWrongAway());
        people.addAll(store.addMissing());
        people.stream()
                .sorted()
                .forEach(id -> said.accept("Volunteer " + Ids.text(id) + " was taken to be somewhere else."));
        said.accept(people.size() + " open check-ins mended.");
    }
}
