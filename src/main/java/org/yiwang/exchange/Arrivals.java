package org.yiwang.exchange;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.AuditTrail;
import org.yiwang.exchange.ArrivalView.Claim;
import org.yiwang.exchange.ArrivalView.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;
import org.yiwang.record.TimeKind;
import org.yiwang.seal.PublicKey;
import org.yiwang.seal.SealedLog;
import org.yiwang.seal.Signatures;
import org.yiwang.volunteer.OwnDocument;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Passports that volunteers bring here from another platform. Everything in the file is checked; records of an issuer whom
 * this city trusts are on record at once, those of others are claims that count nowhere until an office decides.
 */
@Component
public class Arrivals {

    /** Largest file, in bytes. */
    public static final int MOST_BYTES = PassportFile.MOST_BYTES;

    private final ArrivalStore store;
    private final ClaimStore claimStore;
    private final ArrivalTries tries;
    private final Settling settling;
    private final Issuers issuers;
    private final LiveCheck live;
    private final Receipts receipts;
    private final Volunteers volunteers;
    private final OwnDocument documents;
    private final SealedLog log;
    private final Signatures signatures;
    private final Vault vault;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Arrivals(
            ArrivalStore store,
            ClaimStore claimStore,
            ArrivalTries tries,
            Settling settling,
            Issuers issuers,
            LiveCheck live,
            Receipts receipts,
            Volunteers volunteers,
            OwnDocument documents,
            SealedLog log,
            Signatures signatures,
            Vault vault,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.claimStore = claimStore;
        this.tries = tries;
        this.settling = settling;
        this.issuers = issuers;
        this.live = live;
        this.receipts = receipts;
        this.volunteers = volunteers;
        this.documents = documents;
        this.log = log;
        this.signatures = signatures;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * An arrival with its records.
     *
     * @param arrival the passport
     * @param claims what became of each record in it, the latest day first
     * @param here sums of its records that are on record here
     */
    public record Detail(ArrivalView arrival, List<Claim> claims, Passport.Totals here) {}

    /**
     * Takes a file in; the same file again changes nothing. Refuses with {@code exchange.too-large}, {@code
     * exchange.not-genuine}, {@code exchange.expired}, {@code exchange.revoked}, {@code exchange.outdated}, {@code exchange.own-passport}, {@code
     * exchange.somebody-else} and, if only name, date of birth and the end of the document's number agree and the person has
     * not said so, {@code exchange.confirm-person}. What costs little is looked at first; with {@code exchange.too-often}
     * and {@code exchange.too-many-waiting} it refuses who brings more than people have.
     *
     * @param itIsMe whether the person has said that the passport is theirs
     */
    public ArrivalView take(Actor actor, long volunteerId, byte[] file, boolean itIsMe) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        PassportFile.Opened opened = PassportFile.open(file);
        Passport passport = opened.passport();
        Set<String> proved = PassportCheck.proved(passport);
        if (isOurs(opened.key())) {
            throw new Refusal(ExchangeProblem.OWN_PASSPORT);
        }
        Optional<ArrivalView> before = store.find(volunteerId, opened.sha256());
        if (before.isPresent()) {
            return before.get();
        }
        if (clock.instant().isAfter(passport.validUntil())) {
            throw new Refusal(ExchangeProblem.EXPIRED);
        }
        Optional<IssuerView> issuer = issuers.findTrusted(opened.key());
        if (issuer.filter(i -> !i.origin().equals(passport.issuer().origin())).isPresent()) {
            throw new Refusal(ExchangeProblem.NOT_GENUINE);
        }
        tries.count(actor, volunteerId, issuer.isPresent());
        requirePerson(actor, person, passport.person(), itIsMe);
        LiveCheck.Answer answer =
                issuer.map(i -> live.ask(i, passport.id(), opened.sha256())).orElse(LiveCheck.Answer.SILENT);
        if (answer == LiveCheck.Answer.DOES_NOT) {
            throw new Refusal(ExchangeProblem.REVOKED);
        }
        if (answer == LiveCheck.Answer.OUTDATED) {
            throw new Refusal(ExchangeProblem.OUTDATED);
        }
        return Objects.requireNonNull(transaction.execute(_ -> arrive(
                actor,
                volunteerId,
                opened,
                proved,
                // Who pinned the key of a platform does not profit by it: another officer looks first.
                issuer.filter(i -> !i.isPinnedFor(person)),
                answer == LiveCheck.Answer.HOLDS)));
    }

    private ArrivalView arrive(
            Actor actor,
            long volunteerId,
            PassportFile.Opened opened,
            Set<String> proved,
            Optional<IssuerView> issuer,
            boolean asked) {
        Passport passport = opened.passport();
        ArrivalView arrival = new ArrivalView(
                volunteerId,
                Ids.next(),
                passport.id(),
                passport.issuer().origin(),
                passport.issuer().name(),
                opened.key(),
                State.CLAIMED,
                passport.moving(),
                passport.totals(),
                clock.instant(),
                asked,
                null,
                null);
        if (store.insert(arrival, opened.sha256(), vault.seal(PassportJson.write(passport)), actor.accountId())) {
            if (issuer.isPresent()) {
                settling.verify(actor, arrival, passport, proved);
            } else {
                settling.claim(arrival, passport, proved);
            }
            audit.write(
                    actor,
                    "exchange.arrival",
                    "arrival:" + Ids.text(arrival.arrivalId()),
                    arrival.origin() + " " + arrival.passport());
        }
        return store.find(volunteerId, opened.sha256()).orElseThrow();
    }

    /** The person's arrivals, the newest first. */
    @Transactional(readOnly = true)
    public List<ArrivalView> list(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return store.list(volunteerId);
    }

    /** One of them with its records; refuses with {@code exchange.unknown}. */
    @Transactional(readOnly = true)
    public Detail get(Actor actor, long volunteerId, long arrivalId) {
        volunteers.require(actor, volunteerId);
        return detail(volunteerId, arrivalId);
    }

    Detail detail(long volunteerId, long arrivalId) {
        ArrivalView arrival = store.list(volunteerId).stream()
                .filter(a -> a.arrivalId() == arrivalId)
                .findFirst()
                .orElseThrow(() -> new Refusal(ExchangeProblem.UNKNOWN));
        Passport passport = settling.content(arrival);
        Map<Long, Claim> known = claimStore.claims(volunteerId);
        List<Claim> claims = new ArrayList<>();
        for (Passport.Line line : passport.records()) {
            Claim claim = known.get(Settling.sourceId(passport, line));
            if (claim != null) {
                claims.add(claim);
            }
        }
        // What went away and did not come back stands in no line of it.
        known.values().stream()
                .filter(c -> settling.isFromHere(c) && !claims.contains(c) && claimStore.arrivalOf(c) == arrivalId)
                .forEach(claims::add);
        Set<Long> live = settling.live(volunteerId);
        return new Detail(
                arrival,
                claims,
                here(claims.stream().filter(c -> settling.isHere(c, live)).toList()));
    }

    /**
     * The signed receipt with which the person completes the move at the issuer; none until everything that counts there is
     * on record here. Refuses with {@code exchange.unknown}.
     */
    @Transactional
    public Optional<String> receipt(Actor actor, long volunteerId, long arrivalId) {
        Detail detail = get(actor, volunteerId, arrivalId);
        ArrivalView arrival = detail.arrival();
        if (!arrival.moving()
                || arrival.state() != State.VERIFIED
                || !detail.here().equals(arrival.totals())) {
            return Optional.empty();
        }
        return Optional.of(receipts.write(new Receipt(
                Receipt.FORMAT,
                arrival.passport(),
                HexFormat.of().formatHex(store.sha256(volunteerId, arrivalId)),
                arrival.origin(),
                log.origin(),
                Objects.requireNonNullElse(arrival.decidedAt(), Instant.EPOCH),
                detail.here())));
    }

    private static Passport.Totals here(List<Claim> claims) {
        int records = 0;
        long credit = 0;
        long honour = 0;
        for (Claim claim : claims) {
            records++;
            credit += claim.kind() == TimeKind.CREDIT ? claim.minutes() : 0;
            honour += claim.kind() == TimeKind.HONOUR ? claim.minutes() : 0;
        }
        return new Passport.Totals(records, credit, honour);
    }

    private boolean isOurs(PublicKey key) {
        return Arrays.equals(key.encoded(), signatures.key().encoded())
                || log.keys().stream().anyMatch(k -> Arrays.equals(k.encoded(), key.encoded()));
    }

    private void requirePerson(Actor actor, VolunteerView person, Passport.Person claimed, boolean itIsMe) {
        boolean sameTail = documents.compare(
                actor, person.id(), (type, number) -> Passports.tail(number).equals(claimed.documentTail()));
        if (!sameTail) {
            throw new Refusal(ExchangeProblem.SOMEBODY_ELSE);
        }
        // Some hundred thousand rounds: only for whom the rest speaks.
        boolean sameDocument = documents.compare(
                actor,
                person.id(),
                (type, number) -> type.equals(claimed.documentType())
                        && DocumentDigest.matches(claimed.documentDigest(), type, number));
        if (sameDocument) {
            return;
        }
        boolean alike = tidy(person.name()).equals(tidy(claimed.name()))
                && person.birthDate().equals(claimed.birthDate());
        if (!alike) {
            throw new Refusal(ExchangeProblem.SOMEBODY_ELSE);
        }
        if (!itIsMe) {
            throw new Refusal(ExchangeProblem.CONFIRM_PERSON).at("me");
        }
    }

    private static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
