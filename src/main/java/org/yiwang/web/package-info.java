/**
 * What every page and every JSON answer share: access rules of routes, forms that keep what was typed, the view that
 * renders JTE templates, messages in the reader's language, refusals as pages and as RFC 9457 JSON, and commands that
 * a phone may repeat without harm.
 *
 * <p>Tables: {@code web_idempotency}. Events: none. Asks modules above through {@code Unread}.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"kernel", "platform"})
package org.yiwang.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
