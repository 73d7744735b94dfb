package org.yiwang.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Vault;

/**
 * Signed tokens: purpose, two ids and an expiry under an HMAC-SHA256 cut to 192 bits, 60 characters of base64url.
 * Every node has the key, so a forged or expired token is refused without asking the database.
 */
@Component
class Tokens {

    /** Carries a session: account id and session id. */
    static final byte SESSION = 1;
    /** Between password and second factor: account id and session kind. */
    static final byte HALF_WAY = 2;

    private static final int BODY = 21;
    private static final int MAC = 24;
    private static final int LENGTH = 60;

    private final Mac prototype;

    Tokens(Vault vault) {
        try {
            prototype = Mac.getInstance("HmacSHA256");
            prototype.init(new SecretKeySpec(vault.digest("key of session tokens"), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String sign(byte purpose, long account, long other, long expiresSecond) {
        ByteBuffer buffer = ByteBuffer.allocate(BODY + MAC);
        buffer.put(purpose).putLong(account).putLong(other).putInt((int) expiresSecond);
        buffer.put(mac(buffer.array()), 0, MAC);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    /** What the token says, null if it is forged, for another purpose or expired. */
    @Nullable
    Claims read(byte purpose, String token, long nowSecond) {
        if (token.length() != LENGTH) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return null;
        }
        if (bytes.length != BODY + MAC
                || bytes[0] != purpose
                || !MessageDigest.isEqual(
                        Arrays.copyOf(mac(bytes), MAC), Arrays.copyOfRange(bytes, BODY, BODY + MAC))) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long expires = Integer.toUnsignedLong(buffer.getInt(17));
        return expires <= nowSecond ? null : new Claims(buffer.getLong(1), buffer.getLong(9), expires);
    }

    private byte[] mac(byte[] message) {
        try {
            Mac mac = (Mac) prototype.clone();
            mac.update(message, 0, BODY);
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a token says.
     *
     * @param expiresSecond second since 1970 from which it no longer holds
     */
    record Claims(long account, long other, long expiresSecond) {}
}
