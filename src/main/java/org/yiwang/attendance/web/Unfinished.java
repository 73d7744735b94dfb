package org.yiwang.attendance.web;

import org.yiwang.attendance.PairView;
import org.yiwang.volunteer.VolunteerView;

/**
 * A check-in without a check-out.
 *
 * @param pair the pair
 * @param volunteer who
 * @param title the activity
 * @param over whether the shift is over
 */
public record Unfinished(PairView pair, VolunteerView volunteer, String title, boolean over) {}
