package org.yiwang.honour;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Age;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.PersonHours;
import org.yiwang.trust.Sanctions;
import org.yiwang.volunteer.VolunteerView;

/** Who can be nominated in a round. */
@Component
class Eligibility {

    private final PersonHours hours;
    private final Sanctions sanctions;
    private final Clock clock;

    Eligibility(PersonHours hours, Sanctions sanctions, Clock clock) {
        this.hours = hours;
        this.sanctions = sanctions;
        this.clock = clock;
    }

    /** Why the person cannot be, today; empty if nothing stands in the way. */
    Optional<Refusal> obstacle(RoundView round, VolunteerView person) {
        if (person.state() != VolunteerView.State.VALID) {
            return Optional.of(new Refusal(HonourProblem.NOT_VALID));
        }
        if (!round.region().contains(person.residence())) {
            return Optional.of(new Refusal(HonourProblem.NOT_OF_AREA));
        }
        RoundTerms terms = round.terms();
        if (Age.on(LocalDate.now(clock), person.birthDate()) < terms.ageFrom()) {
            return Optional.of(new Refusal(HonourProblem.TOO_YOUNG, terms.ageFrom()));
        }
        return sinceThen(round, person).stream().findFirst();
    }

    /**
     * What has come to stand in the way of somebody who fulfilled the terms when the review began: the registration, a
     * decision about false hours, hours that count no more. Who has moved or grown older since loses nothing.
     */
    List<Refusal> sinceThen(RoundView round, VolunteerView person) {
        RoundTerms terms = round.terms();
        List<Refusal> found = new ArrayList<>();
        if (person.state() != VolunteerView.State.VALID) {
            found.add(new Refusal(HonourProblem.NOT_VALID));
        }
        if (!sanctions.marksOf(List.of(person.id())).isEmpty()) {
            found.add(new Refusal(HonourProblem.SANCTIONED));
        }
        long credit =
                hours.of(person.id(), terms.countedFrom(), terms.countedTo()).creditMinutes();
        if (credit < terms.creditMinutes()) {
            found.add(new Refusal(HonourProblem.TOO_FEW_HOURS, terms.creditMinutes() / 60, credit / 60));
        }
        return found;
    }
}
