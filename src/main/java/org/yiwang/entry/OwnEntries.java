package org.yiwang.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** What organizers entered about a volunteer, for the volunteer or the guardian: to agree to, or to say that it is wrong. */
@Component
public class OwnEntries {

    private static final int LIST_SIZE = 50;

    private final EntryStore store;
    private final EntryProgress progress;
    private final MakeupSampleStore samples;
    private final Volunteers volunteers;
    private final AuditTrail audit;
    private final Clock clock;

    OwnEntries(
            EntryStore store,
            EntryProgress progress,
            MakeupSampleStore samples,
            Volunteers volunteers,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.progress = progress;
        this.samples = samples;
        this.volunteers = volunteers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sheets on which the person or a ward stands, each with that one line only, the last first. */
    @Transactional(readOnly = true)
    public List<EntrySheet> list(Actor actor) {
        return store.ofVolunteers(mine(actor), LIST_SIZE);
    }

    /** What happened to a line of the person's, in order. */
    public List<EntryStep> steps(EntryLine line) {
        return store.steps(line.activityId(), line.sheetId()).getOrDefault(line.volunteerId(), List.of());
    }

    /** How many lines wait for the person's word. */
    public int countToAnswer(Actor actor) {
        return store.countToAnswer(mine(actor));
    }

    /** The volunteer says that it is right. Refuses with {@code entry.unknown} and {@code entry.not-open}. */
    @Transactional
    public void agree(Actor actor, long activityId, long sheetId, long volunteerId) {
        EntrySheet sheet = lock(actor, activityId, sheetId, volunteerId);
        EntryLine line = sheet.lines().getFirst();
        if (line.agreedAt() == null) {
            if (line.state() != EntryState.WITH_DISTRICT && LocalDate.now(clock).isAfter(sheet.expiresOn())) {
                throw new Refusal(EntryProblem.NOT_OPEN);
            }
            progress.agreed(actor, sheet, line);
            audit.write(actor, "entry.agree", EntryDesk.subject(sheet), null, sheet.region());
        }
    }

    /**
     * The volunteer says that it is wrong or was somebody else; nothing becomes of it, and if the lot of makeup fell
     * on the person, everybody else on the sheet is called. Once it is on record an objection
     * does that. Refuses with {@code entry.unknown}, {@code entry.not-open}.
     */
    @Transactional
    public void disagree(Actor actor, long activityId, long sheetId, long volunteerId, String why) {
        EntrySheet sheet = lock(actor, activityId, sheetId, volunteerId);
        progress.disagreed(actor, sheet, sheet.lines().getFirst(), why.strip());
        samples.countDisagreements(sheet);
        audit.write(actor, "entry.disagree", EntryDesk.subject(sheet), why, sheet.region());
    }

    /** The sheet with only that line, which is open. */
    private EntrySheet lock(Actor actor, long activityId, long sheetId, long volunteerId) {
        if (!mine(actor).contains(volunteerId)) {
            throw new Refusal(EntryProblem.UNKNOWN);
        }
        EntrySheet sheet = store.lock(activityId, sheetId).orElseThrow(() -> new Refusal(EntryProblem.UNKNOWN));
        List<EntryLine> own = sheet.lines().stream()
                .filter(line -> line.volunteerId() == volunteerId)
                .toList();
        if (own.isEmpty()) {
            throw new Refusal(EntryProblem.UNKNOWN);
        }
        if (!own.getFirst().state().isOpen()) {
            throw new Refusal(EntryProblem.NOT_OPEN);
        }
        return sheet.with(own);
    }

    private List<Long> mine(Actor actor) {
        return volunteers.actingFor(actor).stream().map(VolunteerView::id).toList();
    }

    /** Those for whom the person acts, by number. */
    public Map<Long, VolunteerView> people(Actor actor) {
        return volunteers.getAll(mine(actor));
    }
}
