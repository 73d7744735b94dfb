package org.yiwang.signup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Age;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.Qualifications.Held;
import org.yiwang.volunteer.VolunteerView;

/** Whether a person may take a post: pure rules, no places. */
final class Eligibility {

    private Eligibility() {}

    /** Why sign-up for the shift is closed at that moment, empty if it is open. */
    static Optional<Refusal> closed(@Nullable ActivityView activity, Shift shift, Instant now) {
        return closing(activity, shift, now).map(Closed::refusal);
    }

    /** The same for somebody who was invited, whom the days of sign-up do not bind. */
    static Optional<Refusal> closedToInvited(@Nullable ActivityView activity, Shift shift, Instant now) {
        return closing(activity, shift, now)
                .filter(why -> why == Closed.NOT_OPEN || why == Closed.BEGUN)
                .map(Closed::refusal);
    }

    private static Optional<Closed> closing(@Nullable ActivityView activity, Shift shift, Instant now) {
        if (activity == null || activity.state() != ActivityView.State.PUBLISHED || !shift.open()) {
            return Optional.of(Closed.NOT_OPEN);
        }
        if (!now.isBefore(shift.period().start())) {
            return Optional.of(Closed.BEGUN);
        }
        if (now.isBefore(activity.recruitment().start())) {
            return Optional.of(Closed.NOT_YET);
        }
        return now.isBefore(activity.recruitment().end()) ? Optional.empty() : Optional.of(Closed.OVER);
    }

    /** Why sign-up is closed; the message chooses its words by the place in this list. */
    enum Closed {
        /** The activity or the shift takes nobody. */
        NOT_OPEN,
        /** Sign-up has not begun. */
        NOT_YET,
        /** Sign-up is over. */
        OVER,
        /** The shift has begun. */
        BEGUN;

        // The order is the protocol with the message's choice and is asserted by its test.
        @SuppressWarnings("EnumOrdinal")
        Refusal refusal() {
            return new Refusal(SignUpProblem.CLOSED, ordinal());
        }
    }

    /** Why the activity's circle does not include this application, empty if it does. */
    static Optional<Refusal> outside(ActivityView activity, RecruitScope admittedTo) {
        return switch (activity.recruitScope()) {
            case PUBLIC -> Optional.empty();
            case PASS_CODE ->
                admittedTo == RecruitScope.PASS_CODE
                        ? Optional.empty()
                        : Optional.of(new Refusal(SignUpProblem.PASS_CODE).at("passCode"));
            case TEAMS ->
                admittedTo == RecruitScope.TEAMS
                        ? Optional.empty()
                        : Optional.of(new Refusal(SignUpProblem.NOT_INVITED));
            case PRIVATE -> Optional.of(new Refusal(SignUpProblem.NOT_INVITED));
        };
    }

    /** Why this person may not take the post, empty if there is no reason. */
    static Optional<Refusal> unfit(
            VolunteerView person, ActivityView activity, ShiftView post, SignUpRules rules, ZoneId zone) {
        if (person.state() == VolunteerView.State.SUSPENDED) {
            return Optional.of(new Refusal(SignUpProblem.CONSENT_WITHDRAWN));
        }
        if (person.state() != VolunteerView.State.VALID) {
            return Optional.of(new Refusal(SignUpProblem.NOT_VALID_VOLUNTEER));
        }
        LocalDate day = post.period().start().atZone(zone).toLocalDate();
        int age = Age.on(day, person.birthDate());
        if (age < rules.adultAge() && activity.riskLevel() >= rules.noMinorsFrom()) {
            return Optional.of(new Refusal(SignUpProblem.NO_MINORS));
        }
        Conditions asked = post.conditions();
        int min = asked.minAge() == null ? 0 : asked.minAge();
        int max = asked.maxAge() == null ? 150 : asked.maxAge();
        if (age < min || age > max) {
            return Optional.of(new Refusal(SignUpProblem.CONDITION_AGE, min, max, age));
        }
        if (!asked.skills().isEmpty() && Collections.disjoint(asked.skills(), person.skills())) {
            return Optional.of(new Refusal(SignUpProblem.CONDITION_SKILL));
        }
        return Optional.empty();
    }

    /**
     * Why what was looked up about the person does not meet the post's conditions, empty if it does.
     *
     * @param held what the person has confirmed qualifications for
     * @param day the day of the shift, on which they must still hold
     * @param names what a qualification is called, for the refusal
     */
    static Optional<Refusal> lacking(
            Conditions asked, long ownMinutes, List<Held> held, LocalDate day, Function<String, Label> names) {
        if (asked.minOwnMinutes() > 0 && ownMinutes < asked.minOwnMinutes()) {
            return Optional.of(new Refusal(
                    SignUpProblem.CONDITION_HOURS,
                    Math.ceilDiv(asked.minOwnMinutes(), 60),
                    Math.max(0, ownMinutes) / 60));
        }
        List<Label> missing = asked.qualifications().stream()
                .sorted()
                .filter(code -> held.stream().noneMatch(h -> h.code().equals(code) && h.on(day)))
                .map(names)
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        SignUpProblem.CONDITION_QUALIFICATION,
                        new Label(
                                missing.stream().map(Label::zh).collect(Collectors.joining("、")),
                                missing.stream().map(Label::en).collect(Collectors.joining(", ")))));
    }
}
