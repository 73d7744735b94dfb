package org.yiwang.star;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.organization.MemberView;
import org.yiwang.organization.MembershipView;
import org.yiwang.organization.Memberships;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.rules.Rule;
import org.yiwang.star.StarApplication.Evaluation;
import org.yiwang.star.StarApplication.State;
import org.yiwang.star.StarApplication.Step;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Stars as those see them who have them, with every number behind them, and as everybody may. */
@Component
public class Stars {

    private static final int PAGE = 30;

    private final StarStore store;
    private final ApplicationStore applications;
    private final TakingBackStore takingsBack;
    private final StarSchemes schemes;
    private final Volunteers volunteers;
    private final Memberships memberships;
    private final Clock clock;

    Stars(
            StarStore store,
            ApplicationStore applications,
            TakingBackStore takingsBack,
            StarSchemes schemes,
            Volunteers volunteers,
            Memberships memberships,
            Clock clock) {
        this.store = store;
        this.applications = applications;
        this.takingsBack = takingsBack;
        this.schemes = schemes;
        this.volunteers = volunteers;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** The highest star that a person has, for modules above and the card; the caller has checked who asks. */
    public Optional<Star> highest(long volunteerId) {
        return store.of(List.of(volunteerId)).stream().filter(Star::isHeld).findFirst();
    }

    /** The same of many, by person; one query. */
    public Map<Long, Star> highest(Collection<Long> volunteerIds) {
        Map<Long, Star> found = new HashMap<>();
        store.of(volunteerIds).stream().filter(Star::isHeld).forEach(s -> found.putIfAbsent(s.volunteerId(), s));
        return found;
    }

    /** All stars that a person has or had, the highest first; for modules above that have checked who asks. */
    public List<Star> all(long volunteerId) {
        return store.of(List.of(volunteerId));
    }

    /**
     * How a person stands to the stars.
     *
     * @param person who
     * @param scheme the scheme of today
     * @param evaluation the hours that an application of today would be judged by
     * @param excluded hours that the scheme leaves out because of their grade
     * @param held stars that the person has or had, the highest first
     * @param reckonings the hours held against each star of the scheme, the first star first
     */
    public record Progress(
            VolunteerView person,
            Rule<StarScheme> scheme,
            Evaluation evaluation,
            Minutes excluded,
            List<Star> held,
            List<Reckoning> reckonings) {

        /** The highest star that the person has, 0 if none. */
        public int star() {
            return held.stream().filter(Star::isHeld).mapToInt(Star::star).max().orElse(0);
        }

        /** The next star that the person does not have; null if there is none. */
        @Nullable
        public Reckoning next() {
            return reckonings.stream()
                    .filter(r -> r.asks().star() > star())
                    .findFirst()
                    .orElse(null);
        }

        /** The highest star that the hours reach and the person does not have; null if there is none. */
        @Nullable
        public Reckoning reached() {
            return reckonings.stream()
                    .filter(r -> r.asks().star() > star() && r.isReached())
                    .reduce((a, b) -> b)
                    .orElse(null);
        }
    }

    /** How a person stands for whom the actor may act; refuses with {@code volunteer.not-yours}. */
    @Transactional(readOnly = true)
    public Progress progress(Actor actor, long volunteerId) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        Rule<StarScheme> scheme = schemes.current();
        Evaluation evaluation = schemes.evaluate(scheme, volunteerId, clock.instant());
        List<Reckoning> reckonings = scheme.value().stars().stream()
                .map(asks -> scheme.value().reckon(evaluation.minutes(), asks))
                .toList();
        Minutes excluded = schemes.excluded(scheme, volunteerId, evaluation.cutOff());
        return new Progress(person, scheme, evaluation, excluded, store.of(List.of(volunteerId)), reckonings);
    }

    /**
     * What a person has filed and may file.
     *
     * @param progress how the person stands
     * @param applications all of them, the latest first
     * @param teams teams of the person that can be asked first, by id
     * @param nameShown whether the own name stands in full in the published list
     * @param mayShowName whether the actor's word is enough for that: not a minor's
     * @param takingsBack announcements about stars of the person, the latest first
     * @param again the first day on which the star that the hours reach can be asked for after a refusal; null if at once
     */
    public record Own(
            Progress progress,
            List<StarApplication> applications,
            Map<Long, String> teams,
            boolean nameShown,
            boolean mayShowName,
            List<TakingBack> takingsBack,
            @Nullable LocalDate again) {

        /** The one that is open; null if none is. */
        @Nullable
        public StarApplication open() {
            return applications.stream()
                    .filter(a -> a.state().isOpen())
                    .findFirst()
                    .orElse(null);
        }
    }

    /** All about the stars of a person for whom the actor may act; refuses with {@code volunteer.not-yours}. */
    @Transactional(readOnly = true)
    public Own own(Actor actor, long volunteerId) {
        Progress progress = progress(actor, volunteerId);
        boolean self = Long.valueOf(actor.accountId()).equals(progress.person().accountId());
        Map<Long, String> teams = self
                ? memberships.list(actor).stream()
                        .filter(m -> m.state() == MemberView.State.MEMBER)
                        .collect(Collectors.toMap(
                                MembershipView::organizationId, MembershipView::organizationName, (a, b) -> a))
                : Map.of();
        return new Own(
                progress,
                applications.ofVolunteers(List.of(volunteerId)),
                teams,
                store.shown(List.of(volunteerId), today()).contains(volunteerId),
                volunteers.mayConsent(actor, progress.person()),
                takingsBack.ofVolunteer(volunteerId),
                again(progress));
    }

    @Nullable
    private LocalDate again(Progress progress) {
        Reckoning reached = progress.reached();
        return reached == null
                ? null
                : applications
                        .lastRefused(progress.person().id(), reached.asks().star())
                        .map(at -> progress.scheme()
                                .value()
                                .again(at.atZone(clock.getZone()).toLocalDate()))
                        .filter(day -> today().isBefore(day))
                        .orElse(null);
    }

    /**
     * An application as its owner sees it.
     *
     * @param application it
     * @param person for whom
     * @param scheme the version by which it was last judged
     * @param reckoning the hours it was judged by
     * @param steps what happened; who objected and in which words is left out
     */
    public record File(
            StarApplication application,
            VolunteerView person,
            Rule<StarScheme> scheme,
            @Nullable Reckoning reckoning,
            List<Step> steps) {}

    /** One application of somebody for whom the actor may act; refuses with {@code star.unknown}. */
    @Transactional(readOnly = true)
    public File file(Actor actor, long applicationId) {
        StarApplication found = applications
                .find(applicationId)
                .filter(a -> volunteers.mayActFor(actor, volunteers.get(a.volunteerId())))
                .orElseThrow(() -> new Refusal(StarProblem.UNKNOWN));
        Rule<StarScheme> scheme = schemes.version(found.evaluation().schemeVersion());
        List<Step> steps =
                applications.steps(applicationId).stream().map(Step::sealed).toList();
        return new File(
                found,
                volunteers.get(found.volunteerId()),
                scheme,
                scheme.value()
                        .find(found.star())
                        .map(a -> scheme.value().reckon(found.evaluation().minutes(), a))
                        .orElse(null),
                steps);
    }

    /** How many nominations wait for the person's word. */
    public int countNominations(Actor actor) {
        return (int) nominations(actor).stream().count();
    }

    /** Nominations that wait for the word of the person, or of the guardian. */
    @Transactional(readOnly = true)
    public List<StarApplication> nominations(Actor actor) {
        List<Long> people =
                volunteers.actingFor(actor).stream().map(VolunteerView::id).toList();
        return people.isEmpty()
                ? List.of()
                : applications.ofVolunteers(people).stream()
                        .filter(a -> a.state() == State.NOMINATED)
                        .toList();
    }

    /**
     * A star in the published list.
     *
     * @param who masked name, or the full one where the person wants it
     * @param region district, or the city
     * @param star which
     * @param grantedOn since when
     */
    public record Line(String who, RegionCode region, int star, LocalDate grantedOn) {}

    /**
     * Everybody who has a star, with the highest one, the latest granted first; for everybody.
     *
     * @param star only this one, null for all
     * @param region only who lives there; of a place within a district the whole district, so that nobody reads by narrowing the
     *     list down what it does not say: who lives in which community
     */
    @Transactional(readOnly = true)
    public Slice<Line> published(@Nullable Integer star, RegionCode region, int page) {
        List<Star> rows =
                store.published(star, StarNotice.district(region).value(), PAGE + 1, (Slice.page(page) - 1) * PAGE);
        Slice<Star> cut = Slice.cut(rows, Slice.page(page), PAGE);
        List<Long> ids = cut.items().stream().map(Star::volunteerId).toList();
        var people = volunteers.getAll(ids);
        Set<Long> shown = store.shown(ids, today());
        List<Line> lines = new ArrayList<>();
        for (Star s : cut.items()) {
            VolunteerView person = people.get(s.volunteerId());
            if (person == null || !StarNotice.mayBePublished(person)) {
                continue;
            }
            lines.add(new Line(
                    shown.contains(s.volunteerId()) ? person.name() : person.maskedName(),
                    StarNotice.district(s.region()),
                    s.star(),
                    s.grantedAt().atZone(clock.getZone()).toLocalDate()));
        }
        return new Slice<>(lines, cut.page(), cut.more());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
