package org.yiwang.letter;

/** What a sentence rests on: something that the person can open. */
public sealed interface Source {

    /** One service record. */
    record OneRecord(long recordId) implements Source {}

    /** Several service records, as a list that comes to the figure. */
    record Services(Selection selection) implements Source {}

    /** An entry of the dossier: a training, a commendation. */
    record Entry(long entryId) implements Source {}

    /** The activity, as its public page tells of it. */
    record OneActivity(long activityId) implements Source {}

    /** The thanks of the year. */
    record AllThanks() implements Source {}

    /** One word of thanks. */
    record OneThanks(long wordId) implements Source {}
}
