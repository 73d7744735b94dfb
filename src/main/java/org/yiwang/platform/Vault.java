package org.yiwang.platform;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Seals personal data (SM4-GCM, with the id of the key in front) and makes the keyed digest (HMAC-SM3) by which it can
 * be looked up. A soft implementation: it is not a certified cryptographic module.
 */
public final class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte keyId;
    private final Map<Byte, byte[]> sealKeys;
    private final byte[] digestKey;
    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<GCMBlockCipher> sealing;

    /**
     * A vault with one key.
     *
     * @param keyId number of the key, written in front of every sealed value
     * @param sealKey 16 bytes
     * @param digestKey at least 16 bytes
     */
    public Vault(byte keyId, byte[] sealKey, byte[] digestKey) {
        this(keyId, Map.of(keyId, sealKey), digestKey);
    }

    /**
     * A vault that seals with its newest key and still opens what older keys sealed.
     *
     * @param keyId number of the key to seal with, one of {@code sealKeys}
     * @param sealKeys 16 bytes each, by number
     * @param digestKey at least 16 bytes; it never changes, or nothing could be found again
     */
    public Vault(byte keyId, Map<Byte, byte[]> sealKeys, byte[] digestKey) {
        byte[] sealKey = sealKeys.get(keyId);
        if (sealKey == null || sealKeys.values().stream().anyMatch(key -> key.length != 16) || digestKey.length < 16) {
            throw new IllegalArgumentException("a seal key has 16 bytes, the digest key at least 16");
        }
        this.keyId = keyId;
        this.sealKeys = Map.copyOf(sealKeys);
        this.digestKey = digestKey.clone();
        this.sealing = ThreadLocal.withInitial(() -> cipher(true, sealKey, new byte[NONCE_BYTES]));
    }

    /** The text sealed: key id, nonce, ciphertext with tag. Sealing twice gives different bytes. */
    public byte[] seal(String text) {
        return sealBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #seal} for what is no text, such as a picture. */
    public byte[] sealBytes(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        GCMBlockCipher cipher = sealing(nonce);
        byte[] out = new byte[1 + NONCE_BYTES + cipher.getOutputSize(plain.length)];
        out[0] = keyId;
        System.arraycopy(nonce, 0, out, 1, NONCE_BYTES);
        int written = cipher.processBytes(plain, 0, plain.length, out, 1 + NONCE_BYTES);
        finish(cipher, out, 1 + NONCE_BYTES + written);
        return out;
    }

    /** The text that was sealed. Fails when the bytes were changed or sealed with another key. */
    public String open(byte[] sealed) {
        return new String(openBytes(sealed), StandardCharsets.UTF_8);
    }

    /** What {@link #sealBytes} sealed. */
    public byte[] openBytes(byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES) {
            throw new IllegalStateException("not a sealed value");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
        GCMBlockCipher cipher = cipher(false, keyFor(sealed[0]), nonce);
        int length = sealed.length - 1 - NONCE_BYTES;
        byte[] out = new byte[cipher.getOutputSize(length)];
        int written = cipher.processBytes(sealed, 1 + NONCE_BYTES, length, out, 0);
        finish(cipher, out, written);
        return out;
    }

    /** 32 bytes by which equal texts are found without knowing them. */
    public byte[] digest(String text) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(digestKey));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    /**
     * A cipher ready for one value. Platform threads keep theirs, for what the key alone decides takes most of the time;
     * for virtual ones, which come and go, nothing is kept.
     */
    private GCMBlockCipher sealing(byte[] nonce) {
        if (Thread.currentThread().isVirtual()) {
            return cipher(true, keyFor(keyId), nonce);
        }
        GCMBlockCipher kept = sealing.get();
        kept.init(true, new AEADParameters(null, TAG_BITS, nonce));
        return kept;
    }

    private byte[] keyFor(byte id) {
        byte[] key = sealKeys.get(id);
        if (key == null) {
            throw new IllegalStateException("sealed with key " + id + ", which is not among the keys");
        }
        return key;
    }

    private static GCMBlockCipher cipher(boolean seal, byte[] sealKey, byte[] nonce) {
        GCMBlockCipher cipher = (GCMBlockCipher) GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(seal, new AEADParameters(new KeyParameter(sealKey), TAG_BITS, nonce));
        return cipher;
    }

    private static void finish(GCMBlockCipher cipher, byte[] out, int at) {
        try {
            cipher.doFinal(out, at);
        } catch (org.bouncycastle.crypto.InvalidCipherTextException e) {
            throw new IllegalStateException("sealed bytes were changed", e);
        }
    }
}
