package org.yiwang.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signatures of the city under anything but heads of the log, such as passports. Each names what it is for, so that what was
 * signed for one purpose never passes for another, nor for a head.
 */
@Component
public class Signatures {

    private static final String FORM = "yiwang signature v1\n";

    private final SealStore store;
    private final SigningKey key;
    private final Clock clock;

    Signatures(SealStore store, SigningKey key, Clock clock) {
        this.store = store;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Signs; the key is published with those of the log.
     *
     * @param purpose a word without line feeds, such as {@code passport}
     * @param content what is signed
     */
    @Transactional
    public Signed sign(String purpose, byte[] content) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.put(key.publicKey(), now);
        return new Signed(key.publicKey(), key.sign(signed(purpose, content)));
    }

    /** The key that signs now. */
    public PublicKey key() {
        return key.publicKey();
    }

    /** Whether the key signed this for this purpose. */
    public static boolean verifies(PublicKey key, String purpose, byte[] content, byte[] signature) {
        return key.verifies(signed(purpose, content), signature);
    }

    /** Whether the key signed this for this purpose; the signature as {@link Signed#plain} gives it. */
    public static boolean verifiesPlain(PublicKey key, String purpose, byte[] content, byte[] plain) {
        if (key.algorithm() != Algorithm.SM2) {
            return verifies(key, purpose, content, plain);
        }
        BigInteger order = GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1).getN();
        try {
            BigInteger[] pair = PlainDSAEncoding.INSTANCE.decode(order, plain);
            return verifies(key, purpose, content, StandardDSAEncoding.INSTANCE.encode(order, pair[0], pair[1]));
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    /** The bytes that are signed: a line that says so, the purpose as a second one, the content. */
    private static byte[] signed(String purpose, byte[] content) {
        if (purpose.isBlank() || purpose.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a purpose is one word");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + 60);
        bytes.writeBytes((FORM + purpose + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    /**
     * A signature.
     *
     * @param key with which anybody can check it
     * @param signature never changed
     */
    public record Signed(PublicKey key, byte[] signature) {

        /** Bytes of {@link #plain}. */
        public static final int PLAIN_LENGTH = 64;

        /**
         * The signature in as few bytes as a printed code wants, always {@link #PLAIN_LENGTH}: r and s of 32 bytes each for SM2,
         * the signature itself for Ed25519.
         */
        public byte[] plain() {
            if (key.algorithm() != Algorithm.SM2) {
                return signature.clone();
            }
            BigInteger order =
                    GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1).getN();
            try {
                BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(order, signature);
                return PlainDSAEncoding.INSTANCE.encode(order, pair[0], pair[1]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
