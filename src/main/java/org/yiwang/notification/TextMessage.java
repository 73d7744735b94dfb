package org.yiwang.notification;

import java.util.List;

/**
 * A text message.
 *
 * @param mobile number it goes to, in full
 * @param key message key of its text
 * @param args values the text names
 */
record TextMessage(String mobile, String key, List<String> args) {}
