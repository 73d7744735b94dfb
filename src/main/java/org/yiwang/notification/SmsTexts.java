package org.yiwang.notification;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes text messages out. They are in Chinese: a number has no language setting. */
@Component
class SmsTexts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日HH:mm");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M月d日");

    private final MessageSource messages;
    private final Clock clock;

    SmsTexts(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    String of(TextMessage message) {
        Object[] args = NoticeArgs.written(
                message.args(), moment -> MOMENT.format(moment.atZone(clock.getZone())), DATE::format);
        String text = messages.getMessage(message.key(), args, message.key(), Locale.SIMPLIFIED_CHINESE);
        return text == null ? message.key() : text;
    }
}
