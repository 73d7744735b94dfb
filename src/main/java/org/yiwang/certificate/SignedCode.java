package org.yiwang.certificate;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.yiwang.certificate.CertificateContent.GradeTime;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text in a certificate's QR code: {@code YW1.} and the base64url of key id (8 bytes), signature (64) and payload. The
 * payload is a JSON array, signed byte for byte for the purpose {@link #PURPOSE} ({@code org.yiwang.seal.Signatures}):
 * {@code [1, number, name, last four characters of the document, first day, last day, records, credit minutes, honour
 * minutes, [credit minutes of grade A, B, C, D, none], [honour minutes of the same], issuer, second of issue, leaves of the
 * log, first 16 characters of its root]}. It carries what a school needs with no network, and nothing else.
 */
final class SignedCode {

    static final String PURPOSE = "certificate";

    static final String BEGINNING = "YW1.";

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> GRADES = List.of("A", "B", "C", "D", "-");
    private static final int ROOT_SHOWN = 16;

    /** Bytes: enough that nobody finds another certificate with the same beginning. */
    private static final int HASH_SHOWN = 16;

    private SignedCode() {}

    /** The few fields a printed code holds, the last of them the beginning of the hash of the whole certificate. */
    static byte[] payload(CertificateContent content, byte[] hash) {
        List<Object> fields = new ArrayList<>();
        fields.add(1);
        fields.add(content.number());
        fields.add(content.person().name());
        fields.add(content.person().documentTail());
        fields.add(content.from().toString());
        fields.add(content.to().toString());
        fields.add(content.records());
        fields.add(content.time().creditMinutes());
        fields.add(content.time().honourMinutes());
        fields.add(minutes(content.grades(), true));
        fields.add(minutes(content.grades(), false));
        fields.add(content.issuer());
        fields.add(content.issuedAt().getEpochSecond());
        CertificateContent.Log log = content.log();
        fields.add(log == null ? 0 : log.size());
        fields.add(log == null ? "" : log.root().substring(0, ROOT_SHOWN));
        fields.add(HexFormat.of().formatHex(hash, 0, HASH_SHOWN));
        return JSON.writeValueAsBytes(fields);
    }

    static String text(String keyId, byte[] signature, byte[] payload) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(HexFormat.of().parseHex(keyId));
        all.writeBytes(signature);
        all.writeBytes(payload);
        return BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(all.toByteArray());
    }

    private static List<Long> minutes(List<GradeTime> grades, boolean credit) {
        return GRADES.stream()
                .map(grade -> grades.stream()
                        .filter(g -> g.grade().equals(grade))
                        .mapToLong(g ->
                                credit ? g.time().creditMinutes() : g.time().honourMinutes())
                        .sum())
                .toList();
    }
}
