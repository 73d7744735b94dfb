package org.yiwang.notification;

import java.time.Instant;

/**
 * A notice in somebody's inbox.
 *
 * @param id its id
 * @param notice what was told
 * @param at when
 * @param read whether it was opened or marked as read
 */
public record NoticeView(long id, Notice notice, Instant at, boolean read) {}
