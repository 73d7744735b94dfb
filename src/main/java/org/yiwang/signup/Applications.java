package org.yiwang.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Ids;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.volunteer.Qualifications.Held;
import org.yiwang.volunteer.VolunteerView;

/**
 * Applications that arrived together, decided in one transaction with one statement per table. The locks of the
 * shifts give one order to all nodes; overlapping places of one person are refused by the exclusion constraint, and
 * then everything in the batch is decided again on what is true now, so that one person's conflict refuses nobody else.
 */
@Component
class Applications {

    private static final int ROUNDS = 10;

    private final PlaceStore places;
    private final SignUpStore signUps;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Applications(
            PlaceStore places,
            SignUpStore signUps,
            Facts facts,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.places = places;
        this.signUps = signUps;
        this.facts = facts;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Decides them in their order and commits (or joins the caller's transaction). */
    List<Answer> decide(List<Application> together) {
        return Objects.requireNonNull(transaction.execute(_ -> inTransaction(together)));
    }

    /** What an application led to, with the place in the waiting list where there is one. */
    record Answer(Decision decision, int position) {}

    private List<Answer> inTransaction(List<Application> together) {
        Map<Long, VolunteerView> people = facts.volunteers()
                .apply(together.stream()
                        .map(Application::volunteerId)
                        .distinct()
                        .toList());
        Instant now = clock.instant();
        List<Shift> locked = places.lock(List.copyOf(
                new TreeSet<>(together.stream().map(Application::shift).toList())));
        Map<Long, Long> revisions = new HashMap<>();
        locked.forEach(s -> revisions.merge(s.key().activityId(), s.revision(), Math::max));
        facts.activities().prepare(revisions);
        List<SignUp> earlier = signUps.of(
                together.stream().map(Application::shift).toList(),
                together.stream().map(Application::volunteerId).toList());
        Map<Long, List<Held>> held = held(together, locked);
        for (int round = 0; round < ROUNDS; round++) {
            Board board = new Board(
                    facts,
                    now,
                    Ids::next,
                    locked,
                    people,
                    new Board.Known(distinct(earlier), places.commitments(people.keySet(), now), held));
            List<Decision> decisions = together.stream().map(board::decide).toList();
            Set<Long> written = places.commit(board.committed());
            if (written.size() == board.committed().size()) {
                write(board);
                return answers(decisions);
            }
            // Another node or lane gave one of these persons a place at the same time: take back, look again.
            places.release(board.committed().stream()
                    .filter(c -> written.contains(c.signUpId()))
                    .toList());
        }
        throw new IllegalStateException("places of the same persons keep changing");
    }

    /** Qualifications of those who ask for a post that demands one; no query where none does. */
    private Map<Long, List<Held>> held(List<Application> together, List<Shift> locked) {
        Set<Shift.Key> demanding = new HashSet<>();
        for (Shift shift : locked) {
            ActivityView activity = facts.activities().find(shift.key().activityId(), shift.revision());
            ShiftView post =
                    activity == null ? null : Board.post(activity, shift.key().shiftId());
            if (post != null && !post.conditions().qualifications().isEmpty()) {
                demanding.add(shift.key());
            }
        }
        return demanding.isEmpty()
                ? Map.of()
                : facts.qualifications()
                        .apply(together.stream()
                                .filter(a -> demanding.contains(a.shift()))
                                .map(Application::volunteerId)
                                .distinct()
                                .toList());
    }

    private void write(Board board) {
        if (board.made().isEmpty()) {
            return;
        }
        signUps.insert(board.made());
        List<Shift> moved = board.moved();
        if (!moved.isEmpty()) {
            places.update(moved);
        }
        Set<Long> full = new HashSet<>();
        for (Shift shift : moved) {
            if (shift.free() == 0 && board.before(shift.key()).free() > 0) {
                full.add(shift.key().activityId());
            }
        }
        full.forEach(activity -> events.publishEvent(new PlacesFlipped(activity)));
        for (SignUp made : board.made()) {
            if (made.state() == State.ACCEPTED) {
                events.publishEvent(new SignUpEvent.Accepted(made.activityId(), made.shiftId(), made.volunteerId()));
            }
        }
    }

    private List<Answer> answers(List<Decision> decisions) {
        List<SignUp> repeated = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Same same) {
                repeated.add(same.signUp());
            }
        }
        Map<Long, Integer> positions = signUps.positions(repeated);
        return decisions.stream()
                .map(d -> new Answer(
                        d,
                        switch (d) {
                            case Decision.Made made -> made.position();
                            case Decision.Same same ->
                                positions.getOrDefault(same.signUp().id(), 0);
                            default -> 0;
                        }))
                .toList();
    }

    /** A person who asked twice in one batch was read twice. */
    private static List<SignUp> distinct(List<SignUp> rows) {
        Set<Long> seen = new HashSet<>();
        return rows.stream().filter(s -> seen.add(s.id())).toList();
    }
}
