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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
 * shifts give one order to all nodes. What the persons did before is read ahead of the locks, so that one batch reads
 * while another holds them: should it have become untrue, the keys of the person's commitments refuse the write (one
 * application per person and shift, no two places at a time), and the whole batch is decided again on what is true
 * now, so that one person's conflict refuses nobody else.
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
    private final Map<Long, Integer> underWay = new ConcurrentHashMap<>();

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
        return prepare(together).get();
    }

    /** Reads what the decisions need; the step that it returns takes the locks, decides and commits. */
    Supplier<List<Answer>> prepare(List<Application> together) {
        List<Long> persons =
                together.stream().map(Application::volunteerId).distinct().toList();
        // Somebody whose other application is being decided right now is read under the lock, after that commit.
        boolean early = persons.stream().noneMatch(underWay::containsKey);
        persons.forEach(p -> underWay.merge(p, 1, Integer::sum));
        try {
            Known known = early ? read(together, persons) : null;
            return () -> {
                try {
                    return Objects.requireNonNull(transaction.execute(_ -> inTransaction(together, persons, known)));
                } finally {
                    leave(persons);
                }
            };
        } catch (RuntimeException fault) {
            leave(persons);
            throw fault;
        }
    }

    /** What an application led to, with the place in the waiting list where there is one. */
    record Answer(Decision decision, int position) {}

    /** What was read of the persons of a batch. */
    private record Known(Map<Long, VolunteerView> people, List<SignUp> signUps, List<Commitment> commitments) {}

    private void leave(List<Long> persons) {
        persons.forEach(p -> underWay.computeIfPresent(p, (_, n) -> n == 1 ? null : n - 1));
    }

    private Known read(List<Application> together, List<Long> persons) {
        List<SignUp> earlier = signUps.of(
                together.stream().map(Application::shift).toList(),
                together.stream().map(Application::volunteerId).toList());
        return new Known(
                facts.volunteers().apply(persons), distinct(earlier), places.commitments(persons, clock.instant()));
    }

    private List<Answer> inTransaction(List<Application> together, List<Long> persons, @Nullable Known early) {
        List<Shift> locked = places.lock(List.copyOf(
                new TreeSet<>(together.stream().map(Application::shift).toList())));
        Instant now = clock.instant();
        Map<Long, Long> revisions = new HashMap<>();
        locked.forEach(s -> revisions.merge(s.key().activityId(), s.revision(), Math::max));
        facts.activities().prepare(revisions);
        Map<Long, List<Held>> held = held(together, locked);
        Known known = early;
        for (int round = 0; round < ROUNDS; round++) {
            if (known == null) {
                known = read(together, persons);
            }
            Board board = new Board(
                    facts,
                    now,
                    Ids::next,
                    locked,
                    known.people(),
                    new Board.Known(known.signUps(), known.commitments(), held));
            List<Decision> decisions = together.stream().map(board::decide).toList();
            Set<Long> written = places.commit(board.committed());
            if (written.size() == board.committed().size()) {
                write(board);
                return answers(decisions);
            }
            // One of these persons got a place, or applied here, at the same time: take back, look again.
            places.release(board.committed().stream()
                    .filter(c -> written.contains(c.signUpId()))
                    .toList());
            known = null;
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
