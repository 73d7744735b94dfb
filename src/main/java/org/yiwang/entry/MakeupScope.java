package org.yiwang.entry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.trust.Outcome;
import org.yiwang.volunteer.VolunteerView;
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
     * The lines of these people, each of which waits for the district and about which this person may say something: a
     * higher review (domain F18) is made by nobody who leads the organization or one above it. Refuses with {@code
     * entry.nobody}, {@code entry.not-open}, {@code entry.own-team}, and, by whatever account they come, with {@code
     * entry.district-same} who entered or confirmed it, and with {@code entry.own} whom it is about.
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
        if (actor.reach(Permission.RECORD_ATTEST).organizations().stream().anyMatch(sheet.ancestors()::contains)) {
            throw new Refusal(EntryProblem.OWN_TEAM);
        }
        Stream<Long> before = Stream.concat(
                Stream.of(sheet.enteredBy()),
                lines.stream().map(EntryLine::confirmedBy).filter(Objects::nonNull));
        if (before.distinct().anyMatch(account -> volunteers.isOneHuman(account, actor.accountId()))) {
            throw new Refusal(EntryProblem.DISTRICT_SAME);
        }
        requireNotOwn(actor, lines);
        return lines;
    }

    private void requireNotOwn(Actor actor, List<EntryLine> lines) {
        Optional<VolunteerView> self = volunteers.findByAccount(actor.accountId());
        boolean own = volunteers
                .getAll(lines.stream().map(EntryLine::volunteerId).toList())
                .values()
                .stream()
                .anyMatch(person -> person.concerns(actor.accountId())
                        || self.isPresent() && self.get().isOneHumanWith(person));
        if (own) {
            throw new Refusal(EntryProblem.OWN).at("people");
        }
    }

    /** Refuses with {@code entry.called-it} who noted a confirmation on the phone: two of the district vouch for a call. */
    void requireNotCaller(Actor actor, MakeupSample sample) {
        boolean called = sample.people().stream()
                .flatMap(person -> person.calls().stream())
                .filter(call -> call.outcome() == Outcome.CONFIRMED)
                .map(MakeupSample.Call::byAccountId)
                .distinct()
                .anyMatch(account -> volunteers.isOneHuman(account, actor.accountId()));
        if (called) {
            throw new Refusal(EntryProblem.CALLED_IT);
        }
    }
}
