package org.yiwang.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.exchange.Passport.Line;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.TimeKind;
import org.yiwang.seal.Algorithm;
import org.yiwang.seal.Hash;
import org.yiwang.seal.Head;
import org.yiwang.seal.Proofs;
import org.yiwang.seal.PublicKey;

/**
 * Looks through a passport whose signature is right: is it complete, does the head carry a signature of the issuer, does
 * every proof lead to that head and every line say what was sealed, are the sums those of the lines. Pure.
 */
final class PassportCheck {

    private static final int MOST_RECORDS = 20_000;
    private static final int MOST_KEYS = 50;
    private static final int LONGEST_PATH = 64;
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_GRADE = 10;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

    private PassportCheck() {}

    /** The key of that name among those the passport brings along. */
    static Optional<PublicKey> keyOf(Passport passport, String keyId) {
        Passport.@Nullable Issuer issuer = passport.issuer();
        if (issuer == null
                || issuer.keys() == null
                || issuer.keyId() == null
                || issuer.keys().size() > MOST_KEYS) {
            return Optional.empty();
        }
        return issuer.keys().stream()
                .filter(Objects::nonNull)
                .flatMap(k -> key(k).stream())
                .filter(k -> k.id().equals(keyId))
                .findFirst();
    }

    /**
     * Refuses with {@code exchange.not-genuine} what an honest issuer does not write.
     *
     * @return ids of the records that count at the issuer and are proved to stand in its log
     */
    static Set<String> proved(Passport passport) {
        if (!isWhole(passport)) {
            throw new Refusal(ExchangeProblem.NOT_GENUINE);
        }
        Head head = passport.log() == null ? null : head(passport, passport.log());
        Set<String> ids = new HashSet<>();
        Set<String> proved = new HashSet<>();
        long credit = 0;
        long honour = 0;
        int counting = 0;
        String person = null;
        for (Line line : passport.records()) {
            if (!isWhole(line) || !ids.add(line.id())) {
                throw new Refusal(ExchangeProblem.NOT_GENUINE);
            }
            if (line.proof() != null) {
                String owner = owner(line, line.proof(), head);
                if (person != null && !person.equals(owner)) {
                    throw new Refusal(ExchangeProblem.NOT_GENUINE);
                }
                person = owner;
            }
            if (line.counts()) {
                counting++;
                credit += line.kind() == TimeKind.CREDIT ? line.minutes() : 0;
                honour += line.kind() == TimeKind.HONOUR ? line.minutes() : 0;
                if (line.proof() != null) {
                    proved.add(line.id());
                }
            }
        }
        if (!passport.totals().equals(new Passport.Totals(counting, credit, honour))) {
            throw new Refusal(ExchangeProblem.NOT_GENUINE);
        }
        return proved;
    }

    /** Whose the record is by its sealed text, after everything about its proof was found right. */
    private static String owner(Line line, Passport.Proof proof, @Nullable Head head) {
        SealedText sealed = new SealedText(Objects.requireNonNullElse(proof.content(), ""));
        String id = Ids.parse(line.id()).map(String::valueOf).orElse("");
        String owner = sealed.get("volunteer");
        if (head == null
                || proof.path() == null
                || proof.path().size() > LONGEST_PATH
                || owner == null
                || !id.equals(sealed.get("record"))
                || !sealed.agrees(line)
                || !Proofs.includes(
                        Hash.leaf(proof.content().getBytes(StandardCharsets.UTF_8)),
                        proof.leaf(),
                        head.size(),
                        hashes(proof.path()),
                        head.root())) {
            throw new Refusal(ExchangeProblem.NOT_GENUINE);
        }
        return owner;
    }

    private static Head head(Passport passport, Passport.LogHead log) {
        try {
            Head head = new Head(
                    log.origin(),
                    log.size(),
                    Hash.parse(log.root()),
                    Instant.ofEpochMilli(log.atMillis()),
                    log.keyId(),
                    Base64.getDecoder().decode(log.signature()));
            boolean signed = log.origin().equals(passport.issuer().origin())
                    && keyOf(passport, log.keyId()).filter(head::isSignedBy).isPresent();
            if (signed) {
                return head;
            }
        } catch (IllegalArgumentException | NullPointerException _) {
            // refused below
        }
        throw new Refusal(ExchangeProblem.NOT_GENUINE);
    }

    private static List<Hash> hashes(List<String> texts) {
        try {
            return texts.stream().map(Hash::parse).toList();
        } catch (IllegalArgumentException | NullPointerException _) {
            throw new Refusal(ExchangeProblem.NOT_GENUINE);
        }
    }

    private static Optional<PublicKey> key(Passport.Key key) {
        try {
            return Optional.of(new PublicKey(
                    Algorithm.valueOf(key.algorithm()), Base64.getDecoder().decode(key.publicKey())));
        } catch (IllegalArgumentException | NullPointerException _) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(Passport p) {
        return Passport.FORMAT.equals(p.format())
                && all(p.id(), p.madeAt(), p.validUntil(), p.person(), p.totals(), p.records())
                && Ids.parse(p.id()).isPresent()
                && named(p.issuer().origin())
                && named(p.issuer().name())
                && all(p.person().name(), p.person().birthDate(), p.person().documentType())
                && all(
                        p.person().documentTail(),
                        p.person().documentDigest(),
                        p.person().number())
                && p.records().size() <= MOST_RECORDS;
    }

    private static boolean isWhole(@Nullable Line line) {
        return line != null
                && all(line.id(), line.state(), line.date(), line.kind(), line.from(), line.to(), line.evidence())
                && named(line.title())
                && named(line.organization())
                && isText(line.category(), line.post(), line.place(), line.inCharge())
                && (line.grade() == null || line.grade().length() <= LONGEST_GRADE)
                && (line.source() == null
                        || (named(line.source().origin()) && named(line.source().id())))
                && inOurTime(line)
                && line.region() != null
                && RegionCode.isValid(line.region())
                && line.from().isBefore(line.to())
                && line.minutes() >= 0
                && countsAsWritten(line);
    }

    /** Service of a time in which there were volunteers and will be, which every calendar and database knows. */
    private static boolean inOurTime(Line line) {
        return line.date().getYear() >= FIRST_YEAR
                && line.date().getYear() <= LAST_YEAR
                && !line.from().isBefore(FIRST)
                && line.to().isBefore(LAST)
                && (line.countedFrom() == null || !line.countedFrom().isBefore(FIRST))
                && (line.countedTo() == null || line.countedTo().isBefore(LAST));
    }

    private static boolean isText(@Nullable String... texts) {
        for (String text : texts) {
            if (text == null || text.length() > LONGEST_TEXT) {
                return false;
            }
        }
        return true;
    }

    private static boolean countsAsWritten(Line line) {
        if (line.countedFrom() == null || line.countedTo() == null) {
            return line.minutes() == 0;
        }
        return line.countedFrom().isBefore(line.countedTo())
                && new Period(line.countedFrom(), line.countedTo()).minutes() == line.minutes();
    }

    private static boolean named(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_NAME;
    }

    private static boolean all(@Nullable Object... parts) {
        for (Object part : parts) {
            if (part == null) {
                return false;
            }
        }
        return true;
    }
}
