package org.yiwang.record.web;

import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Label;
import org.yiwang.record.RecordStep;

/**
 * One step of a record's life, as its page says it.
 *
 * @param step what happened
 * @param who who did it
 */
public record TrailLine(RecordStep step, Who who) {

    /**
     * Who did something.
     *
     * @param key text key: the program, the person, the guardian, somebody of a body, somebody else
     * @param role name of the role, if there is one
     * @param body name of the team or area
     */
    public record Who(String key, @Nullable Label role, String body) {}
}
