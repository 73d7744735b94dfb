package org.yiwang.star.web;

import static org.yiwang.kernel.Permission.CODES_EDIT;
import static org.yiwang.kernel.Permission.STAR_REVIEW;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.star.Reckoning;
import org.yiwang.star.Rehearsal;
import org.yiwang.star.Rehearsals;
import org.yiwang.star.StarApplication;
import org.yiwang.star.StarApplications;
import org.yiwang.star.StarProblem;
import org.yiwang.star.StarReview;
import org.yiwang.star.StarScheme;
import org.yiwang.star.StarsBelow;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Stars over the API, for teams and offices: reviewing, nominating, taking back, rehearsing. */
@RestController
@RequestMapping("/api/v1/star-desk")
@Tag(name = "star desk", description = "Deciding about stars, nominating, rehearsing schemes")
class StarDeskApi {

    private final StarReview review;
    private final StarApplications applications;
    private final StarsBelow below;
    private final Rehearsals rehearsals;
    private final Idempotency idempotency;
    private final Clock clock;

    StarDeskApi(
            StarReview review,
            StarApplications applications,
            StarsBelow below,
            Rehearsals rehearsals,
            Idempotency idempotency,
            Clock clock) {
        this.review = review;
        this.applications = applications;
        this.below = below;
        this.rehearsals = rehearsals;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GetMapping("/applications")
    @Access(STAR_REVIEW)
    @Operation(summary = "What waits for the caller's decision, the longest waiting first")
    Slice<Waiting> waiting(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(defaultValue = "1") int page) {
        return review.waiting(actor, below, page).map(Waiting::of);
    }

    @GetMapping("/applications/{id}")
    @Access(STAR_REVIEW)
    @Operation(
            summary = "One of them with the hours of today held against the star, and what stands against deciding it")
    File file(Actor actor, @PathVariable @Tsid long id) {
        return File.of(review.get(actor, id));
    }

    @PostMapping("/applications/{id}/approve")
    @Access(STAR_REVIEW)
    @Operation(summary = "Agree: it goes to the next level, or on public notice after the last")
    Now approve(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody StarApi.Why body) {
        return idempotency.once(
                actor,
                key,
                "star.approve " + Ids.text(id),
                Now.class,
                () -> new Now(review.approve(actor, id, body.text())));
    }

    @PostMapping("/applications/{id}/refuse")
    @Access(STAR_REVIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Do not agree, with a reason that the volunteer reads")
    void refuse(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody StarApi.Why body) {
        idempotency.once(actor, key, "star.refuse " + Ids.text(id), () -> review.refuse(actor, id, body.text()));
    }

    @PostMapping("/nominations")
    @Access(STAR_REVIEW)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nominate a member of one's team, or somebody who lives in one's area")
    StarApi.Made nominate(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Nomination body) {
        Long team = body.teamId == null
                ? null
                : Ids.parse(body.teamId).orElseThrow(() -> new Refusal(StarProblem.NOT_YOUR_TEAM).at("teamId"));
        return idempotency.once(
                actor,
                key,
                "star.nominate",
                StarApi.Made.class,
                () -> new StarApi.Made(Ids.text(applications.nominate(
                        actor,
                        Objects.requireNonNullElse(body.number, ""),
                        Objects.requireNonNullElse(body.star, 0),
                        team,
                        Objects.requireNonNullElse(body.statement, "")))));
    }

    @GetMapping("/below")
    @Access(STAR_REVIEW)
    @Operation(summary = "Stars whose hours were corrected below their threshold")
    List<Below> below(Actor actor) {
        return below.list(actor).stream().map(Below::of).toList();
    }

    @PostMapping("/below/{id}/announce")
    @Access(STAR_REVIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Announce that a star is to be taken back; the volunteer is told and may object")
    void announce(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Grounds body) {
        String reason = Objects.requireNonNullElse(body.reason, "");
        String evidence = Objects.requireNonNullElse(body.evidence, "");
        idempotency.once(
                actor, key, "star.announce " + Ids.text(id), () -> below.announce(actor, id, reason, evidence));
    }

    @PostMapping("/below/{id}/decide")
    @Access(STAR_REVIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "As another person, take the star back after the time to object, or let the volunteer keep it")
    void decide(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Decision body) {
        String answer = Objects.requireNonNullElse(body.answer, "");
        idempotency.once(
                actor, key, "star.decide " + Ids.text(id), () -> below.decide(actor, id, body.takeBack, answer));
    }

    @GetMapping("/rehearsals")
    @Access(STAR_REVIEW)
    @Operation(summary = "Rehearsals of schemes, the latest first")
    Slice<Rehearsed> rehearsals(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return rehearsals.list(actor, page).map(Rehearsed::of);
    }

    @PostMapping("/rehearsals")
    @Access(CODES_EDIT)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Rehearse a scheme in the background, on the service of some days or of all time")
    StarApi.Made rehearse(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Draft body) {
        StarScheme scheme = body.scheme;
        if (scheme == null) {
            throw new Refusal(StarProblem.SCHEME_REFUSED, "scheme").at("scheme");
        }
        LocalDate upTo = body.upTo == null ? LocalDate.now(clock) : body.upTo;
        return idempotency.once(
                actor,
                key,
                "star.rehearse",
                StarApi.Made.class,
                () -> new StarApi.Made(Ids.text(rehearsals.start(actor, scheme, body.from, upTo))));
    }

    @GetMapping("/rehearsals/{id}")
    @Access(STAR_REVIEW)
    @Operation(summary = "A rehearsal: how far it is, and when it is done how many people reach each star")
    Result rehearsal(Actor actor, @PathVariable @Tsid long id) {
        return new Result(Rehearsed.of(rehearsals.get(actor, id)), rehearsals.counts(actor, id));
    }

    @GetMapping("/rehearsals/{id}/people")
    @Access(STAR_REVIEW)
    @Operation(
            summary = "Who in one's area would gain or lose, masked; the next page begins after the last one's cursor")
    List<Person> people(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestParam(required = false) @Nullable Boolean gain,
            @RequestParam(defaultValue = "") String after) {
        return rehearsals.lines(actor, id, gain, Ids.parse(after).orElse(0L)).stream()
                .map(Person::of)
                .toList();
    }

    @PostMapping("/rehearsals/{id}/adopt")
    @Access(CODES_EDIT)
    @Operation(summary = "Make the scheme of a rehearsal the next version, for decisions from that day on")
    Adopted adopt(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Adoption body) {
        LocalDate from = body.from == null ? LocalDate.now(clock).plusDays(1) : body.from;
        return idempotency.once(
                actor,
                key,
                "star.adopt " + Ids.text(id),
                Adopted.class,
                () -> new Adopted(rehearsals.adopt(actor, id, from, Objects.requireNonNullElse(body.why, ""))));
    }

    /** An application that waits. */
    record Waiting(String id, String name, String number, int star, StarApplication.State state, boolean objected) {

        static Waiting of(StarReview.Waiting w) {
            StarApplication a = w.application();
            return new Waiting(
                    Ids.text(a.id()), w.person().name(), w.person().number(), a.star(), a.state(), a.objected());
        }
    }

    /** An application as those see it who decide; {@code conflict} is the code of what keeps the caller from it. */
    record File(
            StarApi.Application application,
            String name,
            String number,
            String statement,
            int schemeVersion,
            StarApi.@Nullable Towards hours,
            List<StarApi.Step> steps,
            @Nullable String conflict) {

        static File of(StarReview.File f) {
            Reckoning hours = f.reckoning();
            Refusal conflict = f.conflict();
            return new File(
                    StarApi.Application.of(f.application()),
                    f.person().name(),
                    f.person().number(),
                    f.application().statement(),
                    f.scheme().version(),
                    hours == null ? null : StarApi.Towards.of(hours),
                    f.steps().stream().map(StarApi.Step::of).toList(),
                    conflict == null ? null : conflict.problem().code());
        }
    }

    /** Where an application stands now. */
    record Now(StarApplication.State state) {}

    /** Whom to nominate. */
    record Nomination(
            @Nullable String number,
            @Nullable Integer star,
            @Nullable String teamId,
            @Nullable String statement) {}

    /** A star below its threshold. */
    record Below(
            String id,
            String name,
            int star,
            long missingMinutes,
            @Nullable LocalDate objectUntil) {

        static Below of(StarsBelow.Below b) {
            return new Below(
                    Ids.text(b.star().id()),
                    b.person().name(),
                    b.star().star(),
                    b.reckoning().missing(),
                    b.announced() == null ? null : b.announced().objectUntil());
        }
    }

    /** Why a star is to be taken back. */
    record Grounds(@Nullable String reason, @Nullable String evidence) {}

    /** What the second person decides. */
    record Decision(boolean takeBack, @Nullable String answer) {}

    /** What to rehearse. */
    record Draft(
            @Nullable StarScheme scheme,
            @Nullable LocalDate from,
            @Nullable LocalDate upTo) {}

    /** A rehearsal. */
    record Rehearsed(
            String id,
            StarScheme scheme,
            int againstVersion,
            LocalDate from,
            LocalDate upTo,
            Rehearsal.State state,
            int percent,
            long people,
            long gain,
            long lose,
            @Nullable Integer adoptedVersion) {

        static Rehearsed of(Rehearsal r) {
            return new Rehearsed(
                    Ids.text(r.id()),
                    r.scheme(),
                    r.againstVersion(),
                    r.from(),
                    r.upTo(),
                    r.state(),
                    r.percent(),
                    r.done(),
                    r.gain(),
                    r.lose(),
                    r.adoptedVersion());
        }
    }

    /** A rehearsal with its counts. */
    record Result(Rehearsed rehearsal, List<Rehearsal.Count> counts) {}

    /** Somebody who would gain or lose. */
    record Person(
            String cursor,
            String who,
            String region,
            int starNow,
            int starThen,
            long creditMinutes,
            long honourMinutes,
            @Nullable Long missingNow,
            @Nullable Long missingThen) {

        static Person of(Rehearsals.Line l) {
            return new Person(
                    Ids.text(l.change().volunteerId()),
                    l.who(),
                    l.district().value(),
                    l.change().starNow(),
                    l.change().starThen(),
                    l.change().minutesThen().creditMinutes(),
                    l.change().minutesThen().honourMinutes(),
                    l.now() == null ? null : Long.valueOf(l.now().missing()),
                    l.then() == null ? null : Long.valueOf(l.then().missing()));
        }
    }

    /** When and why to adopt a scheme. */
    record Adoption(@Nullable LocalDate from, @Nullable String why) {}

    /** The version that a scheme became. */
    record Adopted(int version) {}
}
