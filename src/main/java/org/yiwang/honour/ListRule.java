package org.yiwang.honour;

/**
 * Short lists (rule {@code honour.short-lists}; domain H10 and section 6, export approval).
 *
 * @param answerDays days to answer
 * @param mostPeople most people found and asked
 * @param secondOver files of more rows need a second person
 */
record ListRule(int answerDays, int mostPeople, int secondOver) {

    static final String KEY = "honour.short-lists";
}
