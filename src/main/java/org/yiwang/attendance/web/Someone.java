package org.yiwang.attendance.web;

import org.yiwang.volunteer.VolunteerView;

/**
 * Somebody for whom the person may check in.
 *
 * @param volunteer who
 * @param here whether a check-in is open in this activity
 */
public record Someone(VolunteerView volunteer, boolean here) {}
