package org.yiwang.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.volunteer.VolunteerView;

/**
 * A sheet to be printed.
 *
 * @param activity the activity
 * @param organizationName who organizes it
 * @param reference by which the sheet is found again: the activity's number
 * @param shifts its shifts, the first first
 */
public record SheetView(ActivityView activity, String organizationName, String reference, List<OfShift> shifts) {

    /**
     * The sheet of a shift.
     *
     * @param shift the shift
     * @param lines those who have a place, then blank lines
     */
    public record OfShift(ShiftView shift, List<Line> lines) {}

    /**
     * A line.
     *
     * @param no its number on the sheet
     * @param code what its QR code holds
     * @param person who stands there, null on a blank line
     */
    public record Line(int no, String code, @Nullable VolunteerView person) {}

    /**
     * A line that was scanned.
     *
     * @param activity the activity
     * @param shift the shift
     * @param person who stands there, null on a blank line
     * @param no number of a blank line, 0 for a person
     */
    public record Scanned(
            ActivityView activity,
            ShiftView shift,
            @Nullable VolunteerView person,
            int no) {}
}
