package org.yiwang.attendance;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** For how many people one device acted in an activity: a family's phone, or one phone for a whole class. */
@Component
public class SharedDevices {

    private final SharedDeviceStore store;

    SharedDevices(SharedDeviceStore store) {
        this.store = store;
    }

    /**
     * The number of people for whom the busiest device of each person acted, by activity and person; people whose device
     * acted for nobody else are left out. One query.
     */
    public Map<Long, Map<Long, Integer>> in(Collection<Long> activityIds) {
        return activityIds.isEmpty() ? Map.of() : store.in(activityIds);
    }
}
