package org.yiwang.dossier;

import java.time.LocalDate;
import java.util.List;

/**
 * Those who served in a closed activity, to be evaluated.
 *
 * @param activityId the activity
 * @param title its title
 * @param dueOn last day by the law (Order 67 art. 11)
 * @param openUntil last day on which the team may speak
 * @param open whether it still may
 * @param mates everybody who served, by name
 * @param reasonFor qualities that need a reason
 */
public record Crew(
        long activityId,
        String title,
        LocalDate dueOn,
        LocalDate openUntil,
        boolean open,
        List<Mate> mates,
        List<String> reasonFor) {

    /** How many are evaluated. */
    public long evaluated() {
        return mates.stream().filter(m -> m.said() != null).count();
    }
}
