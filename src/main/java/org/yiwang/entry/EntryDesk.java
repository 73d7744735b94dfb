package org.yiwang.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.AuditTrail;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.RecordDesk;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * What an organization does about service that no check-in recorded: one person enters it, another one confirms it
 * (domain F2). All of it needs {@code RECORD_ENTER} for the activity; nobody acts on a line that concerns them.
 */
@Component
public class EntryDesk {

    private static final int LIST_SIZE = 200;

    private final EntryStore store;
    private final EntryChecks checks;
    private final EntryProgress progress;
    private final Proofs proofs;
    private final Quotas quotas;
    private final EntryGate gate;
    private final SecondPerson secondPerson;
    private final Activities activities;
    private final Volunteers volunteers;
    private final SignUps signUps;
    private final RecordDesk records;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EntryDesk(
            EntryStore store,
            EntryChecks checks,
            EntryProgress progress,
            Proofs proofs,
            Quotas quotas,
            EntryGate gate,
            SecondPerson secondPerson,
            Activities activities,
            Volunteers volunteers,
            SignUps signUps,
            RecordDesk records,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.progress = progress;
        this.proofs = proofs;
        this.quotas = quotas;
        this.gate = gate;
        this.secondPerson = secondPerson;
        this.activities = activities;
        this.volunteers = volunteers;
        this.signUps = signUps;
        this.records = records;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Enters service of one or several people; tells them and the organization's other leaders. Nothing is on record yet.
     * Refuses with the reasons of {@link EntryProblem}, among them {@code entry.published-late} for an activity that was
     * made afterwards and {@code entry.already}.
     *
     * @param scan the scanned proof as sent, empty if none; makeup cannot be confirmed without one
     * @return which sheet of the activity it is
     */
    public long enter(Actor actor, EntryDraft draft, byte[] scan) {
        // Taken apart outside of any transaction: it takes its time.
        activities.require(actor, Permission.RECORD_ENTER, draft.activityId());
        ProofFile proof = scan.length == 0 ? null : proofs.read(actor, scan);
        Long id = transaction.execute(status -> {
            EntrySheet sheet = checks.sheet(actor, draft);
            store.insert(sheet);
            if (proof != null) {
                proofs.keep(actor, sheet, proof);
            }
            sheet.lines().forEach(line -> progress.entered(actor, sheet, line));
            progress.tellLeaders(sheet, actor.accountId());
            audit.write(actor, "entry.enter", subject(sheet), sheet.why(), sheet.region());
            return sheet.id();
        });
        return java.util.Objects.requireNonNull(id);
    }

    /** Adds the scanned proof to a sheet of which no line was confirmed yet, or replaces it; only who entered it may. */
    public void addProof(Actor actor, long activityId, long sheetId, byte[] scan) {
        requireEnterer(actor, get(actor, activityId, sheetId));
        ProofFile proof = proofs.read(actor, scan);
        transaction.executeWithoutResult(status -> {
            EntrySheet sheet = lock(actor, activityId, sheetId);
            requireEnterer(actor, sheet);
            if (sheet.lines().stream().anyMatch(line -> line.state() != EntryState.ENTERED)) {
                throw new Refusal(EntryProblem.NOT_OPEN);
            }
            proofs.keep(actor, sheet, proof);
            audit.write(actor, "entry.proof", subject(sheet), null, sheet.region());
        });
    }

    /** All sheets of an activity, the last first; who stands on them is noted as seen. */
    @Transactional
    public List<EntrySheet> ofActivity(Actor actor, long activityId) {
        ActivityView activity = activities.require(actor, Permission.RECORD_ENTER, activityId);
        List<EntrySheet> sheets = store.ofActivity(activityId);
        audit.lookAtList(actor, "activity:" + Ids.text(activityId) + " entries", people(sheets), activity.region());
        return sheets;
    }

    /** A sheet; refuses with {@code entry.unknown} outside of reach. */
    public EntrySheet get(Actor actor, long activityId, long sheetId) {
        EntrySheet sheet = store.find(activityId, sheetId).orElseThrow(() -> new Refusal(EntryProblem.UNKNOWN));
        if (!actor.reach(Permission.RECORD_ENTER).covers(sheet.region(), sheet.ancestors())) {
            throw new Refusal(EntryProblem.UNKNOWN);
        }
        return sheet;
    }

    /** What happened to each line of a sheet, by volunteer. */
    public Map<Long, List<EntryStep>> steps(EntrySheet sheet) {
        return store.steps(sheet.activityId(), sheet.id());
    }

    /** Sheets with lines that wait for a second person, the oldest first; also those that the actor entered. */
    @Transactional
    public List<EntrySheet> waiting(Actor actor) {
        List<EntrySheet> sheets = store.waiting(EntryState.ENTERED, actor.reach(Permission.RECORD_ENTER), LIST_SIZE);
        audit.lookAtList(actor, "entries waiting", people(sheets), null);
        return sheets;
    }

    /**
     * Those who had a place in the shift and of whom no record covers part of it: whose check-in may be missing. By name;
     * that they were seen is noted. Also needs {@code RECORD_ATTEST}.
     */
    @Transactional
    public List<VolunteerView> missing(Actor actor, long activityId, long shiftId) {
        activities.require(actor, Permission.RECORD_ENTER, activityId);
        Set<Long> recorded = records.ofActivity(actor, activityId).stream()
                .filter(record -> record.counted() != null
                        && record.state() != RecordState.VOID
                        && activities.get(activityId).shifts().stream()
                                .anyMatch(s -> s.id() == shiftId && s.period().overlaps(record.counted())))
                .map(RecordView::volunteerId)
                .collect(Collectors.toSet());
        List<Long> accepted = signUps.accepted(activityId).stream()
                .filter(s -> s.shiftId() == shiftId && !recorded.contains(s.volunteerId()))
                .map(SignUpView::volunteerId)
                .toList();
        return volunteers.getAll(accepted).values().stream()
                .filter(person -> !person.concerns(actor.accountId()))
                .toList();
    }

    /** How many sheets wait for this person's confirmation. */
    public int countWaiting(Actor actor) {
        return store.countWaiting(EntryState.ENTERED, actor.reach(Permission.RECORD_ENTER), actor.accountId());
    }

    /** The scanned proof of a sheet; the look is noted. Refuses with {@code entry.proof-unknown}. */
    @Transactional
    public ProofFile proof(Actor actor, long activityId, long sheetId) {
        EntrySheet sheet = get(actor, activityId, sheetId);
        return proofs.look(actor, sheet);
    }

    /**
     * Confirms lines as the second person. Uses the organization's quota (manual entry); what needs nobody else comes on
     * record. Refuses with {@code entry.second-person} and the other reasons of {@link SecondPerson}, with
     * {@code entry.quota}, {@code entry.proof-needed}, {@code entry.not-open} and {@code entry.own}.
     *
     * What the second person saw is what is confirmed: refuses with {@code entry.proof-changed} and {@code
     * entry.proof-not-seen} where there is a proof.
     *
     * @param volunteerIds whose lines
     * @param proofHash SHA-256 of the proof that was shown ({@link EntrySheet#proofHash}), null if none was
     */
    @Transactional
    public void confirm(
            Actor actor, long activityId, long sheetId, Set<Long> volunteerIds, @Nullable String proofHash) {
        EntrySheet sheet = lock(actor, activityId, sheetId);
        gate.require(actor, sheet.organizationId());
        secondPerson.require(sheet.enteredBy(), actor, sheet.organizationId());
        List<EntryLine> lines = open(actor, sheet, volunteerIds);
        if (sheet.kind() == EntryKind.MAKEUP && sheet.proof() == null) {
            throw new Refusal(EntryProblem.PROOF_NEEDED);
        }
        proofs.requireSeen(actor, sheet, proofHash);
        if (sheet.kind() == EntryKind.MANUAL) {
            int minutes = lines.stream().mapToInt(EntryLine::minutes).sum();
            quotas.use(sheet.organizationId(), LocalDate.now(clock), minutes);
        }
        progress.confirmed(actor, sheet, lines);
        audit.write(actor, "entry.confirm", subject(sheet), null, sheet.region());
    }

    /** Refuses lines as the second person, with the reason that the volunteer and who entered them read. */
    @Transactional
    public void refuse(Actor actor, long activityId, long sheetId, Set<Long> volunteerIds, String why) {
        EntrySheet sheet = lock(actor, activityId, sheetId);
        if (sheet.enteredBy() == actor.accountId()) {
            throw new Refusal(EntryProblem.SECOND_PERSON);
        }
        over(actor, sheet, volunteerIds, why, (line, reason) -> progress.refused(actor, sheet, line, reason));
        audit.write(actor, "entry.refuse", subject(sheet), why, sheet.region());
    }

    /** Takes back lines that nobody confirmed; only who entered them may. */
    @Transactional
    public void withdraw(Actor actor, long activityId, long sheetId, Set<Long> volunteerIds, String why) {
        EntrySheet sheet = lock(actor, activityId, sheetId);
        requireEnterer(actor, sheet);
        over(actor, sheet, volunteerIds, why, (line, reason) -> progress.withdrawn(actor, sheet, line, reason));
        audit.write(actor, "entry.withdraw", subject(sheet), why, sheet.region());
    }

    private void over(
            Actor actor, EntrySheet sheet, Set<Long> volunteerIds, String why, BiConsumer<EntryLine, String> each) {
        if (why.isBlank()) {
            throw new Refusal(EntryProblem.REASON_NEEDED).at("why");
        }
        open(actor, sheet, volunteerIds).forEach(line -> each.accept(line, why.strip()));
    }

    private EntrySheet lock(Actor actor, long activityId, long sheetId) {
        get(actor, activityId, sheetId);
        return store.lock(activityId, sheetId).orElseThrow(() -> new Refusal(EntryProblem.UNKNOWN));
    }

    private static void requireEnterer(Actor actor, EntrySheet sheet) {
        if (sheet.enteredBy() != actor.accountId()) {
            throw new Refusal(Actor.AccessProblem.OUT_OF_SCOPE);
        }
    }

    /** The lines, each of which waits for a second person and concerns somebody else. */
    private List<EntryLine> open(Actor actor, EntrySheet sheet, Set<Long> volunteerIds) {
        List<EntryLine> lines = sheet.lines().stream()
                .filter(line -> volunteerIds.contains(line.volunteerId()))
                .toList();
        if (lines.isEmpty()) {
            throw new Refusal(EntryProblem.NOBODY).at("people");
        }
        if (lines.stream().anyMatch(line -> line.state() != EntryState.ENTERED)
                || LocalDate.now(clock).isAfter(sheet.expiresOn())) {
            throw new Refusal(EntryProblem.NOT_OPEN);
        }
        boolean own = volunteers
                .getAll(lines.stream().map(EntryLine::volunteerId).toList())
                .values()
                .stream()
                .anyMatch(person -> person.concerns(actor.accountId()));
        if (own) {
            throw new Refusal(EntryProblem.OWN).at("people");
        }
        return lines;
    }

    private static int people(Collection<EntrySheet> sheets) {
        return (int) sheets.stream()
                .flatMap(sheet -> sheet.lines().stream())
                .map(EntryLine::volunteerId)
                .distinct()
                .count();
    }

    static String subject(EntrySheet sheet) {
        return "entry:" + Ids.text(sheet.activityId()) + "/" + Ids.text(sheet.id());
    }
}
