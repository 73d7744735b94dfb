package org.yiwang.signup;

/** How much somebody has served; the records answer. Asked only where a post demands own hours. */
@FunctionalInterface
public interface ServiceHours {

    /** Effective service minutes of a volunteer, credit and honour time together. */
    long effectiveMinutes(long volunteerId);
}
