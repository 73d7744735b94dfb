package org.yiwang.entry;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.Volunteers;

/** Which sheets the people of a district see, and about which lines each of them may say something. */
@Component
class MakeupScope {

    private final EntryStore store;
    private final Volunteers volunteers;

    MakeupScope(EntryStore store, Volunteers volunteers) {
        this.store = store;
        this.volunteers = volunteers;
    }

    /** The sheet; refuses with {@code entry.unknown} outside of reach. */
    EntrySheet find(Actor actor, long activityId, long sheetId) {
        EntrySheet sheet = store.find(activityId, sheetId).orElseThrow(() -> new Refusal(EntryProblem.UNKNOWN));
        if (!actor.reach(Permission.MAKEUP_APPROVE).covers(sheet.region(), sheet.ancestors())) {
            throw new Refusal(EntryProblem.UNKNOWN);
        }
        return sheet;
    }

    /** The same, on which nobody else decides until the transaction ends. */
    EntrySheet lock(Actor actor, long activityId, long sheetId) {
        find(actor, activityId, sheetId);
        return store.lock(activityId, sheetId).orElseThrow(() -> new Refusal(EntryProblem.UNKNOWN));
    }

    /**
     * The lines of these people, each of which waits for the district and about which this person may say something. Refuses
     * with {@code entry.nobody}, {@code entry.not-open}, {@code entry.district-same}, {@code entry.own}.
     */
    List<EntryLine> waiting(Actor actor, EntrySheet sheet, Set<Long> volunteerIds) {
        List<EntryLine> lines = sheet.lines().stream()
                .filter(line -> volunteerIds.contains(line.volunteerId()))
                .toList();
        if (lines.isEmpty()) {
            throw new Refusal(EntryProblem.NOBODY).at("people");
        }
        if (lines.stream().anyMatch(line -> line.state() != EntryState.WITH_DISTRICT)) {
            throw new Refusal(EntryProblem.NOT_OPEN);
        }
        boolean same = sheet.enteredBy() == actor.accountId()
                || lines.stream()
                        .anyMatch(line -> Long.valueOf(actor.accountId()).equals(line.confirmedBy()));
        if (same) {
            throw new Refusal(EntryProblem.DISTRICT_SAME);
        }
        boolean own = volunteers
                .getAll(lines.stream().map(EntryLine::volunteerId).toList())
                .values()
                .stream()
                .anyMatch(person -> person.concerns(actor.accountId()));
        if (own) {
            throw new Refusal(EntryProblem.OWN).at("people");
        }
        return lines;
    }
}
