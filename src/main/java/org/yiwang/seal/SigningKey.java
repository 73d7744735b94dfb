package org.yiwang.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key with which the city signs heads of the log. Its file has two lines, {@code <algorithm> private <base64 of
 * PKCS #8>} and {@code <algorithm> public <base64>}; it never enters the database.
 */
final class SigningKey {

    /** In place of a key: make one that nobody will ever know; for tests. */
    static final String THROW_AWAY = "throw-away";

    private static final Logger log = LoggerFactory.getLogger(SigningKey.class);

    private final PublicKey publicKey;
    private final AsymmetricKeyParameter privateKey;
    private final SecureRandom random = new SecureRandom();

    private SigningKey(PublicKey publicKey, AsymmetricKeyParameter privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /**
     * The key of this installation; made at the first start. A new key does not make old heads void: the public halves
     * of all keys are kept.
     *
     * @param given the text of the file itself, blank if a file holds it
     * @param file where it stands
     * @param algorithm of a key that has to be made
     */
    static SigningKey of(String given, Path file, Algorithm algorithm) {
        if (given.strip().equals(THROW_AWAY)) {
            return throwAway(algorithm);
        }
        if (!given.isBlank()) {
            return parse(given.replace(',', '\n'));
        }
        try {
            if (!Files.exists(file)) {
                write(file, algorithm);
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new SigningKeyMissing(
                    "The key to sign the log with can be neither read nor made: set YIWANG_LOG_KEY, or let"
                            + " yiwang.log.key-file point to it (" + e + ").");
        }
    }

    /** A key that nobody keeps; for tests. */
    static SigningKey throwAway(Algorithm algorithm) {
        return parse(make(algorithm));
    }

    private static void write(Path file, Algorithm algorithm) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, make(algorithm), StandardOpenOption.TRUNCATE_EXISTING);
        log.info("New key to sign the log written to {}; back it up, and publish its public half.", file);
    }

    private static String make(Algorithm algorithm) {
        AsymmetricCipherKeyPair pair = algorithm.makeKeys(new SecureRandom());
        Base64.Encoder base64 = Base64.getEncoder();
        try {
            return algorithm + " private "
                    + base64.encodeToString(PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                            .getEncoded())
                    + "\n" + algorithm + " public "
                    + base64.encodeToString(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                            .getEncoded())
                    + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SigningKey parse(String text) {
        try {
            String[] lines = text.strip().split("\\R");
            String[] secret = lines[0].strip().split(" +");
            String[] open = lines[1].strip().split(" +");
            Algorithm algorithm = Algorithm.valueOf(secret[0].toUpperCase(Locale.ROOT));
            PublicKey publicKey = new PublicKey(algorithm, Base64.getDecoder().decode(open[2]));
            SigningKey key = new SigningKey(
                    publicKey, PrivateKeyFactory.createKey(Base64.getDecoder().decode(secret[2])));
            if (!publicKey.verifies(new byte[] {1}, key.sign(new byte[] {1}))) {
                throw new IllegalArgumentException("the halves do not belong together");
            }
            return key;
        } catch (IOException | RuntimeException _) {
            throw new SigningKeyMissing("The file of the key to sign the log with is not in its form.");
        }
    }

    /** The half that everybody may know. */
    PublicKey publicKey() {
        return publicKey;
    }

    /** A signature over the bytes. */
    byte[] sign(byte[] bytes) {
        Signer signer = publicKey.algorithm().signer();
        signer.init(true, publicKey.algorithm().forSigning(privateKey, random));
        signer.update(bytes, 0, bytes.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }
}
