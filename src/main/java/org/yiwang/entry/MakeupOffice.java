package org.yiwang.entry;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.trust.SanctionView;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.trust.Sanctions;

/**
 * The district's word on makeup and on time entered for strangers (domain F18: higher review). Needs
 * {@code MAKEUP_APPROVE} where the activity was; nobody approves what they entered, confirmed, or profit from,
 * nor for an organization that they lead.
 */
@Component
public class MakeupOffice {

    private static final int LIST_SIZE = 200;

    private final EntryStore store;
    private final EntryProgress progress;
    private final Proofs proofs;
    private final MakeupScope scope;
    private final MakeupCalls calls;
    private final Sanctions sanctions;
    private final AuditTrail audit;

    MakeupOffice(
            EntryStore store,
            EntryProgress progress,
            Proofs proofs,
            MakeupScope scope,
            MakeupCalls calls,
            Sanctions sanctions,
            AuditTrail audit) {
        this.store = store;
        this.progress = progress;
        this.proofs = proofs;
        this.scope = scope;
        this.calls = calls;
        this.sanctions = sanctions;
        this.audit = audit;
    }

    /** Sheets with lines that wait for the district, the oldest first. */
    @Transactional(readOnly = true)
    public List<EntrySheet> queue(Actor actor) {
        return store.waiting(EntryState.WITH_DISTRICT, actor.reach(Permission.MAKEUP_APPROVE), LIST_SIZE);
    }

    /** How many of them wait. */
    public int count(Actor actor) {
        return store.countWaiting(EntryState.WITH_DISTRICT, actor.reach(Permission.MAKEUP_APPROVE), 0);
    }

    /** A sheet with its people by full name; the look is noted. Refuses with {@code entry.unknown} outside of reach. */
    @Transactional
    public EntrySheet get(Actor actor, long activityId, long sheetId) {
        EntrySheet sheet = scope.find(actor, activityId, sheetId);
        audit.lookAtList(actor, EntryDesk.subject(sheet), sheet.lines().size(), sheet.region());
        return sheet;
    }

    /** What happened to each line of a sheet, by volunteer. */
    public Map<Long, List<EntryStep>> steps(EntrySheet sheet) {
        return store.steps(sheet.activityId(), sheet.id());
    }

    /** Sanctions for false hours in force against the organization or people on the sheet, for the district to know of. */
    public List<Sanctions.Mark> marks(EntrySheet sheet) {
        return sanctions.marksOf(
                sheet.organizationId(),
                sheet.lines().stream().map(EntryLine::volunteerId).toList());
    }

    /** Those of the sheets with any such sanction. */
    public Set<Long> marked(List<EntrySheet> sheets) {
        Map<Long, List<EntrySheet>> byOrganization =
                sheets.stream().collect(Collectors.groupingBy(EntrySheet::organizationId));
        Set<Long> marked = new HashSet<>();
        byOrganization.forEach((organization, of) -> {
            List<Long> people = of.stream()
                    .flatMap(sheet -> sheet.lines().stream())
                    .map(EntryLine::volunteerId)
                    .distinct()
                    .toList();
            Set<Subject> subjects = sanctions.marksOf(organization, people).stream()
                    .map(Sanctions.Mark::subject)
                    .collect(Collectors.toSet());
            boolean all = subjects.stream().anyMatch(s -> s.kind() == SanctionView.Kind.ORGANIZATION);
            of.stream()
                    .filter(sheet -> all
                            || sheet.lines().stream()
                                    .anyMatch(line -> subjects.contains(Subject.volunteer(line.volunteerId()))))
                    .forEach(sheet -> marked.add(sheet.id()));
        });
        return marked;
    }

    /** Its scanned proof; the look is noted. Refuses with {@code entry.proof-unknown}. */
    @Transactional
    public ProofFile proof(Actor actor, long activityId, long sheetId) {
        return proofs.look(actor, scope.find(actor, activityId, sheetId));
    }

    /**
     * Approves lines, which come on record with that. Refuses with {@code entry.not-open}, {@code entry.district-same},
     * {@code entry.own}, {@code entry.own-team}, {@code entry.proof-not-seen}, and with {@code entry.sample-needed}, {@code
     * entry.not-confirmed}, {@code entry.calls-needed} and {@code entry.called-it} where people have to be called first
     * ({@link MakeupCalls}).
     *
     * @param why what was looked at, kept with the line
     */
    @Transactional
    public void approve(Actor actor, long activityId, long sheetId, Set<Long> volunteerIds, String why) {
        EntrySheet sheet = lock(actor, activityId, sheetId, why);
        List<EntryLine> lines = scope.waiting(actor, sheet, volunteerIds);
        proofs.requireLooked(actor, sheet);
        calls.requireEnough(actor, sheet, lines);
        progress.approved(actor, sheet, lines, why.strip());
        audit.write(actor, "entry.approve", EntryDesk.subject(sheet), why, sheet.region());
    }

    /** Refuses lines, with the reason that the volunteer and the organization read. */
    @Transactional
    public void refuse(Actor actor, long activityId, long sheetId, Set<Long> volunteerIds, String why) {
        EntrySheet sheet = lock(actor, activityId, sheetId, why);
        scope.waiting(actor, sheet, volunteerIds).forEach(line -> progress.refused(actor, sheet, line, why.strip()));
        audit.write(actor, "entry.turn-down", EntryDesk.subject(sheet), why, sheet.region());
    }

    private EntrySheet lock(Actor actor, long activityId, long sheetId, String why) {
        if (why.isBlank()) {
            throw new Refusal(EntryProblem.REASON_NEEDED).at("why");
        }
        return scope.lock(actor, activityId, sheetId);
    }
}
