package org.yiwang.attendance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;

/**
 * The codes of an activity. They change every 30 seconds by the server's clock; the one before is still accepted, for
 * slow hands and slow phones. The long one stands in the QR picture: activity, time step and a keyed digest over both.
 * The six digits are cut from the same digest, to be typed. Every node makes the same codes from the platform's key.
 */
@Component
class RotatingCodes {

    private static final long STEP_SECONDS = 30;
    private static final int MAC_BYTES = 12;
    private static final Duration GRANT_LIFE = Duration.ofMinutes(10);

    private final byte[] key;
    private final Clock clock;

    RotatingCodes(Vault vault, Clock clock) {
        this.key = vault.digest("attendance.rotating-codes");
        this.clock = clock;
    }

    /** The code to show now. */
    CodeShown show(long activityId) {
        long step = step();
        Instant until = Instant.ofEpochSecond((step + 1) * STEP_SECONDS);
        return new CodeShown(token('C', activityId, step, ""), digits(activityId, step), until);
    }

    /**
     * Which activity a scanned code is of. Refuses with {@code attendance.code-forged} or {@code
     * attendance.code-expired}.
     */
    long read(String token) {
        Parts parts = parts('C', token, "");
        if (step() - parts.number > 1 || parts.number > step() + 1) {
            throw new Refusal(AttendanceProblem.CODE_EXPIRED);
        }
        return parts.activityId;
    }

    /**
     * A proof that a valid code of the activity was read just now, for the minutes that signing in or a slow phone
     * takes.
     *
     * @param holder the only one for whom it is good
     */
    String grant(long activityId, String holder) {
        return token('G', activityId, clock.instant().plus(GRANT_LIFE).getEpochSecond(), holder);
    }

    /** Which activity such a proof is of; refuses like {@link #read}, and as forged what is somebody else's. */
    long readGrant(String grant, String holder) {
        Parts parts = parts('G', grant, holder);
        if (clock.instant().getEpochSecond() > parts.number) {
            throw new Refusal(AttendanceProblem.CODE_EXPIRED);
        }
        return parts.activityId;
    }

    /** Whether the six digits are, or just were, shown for the activity. */
    boolean isShown(long activityId, String digits) {
        return digits.equals(digits(activityId, step())) || digits.equals(digits(activityId, step() - 1));
    }

    /**
     * Whether the six digits were shown at that moment, for a check that was kept while there was no network. A code read
     * proves presence for the same minutes whether it was scanned or typed; refuses with {@code attendance.code-expired}
     * after them.
     */
    boolean wasShown(long activityId, String digits, Instant at) {
        if (clock.instant().isAfter(at.plus(GRANT_LIFE))) {
            throw new Refusal(AttendanceProblem.CODE_EXPIRED);
        }
        long step = Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
        return digits.equals(digits(activityId, step)) || digits.equals(digits(activityId, step - 1));
    }

    private long step() {
        return Math.floorDiv(clock.instant().getEpochSecond(), STEP_SECONDS);
    }

    private String digits(long activityId, long step) {
        byte[] mac = mac('D', activityId, step, "");
        int number = ByteBuffer.wrap(mac).getInt() & 0x7fffffff;
        String text = String.valueOf(number % 1_000_000);
        return "0".repeat(6 - text.length()) + text;
    }

    private String token(char kind, long activityId, long number, String holder) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + MAC_BYTES);
        bytes.putLong(activityId).putInt((int) number).put(mac(kind, activityId, number, holder), 0, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private Parts parts(char kind, String token, String holder) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            throw new Refusal(AttendanceProblem.CODE_FORGED);
        }
        if (bytes.length != Long.BYTES + Integer.BYTES + MAC_BYTES) {
            throw new Refusal(AttendanceProblem.CODE_FORGED);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long activityId = buffer.getLong();
        long number = Integer.toUnsignedLong(buffer.getInt());
        byte[] sent = new byte[MAC_BYTES];
        buffer.get(sent);
        byte[] right = new byte[MAC_BYTES];
        System.arraycopy(mac(kind, activityId, number, holder), 0, right, 0, MAC_BYTES);
        if (!MessageDigest.isEqual(sent, right)) {
            throw new Refusal(AttendanceProblem.CODE_FORGED);
        }
        return new Parts(activityId, number);
    }

    private byte[] mac(char kind, long activityId, long number, String holder) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(ByteBuffer.allocate(Character.BYTES + 2 * Long.BYTES)
                    .putChar(kind)
                    .putLong(activityId)
                    .putLong(number)
                    .array());
            return mac.doFinal(holder.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Parts(long activityId, long number) {}
}
