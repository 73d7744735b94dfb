package org.yiwang.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityDetail;
import org.yiwang.dossier.Commendation;
import org.yiwang.dossier.Dossier;
import org.yiwang.dossier.Dossiers;
import org.yiwang.dossier.EntryState;
import org.yiwang.dossier.Training;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.RecordView;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Year letters (domain H13, M7, §5 no. 23), for the person or the guardian: always made of the records as they are now, never
 * kept. Refuses with {@code volunteer.not-yours}.
 */
@Component
public class Letters {

    private static final int FIRST_YEAR = 1949;

    private final EffectiveRecords services;
    private final Dossiers dossiers;
    private final OwnWords thanks;
    private final Activities activities;
    private final Volunteers volunteers;
    private final Rules rules;
    private final Clock clock;

    Letters(
            EffectiveRecords services,
            Dossiers dossiers,
            OwnWords thanks,
            Activities activities,
            Volunteers volunteers,
            Rules rules,
            Clock clock) {
        this.services = services;
        this.dossiers = dossiers;
        this.thanks = thanks;
        this.activities = activities;
        this.volunteers = volunteers;
        this.rules = rules;
        this.clock = clock;
    }

    /** Years of which there is a letter: those with service that counts, this one and the last; the latest first. */
    @Transactional(readOnly = true)
    public List<Integer> years(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        int now = LocalDate.now(clock).getYear();
        TreeSet<Integer> years = new TreeSet<>(Comparator.reverseOrder());
        years.addAll(List.of(now, now - 1));
        services.inFull(volunteerId).forEach(r -> years.add(r.serviceDate().getYear()));
        return List.copyOf(years);
    }

    /** The letter of a year; refuses with {@code letter.no-year}. */
    @Transactional(readOnly = true)
    public Letter of(Actor actor, long volunteerId, int year) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        LocalDate today = LocalDate.now(clock);
        requireYear(year, today);
        return new Letter(person, year, year == today.getYear(), today, Composition.of(facts(volunteerId, year)));
    }

    /** What a sentence of the letter rests on, as far as that is several services. */
    @Transactional(readOnly = true)
    public Letter.Evidence because(Actor actor, long volunteerId, int year, Selection selection) {
        volunteers.require(actor, volunteerId);
        requireYear(year, LocalDate.now(clock));
        return new Letter.Evidence(selection, selection.from(services(volunteerId, year), year));
    }

    private static void requireYear(int year, LocalDate today) {
        if (year < FIRST_YEAR || year > today.getYear()) {
            throw new Refusal(LetterProblem.NO_YEAR);
        }
    }

    private YearFacts facts(long volunteerId, int year) {
        Dossier dossier = dossiers.of(volunteerId);
        return new YearFacts(
                year,
                services(volunteerId, year),
                dossier.trainings().stream()
                        .filter(t -> t.mark().state() == EntryState.RECORDED
                                && t.facts().date().getYear() == year)
                        .sorted(Comparator.comparing((Training t) -> t.facts().date())
                                .thenComparing(t -> t.mark().entryId()))
                        .map(t -> new YearFacts.Learned(
                                t.mark().entryId(),
                                t.facts().name(),
                                t.facts().learningMinutes(),
                                t.facts().date()))
                        .toList(),
                dossier.commendations().stream()
                        .filter(c -> c.mark().state() == EntryState.RECORDED
                                && c.facts().date().getYear() == year)
                        .sorted(Comparator.comparing(
                                        (Commendation c) -> c.facts().date())
                                .thenComparing(c -> c.mark().entryId()))
                        .map(c -> new YearFacts.Award(
                                c.mark().entryId(),
                                c.facts().name(),
                                c.facts().awardingUnit(),
                                c.facts().date()))
                        .toList(),
                thanks.ofYear(volunteerId, year).stream()
                        .map(r -> new YearFacts.Word(
                                r.word().wordId(),
                                Objects.requireNonNull(r.word().words())))
                        .toList(),
                rules.current(LetterRule.KEY, LetterRule.class).value().friendshipDays());
    }

    /** All up to the end of the year that count, in the order of their days. */
    private List<Service> services(long volunteerId, int year) {
        Map<Long, List<Label>> objects = new HashMap<>();
        return services.inFull(volunteerId).stream()
                .filter(r -> r.serviceDate().getYear() <= year)
                .map(r -> service(r, objects.computeIfAbsent(r.activityId(), this::objects)))
                .toList();
    }

    private static Service service(RecordView r, List<Label> objects) {
        return new Service(
                r.recordId(),
                r.title(),
                r.organizationId(),
                r.organizationName(),
                r.category(),
                objects,
                r.serviceDate(),
                r.serviceMinutes(),
                r.kind());
    }

    /** Activities of other platforms are not here, and say nothing of whom they served. */
    private List<Label> objects(long activityId) {
        return activities
                .find(activityId)
                .map(a -> activities.detail(a.id()))
                .map(ActivityDetail::objects)
                .orElse(List.of());
    }
}
