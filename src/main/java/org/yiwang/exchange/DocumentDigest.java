package org.yiwang.exchange;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The digest by which a platform that knows a document's number recognises it in a passport. Salted and slow, so that a
 * passport that goes astray does not give the number away cheaply.
 */
final class DocumentDigest {

    private static final int ITERATIONS = 100_000;
    private static final int MOST_ITERATIONS = 500_000;
    private static final int SALT_BYTES = 16;
    private static final int BITS = 256;

    private DocumentDigest() {}

    static Passport.Digest of(String type, String number, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return new Passport.Digest(
                base64.encodeToString(salt), ITERATIONS, base64.encodeToString(digest(type, number, salt, ITERATIONS)));
    }

    /** Whether the digest is that of this document. */
    static boolean matches(Passport.Digest digest, String type, String number) {
        try {
            byte[] salt = Base64.getDecoder().decode(digest.salt());
            byte[] value = Base64.getDecoder().decode(digest.value());
            return salt.length >= SALT_BYTES
                    && digest.iterations() > 0
                    && digest.iterations() <= MOST_ITERATIONS
                    && MessageDigest.isEqual(value, digest(type, number, salt, digest.iterations()));
        } catch (IllegalArgumentException | NullPointerException _) {
            return false;
        }
    }

    private static byte[] digest(String type, String number, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec((type + "\n" + number).toCharArray(), salt, iterations, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
