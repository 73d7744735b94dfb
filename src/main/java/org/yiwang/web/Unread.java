package org.yiwang.web;

import org.yiwang.kernel.Actor;

/** How many messages wait for a person; the inbox answers it. */
@FunctionalInterface
public interface Unread {

    /** Messages not read yet. */
    int count(Actor actor);
}
