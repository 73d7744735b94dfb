package org.yiwang.volunteer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;

/**
 * The codes of electronic cards. The one inside the QR changes every 30 seconds: volunteer id (13 characters), number of
 * the time step (7) and a keyed digest of both (10 characters = 50 bits), all in Crockford's base 32. The step before
 * is accepted too, so that a code is good for 30 to 60 seconds, and one step ahead for nodes whose clocks differ. The
 * short one is eight random digits that stand for the volunteer on one day, for a card shown without network.
 */
@Component
class CardCodes {

    static final Duration STEP = Duration.ofSeconds(30);

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int ID_LENGTH = 13;
    private static final int STEP_LENGTH = 7;
    private static final int MAC_LENGTH = 10;
    private static final int SHORT_LENGTH = 8;

    private final Vault vault;
    private final CardCodeStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CardCodes(Vault vault, CardCodeStore store, Clock clock) {
        this.vault = vault;
        this.store = store;
        this.clock = clock;
    }

    /** The code that the card shows now. */
    String now(long volunteerId) {
        return at(volunteerId, step(clock.instant()));
    }

    /** When the code that is shown now changes. */
    Instant changesAt() {
        return Instant.ofEpochSecond((step(clock.instant()) + 1) * STEP.toSeconds());
    }

    private String at(long volunteerId, long step) {
        String body = Ids.text(volunteerId) + base32(step, STEP_LENGTH);
        return body + mac(body);
    }

    private String mac(String body) {
        return mac(vault.digest("volunteer-card\n" + body));
    }

    private static String mac(byte[] digest) {
        long bits = 0;
        for (int i = 0; i < 7; i++) {
            bits = bits << 8 | digest[i] & 0xff;
        }
        return base32(bits, MAC_LENGTH);
    }

    /**
     * The code on a printed card, the same for ever. It is made from other words than the one that changes and shorter, so
     * that neither passes for the other: it says that there is such a card, never that its bearer is the person.
     */
    String printed(long volunteerId) {
        String id = Ids.text(volunteerId);
        return id + printedMac(id);
    }

    private String printedMac(String id) {
        return mac(vault.digest("volunteer-printed-card\n" + id));
    }

    /** The volunteer of a printed card, empty for every other code; refuses a forged one. */
    Optional<Long> volunteerOfPrinted(String code) {
        if (code.length() != ID_LENGTH + MAC_LENGTH) {
            return Optional.empty();
        }
        Optional<Long> id = Ids.parse(code.substring(0, ID_LENGTH));
        if (id.isEmpty() || !same(code.substring(ID_LENGTH), printedMac(code.substring(0, ID_LENGTH)))) {
            throw new Refusal(VolunteerProblem.CARD_FORGED);
        }
        return id;
    }

    private static boolean same(String offered, String right) {
        return MessageDigest.isEqual(offered.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The volunteer whose card shows the code; refuses what is forged, what is too old, and with
     * {@code volunteer.card-printed} a printed card, which anybody may carry.
     */
    long volunteerOf(String typed) {
        String code = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-]", "")
                .toUpperCase(Locale.ROOT);
        if (volunteerOfPrinted(code).isPresent()) {
            throw new Refusal(VolunteerProblem.CARD_PRINTED);
        }
        return code.length() == SHORT_LENGTH ? volunteerOfShort(code) : volunteerOfLong(code);
    }

    /** The volunteer of a code out of a QR, never of a short one. */
    long volunteerOfLong(String code) {
        if (code.length() != ID_LENGTH + STEP_LENGTH + MAC_LENGTH) {
            throw new Refusal(VolunteerProblem.CARD_FORGED);
        }
        String body = code.substring(0, ID_LENGTH + STEP_LENGTH);
        Optional<Long> id = Ids.parse(code.substring(0, ID_LENGTH));
        if (id.isEmpty() || !same(code.substring(ID_LENGTH + STEP_LENGTH), mac(body))) {
            throw new Refusal(VolunteerProblem.CARD_FORGED);
        }
        long age = step(clock.instant()) - number(body.substring(ID_LENGTH));
        if (age < -1 || age > 1) {
            throw new Refusal(VolunteerProblem.CARD_EXPIRED);
        }
        return id.get();
    }

    private long volunteerOfShort(String code) {
        CardCodeStore.ShortCode known = store.newest(code).orElseThrow(() -> new Refusal(VolunteerProblem.CARD_FORGED));
        if (!today().equals(known.day())) {
            throw new Refusal(VolunteerProblem.CARD_EXPIRED);
        }
        return known.volunteerId();
    }

    /** The volunteer's short code of today; the same all day. */
    @Transactional
    String shortCode(long volunteerId) {
        LocalDate today = today();
        Optional<String> known = store.of(volunteerId, today);
        while (known.isEmpty()) {
            store.insert(today, "%08d".formatted(random.nextInt(100_000_000)), volunteerId);
            known = store.of(volunteerId, today);
        }
        return known.get();
    }

    /** Forgets short codes of more than a week ago; until then they are answered as expired. */
    int forgetOld() {
        return store.deleteBefore(today().minusWeeks(1));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static long step(Instant moment) {
        return moment.getEpochSecond() / STEP.toSeconds();
    }

    private static String base32(long number, int length) {
        char[] out = new char[length];
        Arrays.fill(out, '0');
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            out[i] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(out);
    }

    private static long number(String base32) {
        long number = 0;
        for (int i = 0; i < base32.length(); i++) {
            number = number << 5 | ALPHABET.indexOf(base32.charAt(i));
        }
        return number;
    }
}
