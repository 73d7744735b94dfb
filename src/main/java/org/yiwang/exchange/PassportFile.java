package org.yiwang.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.kernel.Refusal;
import org.yiwang.seal.Algorithm;
import org.yiwang.seal.PublicKey;
import org.yiwang.seal.Signatures;

/**
 * A passport as a file: a page that any browser shows, behind it the same as JSON, and as its last line a signature over
 * every byte before that line. So neither what people read nor what machines read can be changed.
 */
final class PassportFile {

    /** Largest file that is read. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    /** What the signature is for ({@link Signatures}). */
    private static final String PURPOSE = "passport";

    private static final String START = "<script type=\"application/json\" id=\"yiwang-passport\">";
    private static final String END = "</script>\n";
    private static final int LONGEST_LAST_LINE = 300;
    private static final Pattern LAST_LINE = Pattern.compile(
            "<!-- yiwang-passport-signature v1 (SM2|ED25519) ([0-9a-f]{16}) ([A-Za-z0-9+/]{80,120}={0,2}) -->\n");

    private PassportFile() {}

    /**
     * A passport that was read and whose signature is that of the key it names; whether the key is to be trusted is
     * another question.
     *
     * @param passport the content
     * @param key that signed it
     * @param sha256 of the whole file
     */
    record Opened(Passport passport, PublicKey key, byte[] sha256) {}

    /** The whole file. */
    static byte[] write(String page, Passport passport, Signatures signatures) {
        String body = page.strip() + "\n" + START + PassportJson.write(passport) + END;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Signatures.Signed signed = signatures.sign(PURPOSE, bytes);
        String last = "<!-- yiwang-passport-signature v1 " + signed.key().algorithm() + " "
                + signed.key().id() + " " + Base64.getEncoder().encodeToString(signed.signature()) + " -->\n";
        byte[] line = last.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(bytes, bytes.length + line.length);
        System.arraycopy(line, 0, all, bytes.length, line.length);
        return all;
    }

    /** Reads a file; refuses with {@code exchange.too-large} and {@code exchange.not-genuine}. */
    static Opened open(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new Refusal(ExchangeProblem.TOO_LARGE);
        }
        int cut = beginOfLastLine(file);
        Matcher last = LAST_LINE.matcher(
                new String(file, cut, Math.min(LONGEST_LAST_LINE, file.length - cut), StandardCharsets.US_ASCII));
        if (cut == 0 || file.length - cut > LONGEST_LAST_LINE || !last.matches()) {
            throw new Refusal(ExchangeProblem.NOT_GENUINE);
        }
        byte[] signed = Arrays.copyOf(file, cut);
        byte[] signature = decoded(last.group(3));
        if (!Base64.getEncoder().encodeToString(signature).equals(last.group(3))) {
            throw new Refusal(ExchangeProblem.NOT_GENUINE);
        }
        Passport passport = PassportJson.read(json(signed), Passport.class);
        Algorithm algorithm = Algorithm.valueOf(last.group(1));
        PublicKey key = PassportCheck.keyOf(passport, last.group(2))
                .filter(k -> k.algorithm() == algorithm)
                .filter(k -> passport.issuer().keyId().equals(k.id()))
                .filter(k -> Signatures.verifies(k, PURPOSE, signed, signature))
                .orElseThrow(() -> new Refusal(ExchangeProblem.NOT_GENUINE));
        return new Opened(passport, key, sha256(file));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int beginOfLastLine(byte[] file) {
        for (int i = file.length - 2; i >= Math.max(0, file.length - LONGEST_LAST_LINE - 1); i--) {
            if (file[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private static String json(byte[] body) {
        String text = utf8(body).orElseThrow(() -> new Refusal(ExchangeProblem.NOT_GENUINE));
        int start = text.lastIndexOf(START);
        // No name or title has this character, and the database cannot keep it.
        if (start < 0 || !text.endsWith(END) || text.contains("\\u0000")) {
            throw new Refusal(ExchangeProblem.NOT_GENUINE);
        }
        return text.substring(start + START.length(), text.length() - END.length());
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
