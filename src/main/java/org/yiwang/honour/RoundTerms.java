package org.yiwang.honour;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/**
 * The terms of a round, as the office writes them before it opens.
 *
 * @param name its name
 * @param year the year it is about
 * @param documentNumber number of the document on which it rests; needed for a government's award
 * @param places how many are awarded
 * @param nominators who may nominate
 * @param opensOn first day of nominations
 * @param nominateUntil last day of nominations
 * @param reviewUntil last day of the review
 * @param noticeDays working days of public notice
 * @param countedFrom first day of the service that is looked at
 * @param countedTo last day of it
 * @param creditMinutes credit time needed in those days
 * @param ageFrom youngest age
 * @param conflict who of the panel stays out
 * @param scoring how the panel judges
 * @param criteria what it judges, 1 to 6
 * @param words what the office says about it
 */
public record RoundTerms(
        String name,
        int year,
        @Nullable String documentNumber,
        int places,
        List<Capacity> nominators,
        LocalDate opensOn,
        LocalDate nominateUntil,
        LocalDate reviewUntil,
        int noticeDays,
        LocalDate countedFrom,
        LocalDate countedTo,
        int creditMinutes,
        int ageFrom,
        Conflict conflict,
        Scoring scoring,
        List<String> criteria,
        String words) {

    static final int MOST_CRITERIA = 6;
    static final int WORDS = 1000;

    /** The usual terms of a kind for a round that opens on that day. */
    static RoundTerms usual(RoundKind kind, LocalDate opensOn, int nominationDays) {
        LocalDate nominateUntil = opensOn.plusDays(Math.max(nominationDays, 14) - 1L);
        return new RoundTerms(
                opensOn.getYear() + " " + kind.zh(),
                opensOn.getYear(),
                null,
                kind.places(),
                kind.nominators(),
                opensOn,
                nominateUntil,
                nominateUntil.plusDays(kind.reviewDays()),
                kind.noticeDays(),
                opensOn.minusMonths(kind.countedMonths()),
                opensOn.minusDays(1),
                kind.creditHours() * 60,
                kind.ageFrom(),
                kind.conflict(),
                kind.scoring(),
                kind.criteria(),
                "");
    }

    /** The same without blanks at the ends; refuses what cannot be. */
    RoundTerms checked(RoundKind kind, HonourLimits limits) {
        String document = HonourText.optional("documentNumber", documentNumber, 100);
        if (kind.award() != null && document == null) {
            throw new Refusal(HonourProblem.DOCUMENT_NEEDED).at("documentNumber");
        }
        if (nominators.isEmpty()) {
            throw new Refusal(HonourProblem.NOBODY_NOMINATES).at("nominators");
        }
        if (nominateUntil.isBefore(opensOn.plusDays(limits.nominationDaysFrom() - 1L))) {
            throw new Refusal(HonourProblem.WINDOW_SHORT, limits.nominationDaysFrom()).at("nominateUntil");
        }
        if (!reviewUntil.isAfter(nominateUntil)) {
            throw new Refusal(HonourProblem.REVIEW_FIRST).at("reviewUntil");
        }
        if (countedTo.isBefore(countedFrom)) {
            throw new Refusal(HonourProblem.PERIOD_BACKWARDS).at("countedTo");
        }
        range("places", places, 1, 1000);
        range("noticeDays", noticeDays, 1, 60);
        range("creditHours", creditMinutes, 0, 600_000);
        range("ageFrom", ageFrom, 0, 99);
        range("year", year, 2000, 2200);
        List<String> asked =
                criteria.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
        if (asked.isEmpty() || asked.size() > MOST_CRITERIA || asked.stream().anyMatch(c -> c.length() > 100)) {
            throw new Refusal(HonourProblem.CRITERIA, MOST_CRITERIA).at("criteria");
        }
        return new RoundTerms(
                HonourText.required("name", name, 100),
                year,
                document,
                places,
                nominators.stream().distinct().sorted().toList(),
                opensOn,
                nominateUntil,
                reviewUntil,
                noticeDays,
                countedFrom,
                countedTo,
                creditMinutes,
                ageFrom,
                conflict,
                scoring,
                asked,
                HonourText.upTo("words", words, WORDS));
    }

    private static void range(String field, int value, int from, int to) {
        if (value < from || value > to) {
            throw new Refusal(HonourProblem.RANGE, from, to).at(field);
        }
    }

    /** The same with later last days. */
    RoundTerms until(LocalDate nominations, LocalDate review) {
        return new RoundTerms(
                name,
                year,
                documentNumber,
                places,
                nominators,
                opensOn,
                nominations,
                review,
                noticeDays,
                countedFrom,
                countedTo,
                creditMinutes,
                ageFrom,
                conflict,
                scoring,
                criteria,
                words);
    }
}
