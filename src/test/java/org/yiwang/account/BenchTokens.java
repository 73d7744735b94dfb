package org.yiwang.account;

import java.nio.file.Path;
import org.yiwang.platform.Vault;

/** Tokens of sessions that a test or a benchmark writes into the database itself, made with the keys of the server. */
public final class BenchTokens {

    private final Tokens tokens;
    private final Vault vault;

    /** With the keys in that file. */
    public BenchTokens(Path keyFile) {
        this(Keys.vault("", keyFile, false));
    }

    /** With the keys of that vault. */
    public BenchTokens(Vault vault) {
        this.vault = vault;
        this.tokens = new Tokens(vault);
    }

    /** The bearer token of a session. */
    public String token(long accountId, long sessionId, long expiresSecond) {
        return tokens.sign(Tokens.SESSION, accountId, sessionId, expiresSecond);
    }

    /** A text as the server seals it. */
    public byte[] seal(String text) {
        return vault.seal(text);
    }
}
