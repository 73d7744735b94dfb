package org.yiwang.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityDetail;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Period;
import org.yiwang.organization.Organizations;
import org.yiwang.paper.LineStore.Ready;
import org.yiwang.paper.Staged.Fault;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.Statutory;
import org.yiwang.rules.Rules;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Holds confirmed lines against the activity, its shifts, the people and their places, a batch with a handful of queries.
 * What a line needs beside, that it overlaps nothing and makes no day too long, is checked where records are taken in.
 */
@Component
class LineChecks {

    private final Activities activities;
    private final Organizations organizations;
    private final SignUps signUps;
    private final Volunteers volunteers;
    private final Rules rules;
    private final Clock clock;

    LineChecks(
            Activities activities,
            Organizations organizations,
            SignUps signUps,
            Volunteers volunteers,
            Rules rules,
            Clock clock) {
        this.activities = activities;
        this.organizations = organizations;
        this.signUps = signUps;
        this.volunteers = volunteers;
        this.rules = rules;
        this.clock = clock;
    }

    /** What becomes of the lines, one answer for each. */
    List<Checked> check(ImportView of, List<Ready> lines, String proof) {
        Map<Long, List<Long>> peopleOf = new HashMap<>();
        Set<Long> everybody = new HashSet<>();
        for (Ready line : lines) {
            peopleOf.computeIfAbsent(line.activityId(), a -> new ArrayList<>()).add(line.volunteerId());
            everybody.add(line.volunteerId());
        }
        Map<Long, Held> held = new HashMap<>();
        for (Long activity : peopleOf.keySet()) {
            activities.find(activity).ifPresent(view -> held.put(activity, held(view)));
        }
        Batch batch = new Batch(
                of,
                proof,
                rules.current(PaperRule.KEY, PaperRule.class).value(),
                held,
                volunteers.getAll(everybody),
                places(peopleOf),
                new HashSet<>());
        findMembers(lines, batch);
        return lines.stream().map(line -> check(line, batch)).toList();
    }

    private Checked check(Ready line, Batch batch) {
        Held held = batch.held.get(line.activityId());
        VolunteerView person = batch.people.get(line.volunteerId());
        if (held == null || !held.view.ancestors().contains(batch.of.organizationId())) {
            return Checked.no(line, PaperProblem.ACTIVITY_UNKNOWN);
        }
        Optional<ShiftView> found = shift(held.view, line.span());
        if (found.isEmpty()) {
            return Checked.no(line, PaperProblem.NO_SHIFT);
        }
        ShiftView shift = found.get();
        if (!held.wasHeld(shift)) {
            return Checked.no(line, PaperProblem.ACTIVITY_NOT_HELD);
        }
        if (shift.period().end().isAfter(clock.instant())) {
            return Checked.no(line, PaperProblem.FUTURE);
        }
        LocalDate latest =
                LocalDate.ofInstant(shift.period().end(), clock.getZone()).plusDays(batch.rule.daysAfter());
        if (LocalDate.now(clock).isAfter(latest)) {
            return Checked.no(line, PaperProblem.TOO_LATE, batch.rule.daysAfter());
        }
        if (person == null || person.state() != VolunteerView.State.VALID) {
            return Checked.no(line, PaperProblem.PERSON_NOT_VALID);
        }
        if (person.concerns(batch.of.madeBy()) || person.concerns(Objects.requireNonNull(batch.of.decidedBy()))) {
            return Checked.no(line, PaperProblem.OWN_LINE);
        }
        if (!batch.places.contains(new Place(line.activityId(), line.volunteerId()))
                && !isMember(shift, person, batch)) {
            return Checked.no(line, PaperProblem.STRANGER);
        }
        return new Checked(line, draft(line, held, shift, batch.proof), null);
    }

    private static RecordDraft draft(Ready line, Held held, ShiftView shift, String proof) {
        return new RecordDraft(
                SourceIds.of(line.volunteerId(), line.activityId(), shift.id(), line.span()),
                line.volunteerId(),
                held.statutory(shift),
                shift.period(),
                line.span(),
                proof);
    }

    /** The shift of which the span covers most; none if it touches none. */
    private static Optional<ShiftView> shift(ActivityView activity, Period span) {
        return activity.shifts().stream()
                .filter(s -> s.period().overlaps(span))
                .max(Comparator.comparingLong((ShiftView s) -> common(s.period(), span))
                        .thenComparing(Comparator.comparingLong(ShiftView::id).reversed()));
    }

    private static long common(Period a, Period b) {
        long start = Math.max(a.start().getEpochSecond(), b.start().getEpochSecond());
        return Math.min(a.end().getEpochSecond(), b.end().getEpochSecond()) - start;
    }

    private Held held(ActivityView view) {
        ActivityDetail detail = activities.detail(view.id());
        return new Held(view, detail, organizations.get(view.organizationId()).name());
    }

    /** Who had a place in which activity; one query. */
    private Set<Place> places(Map<Long, List<Long>> peopleOf) {
        Set<Place> places = new HashSet<>();
        for (SignUpView signUp : signUps.held(peopleOf)) {
            if (signUp.state() == SignUpView.State.ACCEPTED) {
                places.add(new Place(signUp.activityId(), signUp.volunteerId()));
            }
        }
        return places;
    }

    /** Of those without a place: who was a member of the team before the shift began; one query for each shift. */
    private void findMembers(List<Ready> lines, Batch batch) {
        Map<ShiftView, Set<Long>> asked = new HashMap<>();
        for (Ready line : lines) {
            Held held = batch.held.get(line.activityId());
            VolunteerView person = batch.people.get(line.volunteerId());
            boolean placed = batch.places.contains(new Place(line.activityId(), line.volunteerId()));
            if (held != null && person != null && person.accountId() != null && !placed) {
                shift(held.view, line.span())
                        .ifPresent(s ->
                                asked.computeIfAbsent(s, _ -> new HashSet<>()).add(person.accountId()));
            }
        }
        asked.forEach((shift, accounts) -> {
            Held held = Objects.requireNonNull(batch.held.get(shift.activityId()));
            organizations
                    .membersSinceBefore(
                            held.view.organizationId(), accounts, shift.period().start())
                    .forEach(account -> batch.members.add(new Place(shift.id(), account)));
        });
    }

    private static boolean isMember(ShiftView shift, VolunteerView person, Batch batch) {
        Long account = person.accountId();
        return account != null && batch.members.contains(new Place(shift.id(), account));
    }

    /** A person in something. */
    private record Place(long where, long who) {}

    /** An activity that was held, with what its records say of it. */
    private record Held(ActivityView view, ActivityDetail detail, String organizationName) {

        /** Public before it began, and neither a draft nor called off. */
        boolean wasHeld(ShiftView shift) {
            boolean held = view.state() == ActivityView.State.PUBLISHED || view.state() == ActivityView.State.CLOSED;
            var published = detail.publishedAt();
            return held
                    && published != null
                    && published.isBefore(shift.period().start());
        }

        Statutory statutory(ShiftView shift) {
            return new Statutory(
                    view.id(),
                    shift.id(),
                    view.organizationId(),
                    organizationName,
                    view.region().value(),
                    view.title(),
                    view.category(),
                    shift.postName(),
                    view.place().address(),
                    detail.contact().name(),
                    view.ancestors());
        }
    }

    private record Batch(
            ImportView of,
            String proof,
            PaperRule rule,
            Map<Long, Held> held,
            Map<Long, VolunteerView> people,
            Set<Place> places,
            Set<Place> members) {}

    /**
     * A line that was held against everything but other records.
     *
     * @param draft the record to be, null if it is refused
     * @param fault why it is refused
     */
    record Checked(
            Ready line,
            @Nullable RecordDraft draft,
            @Nullable Fault fault) {

        static Checked no(Ready line, PaperProblem problem, Object... args) {
            return new Checked(line, null, Fault.of(problem, args));
        }
    }
}
