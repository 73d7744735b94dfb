package org.yiwang.letter;

import java.time.LocalDate;
import java.util.List;
import org.yiwang.record.TimeKind;
import org.yiwang.volunteer.VolunteerView;

/**
 * A year letter as it is today: always made of what stands on record now.
 *
 * @param person whose
 * @param year of which year
 * @param soFar whether the year is not over
 * @param writtenOn the day
 * @param sentences what it says, each with what it rests on; never empty
 */
public record Letter(VolunteerView person, int year, boolean soFar, LocalDate writtenOn, List<Sentence> sentences) {

    /**
     * The services that a sentence rests on, and what they come to.
     *
     * @param selection which
     * @param services in the order of their days
     */
    public record Evidence(Selection selection, List<Service> services) {

        /** How many times. */
        public int times() {
            return services.size();
        }

        /** On how many days. */
        public int days() {
            return (int) services.stream().map(Service::day).distinct().count();
        }

        /** How much time of a kind. */
        public long minutes(TimeKind kind) {
            return services.stream()
                    .filter(s -> s.kind() == kind)
                    .mapToLong(Service::minutes)
                    .sum();
        }
    }
}
