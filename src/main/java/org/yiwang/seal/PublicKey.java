package org.yiwang.seal;

import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * A key with which anybody can check what the city signed.
 *
 * @param algorithm what it belongs to
 * @param encoded the key as a DER SubjectPublicKeyInfo; never changed
 */
public record PublicKey(Algorithm algorithm, byte[] encoded) {

    private static final int ID_BYTES = 8;

    /** The short name of the key: the first eight bytes of its SHA-256, in hexadecimal. */
    public String id() {
        return HexFormat.of().formatHex(Hash.of(encoded).bytes(), 0, ID_BYTES);
    }

    /** Whether the signature over these bytes was made with the key; a signature that is none is not. */
    public boolean verifies(byte[] signed, byte[] signature) {
        AsymmetricKeyParameter key;
        try {
            key = PublicKeyFactory.createKey(encoded);
        } catch (IOException | RuntimeException _) {
            return false;
        }
        Signer check = algorithm.signer();
        check.init(false, key);
        check.update(signed, 0, signed.length);
        return check.verifySignature(signature);
    }

    /** The key as text (PEM). */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END PUBLIC KEY-----\n";
    }
}
