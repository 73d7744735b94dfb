package org.yiwang.record;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Service as it stands on record at this moment, for modules above that have checked who asks. */
@Component
public class CountedService {

    private final RecordListStore lists;
    private final ServedStore served;

    CountedService(RecordListStore lists, ServedStore served) {
        this.lists = lists;
        this.served = served;
    }

    /** The person's records that count now, of all years, in the order of their days. */
    @Transactional(readOnly = true)
    public List<RecordView> of(long volunteerId) {
        return live(volunteerId).stream()
                .filter(r -> r.state() == RecordState.EFFECTIVE)
                .toList();
    }

    /** The person's records that count or may come to count, of all years, in the order of their days. */
    @Transactional(readOnly = true)
    public List<RecordView> live(long volunteerId) {
        return lists.live(volunteerId).reversed();
    }

    /** Who served in the activity, as far as a record says so that counts or may come to count; by id. */
    @Transactional(readOnly = true)
    public List<Long> peopleOf(long activityId) {
        return served.ofActivity(activityId);
    }

    /** Who has service of that year that counts: the next of them after a volunteer, by id; 0 begins. */
    @Transactional(readOnly = true)
    public List<Long> peopleOfYear(int year, long after, int most) {
        return served.ofYear(year, after, most);
    }
}
