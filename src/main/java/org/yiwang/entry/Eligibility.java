package org.yiwang.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityDetail;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.attendance.Presence;
import org.yiwang.kernel.Refusal;
import org.yiwang.organization.Organizations;
import org.yiwang.record.Statutory;
import org.yiwang.rules.Rules;
import org.yiwang.signup.PlaceHeld;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Whether service may be put on record that no check-in recorded: the same questions for a form, makeup and paper (domain
 * F2, §1.7), asked for thousands at once with a handful of queries.
 */
@Component
public class Eligibility {

    private final Activities activities;
    private final Organizations organizations;
    private final SignUps signUps;
    private final Presence presence;
    private final Volunteers volunteers;
    private final Rules rules;
    private final Clock clock;

    Eligibility(
            Activities activities,
            Organizations organizations,
            SignUps signUps,
            Presence presence,
            Volunteers volunteers,
            Rules rules,
            Clock clock) {
        this.activities = activities;
        this.organizations = organizations;
        this.signUps = signUps;
        this.presence = presence;
        this.volunteers = volunteers;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What there is to know about people in activities.
     *
     * @param peopleOf the volunteers by activity; activities that do not exist are left out
     */
    @Transactional(readOnly = true)
    public Facts of(Map<Long, List<Long>> peopleOf) {
        return of(peopleOf, clock.instant());
    }

    /**
     * The same, asked as at a moment: what two people confirmed then keeps its days and rules, however late it is taken.
     *
     * @param at when it was confirmed
     */
    @Transactional(readOnly = true)
    public Facts of(Map<Long, List<Long>> peopleOf, Instant at) {
        Map<Long, Held> held = new HashMap<>();
        for (Long activity : peopleOf.keySet()) {
            activities.find(activity).ifPresent(view -> held.put(activity, held(view)));
        }
        Set<Long> everybody = peopleOf.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return everybody.isEmpty()
                ? new Facts(at, held, Map.of(), peopleOf, Map.of(), Set.of())
                : new Facts(
                        at,
                        held,
                        volunteers.getAll(everybody),
                        peopleOf,
                        places(peopleOf),
                        presence.checkedIn(peopleOf));
    }

    private Held held(ActivityView view) {
        return new Held(
                view,
                activities.detail(view.id()),
                organizations.get(view.organizationId()).name());
    }

    /** Who has a place in which shift, and since when; one query. */
    private Map<Place, Instant> places(Map<Long, List<Long>> peopleOf) {
        return signUps.heldSince(peopleOf).stream()
                .collect(Collectors.toMap(
                        place -> new Place(place.shiftId(), place.volunteerId()),
                        PlaceHeld::since,
                        (a, b) -> a.isBefore(b) ? a : b));
    }

    /** What is known about some activities and people; asks for members of a team once per shift. */
    public final class Facts {

        private final Instant at;
        private final Map<Long, Held> held;
        private final Map<Long, VolunteerView> people;
        private final Map<Long, List<Long>> peopleOf;
        private final Map<Place, Instant> places;
        private final Set<Presence.Seen> seen;
        private final Map<Long, Set<Long>> members = new HashMap<>();
        private final Map<Place, Optional<Refusal>> refusals = new HashMap<>();

        private Facts(
                Instant at,
                Map<Long, Held> held,
                Map<Long, VolunteerView> people,
                Map<Long, List<Long>> peopleOf,
                Map<Place, Instant> places,
                Set<Presence.Seen> seen) {
            this.at = at;
            this.held = held;
            this.people = people;
            this.peopleOf = peopleOf;
            this.places = places;
            this.seen = seen;
        }

        /** The activity, if there is one. */
        public Optional<ActivityView> activity(long id) {
            return Optional.ofNullable(held.get(id)).map(Held::view);
        }

        /** The people, by number. */
        public Map<Long, VolunteerView> people() {
            return people;
        }

        /**
         * Why nothing may be entered for the shift: {@code entry.activity-state}, {@code entry.published-late},
         * {@code entry.not-over} or {@code entry.too-late} (rules {@code entry.manual} and {@code entry.makeup}).
         */
        public Optional<Refusal> refusal(ShiftView shift, EntryKind kind) {
            return refusals.computeIfAbsent(new Place(shift.id(), kind.ordinal()), _ -> refuse(shift, kind));
        }

        private Optional<Refusal> refuse(ShiftView shift, EntryKind kind) {
            ManualRule rule = rules.at(at, ManualRule.KEY, ManualRule.class).value();
            Held of = of(shift.activityId());
            ActivityView.State state = of.view.state();
            if (state != ActivityView.State.PUBLISHED && state != ActivityView.State.CLOSED) {
                return Optional.of(new Refusal(EntryProblem.ACTIVITY_STATE));
            }
            Instant published = of.detail.publishedAt();
            Instant latest = shift.period().start().minus(Duration.ofMinutes(rule.publishedMinutesBefore()));
            if (published == null || published.isAfter(latest)) {
                return Optional.of(new Refusal(EntryProblem.PUBLISHED_LATE, rule.publishedMinutesBefore()));
            }
            if (shift.period().end().isAfter(at)) {
                return Optional.of(new Refusal(EntryProblem.NOT_OVER).at("shift"));
            }
            int days = kind == EntryKind.MANUAL
                    ? rule.withinDays()
                    : rules.at(at, MakeupRule.KEY, MakeupRule.class).value().withinDays();
            LocalDate ended = LocalDate.ofInstant(shift.period().end(), clock.getZone());
            return LocalDate.ofInstant(at, clock.getZone()).isAfter(ended.plusDays(days))
                    ? Optional.of(new Refusal(EntryProblem.TOO_LATE, days).at("shift"))
                    : Optional.empty();
        }

        /**
         * Whether the person is no stranger to the shift: had a place in this very shift before it began, checked in at it
         * with a code or a card, or was a member of the team before it began. A place in another shift of the activity says
         * nothing about this one.
         */
        public boolean isKnown(ShiftView shift, long volunteerId) {
            VolunteerView person = people.get(volunteerId);
            Long account = person == null ? null : person.accountId();
            return hasPlace(shift, volunteerId)
                    || account != null
                            && members.computeIfAbsent(shift.id(), _ -> members(shift))
                                    .contains(account);
        }

        private boolean hasPlace(ShiftView shift, long volunteerId) {
            Instant since = places.get(new Place(shift.id(), volunteerId));
            return since != null && since.isBefore(shift.period().start())
                    || seen.contains(new Presence.Seen(shift.id(), volunteerId));
        }

        /** Of all who are asked about in the activity and have no place in the shift. */
        private Set<Long> members(ShiftView shift) {
            Collection<Long> accounts = new HashSet<>();
            for (Long one : peopleOf.getOrDefault(shift.activityId(), List.of())) {
                VolunteerView person = people.get(one);
                Long account = person == null ? null : person.accountId();
                if (account != null && !hasPlace(shift, one)) {
                    accounts.add(account);
                }
            }
            return organizations.membersSinceBefore(
                    of(shift.activityId()).view.organizationId(),
                    accounts,
                    shift.period().start());
        }

        /** What a record of the shift says by law (Order 67 art. 7). */
        public Statutory statutory(long activityId, long shiftId) {
            Held of = of(activityId);
            ActivityView view = of.view;
            String post = view.shifts().stream()
                    .filter(shift -> shift.id() == shiftId)
                    .findFirst()
                    .map(ShiftView::postName)
                    .orElse(view.title());
            return new Statutory(
                    view.id(),
                    shiftId,
                    view.organizationId(),
                    of.organizationName,
                    view.region().value(),
                    view.title(),
                    view.category(),
                    post,
                    view.place().address(),
                    of.detail.contact().name(),
                    view.ancestors());
        }

        private Held of(long activityId) {
            return Objects.requireNonNull(held.get(activityId), "the activity was not asked about");
        }
    }

    /** Something in something. */
    private record Place(long where, long who) {}

    /** An activity with what its records say of it. */
    private record Held(ActivityView view, ActivityDetail detail, String organizationName) {}
}
