package org.yiwang.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;
import org.yiwang.seal.PublicKey;
import org.yiwang.seal.Signatures;

/** Receipts as text to copy: {@code YWR1.<key>.<content>.<signature>}, both in base64url. */
@Component
class Receipts {

    /** What the signature is for ({@link Signatures}). */
    private static final String PURPOSE = "receipt";

    private static final String FORM = "YWR1";
    private static final int LONGEST = 4_000;

    private final Signatures signatures;
    private final IssuerStore issuers;

    Receipts(Signatures signatures, IssuerStore issuers) {
        this.signatures = signatures;
        this.issuers = issuers;
    }

    /** A receipt that was read, and the trusted key that signed it. */
    record Read(Receipt receipt, PublicKey key) {}

    String write(Receipt receipt) {
        byte[] content = PassportJson.write(receipt).getBytes(StandardCharsets.UTF_8);
        Signatures.Signed signed = signatures.sign(PURPOSE, content);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return String.join(
                ".",
                FORM,
                signed.key().id(),
                base64.encodeToString(content),
                base64.encodeToString(signed.signature()));
    }

    /** Refuses with {@code exchange.receipt-not-genuine} what no trusted platform signed. */
    Read read(String text) {
        String[] parts = text.strip().split("\\.", -1);
        if (text.length() > LONGEST || parts.length != 4 || !parts[0].equals(FORM)) {
            throw new Refusal(ExchangeProblem.RECEIPT_NOT_GENUINE);
        }
        try {
            byte[] content = Base64.getUrlDecoder().decode(parts[2]);
            byte[] signature = Base64.getUrlDecoder().decode(parts[3]);
            PublicKey key = issuers.trusted(parts[1])
                    .map(IssuerView::key)
                    .filter(k -> Signatures.verifies(k, PURPOSE, content, signature))
                    .orElseThrow(() -> new Refusal(ExchangeProblem.RECEIPT_NOT_GENUINE));
            Receipt receipt = PassportJson.read(new String(content, StandardCharsets.UTF_8), Receipt.class);
            if (!Receipt.FORMAT.equals(receipt.format()) || receipt.passport() == null || receipt.totals() == null) {
                throw new Refusal(ExchangeProblem.RECEIPT_NOT_GENUINE);
            }
            return new Read(receipt, key);
        } catch (IllegalArgumentException _) {
            throw new Refusal(ExchangeProblem.RECEIPT_NOT_GENUINE);
        }
    }
}
