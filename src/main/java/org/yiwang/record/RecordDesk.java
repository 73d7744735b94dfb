package org.yiwang.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * What organizers and offices do about records: see those of an activity, approve long days or refuse them.
 * Nobody decides about their own record; the volunteer is told of every decision; each leaves an audit row.
 */
@Component
public class RecordDesk {

    private static final int LIST_SIZE = 200;

    private final RecordStore store;
    private final RecordListStore lists;
    private final RecordLife life;
    private final Activities activities;
    private final Volunteers volunteers;
    private final Rules rules;
    private final AuditTrail audit;
    private final Notifications notifications;
    private final Clock clock;

    RecordDesk(
            RecordStore store,
            RecordListStore lists,
            RecordLife life,
            Activities activities,
            Volunteers volunteers,
            Rules rules,
            AuditTrail audit,
            Notifications notifications,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.life = life;
        this.activities = activities;
        this.volunteers = volunteers;
        this.rules = rules;
        this.audit = audit;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * All records of an activity that were not superseded, by shift; needs {@code RECORD_ATTEST} there. The look at what
     * people served is noted.
     */
    @Transactional
    public List<RecordView> ofActivity(Actor actor, long activityId) {
        ActivityView activity = activities.require(actor, Permission.RECORD_ATTEST, activityId);
        List<RecordView> records = lists.ofActivity(activityId);
        audit.lookAtList(actor, "activity:" + Ids.text(activityId) + " records", people(records), activity.region());
        return records;
    }

    /** One record, for somebody who may correct or approve it; refuses with {@code record.unknown} outside of reach. */
    public RecordView get(Actor actor, long volunteerId, long recordId) {
        RecordView record = lists.find(volunteerId, recordId).orElseThrow(() -> new Refusal(RecordProblem.UNKNOWN));
        boolean within = lists.isWithin(record, actor.reach(Permission.RECORD_ATTEST))
                || lists.isWithin(record, actor.reach(Permission.RECORD_APPROVE_LONG_DAY))
                || lists.isWithin(record, actor.reach(Permission.RECORD_APPROVE_VERY_LONG_DAY));
        if (!within) {
            throw new Refusal(RecordProblem.UNKNOWN);
        }
        return record;
    }

    /** Records that wait for this person's approval: days over 8 hours in organizations, over 12 in districts. */
    @Transactional
    public List<RecordView> awaitingApproval(Actor actor, Hold hold) {
        List<RecordView> records = lists.held(hold, actor.reach(permissionFor(hold)), LIST_SIZE);
        audit.lookAtList(actor, "record:" + hold.name().toLowerCase(java.util.Locale.ROOT), people(records), null);
        return records;
    }

    /** How many of them wait. */
    public int countAwaitingApproval(Actor actor, Hold hold) {
        return lists.countHeld(hold, actor.reach(permissionFor(hold)));
    }

    private static int people(List<RecordView> records) {
        return (int) records.stream().map(RecordView::volunteerId).distinct().count();
    }

    /**
     * Lets a held long day come to count, after its public notice. Refuses with {@code record.nothing-to-approve} or {@code record.own-record}.
     *
     * @param why the reason, shown to the volunteer
     */
    @Transactional
    public void approve(Actor actor, long volunteerId, long recordId, String why) {
        RecordView record = lockForDecision(actor, volunteerId, recordId);
        Rule<DailyCapsRule> caps = rules.on(record.serviceDate(), "record.daily-caps", DailyCapsRule.class);
        life.move(record, life.onwards(record), deed(actor, why, new RecordStore.Applied(caps.key(), caps.version())));
        tell(record, "notice.record.approved", why);
        audit.write(actor, "record.approve", subject(record), why);
    }

    /**
     * Does not believe a held long day: what fits into the day without anybody's approval counts, after its public notice,
     * and the rest does not. A decision that takes nothing away that counted, so that it is told at once, with the rule and the
     * evidence, and not proposed first (ADR 0014). Refuses like {@link #approve}, and with {@code record.evidence-needed}.
     *
     * @param grounds reason and evidence, shown to the volunteer
     */
    @Transactional
    public void refuse(Actor actor, RecordKey key, Corrections.Grounds grounds) {
        if (grounds.evidence().isBlank()) {
            throw new Refusal(RecordProblem.EVIDENCE_NEEDED).at("evidence");
        }
        RecordView record = lockForDecision(actor, key.volunteerId(), key.recordId());
        Rule<DailyCapsRule> caps = rules.on(record.serviceDate(), "record.daily-caps", DailyCapsRule.class);
        var deed = deed(actor, grounds.why(), new RecordStore.Applied(caps.key(), caps.version()))
                .shownBy(grounds.evidence());
        int most = caps.value().organizationAboveMinutes();
        Period counted = Objects.requireNonNull(record.counted());
        Optional<Period> kept = Counting.keptWithin(
                counted,
                store.liveSpans(
                        key.volunteerId(), counted.widen(Duration.ofDays(1), Duration.ofDays(1)), key.recordId()),
                most,
                clock.getZone());
        if (kept.isEmpty()) {
            life.move(record, Standing.VOID, deed);
            tell(record, "notice.record.beyond-cap", grounds, most);
        } else if (kept.get().equals(counted)) {
            // The person's other records became shorter meanwhile: there is nothing left to refuse.
            life.move(record, life.onwards(record), deed);
            tell(record, "notice.record.within-cap", grounds, most);
        } else {
            Entry entry = life.correct(record, kept.get(), deed);
            tell(find(new RecordKey(key.volunteerId(), entry.recordId())), "notice.record.cut-back", grounds, most);
        }
        audit.write(actor, "record.refuse", subject(record), grounds.why());
    }

    /** One record, whoever asks; refuses with {@code record.unknown}. */
    RecordView find(RecordKey key) {
        return lists.find(key.volunteerId(), key.recordId()).orElseThrow(() -> new Refusal(RecordProblem.UNKNOWN));
    }

    private RecordView lockForDecision(Actor actor, long volunteerId, long recordId) {
        Optional<RecordView> found = lists.find(volunteerId, recordId);
        Hold hold = found.map(RecordView::hold).orElse(null);
        if (hold != Hold.LONG_DAY && hold != Hold.VERY_LONG_DAY) {
            throw new Refusal(found.isEmpty() ? RecordProblem.UNKNOWN : RecordProblem.NOTHING_TO_APPROVE);
        }
        RecordView record = lock(actor, permissionFor(hold), volunteerId, recordId);
        if (record.hold() != hold) {
            throw new Refusal(RecordProblem.CHANGED_MEANWHILE);
        }
        return record;
    }

    /**
     * Takes a live record for a change: nobody else decides about the person's records until the transaction ends. Refuses
     * with {@code record.unknown}, {@code access.out-of-scope}, {@code record.not-live}, {@code record.frozen}, {@code
     * record.own-record}.
     */
    RecordView lock(Actor actor, Permission permission, long volunteerId, long recordId) {
        store.lock(volunteerId);
        RecordView record = lists.find(volunteerId, recordId).orElseThrow(() -> new Refusal(RecordProblem.UNKNOWN));
        if (!lists.isWithin(record, actor.reach(permission))) {
            throw new Refusal(Actor.AccessProblem.OUT_OF_SCOPE);
        }
        if (Standing.of(record).isOver()) {
            throw new Refusal(RecordProblem.NOT_LIVE);
        }
        if (record.hold() == Hold.CASE) {
            throw new Refusal(RecordProblem.FROZEN);
        }
        VolunteerView person = volunteers.get(volunteerId);
        if (person.concerns(actor.accountId())) {
            throw new Refusal(RecordProblem.OWN_RECORD);
        }
        return record;
    }

    private static Permission permissionFor(Hold hold) {
        return hold == Hold.VERY_LONG_DAY
                ? Permission.RECORD_APPROVE_VERY_LONG_DAY
                : Permission.RECORD_APPROVE_LONG_DAY;
    }

    private RecordStore.Deed deed(Actor actor, String why, RecordStore.@Nullable Applied rule) {
        return new RecordStore.Deed(clock.instant(), actor.accountId(), why, rule);
    }

    private void tell(RecordView record, String key, String why) {
        tell(record, key, new Corrections.Grounds(why, ""), 0);
    }

    private void tell(RecordView record, String key, Corrections.Grounds grounds, int mostMinutes) {
        String hours = new BigDecimal(mostMinutes)
                .divide(new BigDecimal(60), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        notifications.tell(
                volunteers.get(record.volunteerId()).contactAccountId(),
                new Notice(
                        key,
                        List.of(
                                record.title(),
                                String.valueOf(record.serviceMinutes()),
                                grounds.why(),
                                hours,
                                grounds.evidence()),
                        "/me/hours/" + Ids.text(record.recordId()) + "?volunteer=" + Ids.text(record.volunteerId()),
                        false));
    }

    private static String subject(RecordView record) {
        return "record:" + Ids.text(record.volunteerId()) + "/" + Ids.text(record.recordId());
    }
}
