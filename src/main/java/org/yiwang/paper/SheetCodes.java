package org.yiwang.paper;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;

/**
 * The code of a line on a printed sheet: activity, shift and person (or the number of a blank line) under a keyed digest,
 * 43 characters. It names a line and gives no right: who scans it must be allowed to enter records of that activity.
 */
@Component
class SheetCodes {

    private static final int PLAIN = 24;
    private static final int DIGEST = 8;

    private final Vault vault;

    SheetCodes(Vault vault) {
        this.vault = vault;
    }

    String of(Place place) {
        byte[] plain = ByteBuffer.allocate(PLAIN)
                .putLong(place.activityId())
                .putLong(place.shiftId())
                .putLong(place.who())
                .array();
        byte[] all = Arrays.copyOf(plain, PLAIN + DIGEST);
        System.arraycopy(digest(plain), 0, all, PLAIN, DIGEST);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** What the code names; refuses with {@code paper.sheet-code} what was not made here. */
    Place read(String code) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(code);
        } catch (IllegalArgumentException _) {
            throw new Refusal(PaperProblem.SHEET_CODE);
        }
        if (all.length != PLAIN + DIGEST
                || !MessageDigest.isEqual(
                        digest(Arrays.copyOf(all, PLAIN)), Arrays.copyOfRange(all, PLAIN, all.length))) {
            throw new Refusal(PaperProblem.SHEET_CODE);
        }
        ByteBuffer plain = ByteBuffer.wrap(all);
        return new Place(plain.getLong(), plain.getLong(), plain.getLong());
    }

    private byte[] digest(byte[] plain) {
        String text = Base64.getEncoder().encodeToString(plain);
        return Arrays.copyOf(vault.digest("paper-sheet\n" + text), DIGEST);
    }

    /**
     * A line of a sheet.
     *
     * @param activityId the activity
     * @param shiftId the shift
     * @param who the volunteer, or the number of a blank line from 1
     */
    record Place(long activityId, long shiftId, long who) {

        /** More blank lines than any sheet has; volunteers' ids are far above. */
        private static final long MOST_BLANK = 10_000;

        boolean isBlank() {
            return who <= MOST_BLANK;
        }
    }
}
