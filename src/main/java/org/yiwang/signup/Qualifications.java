package org.yiwang.signup;

import java.util.Set;

/** What somebody is qualified for; the training records answer. Asked only where a post demands a qualification. */
@FunctionalInterface
public interface Qualifications {

    /** Codes of the table {@code qualification} that the volunteer holds today. */
    Set<String> held(long volunteerId);
}
