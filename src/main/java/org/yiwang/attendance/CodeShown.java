package org.yiwang.attendance;

import java.time.Instant;

/**
 * The code of an activity as the organizer's screen shows it.
 *
 * @param token for the QR picture
 * @param digits six digits, for typing
 * @param until when the next one takes its place
 */
public record CodeShown(String token, String digits, Instant until) {}
