package org.yiwang.notification;

/** Hands a text message over to whoever delivers it. */
interface SmsSender {

    /**
     * Hands it over.
     *
     * @param text the message written out
     */
    Outcome send(TextMessage message, String text);

    /** Whether the text of sent messages is kept for people to look at. */
    boolean keepsText();

    /** What came of it. */
    sealed interface Outcome {
        /** Taken. */
        record Taken() implements Outcome {}

        /** Not now; worth trying again. */
        record Later(String why) implements Outcome {}

        /** Never; trying again would not help. */
        record Refused(String why) implements Outcome {}
    }
}
