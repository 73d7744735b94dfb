package org.yiwang.notification;

import org.springframework.stereotype.Component;

/** Telling people: into the inbox in the caller's transaction, and by text message where it is urgent. */
@Component
public class Notifications {

    Notifications() {}

    /** Puts the notice into the person's inbox; part of the caller's transaction. */
    public void tell(long accountId, Notice notice) {
        throw new IllegalStateException("being built");
    }
}
