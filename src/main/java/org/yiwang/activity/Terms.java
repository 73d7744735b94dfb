package org.yiwang.activity;

/**
 * What else organizer and volunteer agree on.
 *
 * @param accompanied whether minors come with a guardian only
 * @param agreement whether a written agreement is made with every volunteer (Regulations art. 14)
 * @param subsidyFen what is paid back for each day, in fen; never a wage (Regulations art. 2)
 * @param subsidyReason what it covers: transport, meals, communication
 */
public record Terms(boolean accompanied, boolean agreement, int subsidyFen, String subsidyReason) {

    /** Nothing particular. */
    public static final Terms NONE = new Terms(false, false, 0, "");
}
