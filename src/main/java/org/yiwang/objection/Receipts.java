package org.yiwang.objection;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Vault;

/**
 * Receipt numbers by which somebody without an account looks an answer up: twelve characters (60 bits) without letters
 * that look like digits, in groups of four. Only their keyed digest is kept.
 */
@Component
class Receipts {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    Receipts(Vault vault) {
        this.vault = vault;
    }

    /** A new one: 7K3M-Q2XV-90TB. */
    String draw() {
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        return of(HexFormat.of().formatHex(secret));
    }

    /** The same one for the same secret, so that what is sent twice is kept once: of a form's key, or of a ticket. */
    String of(String secret) {
        byte[] bits = vault.digest("objection-receipt-of\n" + secret);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(bits[i] & 31));
        }
        return text.toString();
    }

    /** What is kept of it; of what cannot be one, a digest that nothing has. */
    byte[] digest(String typed) {
        String tidy = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return vault.digest("objection-receipt\n" + (FORM.matcher(tidy).matches() ? tidy : "none"));
    }
}
