package org.yiwang.paper;

/**
 * A line as it was written.
 *
 * @param no its number in the file, as a spreadsheet counts
 * @param activity the activity's number
 * @param title the activity's name
 * @param name the volunteer's name
 * @param number the unified number
 * @param document the number of a document
 * @param day the date
 * @param came arrival
 * @param left departure
 */
record Line(
        int no,
        String activity,
        String title,
        String name,
        String number,
        String document,
        String day,
        String came,
        String left) {

    /** How many characters it has. */
    int length() {
        return activity.length()
                + title.length()
                + name.length()
                + number.length()
                + document.length()
                + day.length()
                + came.length()
                + left.length();
    }

    /** A line of the template that nobody filled in: the person did not come. */
    boolean isBlank() {
        return came.isEmpty() && left.isEmpty();
    }
}
