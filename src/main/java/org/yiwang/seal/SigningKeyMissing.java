package org.yiwang.seal;

/** The program cannot start without the key that signs its log; the message is one line. */
public final class SigningKeyMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SigningKeyMissing(String message) {
        super(message);
    }
}
