package org.yiwang.attendance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Refusal;

/**
 * When an activity ends early, in the activity's own transaction: nobody who has checked in loses the shift, and those
 * still there are reminded of checking out by its new end.
 */
@Component
class CutShortActivities {

    private final AttendanceStore store;

    CutShortActivities(AttendanceStore store) {
        this.store = store;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ActivityEvent.CutShort event) {
        List<PairView> unfinished = store.ofActivity(event.activityId()).stream()
                .filter(p -> p.state() != PairView.State.CLOSED)
                .toList();
        long early = unfinished.stream()
                .filter(p -> event.calledOff().contains(p.shiftId()))
                .map(PairView::volunteerId)
                .distinct()
                .count();
        if (early > 0) {
            throw new Refusal(AttendanceProblem.ARRIVED_ALREADY, early).at("until");
        }
        Set<Long> shortened = event.shortened().stream().map(ShiftView::id).collect(Collectors.toSet());
        if (unfinished.stream().anyMatch(p -> shortened.contains(p.shiftId()))) {
            store.endAt(event.activityId(), shortened, event.until());
        }
    }
}
