package org.yiwang.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.Accounts;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.seal.Head;
import org.yiwang.seal.SealedLog;
import org.yiwang.trust.Outcome;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Calls about makeup of an organization that is above its share (domain F18, §6; rules {@code entry.quota} and {@code
 * entry.makeup-sample}): some people of a sheet are drawn by a lot that nobody could choose, and called; what they say
 * decides what can be approved. Who was drawn is approved only when they confirmed it; the others when enough of those
 * drawn did. Who says not to have been there, or not at that time, on the phone or on the own page, is refused at once, and
 * from then on everybody else on the sheet is called too. Needs {@code MAKEUP_APPROVE} where the activity was.
 */
@Component
public class MakeupCalls {

    private final EntryStore store;
    private final MakeupSampleStore samples;
    private final MakeupScope scope;
    private final EntryProgress progress;
    private final Quotas quotas;
    private final SealedLog log;
    private final Volunteers volunteers;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Rules rules;
    private final Clock clock;

    MakeupCalls(
            EntryStore store,
            MakeupSampleStore samples,
            MakeupScope scope,
            EntryProgress progress,
            Quotas quotas,
            SealedLog log,
            Volunteers volunteers,
            Accounts accounts,
            AuditTrail audit,
            Rules rules,
            Clock clock) {
        this.store = store;
        this.samples = samples;
        this.scope = scope;
        this.progress = progress;
        this.quotas = quotas;
        this.log = log;
        this.volunteers = volunteers;
        this.accounts = accounts;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /** Who was drawn of the sheet and what they said. */
    @Transactional(readOnly = true)
    public MakeupSample of(EntrySheet sheet) {
        return samples.of(sheet, rule(sheet).value());
    }

    /**
     * Whether people of the sheet have to be called before it is approved: lines wait that were in no draw, and with what
     * waits on the sheet the organization's makeup and manual entry of a year go above its share; or others of the sheet
     * were drawn before.
     */
    @Transactional(readOnly = true)
    public boolean isDrawNeeded(EntrySheet sheet) {
        return isDrawNeeded(sheet, of(sheet));
    }

    private boolean isDrawNeeded(EntrySheet sheet, MakeupSample sample) {
        return !fresh(sheet, sample).isEmpty() && (sample.isDrawn() || isAboveShare(sheet));
    }

    private boolean isAboveShare(EntrySheet sheet) {
        int waiting = sheet.in(EntryState.WITH_DISTRICT).stream()
                .mapToInt(EntryLine::minutes)
                .sum();
        QuotaView quota = quotas.left(sheet.organizationId());
        int year =
                store.makeupMinutes(sheet.organizationId(), clock.instant().minus(Duration.ofDays(7L * quota.weeks())));
        return quota.yearUsedMinutes() + year + waiting > quota.yearLimitMinutes();
    }

    /** Lines that wait and were in no draw; none of a sheet that is no makeup. */
    private static List<EntryLine> fresh(EntrySheet sheet, MakeupSample sample) {
        return sheet.kind() != EntryKind.MAKEUP
                ? List.of()
                : sheet.in(EntryState.WITH_DISTRICT).stream()
                        .filter(line -> sample.find(line.volunteerId()).isEmpty())
                        .toList();
    }

    /**
     * Draws whom to call: of the lines that were in no draw yet by the first head of the sealed log after the second person
     * confirmed the sheet; where all were, the next in line, for somebody who cannot be reached. Later lines are put in order
     * by the same head, and as it was known when they came, all of them are called. Refuses with {@code entry.no-head-yet} and
     * {@code entry.all-drawn}, and as an approval does.
     */
    @Transactional
    public void draw(Actor actor, long activityId, long sheetId) {
        EntrySheet sheet = scope.lock(actor, activityId, sheetId);
        scope.waiting(actor, sheet, people(sheet.in(EntryState.WITH_DISTRICT)));
        MakeupSample sample = of(sheet);
        if (!fresh(sheet, sample).isEmpty()) {
            drawFresh(actor, sheet, sample);
        } else if (!samples.drawNext(sheet)) {
            throw new Refusal(EntryProblem.ALL_DRAWN);
        }
        samples.countDisagreements(sheet);
        audit.write(actor, "entry.draw", EntryDesk.subject(sheet), null, sheet.region());
    }

    private void drawFresh(Actor actor, EntrySheet sheet, MakeupSample sample) {
        Head head = log.firstHeadSince(confirmed(sheet)).orElseThrow(() -> new Refusal(EntryProblem.NO_HEAD_YET));
        String seed = LineDraw.seed(head.root().toString(), sheet.id());
        Rule<MakeupSampleRule> rule = rule(sheet);
        List<EntryLine> order = LineDraw.order(seed, lot(sheet, sample));
        List<EntryLine> inTime =
                order.stream().filter(line -> wasThereBefore(head.at(), line)).toList();
        Set<EntryLine> drawn = new HashSet<>(order);
        if (!wasDenied(sample)) {
            inTime.stream().skip(rule.value().size(inTime.size())).forEach(drawn::remove);
        }
        samples.insert(
                sheet,
                new MakeupSampleStore.Drawn(
                        sample.draws().size() + 1, head, seed, rule.version(), actor.accountId(), clock.instant()),
                order,
                drawn);
    }

    /** The lines that were in no draw, also those that the person said no to meanwhile: nobody slips out of the lot so. */
    private List<EntryLine> lot(EntrySheet sheet, MakeupSample sample) {
        Map<Long, List<EntryStep>> steps = store.steps(sheet.activityId(), sheet.id());
        Stream<EntryLine> denied = sheet.lines().stream()
                .filter(line -> line.confirmedAt() != null
                        && sample.find(line.volunteerId()).isEmpty()
                        && steps.getOrDefault(line.volunteerId(), List.of()).stream()
                                .anyMatch(step -> step.what().equals("disagreed")));
        return Stream.concat(fresh(sheet, sample).stream(), denied).toList();
    }

    private static Set<Long> people(List<EntryLine> lines) {
        return lines.stream().map(EntryLine::volunteerId).collect(Collectors.toSet());
    }

    private static boolean wasDenied(MakeupSample sample) {
        return sample.people().stream().map(MakeupSample.Person::outcome).anyMatch(MakeupCalls::isDenial);
    }

    private static boolean isDenial(@Nullable Outcome outcome) {
        return outcome == Outcome.WRONG_TIME || outcome == Outcome.WAS_NOT_THERE;
    }

    /** When the second person first confirmed lines of the sheet: whatever comes later takes no other lot. */
    private static Instant confirmed(EntrySheet sheet) {
        return sheet.lines().stream()
                .map(EntryLine::confirmedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Whether it was confirmed, and agreed to where that was needed, before anybody could know the lot. */
    private static boolean wasThereBefore(Instant known, EntryLine line) {
        return !isLate(known, line.confirmedAt()) && !(line.stranger() && isLate(known, line.agreedAt()));
    }

    private static boolean isLate(Instant known, @Nullable Instant moment) {
        return moment != null && !moment.isBefore(known);
    }

    /** Somebody who was drawn, as a caller sees them; the look is noted. Refuses with {@code entry.not-drawn}. */
    @Transactional
    public Whom whom(Actor actor, long activityId, long sheetId, long volunteerId) {
        EntrySheet sheet = scope.find(actor, activityId, sheetId);
        MakeupSample.Person drawn = drawn(sheet, volunteerId);
        VolunteerView person = volunteers.get(volunteerId);
        audit.lookAtList(actor, EntryDesk.subject(sheet), 1, sheet.region());
        return new Whom(
                sheet,
                line(sheet, volunteerId),
                person,
                accounts.get(person.contactAccountId()).maskedMobile(),
                drawn);
    }

    /**
     * Whom to call.
     *
     * @param sheet the sheet
     * @param line their line
     * @param person who
     * @param maskedMobile where, masked
     * @param drawn what came out so far
     */
    public record Whom(
            EntrySheet sheet, EntryLine line, VolunteerView person, String maskedMobile, MakeupSample.Person drawn) {}

    /** The mobile number in full; the look is noted with its purpose. Refuses with {@code account.purpose-needed}. */
    @Transactional
    public String reveal(Actor actor, long activityId, long sheetId, long volunteerId, String purpose) {
        EntrySheet sheet = scope.find(actor, activityId, sheetId);
        drawn(sheet, volunteerId);
        scope.waiting(actor, sheet, Set.of(volunteerId));
        audit.look(actor, "volunteer:" + Ids.text(volunteerId), purpose, sheet.region());
        return accounts.mobile(volunteers.get(volunteerId).contactAccountId());
    }

    /**
     * Notes what came out of a call; who was not reached may be called again. Somebody who was not there, or not at that
     * time, is refused with that note, which the person and the organization read, and everybody else on the sheet is
     * called then. Refuses with {@code entry.not-drawn}, {@code entry.reason-needed}, and as an approval does.
     */
    @Transactional
    public void note(Actor actor, long activityId, long sheetId, long volunteerId, Outcome outcome, String note) {
        EntrySheet sheet = scope.lock(actor, activityId, sheetId);
        drawn(sheet, volunteerId);
        EntryLine line = scope.waiting(actor, sheet, Set.of(volunteerId)).getFirst();
        if (isDenial(outcome) && note.isBlank()) {
            throw new Refusal(EntryProblem.REASON_NEEDED).at("note");
        }
        samples.note(line, new MakeupSample.Call(outcome, note.strip(), actor.accountId(), clock.instant()));
        progress.called(actor, line, outcome);
        audit.write(actor, "entry.call", EntryDesk.subject(sheet), outcome.name(), sheet.region());
        if (isDenial(outcome)) {
            progress.refused(actor, sheet, line, note.strip());
            samples.drawAll(sheet);
        }
    }

    /**
     * Makes sure that the actor may approve these lines as far as calls decide it. Refuses with {@code entry.sample-needed} while
     * nobody was drawn, with {@code entry.not-confirmed} for somebody drawn who did not confirm, with {@code
     * entry.calls-needed} for others while too few confirmed, with {@code entry.called-it} whoever noted a
     * confirmation.
     */
    void requireEnough(Actor actor, EntrySheet sheet, List<EntryLine> chosen) {
        samples.lockShare(sheet.organizationId());
        MakeupSample sample = of(sheet);
        if (sheet.kind() != EntryKind.MAKEUP || !sample.isDrawn() && !isAboveShare(sheet)) {
            return;
        }
        for (EntryLine line : chosen) {
            MakeupSample.Person person =
                    sample.find(line.volunteerId()).orElseThrow(() -> new Refusal(EntryProblem.SAMPLE_NEEDED));
            if (person.drawn() && person.outcome() != Outcome.CONFIRMED) {
                throw new Refusal(
                                EntryProblem.NOT_CONFIRMED,
                                volunteers.get(line.volunteerId()).name())
                        .at("people");
            }
            if (!person.drawn() && sample.confirmed() < sample.needed()) {
                throw new Refusal(EntryProblem.CALLS_NEEDED, sample.needed(), sample.confirmed());
            }
        }
        scope.requireNotCaller(actor, sample);
    }

    private MakeupSample.Person drawn(EntrySheet sheet, long volunteerId) {
        return of(sheet)
                .find(volunteerId)
                .filter(MakeupSample.Person::drawn)
                .orElseThrow(() -> new Refusal(EntryProblem.NOT_DRAWN));
    }

    private static EntryLine line(EntrySheet sheet, long volunteerId) {
        return sheet.lines().stream()
                .filter(line -> line.volunteerId() == volunteerId)
                .findFirst()
                .orElseThrow(() -> new Refusal(EntryProblem.NOT_DRAWN));
    }

    /** Of a sheet that was drawn the version by which it was, else that of today. */
    private Rule<MakeupSampleRule> rule(EntrySheet sheet) {
        return samples.ruleVersion(sheet)
                .map(version -> rules.version(version, MakeupSampleRule.KEY, MakeupSampleRule.class))
                .orElseGet(() -> rules.current(MakeupSampleRule.KEY, MakeupSampleRule.class));
    }
}
