package org.yiwang.letter;

import java.util.List;
import org.yiwang.record.TimeKind;

/**
 * Some of the services of a person: those that a sentence rests on, and the page that lists them.
 *
 * @param what by what they are chosen
 * @param of which of the kind: a team, a category, those served; empty where there is nothing to choose
 */
public record Selection(What what, String of) {

    /** All of the year. */
    static final Selection YEAR = new Selection(What.YEAR, "");

    /** By what services are chosen. */
    public enum What {
        /** All of the year. */
        YEAR,
        /** Those of the year that are credit time. */
        CREDIT,
        /** Those of the year that are honour time. */
        HONOUR,
        /** Those of the year with one team. */
        TEAM,
        /** Those of the year of one category. */
        CATEGORY,
        /** Those of the year for one kind of people. */
        SERVED,
        /** Those with one team, from the first one to the end of the year. */
        FRIEND
    }

    /** Those of the services that belong to it. */
    List<Service> from(List<Service> all, int year) {
        return all.stream().filter(s -> holds(s, year)).toList();
    }

    private boolean holds(Service s, int year) {
        boolean inYear = s.day().getYear() == year;
        return switch (what) {
            case YEAR -> inYear;
            case CREDIT -> inYear && s.kind() == TimeKind.CREDIT;
            case HONOUR -> inYear && s.kind() == TimeKind.HONOUR;
            case TEAM -> inYear && s.team().equals(of);
            case CATEGORY -> inYear && s.category().equals(of);
            case SERVED -> inYear && s.objects().stream().anyMatch(o -> o.zh().equals(of));
            case FRIEND -> s.day().getYear() <= year && s.team().equals(of);
        };
    }
}
