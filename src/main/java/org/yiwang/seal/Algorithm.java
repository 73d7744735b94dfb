package org.yiwang.seal;

import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;

/** With what the city signs. A soft implementation: it is not a certified cryptographic module. */
public enum Algorithm {
    /** SM2 with SM3 over curve sm2p256v1 (GB/T 32918), with the standard's default identity; the signature is DER. */
    SM2 {
        @Override
        AsymmetricCipherKeyPair makeKeys(SecureRandom random) {
            var generator = new ECKeyPairGenerator();
            var curve = new ECNamedDomainParameters(
                    GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
            generator.init(new ECKeyGenerationParameters(curve, random));
            return generator.generateKeyPair();
        }

        @Override
        Signer signer() {
            return new SM2Signer();
        }

        @Override
        CipherParameters forSigning(AsymmetricKeyParameter key, SecureRandom random) {
            return new ParametersWithRandom(key, random);
        }
    },

    /** Ed25519 (RFC 8032). */
    ED25519 {
        @Override
        AsymmetricCipherKeyPair makeKeys(SecureRandom random) {
            var generator = new Ed25519KeyPairGenerator();
            generator.init(new Ed25519KeyGenerationParameters(random));
            return generator.generateKeyPair();
        }

        @Override
        Signer signer() {
            return new Ed25519Signer();
        }

        @Override
        CipherParameters forSigning(AsymmetricKeyParameter key, SecureRandom random) {
            return key;
        }
    };

    abstract AsymmetricCipherKeyPair makeKeys(SecureRandom random);

    abstract Signer signer();

    abstract CipherParameters forSigning(AsymmetricKeyParameter key, SecureRandom random);
}
