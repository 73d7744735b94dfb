package org.yiwang.star;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.star.StarApplication.Evaluation;

/** The scheme of stars in its versions, and people held against it. */
@Component
public class StarSchemes {

    private final Rules rules;
    private final StarHours hours;
    private final Clock clock;

    StarSchemes(Rules rules, StarHours hours, Clock clock) {
        this.rules = rules;
        this.hours = hours;
        this.clock = clock;
    }

    /** The scheme by which is decided today. */
    public Rule<StarScheme> current() {
        return rules.current(StarScheme.KEY, StarScheme.class);
    }

    /** A scheme by its number. */
    public Rule<StarScheme> version(int number) {
        return rules.version(number, StarScheme.KEY, StarScheme.class);
    }

    /** The person's hours under that scheme for an application of that moment. */
    Evaluation evaluate(Rule<StarScheme> scheme, long volunteerId, Instant filedAt) {
        LocalDate cutOff =
                scheme.value().cutOff().of(filedAt.atZone(clock.getZone()).toLocalDate());
        return evaluate(scheme, volunteerId, cutOff);
    }

    /** The person's hours under that scheme until that day. */
    Evaluation evaluate(Rule<StarScheme> scheme, long volunteerId, LocalDate cutOff) {
        Minutes minutes = hours.of(volunteerId, cutOff, scheme.value());
        return new Evaluation(scheme.version(), cutOff, minutes);
    }

    /** What the scheme leaves out of a person's hours because of how well the records are borne out. */
    Minutes excluded(Rule<StarScheme> scheme, long volunteerId, LocalDate cutOff) {
        return hours.excluded(volunteerId, cutOff, scheme.value());
    }
}
