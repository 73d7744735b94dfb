package org.yiwang.notification;

/** The sender of the demo city: delivers nothing, the message is read on the outbox page. */
final class DemoSender implements SmsSender {

    @Override
    public Outcome send(TextMessage message, String text) {
        return new Outcome.Taken();
    }

    @Override
    public boolean keepsText() {
        return true;
    }
}
