package org.yiwang.letter;

import java.time.LocalDate;
import java.util.List;
import org.yiwang.record.TimeKind;
import org.yiwang.volunteer.VolunteerView;

/**
 * A story card: one service as it is on record today (domain H13, H14). Nobody else is named on it.
 *
 * @param person whose
 * @param recordId the record it tells of
 * @param title the activity
 * @param day the day of the service
 * @param named whether the full name stands on it: only where the person chose so, never for a minor
 * @param mayBeNamed whether that can be chosen
 * @param writtenOn the day on which it was made of the records
 * @param sentences what it says, each with what it rests on; never empty
 */
public record Story(
        VolunteerView person,
        long recordId,
        String title,
        LocalDate day,
        boolean named,
        boolean mayBeNamed,
        LocalDate writtenOn,
        List<Sentence> sentences) {

    /** The name on the card. */
    public String name() {
        return named ? person.name() : person.maskedName();
    }

    /**
     * A service of which there is a card.
     *
     * @param recordId the record
     * @param title the activity
     * @param organizationName who organized it
     * @param day the day
     * @param minutes minutes that count
     * @param kind credit or honour time
     * @param thanked whether words of thanks for it were passed on
     */
    public record Line(
            long recordId,
            String title,
            String organizationName,
            LocalDate day,
            int minutes,
            TimeKind kind,
            boolean thanked) {}
}
