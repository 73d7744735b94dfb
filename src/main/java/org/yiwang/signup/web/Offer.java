package org.yiwang.signup.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.PostView;
import org.yiwang.activity.ShiftView;
import org.yiwang.signup.ShiftPlaces;
import org.yiwang.signup.SignUpView;
import org.yiwang.volunteer.VolunteerView;

/**
 * A shift as the public page offers it.
 *
 * @param post its post
 * @param shift the shift
 * @param places how full it is, null before it was ever public
 * @param standings the reader and wards, each with the live sign-up if there is one
 */
public record Offer(
        PostView post, ShiftView shift, @Nullable ShiftPlaces places, List<Standing> standings) {

    /**
     * Somebody for whom the reader may sign up.
     *
     * @param person who
     * @param signUp the live sign-up, null if none
     */
    public record Standing(VolunteerView person, @Nullable SignUpView signUp) {}
}
