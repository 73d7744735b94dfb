package org.yiwang.volunteer;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;

/**
 * A proved mobile number on its way from one page to the next, sealed: who carries it cannot read or change it, and it
 * runs out. Holds for one purpose.
 */
@Component
class Tickets {

    private static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private final Vault vault;
    private final Clock clock;

    Tickets(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    String issue(String purpose, String mobile) {
        long until = clock.instant().plus(GOOD_FOR).getEpochSecond();
        byte[] sealed = vault.seal("ticket\n" + purpose + "\n" + until + "\n" + mobile);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The number; refuses with {@code volunteer.join-expired} what is forged, for something else, or too old. */
    String mobile(String purpose, String ticket) {
        String[] parts = open(ticket).split("\n", -1);
        if (parts.length != 4
                || !parts[0].equals("ticket")
                || !parts[1].equals(purpose)
                || Long.parseLong(parts[2]) < clock.instant().getEpochSecond()) {
            throw new Refusal(VolunteerProblem.JOIN_EXPIRED);
        }
        return parts[3];
    }

    private String open(String ticket) {
        try {
            return vault.open(Base64.getUrlDecoder().decode(ticket));
        } catch (IllegalArgumentException | IllegalStateException _) {
            throw new Refusal(VolunteerProblem.JOIN_EXPIRED);
        }
    }
}
