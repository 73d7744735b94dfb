package org.yiwang.entry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.record.Intake;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.RecordKey;
import org.yiwang.trust.Outcome;

/**
 * Moves lines on, one step at a time, each dated with who did it and why, and tells whom it concerns. Who may do what was
 * checked before; the caller holds the lock of the sheet.
 */
@Component
class EntryProgress {

    private final EntryStore store;
    private final EntryRecorder recorder;
    private final EntryGate gate;
    private final EntryNotices notices;
    private final Quotas quotas;
    private final Clock clock;

    EntryProgress(
            EntryStore store,
            EntryRecorder recorder,
            EntryGate gate,
            EntryNotices notices,
            Quotas quotas,
            Clock clock) {
        this.store = store;
        this.recorder = recorder;
        this.gate = gate;
        this.notices = notices;
        this.quotas = quotas;
        this.clock = clock;
    }

    void entered(Actor actor, EntrySheet sheet, EntryLine line) {
        step(line, EntryState.ENTERED, "entered", actor.accountId(), sheet.why());
        notices.entered(sheet, line);
    }

    void tellLeaders(EntrySheet sheet, long but) {
        notices.toConfirm(sheet, but);
    }

    /** By the second person. */
    void confirmed(Actor actor, EntrySheet sheet, List<EntryLine> lines) {
        Instant now = clock.instant();
        for (EntryLine line : lines) {
            store.confirm(line, actor.accountId(), now);
            step(line, EntryState.CONFIRMED, "confirmed", actor.accountId(), null);
        }
        onward(sheet, lines);
    }

    /** By the volunteer or guardian. */
    void agreed(Actor actor, EntrySheet sheet, EntryLine line) {
        store.agree(line, actor.accountId(), clock.instant());
        step(line, line.state(), "agreed", actor.accountId(), null);
        if (line.state() == EntryState.CONFIRMED) {
            onward(sheet, List.of(line));
        }
    }

    /** By the volunteer or guardian: that is the end of it. */
    void disagreed(Actor actor, EntrySheet sheet, EntryLine line, String why) {
        end(line, EntryState.REFUSED, "disagreed", actor.accountId(), why);
        notices.disagreed(sheet, line, why);
    }

    /** By the district. */
    void approved(Actor actor, EntrySheet sheet, List<EntryLine> lines, String why) {
        Instant now = clock.instant();
        for (EntryLine line : lines) {
            store.decide(line, actor.accountId(), now);
            step(line, EntryState.WITH_DISTRICT, "approved", actor.accountId(), why);
        }
        onward(sheet, lines);
    }

    /** By the district, on the phone. */
    void called(Actor actor, EntryLine line, Outcome outcome) {
        step(line, line.state(), "called-" + outcome, actor.accountId(), null);
    }

    /** By the second person or the district. */
    void refused(Actor actor, EntrySheet sheet, EntryLine line, String why) {
        end(line, EntryState.REFUSED, "refused", actor.accountId(), why);
        notices.refused(sheet, line, why);
    }

    void withdrawn(Actor actor, EntrySheet sheet, EntryLine line, String why) {
        end(line, EntryState.WITHDRAWN, "withdrawn", actor.accountId(), why);
        notices.withdrawn(sheet, line, why);
    }

    void expired(EntrySheet sheet, EntryLine line) {
        end(line, EntryState.EXPIRED, "expired", 0, null);
        giveBack(sheet, line);
        notices.expired(sheet, line);
    }

    /** Each line to where it goes now: to the volunteer, to the district, or on record. */
    private void onward(EntrySheet sheet, List<EntryLine> moved) {
        EntrySheet fresh = store.find(sheet.activityId(), sheet.id()).orElseThrow();
        List<Long> people = moved.stream().map(EntryLine::volunteerId).toList();
        List<EntryLine> strangers = new ArrayList<>();
        List<EntryLine> others = new ArrayList<>();
        for (EntryLine line : fresh.lines()) {
            if (people.contains(line.volunteerId())) {
                switch (line.next()) {
                    case CONFIRMED -> notices.toAgree(sheet, line);
                    case WITH_DISTRICT -> store.move(line, EntryState.WITH_DISTRICT);
                    default -> (line.stranger() ? strangers : others).add(line);
                }
            }
        }
        record(sheet, strangers, gate.waiting(true, clock.instant()));
        record(sheet, others, gate.waiting(false, clock.instant()));
    }

    private void record(EntrySheet sheet, List<EntryLine> lines, RecordIntake.Wait wait) {
        if (lines.isEmpty()) {
            return;
        }
        List<Intake> answers = recorder.take(sheet, lines, wait);
        for (int i = 0; i < lines.size(); i++) {
            EntryLine line = lines.get(i);
            switch (answers.get(i)) {
                case Intake.Taken taken -> recorded(sheet, line, taken.key(), wait);
                case Intake.Known known -> recorded(sheet, line, known.key(), wait);
                case Intake.Refused refused -> {
                    end(
                            line,
                            EntryState.REFUSED,
                            "unfit",
                            0,
                            "problem." + refused.problem().code());
                    giveBack(sheet, line);
                    notices.unfit(sheet, line);
                }
            }
        }
    }

    private void recorded(EntrySheet sheet, EntryLine line, RecordKey key, RecordIntake.Wait wait) {
        store.record(line, key.recordId());
        store.step(
                line,
                new EntryStep(
                        line.volunteerId(),
                        EntryState.RECORDED,
                        "recorded",
                        clock.instant(),
                        0,
                        null,
                        wait.ruleKey(),
                        wait.ruleVersion()));
        notices.recorded(sheet, line, key, wait.time().toDays());
    }

    /** The quota of what was confirmed and of which nothing came, though nobody spoke against it. */
    private void giveBack(EntrySheet sheet, EntryLine line) {
        Instant confirmed = line.confirmedAt();
        if (sheet.kind() == EntryKind.MANUAL && confirmed != null) {
            quotas.giveBack(sheet.organizationId(), LocalDate.ofInstant(confirmed, clock.getZone()), line.minutes());
        }
    }

    private void end(EntryLine line, EntryState state, String what, long by, @Nullable String why) {
        store.move(line, state);
        step(line, state, what, by, why);
    }

    private void step(EntryLine line, EntryState state, String what, long by, @Nullable String why) {
        store.step(line, new EntryStep(line.volunteerId(), state, what, clock.instant(), by, why, null, null));
    }
}
