package org.yiwang.exchange;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.Accounts;
import org.yiwang.account.AuditTrail;
import org.yiwang.exchange.PassportView.Departure;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.RecordEvent;
import org.yiwang.record.Sealing;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rules;
import org.yiwang.seal.Head;
import org.yiwang.seal.PublicKey;
import org.yiwang.seal.SealedLog;
import org.yiwang.seal.Signatures;
import org.yiwang.volunteer.OwnDocument;
import org.yiwang.volunteer.PersonalData;
import org.yiwang.volunteer.ProfileView;
import org.yiwang.volunteer.Profiles;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Portable passports: the four statutory groups of a person (Order 67 art. 5–10) in one signed file that people and machines
 * read (PIPL art. 45, domain N1), its revocation, and moving away with it. What has no place in it, as consents and records
 * that are over, docs/passport.md names.
 */
@Component
public class Passports {

    private static final int TAIL = 4;

    private final PassportStore store;
    private final PassportLines lines;
    private final PassportDossier dossier;
    private final Receipts receipts;
    private final Issuers issuers;
    private final Volunteers volunteers;
    private final OwnDocument documents;
    private final PersonalData personal;
    private final Profiles profiles;
    private final Accounts accounts;
    private final Regions regions;
    private final Sealing sealing;
    private final SealedLog log;
    private final Signatures signatures;
    private final Rules rules;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String address;
    private final SecureRandom random = new SecureRandom();

    Passports(
            PassportStore store,
            PassportLines lines,
            PassportDossier dossier,
            Receipts receipts,
            Issuers issuers,
            Volunteers volunteers,
            OwnDocument documents,
            PersonalData personal,
            Profiles profiles,
            Accounts accounts,
            Regions regions,
            Sealing sealing,
            SealedLog log,
            Signatures signatures,
            Rules rules,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${yiwang.address}") String address) {
        this.store = store;
        this.lines = lines;
        this.dossier = dossier;
        this.receipts = receipts;
        this.issuers = issuers;
        this.volunteers = volunteers;
        this.documents = documents;
        this.personal = personal;
        this.profiles = profiles;
        this.accounts = accounts;
        this.regions = regions;
        this.sealing = sealing;
        this.log = log;
        this.signatures = signatures;
        this.rules = rules;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.address = address;
    }

    /**
     * What the owner wishes.
     *
     * @param withDocument whether the full number of the document goes into the file
     * @param moving whether to move away with it
     */
    public record Wish(boolean withDocument, boolean moving) {}

    /**
     * A file just made.
     *
     * @param view what is noted of it
     * @param file its bytes
     */
    public record Made(PassportView view, byte[] file) {}

    /**
     * Makes a passport. Refuses with {@code volunteer.join-expired} without a fresh proof ({@link PersonalData#prove}), with
     * {@code volunteer.not-yours}, {@code volunteer.not-valid} and {@code exchange.moved}.
     *
     * @param ticket the proof
     * @param page writes the passport as a page for people
     */
    public Made make(Actor actor, long volunteerId, String ticket, Wish wish, Function<Passport, String> page) {
        volunteers.require(actor, volunteerId);
        // What began to count seconds ago is sealed first, so that the passport proves it.
        sealing.seal();
        return java.util.Objects.requireNonNull(
                transaction.execute(_ -> makeNow(actor, volunteerId, ticket, wish, page)));
    }

    private Made makeNow(Actor actor, long volunteerId, String ticket, Wish wish, Function<Passport, String> page) {
        store.lock(volunteerId);
        String number = personal.document(actor, volunteerId, ticket);
        requireHere(volunteerId);
        PassportLines.Lines all = lines.of(volunteerId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Passport passport = new Passport(
                Passport.FORMAT,
                Ids.text(Ids.next()),
                now,
                now.plus(Duration.ofDays(rules.current(PassportRule.KEY, PassportRule.class)
                        .value()
                        .validDays())),
                wish.moving(),
                issuer(),
                person(actor, volunteers.get(volunteerId), number, wish.withDocument()),
                all.proofs().values().stream()
                        .findFirst()
                        .map(p -> head(p.inclusion().head()))
                        .orElse(null),
                all.totals(),
                all.lines(),
                dossier.of(volunteerId));
        byte[] file = PassportFile.write(page.apply(passport), passport, signatures);
        PassportView view = new PassportView(
                volunteerId,
                Ids.parse(passport.id()).orElseThrow(),
                now,
                passport.validUntil(),
                wish.moving(),
                all.totals(),
                PassportView.State.VALID,
                null);
        store.insert(view, PassportFile.sha256(file), actor.accountId(), wish.withDocument());
        audit.write(
                actor,
                wish.moving() ? "exchange.passport-move" : "exchange.passport",
                "passport:" + passport.id(),
                "volunteer:" + Ids.text(volunteerId));
        return new Made(view, file);
    }

    /** The person's passports, the newest first. */
    @Transactional(readOnly = true)
    public List<PassportView> list(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return store.list(volunteerId, clock.instant());
    }

    /** Nobody shall take it in any more; refuses with {@code exchange.not-waiting} if it is revoked or used up. */
    @Transactional
    public void revoke(Actor actor, long volunteerId, long passportId) {
        volunteers.require(actor, volunteerId);
        if (!store.revoke(volunteerId, passportId, clock.instant())) {
            throw new Refusal(ExchangeProblem.NOT_WAITING);
        }
        audit.write(actor, "exchange.passport-revoke", "passport:" + Ids.text(passportId), null);
    }

    /**
     * A passport proves its records by the log as it was, and the log forgets nothing: that one counts no more is known here
     * only. So whatever was made before holds no longer.
     */
    @EventListener
    void on(RecordEvent.CeasedToCount event) {
        store.lock(event.volunteerId());
        store.outdate(event.volunteerId(), clock.instant());
    }

    /**
     * How a passport stands, for whoever holds the file; refuses with {@code exchange.unknown} who does not.
     *
     * @param sha256 of the file, hexadecimal
     */
    @Transactional(readOnly = true)
    public PassportView.State state(long passportId, String sha256) {
        return kept(passportId, sha256).view().state();
    }

    /**
     * The receiver's receipt: the person has moved. Anybody may hand it in, for it is signed. Refuses with {@code
     * exchange.receipt-not-genuine}, {@code exchange.receipt-incomplete}, {@code exchange.not-waiting}, {@code
     * exchange.outdated}, {@code exchange.moved}.
     *
     * @param text as the receiver shows it
     */
    @Transactional
    public Departure complete(String text) {
        Receipts.Read read = receipts.read(text);
        Receipt receipt = read.receipt();
        PassportStore.Kept kept = Ids.parse(receipt.passport())
                .flatMap(id -> store.find(id, clock.instant()))
                .filter(k -> MessageDigest.isEqual(k.sha256(), hex(receipt.sha256())))
                .filter(k -> log.origin().equals(receipt.issuer()))
                .orElseThrow(() -> new Refusal(ExchangeProblem.RECEIPT_NOT_GENUINE));
        IssuerView receiver = issuers.findTrusted(read.key())
                .filter(i -> i.origin().equals(receipt.receiver()))
                .orElseThrow(() -> new Refusal(ExchangeProblem.RECEIPT_NOT_GENUINE));
        PassportView passport = kept.view();
        if (!passport.moving() || passport.state() == PassportView.State.REVOKED) {
            throw new Refusal(ExchangeProblem.NOT_WAITING);
        }
        if (passport.state() == PassportView.State.OUTDATED) {
            throw new Refusal(ExchangeProblem.OUTDATED);
        }
        long volunteerId = passport.volunteerId();
        if (!receipt.totals().equals(passport.totals())
                || !lines.totals(volunteerId).equals(passport.totals())) {
            throw new Refusal(ExchangeProblem.RECEIPT_INCOMPLETE);
        }
        Departure gone = new Departure(passport.passportId(), receiver.origin(), receiver.name(), clock.instant());
        store.depart(volunteerId, gone, text.strip(), lines.counting(volunteerId));
        audit.write(Actor.SYSTEM, "exchange.moved", "volunteer:" + Ids.text(volunteerId), receiver.origin());
        return gone;
    }

    /** Where the person has moved to, if so. */
    @Transactional(readOnly = true)
    public Optional<Departure> departure(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return store.departure(volunteerId);
    }

    /**
     * The person is back and may do everything here again. The hours that moved are certified by the other platform until a
     * moving passport from there has brought them back, or that platform is trusted here no longer. Refuses with {@code
     * exchange.not-waiting}.
     */
    @Transactional
    public void comeBack(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        if (!store.comeBack(volunteerId, clock.instant())) {
            throw new Refusal(ExchangeProblem.NOT_WAITING);
        }
        audit.write(actor, "exchange.back", "volunteer:" + Ids.text(volunteerId), null);
    }

    private PassportStore.Kept kept(long passportId, String sha256) {
        return store.find(passportId, clock.instant())
                .filter(k -> MessageDigest.isEqual(k.sha256(), hex(sha256)))
                .orElseThrow(() -> new Refusal(ExchangeProblem.UNKNOWN));
    }

    private void requireHere(long volunteerId) {
        if (store.departure(volunteerId).isPresent()) {
            throw new Refusal(ExchangeProblem.MOVED);
        }
    }

    private Passport.Issuer issuer() {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        log.keys().forEach(k -> keys.put(k.id(), k));
        keys.put(signatures.key().id(), signatures.key());
        return new Passport.Issuer(
                log.origin(),
                regions.city().fullName(),
                address,
                signatures.key().id(),
                keys.values().stream()
                        .map(k -> new Passport.Key(
                                k.id(),
                                k.algorithm().name(),
                                Base64.getEncoder().encodeToString(k.encoded())))
                        .toList());
    }

    private Passport.Person person(Actor actor, VolunteerView person, String number, boolean withDocument) {
        return documents.compare(
                actor,
                person.id(),
                (type, same) -> new Passport.Person(
                        person.name(),
                        person.birthDate(),
                        person.number(),
                        type,
                        tail(number),
                        DocumentDigest.of(type, same, random),
                        withDocument ? number : null,
                        basic(actor, person)));
    }

    /** The caller has seen a fresh proof that it is the owner, and notes in the audit trail what was made. */
    private Passport.Basic basic(Actor actor, VolunteerView person) {
        ProfileView profile = profiles.get(actor, person.id());
        return new Passport.Basic(
                personal.basic(actor, person.id()).sex(),
                person.residence().value(),
                accounts.mobile(person.contactAccountId()),
                profile.skills().stream().sorted().toList(),
                profile.categories().stream().sorted().toList());
    }

    static String tail(String number) {
        return number.substring(Math.max(0, number.length() - TAIL));
    }

    private static Passport.LogHead head(Head head) {
        return new Passport.LogHead(
                head.origin(),
                head.size(),
                head.root().toString(),
                head.at().toEpochMilli(),
                head.keyId(),
                Base64.getEncoder().encodeToString(head.signature()));
    }

    private static byte[] hex(@Nullable String text) {
        try {
            return text == null ? new byte[0] : HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
