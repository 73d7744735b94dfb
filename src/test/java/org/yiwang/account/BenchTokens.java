package org.yiwang.account;

import java.nio.file.Path;

/** Tokens of sessions that a benchmark writes into the database itself, made with the keys of the running server. */
public final class BenchTokens {

    private final Tokens tokens;

    /** With the keys in that file. */
    public BenchTokens(Path keyFile) {
        tokens = new Tokens(Keys.vault("", keyFile, false));
    }

    /** The bearer token of a session. */
    public String token(long accountId, long sessionId, long expiresSecond) {
        return tokens.sign(Tokens.SESSION, accountId, sessionId, expiresSecond);
    }
}
