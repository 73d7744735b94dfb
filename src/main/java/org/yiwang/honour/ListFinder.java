package org.yiwang.honour;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yiwang.dossier.Dossiers;
import org.yiwang.dossier.EntryState;
import org.yiwang.honour.ShortList.Found;
import org.yiwang.kernel.Slice;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.EffectiveRecords.Effective;
import org.yiwang.record.PersonHours;
import org.yiwang.record.PersonHours.Busy;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TrustGrade;
import org.yiwang.star.Star;
import org.yiwang.star.Stars;
import org.yiwang.trust.Sanctions;
import org.yiwang.trust.TrustGrades;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Finds people for a short list from what counts, the most credit time first. */
@Component
class ListFinder {

    private static final int PAGE = 500;

    /** Among so many pages of the busiest it looks; who finds too few asks for more hours or a smaller area. */
    private static final int PAGES = 40;

    private final EffectiveRecords records;
    private final PersonHours hours;
    private final TrustGrades grades;
    private final Sanctions sanctions;
    private final Dossiers dossiers;
    private final Stars stars;
    private final Volunteers volunteers;

    ListFinder(
            EffectiveRecords records,
            PersonHours hours,
            TrustGrades grades,
            Sanctions sanctions,
            Dossiers dossiers,
            Stars stars,
            Volunteers volunteers) {
        this.records = records;
        this.hours = hours;
        this.grades = grades;
        this.sanctions = sanctions;
        this.dossiers = dossiers;
        this.stars = stars;
        this.volunteers = volunteers;
    }

    /** At most so many. */
    List<Found> find(ListQuery query, int most) {
        List<Found> found = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more && page <= PAGES && found.size() < most; page++) {
            Slice<Busy> slice =
                    hours.atLeast(query.creditMinutes(), query.from(), query.to(), query.categories(), page, PAGE);
            found.addAll(among(query, slice.items()));
            more = slice.more();
        }
        return found.size() > most ? List.copyOf(found.subList(0, most)) : found;
    }

    private List<Found> among(ListQuery query, List<Busy> busy) {
        Map<Long, VolunteerView> people =
                volunteers.getAll(busy.stream().map(Busy::volunteerId).toList());
        List<Busy> living = busy.stream()
                .filter(b -> {
                    VolunteerView person = people.get(b.volunteerId());
                    return person != null
                            && person.state() == VolunteerView.State.VALID
                            && query.region().contains(person.residence());
                })
                .toList();
        List<Long> ids = living.stream().map(Busy::volunteerId).toList();
        Set<Long> sanctioned = new HashSet<>();
        sanctions.marksOf(ids).forEach(m -> sanctioned.add(m.subject().id()));
        Map<Long, Star> held = query.star() == 0 ? Map.of() : stars.highest(ids);
        List<Effective> services = records.of(ids, query.from(), query.to());
        Map<RecordKey, TrustGrade> known =
                grades.of(services.stream().map(Effective::key).toList());
        Map<Long, List<TrustGrade>> byPerson = known.entrySet().stream()
                .collect(Collectors.groupingBy(
                        e -> e.getKey().volunteerId(), Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<Found> found = new ArrayList<>();
        for (Busy one : living) {
            VolunteerView person = people.get(one.volunteerId());
            List<TrustGrade> own = byPerson.getOrDefault(one.volunteerId(), List.of());
            long good = own.stream()
                    .filter(g -> g == TrustGrade.A || g == TrustGrade.B)
                    .count();
            Integer percent = own.isEmpty() ? null : (int) (100 * good / own.size());
            int commended = query.commendations() == 0 ? 0 : commendations(one.volunteerId());
            Star star = held.get(one.volunteerId());
            boolean fits = !sanctioned.contains(one.volunteerId())
                    && (query.star() == 0 || star != null && star.star() >= query.star())
                    && (query.wellBorneOut() == 0 || percent != null && percent >= query.wellBorneOut())
                    && commended >= query.commendations();
            if (person != null && fits) {
                found.add(new Found(
                        person.id(), person.maskedName(), person.number(), one.creditMinutes(), percent, commended));
            }
        }
        return found;
    }

    int commendations(long volunteerId) {
        return (int) dossiers.of(volunteerId).commendations().stream()
                .filter(c -> c.mark().state() == EntryState.RECORDED)
                .count();
    }
}
