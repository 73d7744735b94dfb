package org.yiwang.signup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Refusal;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.volunteer.Qualifications.Held;
import org.yiwang.volunteer.VolunteerView;

/**
 * Decides applications one after another in the order in which they came, on what was read under the locks of their
 * shifts; each decision sees those before it. Touches no database: what it made is written afterwards.
 */
final class Board {

    private final Facts facts;
    private final SignUpRules rules;
    private final Instant now;
    private final LongSupplier ids;
    private final Map<Shift.Key, Shift> before;
    private final Map<Shift.Key, Shift> shifts;
    private final Map<Long, VolunteerView> people;
    private final Map<Long, List<Held>> held;
    private final Map<Person, List<SignUp>> earlier = new HashMap<>();
    private final Map<Long, List<Commitment>> commitments = new HashMap<>();
    private final List<SignUp> made = new ArrayList<>();
    private final List<Commitment> committed = new ArrayList<>();

    private record Person(Shift.Key shift, long volunteerId) {}

    /** A board with what was read. */
    Board(
            Facts facts,
            Instant now,
            LongSupplier ids,
            Collection<Shift> locked,
            Map<Long, VolunteerView> people,
            Known known) {
        this.facts = facts;
        this.rules = facts.rules().get();
        this.now = now;
        this.ids = ids;
        this.people = people;
        this.held = known.held();
        this.before = HashMap.newHashMap(locked.size());
        locked.forEach(s -> before.put(s.key(), s));
        this.shifts = new HashMap<>(before);
        known.signUps()
                .forEach(s -> earlier.computeIfAbsent(new Person(s.shift(), s.volunteerId()), _ -> new ArrayList<>(2))
                        .add(s));
        known.commitments().forEach(this::remember);
    }

    /**
     * What the persons did before.
     *
     * @param signUps all rows of the persons for the shifts, ended ones too
     * @param commitments what the persons have or ask for from now on
     * @param held confirmed qualifications of those who ask for a post that demands one
     */
    record Known(List<SignUp> signUps, List<Commitment> commitments, Map<Long, List<Held>> held) {}

    /** Decides the next application. */
    Decision decide(Application asked) {
        VolunteerView person = people.get(asked.volunteerId());
        if (person == null || !mayActFor(asked.accountId(), person)) {
            return refused(SignUpProblem.NOT_YOURS);
        }
        Optional<Decision> repeated = repeated(asked);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        Shift shift = shifts.get(asked.shift());
        if (shift == null) {
            return refused(SignUpProblem.UNKNOWN_SHIFT);
        }
        ActivityView activity = facts.activities().find(asked.shift().activityId(), shift.revision());
        Optional<Refusal> reason = Eligibility.closed(activity, shift, now);
        if (reason.isPresent() || activity == null) {
            return new Decision.Refused(reason.orElseThrow());
        }
        ShiftView post = post(activity, asked.shift().shiftId());
        if (post == null) {
            return refused(SignUpProblem.UNKNOWN_SHIFT);
        }
        reason = Eligibility.outside(activity, asked.admittedTo())
                .or(() -> Eligibility.unfit(person, activity, post, rules, facts.zone()))
                .or(() -> Eligibility.lacking(
                        post.conditions(),
                        asked.ownMinutes(),
                        held.getOrDefault(asked.volunteerId(), List.of()),
                        post.period().start().atZone(facts.zone()).toLocalDate(),
                        facts.qualificationNames()));
        return reason.<Decision>map(Decision.Refused::new)
                .orElseGet(() -> timeAndPlace(asked, shift, activity.reviewed()));
    }

    private Optional<Decision> repeated(Application asked) {
        for (SignUp s : earlier.getOrDefault(new Person(asked.shift(), asked.volunteerId()), List.of())) {
            boolean sameKey = asked.keyDigest() != null && asked.keyDigest().equals(s.keyDigest());
            if (sameKey) {
                return Optional.of(new Decision.Same(s));
            }
            if (s.live() && s.state() == State.INVITED) {
                return Optional.of(new Decision.Invited(s));
            }
            if (s.live()) {
                return Optional.of(asked.keyDigest() == null ? new Decision.Same(s) : refused(SignUpProblem.ALREADY));
            }
        }
        return Optional.empty();
    }

    private Decision timeAndPlace(Application asked, Shift shift, boolean reviewed) {
        List<Commitment> own = commitments.getOrDefault(asked.volunteerId(), List.of());
        for (Commitment c : own) {
            if (c.held() && c.period().overlaps(shift.period())) {
                return new Decision.Overlaps(c);
            }
        }
        if (own.size() >= rules.quota()) {
            return refused(SignUpProblem.QUOTA, rules.quota());
        }
        if (reviewed) {
            return make(asked, shift, State.APPLIED, SignUp.How.REVIEWED);
        }
        if (shift.free() > 0) {
            return make(asked, shift.with(1, 0), State.ACCEPTED, SignUp.How.OPEN);
        }
        if (shift.waiting() < rules.waitingList()) {
            return make(asked, shift.with(0, 1), State.WAITING, SignUp.How.OPEN);
        }
        return refused(SignUpProblem.FULL);
    }

    private Decision make(Application asked, Shift after, State state, SignUp.How how) {
        SignUp signUp = new SignUp(
                asked.shift().activityId(),
                ids.getAsLong(),
                asked.shift().shiftId(),
                asked.volunteerId(),
                state,
                how,
                state == State.WAITING ? after.waitingSeq() : null,
                now,
                asked.accountId(),
                asked.keyDigest(),
                0);
        Commitment commitment = new Commitment(
                asked.volunteerId(), asked.shift(), signUp.id(), after.period(), state == State.ACCEPTED);
        shifts.put(after.key(), after);
        earlier.computeIfAbsent(new Person(asked.shift(), asked.volunteerId()), _ -> new ArrayList<>(2))
                .add(signUp);
        remember(commitment);
        made.add(signUp);
        committed.add(commitment);
        return new Decision.Made(signUp, after.waiting());
    }

    private void remember(Commitment commitment) {
        commitments
                .computeIfAbsent(commitment.volunteerId(), _ -> new ArrayList<>(4))
                .add(commitment);
    }

    /** Sign-ups made by the decisions so far. */
    List<SignUp> made() {
        return made;
    }

    /** Commitments made by the decisions so far. */
    List<Commitment> committed() {
        return committed;
    }

    /** Shifts whose counters moved, as they stand now. */
    List<Shift> moved() {
        return shifts.values().stream()
                .filter(s -> !s.equals(before.get(s.key())))
                .toList();
    }

    /** The shift as it was locked. */
    Shift before(Shift.Key key) {
        return Objects.requireNonNull(before.get(key));
    }

    /** The person, or the guardian of one who is not of age. */
    private boolean mayActFor(long accountId, VolunteerView person) {
        return accountId == 0
                || Objects.equals(person.accountId(), accountId)
                || (Objects.equals(person.guardianAccountId(), accountId)
                        && person.birthDate()
                                .plusYears(rules.adultAge())
                                .isAfter(now.atZone(facts.zone()).toLocalDate()));
    }

    @Nullable
    static ShiftView post(ActivityView activity, long shiftId) {
        for (ShiftView shift : activity.shifts()) {
            if (shift.id() == shiftId) {
                return shift;
            }
        }
        return null;
    }

    private static Decision refused(SignUpProblem problem, Object... args) {
        return new Decision.Refused(new Refusal(problem, args));
    }
}
