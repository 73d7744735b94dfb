package org.yiwang.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.record.TimeKind;

/**
 * The content of a portable passport, form {@value #FORMAT}; docs/passport.md describes every field. Unknown fields of later
 * forms are passed over, so that an older platform can read a newer passport of the same form.
 *
 * @param format always {@value #FORMAT}
 * @param id number of the passport at its issuer
 * @param madeAt when it was made
 * @param validUntil last moment at which it can be taken in
 * @param moving whether the person means to move away from the issuer altogether
 * @param issuer who made it
 * @param person whose it is
 * @param log the signed head of the issuer's log for which the records are proved, null if nothing is sealed
 * @param totals of the records that count at the issuer
 * @param records every live record
 * @param dossier training, commendation and evaluation
 */
public record Passport(
        String format,
        String id,
        Instant madeAt,
        Instant validUntil,
        boolean moving,
        Issuer issuer,
        Person person,
        @Nullable LogHead log,
        Totals totals,
        List<Line> records,
        @Nullable Groups dossier) {

    /** The name of this form. */
    public static final String FORMAT = "yiwang passport v1";

    /** The state of a record that counts. */
    static final String EFFECTIVE = "EFFECTIVE";

    /**
     * Who made it.
     *
     * @param origin name of the log
     * @param name name of the platform
     * @param address where it can be asked
     * @param keyId the key that signed the file
     * @param keys all keys of the issuer that are needed to check what is inside
     */
    public record Issuer(String origin, String name, String address, String keyId, List<Key> keys) {}

    /**
     * A public key.
     *
     * @param keyId its short name
     * @param algorithm SM2 or ED25519
     * @param publicKey the key as base64 of a DER SubjectPublicKeyInfo
     */
    public record Key(String keyId, String algorithm, String publicKey) {}

    /**
     * Whose it is.
     *
     * @param name full name
     * @param birthDate date of birth
     * @param number unified number at the issuer
     * @param documentType code of the table {@code id-type}
     * @param documentTail last four characters of the document's number
     * @param documentDigest by which a platform that knows the number recognises it
     * @param documentNumber the number itself, only if the owner wished so
     * @param basic the rest of the basic group; null in passports from before it was in them
     */
    public record Person(
            String name,
            LocalDate birthDate,
            String number,
            String documentType,
            String documentTail,
            Digest documentDigest,
            @Nullable String documentNumber,
            @Nullable Basic basic) {}

    /**
     * What else Order 67 art. 5 counts among the basic facts of a person. For people and for other programs to read: a
     * receiver takes none of it over, the person has registered there.
     *
     * @param sex code of the table {@code sex}
     * @param residence code of the region
     * @param mobile number under which the person, or the guardian, is reached
     * @param skills codes of the table {@code skill}, in their order
     * @param categories where the person would like to serve: codes of the table {@code category}, in their order
     */
    public record Basic(String sex, String residence, String mobile, List<String> skills, List<String> categories) {}

    /**
     * A salted digest: PBKDF2 with HMAC-SHA-256 over type, line feed, number.
     *
     * @param salt base64
     * @param iterations how often
     * @param value 32 bytes, base64
     */
    public record Digest(String salt, int iterations, String value) {}

    /**
     * A head of the issuer's log, as {@code /api/v1/log/head} shows it.
     *
     * @param origin which log
     * @param size how many leaves
     * @param root hexadecimal
     * @param atMillis milliseconds since 1970
     * @param keyId the key that signed it
     * @param signature base64
     */
    public record LogHead(String origin, long size, String root, long atMillis, String keyId, String signature) {}

    /**
     * Sums of the records that count.
     *
     * @param records how many
     * @param creditMinutes 信用时长
     * @param honourMinutes 荣誉时长
     */
    public record Totals(int records, long creditMinutes, long honourMinutes) {}

    /**
     * A record with all fields of Order 67 art. 7.
     *
     * @param id its number at the issuer
     * @param state where it stands there
     * @param date day of the service
     * @param minutes minutes that count
     * @param kind credit or honour time
     * @param title activity
     * @param organization who organized, recorded and certifies
     * @param category code of the table {@code category}
     * @param post content: what was done
     * @param place where people met
     * @param region code of the region of the service
     * @param inCharge person in charge
     * @param from arrival
     * @param to departure
     * @param countedFrom beginning of the time that counts, null when none does
     * @param countedTo its end
     * @param grade trust grade given by the issuer, null if none was
     * @param evidence what it rests on
     * @param source where it came from if not from the issuer, null otherwise
     * @param proof its place in the issuer's log, null until it is sealed
     */
    public record Line(
            String id,
            String state,
            LocalDate date,
            int minutes,
            TimeKind kind,
            String title,
            String organization,
            String category,
            String post,
            String place,
            String region,
            String inCharge,
            Instant from,
            Instant to,
            @Nullable Instant countedFrom,
            @Nullable Instant countedTo,
            @Nullable String grade,
            Evidence evidence,
            @Nullable Source source,
            @Nullable Proof proof) {

        boolean counts() {
            return state.equals(EFFECTIVE) && countedFrom != null && countedTo != null;
        }
    }

    /**
     * What a record rests on.
     *
     * @param origin how it was recorded, {@code ATTENDANCE} for check-ins
     * @param in way of the check-in
     * @param out way of the check-out
     */
    public record Evidence(String origin, String in, String out) {}

    /**
     * Where a record was made first.
     *
     * @param origin the log of that platform
     * @param id its number there
     */
    public record Source(String origin, String id) {}

    /**
     * That the record stands in the log.
     *
     * @param content the sealed text
     * @param leaf its position
     * @param path hashes in hexadecimal (RFC 9162 section 2.1.3)
     */
    public record Proof(String content, long leaf, List<String> path) {}

    /**
     * The other statutory groups.
     *
     * @param trainings of Order 67 art. 8
     * @param commendations of art. 9
     * @param evaluations of art. 10
     */
    public record Groups(List<Training> trainings, List<Commendation> commendations, List<Evaluation> evaluations) {}

    /**
     * A training.
     *
     * @param id its number at the issuer
     * @param source the platform where it was recorded first, null if at the issuer
     * @param name what it is called
     * @param content what was learnt
     * @param minutes learning time
     * @param host who held it
     * @param date when
     */
    public record Training(
            String id,
            @Nullable String source,
            String name,
            String content,
            int minutes,
            String host,
            LocalDate date) {}

    /**
     * A commendation.
     *
     * @param id its number at the issuer
     * @param source the platform where it was recorded first, null if at the issuer
     * @param name what it is called
     * @param unit who awarded it
     * @param date when
     * @param award OWN, GOVERNMENT or OTHER
     * @param level of a government: COUNTY, CITY, PROVINCE or NATION
     * @param documentNumber number of the document, null if none is known
     */
    public record Commendation(
            String id,
            @Nullable String source,
            String name,
            String unit,
            LocalDate date,
            String award,
            @Nullable String level,
            @Nullable String documentNumber) {}

    /**
     * An evaluation by a team.
     *
     * @param id its number at the issuer
     * @param source the platform where it was recorded first, null if at the issuer
     * @param title the activity
     * @param organization the team
     * @param quality code of the table {@code evaluation-quality}
     * @param words what was added, null if nothing
     * @param servedOn day of the service
     * @param date day of the evaluation
     */
    public record Evaluation(
            String id,
            @Nullable String source,
            String title,
            String organization,
            String quality,
            @Nullable String words,
            LocalDate servedOn,
            LocalDate date) {}
}
