package org.yiwang.signup.web;

import org.yiwang.signup.MySignUp;
import org.yiwang.volunteer.VolunteerView;

/**
 * A sign-up with whose it is.
 *
 * @param mine the sign-up
 * @param person whose
 */
public record OwnSignUp(MySignUp mine, VolunteerView person) {}
