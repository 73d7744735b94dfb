package org.yiwang.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** What every group has in common: whom one may record about, changing standings, telling the volunteer. */
@Component
class EntryKeeper {

    static final int MOST_PEOPLE = 500;

    private final StandingStore standings;
    private final EntryStore entries;
    private final TurnStore turns;
    private final Volunteers volunteers;
    private final Organizations organizations;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntryKeeper(
            StandingStore standings,
            EntryStore entries,
            TurnStore turns,
            Volunteers volunteers,
            Organizations organizations,
            Notifications notifications,
            ApplicationEventPublisher events,
            Clock clock) {
        this.standings = standings;
        this.entries = entries;
        this.turns = turns;
        this.volunteers = volunteers;
        this.organizations = organizations;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    StandingStore.Deed deed(Actor actor, @Nullable String why) {
        return new StandingStore.Deed(clock.instant(), actor.accountId(), why);
    }

    /** An entry with what happened to it. */
    DossierEntry entry(Part part, VolunteerView person, long entryId) {
        long id = person.id();
        return new DossierEntry(
                person,
                part == Part.TRAINING ? entries.training(id, entryId).orElse(null) : null,
                part == Part.COMMENDATION ? entries.commendation(id, entryId).orElse(null) : null,
                part == Part.EVALUATION ? entries.evaluation(id, entryId).orElse(null) : null,
                standings.steps(id, entryId));
    }

    /** The people of these unified numbers, about whom the holder may record; names the first number that is wrong. */
    List<VolunteerView> people(Actor actor, Holder holder, Collection<String> numbers) {
        Map<Long, VolunteerView> found = new LinkedHashMap<>();
        for (String number : numbers) {
            if (number.isBlank()) {
                continue;
            }
            VolunteerView person = volunteers
                    .findByNumber(number)
                    .filter(v -> v.state() == VolunteerView.State.VALID)
                    .orElseThrow(() -> new Refusal(DossierProblem.NUMBER_UNKNOWN, number.strip()).at("numbers"));
            found.put(person.id(), person);
        }
        if (found.isEmpty()) {
            throw new Refusal(DossierProblem.NOBODY).at("numbers");
        }
        requireNotTooMany(found.size());
        List<VolunteerView> people = List.copyOf(found.values());
        Set<Long> known = known(holder, people);
        for (VolunteerView person : people) {
            if (!known.contains(person.id())) {
                throw new Refusal(DossierProblem.NOT_OF_YOURS, person.number()).at("numbers");
            }
            if (person.concerns(actor.accountId())) {
                throw new Refusal(DossierProblem.OWN_MATTER).at("numbers");
            }
        }
        return people;
    }

    static void requireNotTooMany(int people) {
        if (people > MOST_PEOPLE) {
            throw new Refusal(DossierProblem.TOO_MANY, MOST_PEOPLE).at("numbers");
        }
    }

    /** Members of the organization or of those below it, those who served with it, or who live in the office's area. */
    Set<Long> known(Holder holder, Collection<VolunteerView> people) {
        Set<Long> known = new HashSet<>();
        Long team = holder.organizationId();
        if (team == null) {
            people.stream().filter(v -> holder.region().contains(v.residence())).forEach(v -> known.add(v.id()));
            return known;
        }
        List<Long> accounts = new ArrayList<>();
        people.forEach(v -> {
            if (v.accountId() != null) {
                accounts.add(v.accountId());
            }
        });
        Set<Long> members = organizations.membersWithin(new Reach(List.of(), List.of(team)), accounts);
        Set<Long> served =
                turns.servedWith(team, people.stream().map(VolunteerView::id).toList());
        for (VolunteerView person : people) {
            if (person.accountId() != null && members.contains(person.accountId()) || served.contains(person.id())) {
                known.add(person.id());
            }
        }
        return known;
    }

    /** The standing, locked; refuses an entry that is not there or, with {@code needed}, stands otherwise. */
    Standing lock(long volunteerId, long entryId, EntryState needed) {
        Standing standing = standings.lock(volunteerId, entryId).orElseThrow(() -> new Refusal(DossierProblem.UNKNOWN));
        if (standing.state() != needed) {
            throw new Refusal(needed == EntryState.APPLIED ? DossierProblem.ALREADY_DECIDED : DossierProblem.NOT_LIVE);
        }
        return standing;
    }

    /** An entry that was on record is replaced or void; who built on it hears of it in this transaction. */
    void end(Standing standing, EntryState state, StandingStore.Deed deed) {
        standings.move(standing, state, deed);
        events.publishEvent(new DossierEvent.Ended(standing.volunteerId(), standing.entryId()));
    }

    /** Tells that the volunteer sees the evaluation from now on. */
    void shown(long volunteerId, long activityId) {
        events.publishEvent(new DossierEvent.EvaluationShown(volunteerId, activityId));
    }

    /** Refuses {@code dossier.own-matter} where it is the actor's own entry, or that of a ward. */
    VolunteerView requireOther(Actor actor, long volunteerId) {
        VolunteerView person = volunteers.get(volunteerId);
        if (person.concerns(actor.accountId())) {
            throw new Refusal(DossierProblem.OWN_MATTER);
        }
        return person;
    }

    void tell(Collection<VolunteerView> people, String key, Object... args) {
        List<String> values = java.util.Arrays.stream(args).map(String::valueOf).toList();
        List<Long> own = people.stream()
                .filter(v -> v.accountId() != null)
                .map(VolunteerView::contactAccountId)
                .toList();
        notifications.tell(own, new Notice(key, values, "/me/dossier", false));
        people.stream()
                .filter(v -> v.accountId() == null)
                .forEach(v -> notifications.tell(
                        v.contactAccountId(), new Notice(key, values, "/me/dossier?of=" + Ids.text(v.id()), false)));
    }

    /** Tells those who answer for an entry: the leaders of the organization; an office finds it in its queue. */
    void tellHolder(Holder holder, Notice notice) {
        Long team = holder.organizationId();
        if (team != null) {
            notifications.tell(organizations.leaders(team), notice);
        }
    }
}
