package org.yiwang.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordView;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;

/** Whether what somebody enters can be entered at all, and who on it is a stranger. */
@Component
class EntryChecks {

    private static final int SHORTEST_WORDS = 4;

    private final Activities activities;
    private final Eligibility eligibility;
    private final RecordCases records;
    private final EntryGate gate;
    private final Rules rules;
    private final Clock clock;

    EntryChecks(
            Activities activities,
            Eligibility eligibility,
            RecordCases records,
            EntryGate gate,
            Rules rules,
            Clock clock) {
        this.activities = activities;
        this.eligibility = eligibility;
        this.records = records;
        this.gate = gate;
        this.rules = rules;
        this.clock = clock;
    }

    /** The sheet that the draft becomes; refuses with the first rule it breaks. */
    EntrySheet sheet(Actor actor, EntryDraft draft) {
        ActivityView activity = activities.require(actor, Permission.RECORD_ENTER, draft.activityId());
        gate.require(actor, activity.organizationId());
        ManualRule rule = rules.current(ManualRule.KEY, ManualRule.class).value();
        Eligibility.Facts facts = eligibility.of(Map.of(
                activity.id(),
                draft.people().stream().map(EntryDraft.Served::volunteerId).toList()));
        ShiftView shift = shift(activity, draft, facts);
        requireWords(draft);
        Map<Long, VolunteerView> people = facts.people();
        requirePeople(actor, draft, rule, people);
        draft.people().forEach(served -> requireTime(served, shift.period(), rule));
        requireFree(draft, people);
        long id = Ids.next();
        boolean makeup = draft.kind() == EntryKind.MAKEUP;
        List<EntryLine> lines = draft.people().stream()
                .map(served -> line(activity.id(), id, served, !facts.isKnown(shift, served.volunteerId()), makeup))
                .toList();
        return new EntrySheet(
                activity.id(),
                id,
                draft.kind(),
                activity.organizationId(),
                activity.ancestors(),
                activity.region(),
                activity.title(),
                shift.id(),
                shift.period(),
                draft.why().strip(),
                draft.shownBy().strip(),
                actor.accountId(),
                clock.instant(),
                LocalDate.now(clock).plusDays(rule.expiresDays()),
                null,
                null,
                lines);
    }

    private static EntryLine line(
            long activityId, long sheetId, EntryDraft.Served served, boolean stranger, boolean makeup) {
        return new EntryLine(
                activityId,
                sheetId,
                served.volunteerId(),
                Ids.next(),
                served.served(),
                served.served().minutes(),
                stranger,
                stranger || makeup,
                EntryState.ENTERED,
                null,
                null,
                null,
                null,
                null);
    }

    /** Public before it began, over, and not too long ago. */
    private static ShiftView shift(ActivityView activity, EntryDraft draft, Eligibility.Facts facts) {
        ShiftView shift = activity.shifts().stream()
                .filter(s -> s.id() == draft.shiftId())
                .findFirst()
                .orElseThrow(() -> new Refusal(EntryProblem.SHIFT_UNKNOWN).at("shift"));
        facts.refusal(shift, draft.kind()).ifPresent(refusal -> {
            throw refusal;
        });
        return shift;
    }

    private static void requireWords(EntryDraft draft) {
        if (draft.why().strip().length() < SHORTEST_WORDS) {
            throw new Refusal(EntryProblem.WHY_NEEDED).at("why");
        }
        if (draft.shownBy().strip().length() < SHORTEST_WORDS) {
            throw new Refusal(EntryProblem.SHOWN_BY_NEEDED).at("shownBy");
        }
    }

    private static void requirePeople(Actor actor, EntryDraft draft, ManualRule rule, Map<Long, VolunteerView> people) {
        if (draft.people().isEmpty()) {
            throw new Refusal(EntryProblem.NOBODY).at("people");
        }
        if (draft.people().size() > rule.mostPeople()) {
            throw new Refusal(EntryProblem.TOO_MANY_PEOPLE, rule.mostPeople()).at("people");
        }
        List<Long> ids =
                draft.people().stream().map(EntryDraft.Served::volunteerId).toList();
        if (new HashSet<>(ids).size() < ids.size()) {
            throw new Refusal(EntryProblem.TWICE).at("people");
        }
        for (Long id : ids) {
            VolunteerView person = people.get(id);
            if (person == null) {
                throw new Refusal(EntryProblem.NUMBER_UNKNOWN, "").at("people");
            }
            if (person.state() != VolunteerView.State.VALID) {
                throw new Refusal(EntryProblem.PERSON_NOT_VALID, person.maskedName()).at("people");
            }
            if (person.concerns(actor.accountId())) {
                throw new Refusal(EntryProblem.OWN).at("people");
            }
        }
    }

    private static void requireTime(EntryDraft.Served served, Period shift, ManualRule rule) {
        Period window =
                shift.widen(Duration.ofMinutes(rule.toleranceMinutes()), Duration.ofMinutes(rule.toleranceMinutes()));
        if (served.served().minutes() < 1) {
            throw new Refusal(EntryProblem.IMPOSSIBLE_TIME).at("to");
        }
        if (served.served().start().isBefore(window.start())
                || served.served().end().isAfter(window.end())) {
            throw new Refusal(EntryProblem.OUTSIDE_SHIFT).at("from");
        }
    }

    private void requireFree(EntryDraft draft, Map<Long, VolunteerView> people) {
        for (EntryDraft.Served served : draft.people()) {
            boolean taken = records.ofVolunteer(served.volunteerId()).stream()
                    .map(RecordView::counted)
                    .anyMatch(counted -> counted != null && counted.overlaps(served.served()));
            VolunteerView person = people.get(served.volunteerId());
            if (taken && person != null) {
                throw new Refusal(EntryProblem.OVERLAPS, person.name()).at("people");
            }
        }
    }
}
