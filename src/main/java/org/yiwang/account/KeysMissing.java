package org.yiwang.account;

/** The program cannot start without its keys, or with others than its database was written with; the message is one line. */
public final class KeysMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysMissing(String message) {
        super(message);
    }
}
