package org.yiwang.star;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.region.Regions;
import org.yiwang.rules.RuleBook;
import org.yiwang.star.Rehearsal.Change;
import org.yiwang.star.Rehearsal.Count;
import org.yiwang.star.Rehearsal.State;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import tools.jackson.databind.ObjectMapper;

/**
 * Rehearsing a new scheme before it is adopted (domain §5 no. 13): a city office drafts it, sees on the service of a year or of
 * all time how many would reach which star and who would gain or lose and why, and adopts it from a day on, or does not. A star
 * that somebody has is not touched by any of it. Offices see the people of their own area, masked.
 */
@Component
public class Rehearsals {

    private static final int PAGE = 20;
    private static final int LINES = 50;
    private static final int EXPORTED_AT_ONCE = 2_000;

    private final RehearsalStore store;
    private final StarSchemes schemes;
    private final RuleBook ruleBook;
    private final Volunteers volunteers;
    private final Regions regions;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    Rehearsals(
            RehearsalStore store,
            StarSchemes schemes,
            RuleBook ruleBook,
            Volunteers volunteers,
            Regions regions,
            AuditTrail audit,
            ObjectMapper json,
            Clock clock) {
        this.store = store;
        this.schemes = schemes;
        this.ruleBook = ruleBook;
        this.volunteers = volunteers;
        this.regions = regions;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Puts a rehearsal down that begins within seconds; needs to edit rules, and to review stars in the whole city. Refuses with
     * {@code access.not-allowed} and {@code access.out-of-scope}.
     *
     * @param from the first day of service, null for all time
     * @param upTo the last day of service
     * @return its id
     */
    @Transactional
    public long start(Actor actor, StarScheme scheme, @Nullable LocalDate from, LocalDate upTo) {
        requireCity(actor);
        LocalDate first = from == null ? StarHours.EVER : from;
        if (upTo.isBefore(first)) {
            throw new Refusal(StarProblem.SCHEME_REFUSED, upTo.toString()).at("upTo");
        }
        Rehearsal made = new Rehearsal(
                Ids.next(),
                actor.accountId(),
                clock.instant(),
                scheme,
                schemes.current().version(),
                first,
                upTo,
                State.WAITING,
                0,
                0,
                0,
                0,
                null,
                null,
                null);
        store.insert(made);
        audit.write(
                actor,
                "star.rehearse",
                subject(made.id()),
                made.from() + " – " + made.upTo(),
                regions.city().code());
        return made.id();
    }

    /** Rehearsals, the latest first; for offices. */
    @Transactional(readOnly = true)
    public Slice<Rehearsal> list(Actor actor, int page) {
        requireOffice(actor);
        return Slice.cut(store.list(PAGE + 1, (Slice.page(page) - 1) * PAGE), Slice.page(page), PAGE);
    }

    /** One of them; refuses with {@code star.rehearsal-unknown}. */
    @Transactional(readOnly = true)
    public Rehearsal get(Actor actor, long id) {
        requireOffice(actor);
        return store.find(id).orElseThrow(() -> new Refusal(StarProblem.REHEARSAL_UNKNOWN));
    }

    /** How many people of the whole city reach each star; empty until it is done. */
    public List<Count> counts(Actor actor, long id) {
        get(actor, id);
        return store.counts(id);
    }

    /**
     * Somebody who would gain or lose.
     *
     * @param change the change
     * @param who masked name
     * @param district where the person lives
     * @param now the hours held against the star in question under the scheme that holds; null if it has no such star
     * @param then the same under the one rehearsed
     */
    public record Line(
            Change change,
            String who,
            RegionCode district,
            @Nullable Reckoning now,
            @Nullable Reckoning then) {}

    /**
     * Those in the actor's area who would gain or lose, in no order that means anything.
     *
     * @param gain only those who gain, or lose; null for both
     * @param after id of the last person of the page before, 0 for the first page
     */
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, long id, @Nullable Boolean gain, long after) {
        Rehearsal rehearsal = get(actor, id);
        return lines(rehearsal, store.changes(id, gain, patterns(actor), after, LINES));
    }

    /** Hands over all of them, and writes that into the audit trail; refuses with {@code star.rehearsal-not-done}. */
    @Transactional
    public void export(Actor actor, long id, Consumer<Line> each) {
        Rehearsal rehearsal = get(actor, id);
        if (rehearsal.state() != State.DONE) {
            throw new Refusal(StarProblem.REHEARSAL_NOT_DONE);
        }
        long people = 0;
        List<Change> some = store.changes(id, null, patterns(actor), 0, EXPORTED_AT_ONCE);
        while (!some.isEmpty()) {
            lines(rehearsal, some).forEach(each);
            people += some.size();
            some = store.changes(id, null, patterns(actor), some.getLast().volunteerId(), EXPORTED_AT_ONCE);
        }
        audit.write(
                actor,
                "star.rehearsal-export",
                subject(id),
                "people: " + people,
                regions.city().code());
    }

    private List<Line> lines(Rehearsal rehearsal, List<Change> changes) {
        StarScheme now = schemes.version(rehearsal.againstVersion()).value();
        Map<Long, VolunteerView> people =
                volunteers.getAll(changes.stream().map(Change::volunteerId).toList());
        List<Line> lines = new ArrayList<>(changes.size());
        for (Change c : changes) {
            int star = Math.max(c.starNow(), c.starThen());
            VolunteerView person = people.get(c.volunteerId());
            lines.add(new Line(
                    c,
                    person == null ? "*" : person.maskedName(),
                    StarNotice.district(c.region()),
                    now.find(star).map(a -> now.reckon(c.minutesNow(), a)).orElse(null),
                    rehearsal
                            .scheme()
                            .find(star)
                            .map(a -> rehearsal.scheme().reckon(c.minutesThen(), a))
                            .orElse(null)));
        }
        return lines;
    }

    /**
     * Makes the scheme of a rehearsal the next version of {@code star.scheme}, for decisions from that day on. Refuses with
     * {@code star.rehearsal-not-done}, {@code star.adopted-already}, and as {@link RuleBook#add} does.
     *
     * @return the number of the version
     */
    @Transactional
    public int adopt(Actor actor, long id, LocalDate from, String why) {
        requireCity(actor);
        Rehearsal rehearsal = store.lock(id).orElseThrow(() -> new Refusal(StarProblem.REHEARSAL_UNKNOWN));
        if (rehearsal.state() != State.DONE) {
            throw new Refusal(StarProblem.REHEARSAL_NOT_DONE);
        }
        if (rehearsal.adoptedVersion() != null) {
            throw new Refusal(StarProblem.ADOPTED_ALREADY);
        }
        if (why.isBlank()) {
            throw new Refusal(StarProblem.REASON_NEEDED).at("why");
        }
        int version =
                ruleBook.add(actor, StarScheme.KEY, from, json.writeValueAsString(rehearsal.scheme()), why.strip());
        store.adopted(id, version);
        audit.write(
                actor,
                "star.adopt-scheme",
                subject(id),
                why.strip(),
                regions.city().code());
        return version;
    }

    private void requireCity(Actor actor) {
        if (!actor.may(Permission.CODES_EDIT)) {
            throw new Refusal(Actor.AccessProblem.NOT_ALLOWED);
        }
        actor.require(Permission.STAR_REVIEW, regions.city().code());
    }

    private static void requireOffice(Actor actor) {
        if (actor.reach(Permission.STAR_REVIEW).regions().isEmpty()) {
            throw new Refusal(Actor.AccessProblem.OUT_OF_SCOPE);
        }
    }

    private static String[] patterns(Actor actor) {
        Reach reach = actor.reach(Permission.STAR_REVIEW);
        return reach.regionPatterns();
    }

    private static String subject(long id) {
        return "star-rehearsal:" + Ids.text(id);
    }
}
