package org.yiwang.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The text messages of a demo city, to be read by whoever tries it out. Exists only there. */
@Component
@ConditionalOnProperty(name = "yiwang.demo", havingValue = "true")
public class Outbox {

    private static final int MOST = 50;

    private final SmsStore store;
    private final SmsTexts texts;

    Outbox(SmsStore store, SmsTexts texts) {
        this.store = store;
        this.texts = texts;
    }

    /** The newest messages, to one number or to all. */
    public List<Message> newest(@Nullable String mobile) {
        return store.newest(mobile, MOST).stream()
                .map(kept -> new Message(
                        kept.message().mobile(),
                        texts.of(kept.message()),
                        kept.message().key(),
                        kept.message().args(),
                        kept.state(),
                        kept.at()))
                .toList();
    }

    /**
     * A message in the outbox.
     *
     * @param mobile number it went to
     * @param text what it says
     * @param key message key of the text
     * @param args values the text names; of {@code sms.code} the first is the code
     * @param state {@code queued}, {@code sent} or {@code failed}
     * @param at when it was queued
     */
    public record Message(String mobile, String text, String key, List<String> args, String state, Instant at) {}
}
