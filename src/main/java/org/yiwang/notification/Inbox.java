package org.yiwang.notification;

import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.web.Unread;

/** A person's messages. */
@Component
class Inbox implements Unread {

    @Override
    public int count(Actor actor) {
        return 0;
    }
}
