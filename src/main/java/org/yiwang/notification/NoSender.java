package org.yiwang.notification;

/** Stands in where no gateway is set: messages wait for one and are given up when they are too old. */
final class NoSender implements SmsSender {

    @Override
    public Outcome send(TextMessage message, String text) {
        return new Outcome.Later("yiwang.sms.gateway.url is not set");
    }

    @Override
    public boolean keepsText() {
        return false;
    }
}
