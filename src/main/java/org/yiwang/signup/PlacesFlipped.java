package org.yiwang.signup;

/** A shift of the activity became full, or has a free place again. Own to this module. */
record PlacesFlipped(long activityId) {}
