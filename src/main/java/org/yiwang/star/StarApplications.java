package org.yiwang.star;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Rule;
import org.yiwang.star.StarApplication.Deed;
import org.yiwang.star.StarApplication.Evaluation;
import org.yiwang.star.StarApplication.State;
import org.yiwang.star.StarScheme.Asks;
import org.yiwang.star.StarScheme.Path;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Applying for a star, by the volunteer or for a minor by the guardian, and answering a nomination (record measures 2012: by
 * application). Whether the hours reach it is judged by the scheme of that day.
 */
@Component
public class StarApplications {

    /** Most characters of what an applicant writes. */
    public static final int LONGEST = 500;

    private final ApplicationStore store;
    private final ApplicationDesk desk;
    private final StarStore stars;
    private final StarSchemes schemes;
    private final Conflicts conflicts;
    private final Volunteers volunteers;
    private final OfficesTurn offices;
    private final Organizations organizations;
    private final Clock clock;

    StarApplications(
            ApplicationStore store,
            ApplicationDesk desk,
            StarStore stars,
            StarSchemes schemes,
            Conflicts conflicts,
            Volunteers volunteers,
            OfficesTurn offices,
            Organizations organizations,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.stars = stars;
        this.schemes = schemes;
        this.conflicts = conflicts;
        this.volunteers = volunteers;
        this.offices = offices;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Applies. Refuses with {@code star.no-applications}, {@code star.no-such-star}, {@code star.not-valid}, {@code
     * star.below-threshold}, {@code star.held-already}, {@code star.open-already}, {@code star.wait-first}, {@code
     * star.text-long} and {@code star.not-your-team}. A team that the applicant leads is not asked.
     *
     * @param teamId the team that is asked first, null for none
     * @param statement a word to those who decide, may be empty
     * @return its id
     */
    @Transactional
    public long apply(Actor actor, long volunteerId, int star, @Nullable Long teamId, String statement) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        String said = StarText.upTo("statement", statement);
        Rule<StarScheme> scheme = schemes.current();
        if (!scheme.value().paths().contains(Path.APPLICATION)) {
            throw new Refusal(StarProblem.NO_APPLICATIONS);
        }
        Filed filed = file(scheme, person, star);
        if (!filed.reckoning().isReached()) {
            throw filed.reckoning().refusal().at("star");
        }
        OrganizationView team = team(actor, person, teamId);
        ReviewLevel first = first(filed, null, team != null);
        StarApplication made = new StarApplication(
                Ids.next(),
                volunteerId,
                star,
                Path.APPLICATION,
                State.REVIEW,
                first,
                team == null ? null : team.id(),
                team == null ? List.of() : team.ancestors(),
                filed.region(),
                said,
                actor.accountId(),
                clock.instant(),
                filed.evaluation(),
                false,
                null,
                null);
        put(made, Deed.APPLIED, actor);
        return made.id();
    }

    /**
     * Nominates a member of one's team, or somebody who lives in one's area; the person must agree before anything is reviewed.
     * Refuses with {@code star.no-nominations}, {@code star.nominee-below}, {@code star.own-case}, and as {@link #apply} does.
     *
     * @param teamId the team that nominates, null for an office
     */
    @Transactional
    public long nominate(Actor actor, String number, int star, @Nullable Long teamId, String statement) {
        Rule<StarScheme> scheme = schemes.current();
        if (!scheme.value().paths().contains(Path.NOMINATION)) {
            throw new Refusal(StarProblem.NO_NOMINATIONS);
        }
        VolunteerView person = volunteers
                .findByNumber(number)
                .orElseThrow(() -> new Refusal(StarProblem.NOMINEE_UNKNOWN).at("number"));
        OrganizationView team = null;
        if (teamId == null) {
            actor.require(Permission.STAR_REVIEW, offices.of(person));
        } else {
            team = organizations.require(actor, Permission.STAR_REVIEW, teamId);
            if (person.accountId() == null || !organizations.isMember(teamId, person.accountId())) {
                throw new Refusal(StarProblem.NOMINEE_UNKNOWN).at("number");
            }
        }
        conflicts.requireNotClose(actor, person);
        String said = StarText.needed("statement", statement);
        Filed filed = file(scheme, person, star);
        if (!filed.reckoning().isReached()) {
            throw new Refusal(StarProblem.NOMINEE_BELOW, star).at("number");
        }
        StarApplication made = new StarApplication(
                Ids.next(),
                person.id(),
                star,
                Path.NOMINATION,
                State.NOMINATED,
                null,
                team == null ? null : team.id(),
                team == null ? List.of() : team.ancestors(),
                filed.region(),
                said,
                actor.accountId(),
                clock.instant(),
                filed.evaluation(),
                false,
                null,
                null);
        put(made, Deed.NOMINATED, actor);
        desk.tell(made, "notice.star.nominated", star);
        return made.id();
    }

    /** Agrees to be nominated: the review begins, above the team. Refuses with {@code star.decided-already}. */
    @Transactional
    public void accept(Actor actor, long id) {
        StarApplication found = lock(actor, id, State.NOMINATED);
        Rule<StarScheme> scheme = schemes.current();
        Asks asks = scheme.value().find(found.star()).orElseThrow(() -> new Refusal(StarProblem.NO_SUCH_STAR));
        Evaluation evaluation = schemes.evaluate(scheme, found.volunteerId(), found.filedAt());
        ReviewLevel first = asks.next(ReviewLevel.TEAM, false).orElseThrow();
        StarApplication now = found.judged(evaluation).with(State.REVIEW, level(found.region(), first), null, null);
        desk.move(now, Deed.ACCEPTED, null, actor, "");
    }

    /** Does not want to be nominated. Refuses with {@code star.decided-already}. */
    @Transactional
    public void decline(Actor actor, long id) {
        StarApplication found = lock(actor, id, State.NOMINATED);
        desk.move(desk.close(found, State.DECLINED), Deed.DECLINED, null, actor, "");
    }

    /** Withdraws an application that is not granted yet. Refuses with {@code star.decided-already}. */
    @Transactional
    public void withdraw(Actor actor, long id) {
        StarApplication found = lock(actor, id, State.REVIEW, State.NOTICE);
        desk.move(desk.close(found, State.WITHDRAWN), Deed.WITHDRAWN, null, actor, "");
    }

    /**
     * Whether the own name stands in full in the published list. To show a minor's is the guardian's to say, until the child
     * comes of age (PIPL art. 31); a minor may mask it as well. Refuses with {@code star.guardian-agrees}.
     */
    @Transactional
    public void showName(Actor actor, long volunteerId, boolean shown) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        if (shown) {
            if (!volunteers.mayConsent(actor, person)) {
                throw new Refusal(StarProblem.GUARDIAN_AGREES);
            }
            LocalDate grown = volunteers.comesOfAge(person);
            stars.showName(
                    volunteerId,
                    actor.accountId(),
                    LocalDate.now(clock).isBefore(grown) ? grown : null,
                    clock.instant());
        } else {
            stars.maskName(volunteerId);
        }
        desk.audit(actor, shown ? "star.show-name" : "star.mask-name", person);
    }

    private void put(StarApplication made, Deed deed, Actor actor) {
        if (!store.insert(made)) {
            throw new Refusal(StarProblem.OPEN_ALREADY);
        }
        desk.note(made, deed, null, actor, made.statement());
    }

    private Filed file(Rule<StarScheme> scheme, VolunteerView person, int star) {
        Asks asks = scheme.value().find(star).orElseThrow(() -> new Refusal(StarProblem.NO_SUCH_STAR).at("star"));
        if (person.state() != VolunteerView.State.VALID) {
            throw new Refusal(StarProblem.NOT_VALID);
        }
        if (stars.of(List.of(person.id())).stream().anyMatch(s -> s.isHeld() && s.star() >= star)) {
            throw new Refusal(StarProblem.HELD_ALREADY).at("star");
        }
        store.lastRefused(person.id(), star)
                .map(at -> scheme.value().again(at.atZone(clock.getZone()).toLocalDate()))
                .filter(day -> LocalDate.now(clock).isBefore(day))
                .ifPresent(day -> {
                    throw new Refusal(StarProblem.WAIT_FIRST, day).at("star");
                });
        Evaluation evaluation = schemes.evaluate(scheme, person.id(), clock.instant());
        return new Filed(asks, evaluation, scheme.value().reckon(evaluation.minutes(), asks), offices.of(person));
    }

    private record Filed(Asks asks, Evaluation evaluation, Reckoning reckoning, RegionCode region) {}

    private ReviewLevel first(Filed filed, @Nullable ReviewLevel decided, boolean team) {
        return level(filed.region(), filed.asks().next(decided, team).orElseThrow());
    }

    /** Who lives elsewhere is reviewed by the city, where an office would. */
    static ReviewLevel level(RegionCode region, ReviewLevel asked) {
        return asked != ReviewLevel.TEAM && region.level() == RegionCode.Level.CITY ? ReviewLevel.CITY : asked;
    }

    @Nullable
    private OrganizationView team(Actor actor, VolunteerView person, @Nullable Long teamId) {
        if (teamId == null) {
            return null;
        }
        OrganizationView team = organizations
                .find(teamId)
                .filter(OrganizationView::active)
                .filter(t -> person.accountId() != null && organizations.isMember(t.id(), person.accountId()))
                .orElseThrow(() -> new Refusal(StarProblem.NOT_YOUR_TEAM).at("team"));
        boolean leads =
                actor.reach(Permission.STAR_REVIEW).organizations().stream().anyMatch(team.ancestors()::contains);
        return leads ? null : team;
    }

    private StarApplication lock(Actor actor, long id, State... asked) {
        StarApplication found = store.lock(id).orElseThrow(() -> new Refusal(StarProblem.UNKNOWN));
        volunteers.require(actor, found.volunteerId());
        if (!List.of(asked).contains(found.state())) {
            throw new Refusal(StarProblem.DECIDED_ALREADY);
        }
        return found;
    }
}
