package org.yiwang.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.exchange.ArrivalView.Claim;
import org.yiwang.exchange.ArrivalView.ClaimState;
import org.yiwang.exchange.ArrivalView.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.platform.Vault;
import org.yiwang.record.Intake;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.RecordIntake.Terms;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.record.Statutory;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.seal.SealedLog;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Makes records of what a passport claims, once its issuer is trusted: each exactly once, however often and with however many
 * passports it comes. Joins the caller's transaction.
 */
@Component
class Settling {

    /** Nothing here organized the service: the activity, shift and organization of another platform. */
    private static final long ELSEWHERE = 0;

    /** Why a record is doubted of which its platform knows no longer, or less. */
    private static final String GONE_THERE = "exchange.claim.gone-there";

    private final ArrivalStore store;
    private final ClaimStore claimStore;
    private final Homecoming homecoming;
    private final RecordIntake intake;
    private final RecordCases records;
    private final Records all;
    private final PassportDossier dossier;
    private final Volunteers volunteers;
    private final Notifications notifications;
    private final SealedLog log;
    private final Vault vault;
    private final Rules rules;
    private final Clock clock;

    Settling(
            ArrivalStore store,
            ClaimStore claimStore,
            Homecoming homecoming,
            RecordIntake intake,
            RecordCases records,
            Records all,
            PassportDossier dossier,
            Volunteers volunteers,
            Notifications notifications,
            SealedLog log,
            Vault vault,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.claimStore = claimStore;
        this.homecoming = homecoming;
        this.intake = intake;
        this.records = records;
        this.all = all;
        this.dossier = dossier;
        this.volunteers = volunteers;
        this.notifications = notifications;
        this.log = log;
        this.vault = vault;
        this.rules = rules;
        this.clock = clock;
    }

    /** Notes what an issuer who is not trusted claims; it counts nowhere. */
    void claim(ArrivalView arrival, Passport passport, Set<String> proved) {
        List<Claim> claims = passport.records().stream()
                .map(line -> claim(
                        arrival, passport, line, proved.contains(line.id()) ? ClaimState.CLAIMED : ClaimState.WAITING))
                .toList();
        claimStore.put(arrival.arrivalId(), claims, clock.instant());
    }

    /** The issuer is trusted: takes everything in that counts there and is not here yet. How many records are new. */
    int verify(Actor actor, ArrivalView arrival, Passport passport, Set<String> proved) {
        Map<Long, Claim> before = claimStore.claims(arrival.volunteerId());
        List<Claim> settled = new ArrayList<>();
        List<Claim> open = new ArrayList<>();
        List<RecordDraft> drafts = new ArrayList<>();
        Set<Long> live = live(arrival.volunteerId());
        for (Passport.Line line : passport.records()) {
            Claim claim = claim(arrival, passport, line, ClaimState.CLAIMED);
            Claim known = before.get(claim.sourceId());
            if (known != null && known.state() != ClaimState.CLAIMED && known.state() != ClaimState.WAITING) {
                continue;
            }
            if (isFromHere(claim)) {
                settled.add(home(claim, live));
            } else if (proved.contains(line.id())) {
                open.add(claim);
                drafts.add(draft(claim, line));
            } else {
                settled.add(claim.as(ClaimState.WAITING, null, null));
            }
        }
        for (int from = 0; from < drafts.size(); from += RecordIntake.MOST) {
            int to = Math.min(drafts.size(), from + RecordIntake.MOST);
            List<Intake> answers = intake.take(drafts.subList(from, to), terms());
            for (int i = from; i < to; i++) {
                settled.add(settled(open.get(i), answers.get(i - from)));
            }
        }
        claimStore.put(arrival.arrivalId(), settled, clock.instant());
        dossier.take(actor, arrival, passport);
        if (arrival.moving()) {
            homecoming.end(arrival, passport);
        }
        doubtWhatIsGone(arrival, passport);
        store.decide(arrival, State.VERIFIED, actor.accountId(), clock.instant(), null);
        int taken = (int)
                settled.stream().filter(c -> c.state() == ClaimState.TAKEN).count();
        tell(arrival, taken);
        return taken;
    }

    /**
     * As {@link #verify} for everything that waits for this issuer to be trusted, except what those brought who decided that:
     * that goes to a third officer.
     */
    int verifyWaiting(Actor actor, IssuerView issuer) {
        int taken = 0;
        for (ArrivalView arrival : store.waitingFor(issuer.key().id())) {
            boolean own = issuer.isPinnedFor(volunteers.get(arrival.volunteerId()));
            if (arrival.origin().equals(issuer.origin()) && !own) {
                taken += verify(actor, arrival);
            }
        }
        return taken;
    }

    /** As {@link #verify} for one that waits. */
    int verify(Actor actor, ArrivalView arrival) {
        Passport passport = content(arrival);
        return verify(actor, arrival, passport, PassportCheck.proved(passport));
    }

    /**
     * What was taken from there before and, by the newest passport, counts there no longer or with fewer minutes, waits for
     * the decision of two officers: nobody else tells here what was void there after it had come.
     */
    private void doubtWhatIsGone(ArrivalView arrival, Passport passport) {
        Map<Long, Integer> there = passport.records().stream()
                .filter(Passport.Line::counts)
                .collect(Collectors.toMap(line -> sourceId(passport, line), Passport.Line::minutes, Math::max));
        List<Claim> gone = claimStore.takenFrom(arrival.volunteerId(), arrival.origin()).stream()
                .filter(claim -> there.getOrDefault(claim.sourceId(), 0) < claim.minutes())
                .filter(claim -> countsMore(claim, there.getOrDefault(claim.sourceId(), 0)))
                .toList();
        if (!gone.isEmpty() && isNewest(arrival, passport)) {
            gone.forEach(claim -> claimStore.doubt(claim, GONE_THERE, clock.instant()));
        }
    }

    private boolean countsMore(Claim claim, int minutesThere) {
        RecordView now = current(claim);
        return now.state() != RecordState.VOID && now.serviceMinutes() > minutesThere;
    }

    /** Whether every passport of that platform that was taken in before was made before. */
    private boolean isNewest(ArrivalView arrival, Passport passport) {
        return store.list(arrival.volunteerId()).stream()
                .filter(a -> a.state() == State.VERIFIED && a.origin().equals(arrival.origin()))
                .allMatch(a -> content(a).madeAt().isBefore(passport.madeAt()));
    }

    /** The issuer is trusted no longer: what came in by it waits for a decision. */
    void doubt(IssuerView issuer) {
        claimStore.doubt(issuer.key().id(), clock.instant());
    }

    /** The record of a claim that is on record here as it stands now: the last correction of it. */
    RecordView current(Claim claim) {
        RecordView now = records.get(new RecordKey(claim.volunteerId(), Objects.requireNonNull(claim.recordId())));
        for (Optional<RecordView> next = all.findCorrection(now); next.isPresent(); next = all.findCorrection(now)) {
            now = next.get();
        }
        return now;
    }

    /** Tries again to make a record of a claim in conflict, after what was here has been set right. */
    Claim tryAgain(Claim claim) {
        if (isFromHere(claim)) {
            // It went away and did not come back as it was: either it is over here too by now, or undecided still.
            Claim home = home(claim, live(claim.volunteerId()));
            return home.state() == ClaimState.HOME ? claim : home;
        }
        Passport passport = PassportJson.read(
                vault.open(store.content(claim.volunteerId(), claimStore.arrivalOf(claim))), Passport.class);
        Passport.Line line = passport.records().stream()
                .filter(l -> sourceId(passport, l) == claim.sourceId())
                .findFirst()
                .orElseThrow(() -> new Refusal(ExchangeProblem.UNKNOWN));
        return settled(claim, intake.take(List.of(draft(claim, line)), terms()).getFirst());
    }

    /** The passport as it arrived. */
    Passport content(ArrivalView arrival) {
        return PassportJson.read(vault.open(store.content(arrival.volunteerId(), arrival.arrivalId())), Passport.class);
    }

    /** By what a record is known again wherever it comes from: a number made of the place it was made and its number there. */
    static long sourceId(Passport passport, Passport.Line line) {
        Passport.Source source = line.source();
        return source == null
                ? sourceId(passport.issuer().origin(), line.id())
                : sourceId(source.origin(), source.id());
    }

    static long sourceId(String origin, String id) {
        String name = origin + "\n" + id;
        return ByteBuffer.wrap(PassportFile.sha256(name.getBytes(StandardCharsets.UTF_8)))
                        .getLong()
                & Long.MAX_VALUE;
    }

    /** Numbers of the person's records that count here or may come to count. */
    Set<Long> live(long volunteerId) {
        return records.ofVolunteer(volunteerId).stream()
                .map(RecordView::recordId)
                .collect(Collectors.toSet());
    }

    /** Whether what a claim says is on record here. */
    boolean isHere(Claim claim, Set<Long> live) {
        return switch (claim.state()) {
            case TAKEN -> live.contains(Objects.requireNonNull(claim.recordId()));
            case HOME -> Ids.parse(claim.issuerRecord()).filter(live::contains).isPresent();
            case CLAIMED, WAITING, CONFLICT, DROPPED -> false;
        };
    }

    /** Whether the record was made here in the first place. */
    boolean isFromHere(Claim claim) {
        return log.origin().equals(claim.origin());
    }

    /**
     * A record that was made here in the first place never becomes a second one, whatever a passport says of it: it is at
     * home, or what became of it here stands – corrected, void, or never this person's.
     */
    private static Claim home(Claim claim, Set<Long> live) {
        return Ids.parse(claim.issuerRecord()).filter(live::contains).isPresent()
                ? claim.as(ClaimState.HOME, null, null)
                : claim.as(ClaimState.DROPPED, null, "exchange.claim.over-here");
    }

    private static Claim settled(Claim claim, Intake answer) {
        return switch (answer) {
            case Intake.Taken taken -> claim.as(ClaimState.TAKEN, taken.key().recordId(), null);
            case Intake.Known known -> claim.as(ClaimState.TAKEN, known.key().recordId(), null);
            case Intake.Refused refused ->
                claim.as(
                        ClaimState.CONFLICT,
                        null,
                        "problem." + refused.problem().code());
        };
    }

    static Claim claim(ArrivalView arrival, Passport passport, Passport.Line line, ClaimState state) {
        Passport.Source source = line.source();
        boolean counts = line.countedFrom() != null && line.countedTo() != null;
        return new Claim(
                arrival.volunteerId(),
                sourceId(passport, line),
                source == null ? passport.issuer().origin() : source.origin(),
                source == null ? line.id() : source.id(),
                state,
                line.title(),
                line.organization(),
                line.region(),
                line.date(),
                counts
                        ? new Period(
                                Objects.requireNonNull(line.countedFrom()), Objects.requireNonNull(line.countedTo()))
                        : new Period(line.from(), line.to()),
                line.minutes(),
                line.kind(),
                line.grade(),
                null,
                null);
    }

    private static RecordDraft draft(Claim claim, Passport.Line line) {
        return new RecordDraft(
                claim.sourceId(),
                claim.volunteerId(),
                new Statutory(
                        ELSEWHERE,
                        ELSEWHERE,
                        ELSEWHERE,
                        line.organization(),
                        line.region(),
                        line.title(),
                        line.category(),
                        line.post(),
                        line.place(),
                        line.inCharge(),
                        List.of()),
                // The issuer has counted by its rules: what it counted is what is taken, to the minute.
                claim.served(),
                claim.served(),
                claim.origin() + " " + claim.issuerRecord(),
                claim.kind());
    }

    private Terms terms() {
        Rule<PassportRule> rule = rules.current(PassportRule.KEY, PassportRule.class);
        return new Terms(
                Origin.TRANSFER,
                0,
                new RecordIntake.Wait(Duration.ZERO, rule.key(), rule.version()),
                "record.why.passport");
    }

    private void tell(ArrivalView arrival, int taken) {
        VolunteerView person = volunteers.get(arrival.volunteerId());
        notifications.tell(
                person.contactAccountId(),
                new Notice(
                        "notice.exchange.taken",
                        List.of(arrival.issuer(), String.valueOf(taken)),
                        "/me/passport/arrivals/" + Ids.text(arrival.volunteerId()) + "/"
                                + Ids.text(arrival.arrivalId()),
                        false));
    }
}
