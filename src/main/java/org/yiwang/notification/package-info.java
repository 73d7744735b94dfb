/**
 * The inbox, the outbox of text messages, what people wish to be told, and the log of what was delivered.
 *
 * <p>Tables: {@code notification_*}.
 *
 * <p>Events: none. Asks modules above through {@code ContactBook}; answers {@code web.Unread}.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel", "platform", "web"})
package org.yiwang.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
