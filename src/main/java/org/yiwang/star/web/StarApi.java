package org.yiwang.star.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.region.Regions;
import org.yiwang.star.ReviewLevel;
import org.yiwang.star.Star;
import org.yiwang.star.StarApplication;
import org.yiwang.star.StarApplications;
import org.yiwang.star.StarNotice;
import org.yiwang.star.StarProblem;
import org.yiwang.star.StarScheme;
import org.yiwang.star.StarSchemes;
import org.yiwang.star.Stars;
import org.yiwang.star.StarsBelow;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Stars over the API, for volunteers and for everybody. */
@RestController
@RequestMapping("/api/v1/stars")
@Tag(name = "stars", description = "Stars of volunteers: schemes, applications, who has one")
class StarApi {

    private final Stars stars;
    private final StarApplications applications;
    private final StarNotice notice;
    private final StarsBelow below;
    private final StarSchemes schemes;
    private final Regions regions;
    private final Idempotency idempotency;

    StarApi(
            Stars stars,
            StarApplications applications,
            StarNotice notice,
            StarsBelow below,
            StarSchemes schemes,
            Regions regions,
            Idempotency idempotency) {
        this.stars = stars;
        this.applications = applications;
        this.notice = notice;
        this.below = below;
        this.schemes = schemes;
        this.regions = regions;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Access(ANYONE)
    @Operation(summary = "Everybody who has a star, masked unless they want their name in full, the latest first")
    Slice<Listed> published(
            @RequestParam(required = false) @Nullable Integer star,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "1") int page) {
        RegionCode city = regions.city().code();
        RegionCode within = region == null
                ? city
                : RegionCode.parse(region).filter(city::contains).orElse(city);
        return stars.published(star, within, page).map(Listed::of);
    }

    @GetMapping("/scheme")
    @Access(ANYONE)
    @Operation(summary = "The scheme by which is decided today")
    Scheme scheme() {
        var rule = schemes.current();
        return new Scheme(rule.version(), rule.value());
    }

    @GetMapping("/notice")
    @Access(ANYONE)
    @Operation(summary = "Stars on public notice, masked, the one that ends next first")
    Slice<OnNotice> onNotice(@RequestParam(defaultValue = "1") int page) {
        return notice.list(page).map(OnNotice::of);
    }

    @PostMapping("/notice/{id}/objections")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Object to a star on notice; somebody else decides about it again")
    void object(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Why body) {
        idempotency.once(actor, key, "star.object " + Ids.text(id), () -> notice.object(actor, id, body.text()));
    }

    @GetMapping("/mine")
    @Access(SIGNED_IN)
    @Operation(summary = "How a person stands to the stars, with every number behind it; the caller or a ward")
    Mine mine(Actor actor, @RequestParam String volunteerId) {
        return Mine.of(stars.own(actor, id(volunteerId, "volunteerId")));
    }

    @PostMapping("/applications")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Apply for a star")
    Made apply(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Wish body) {
        return idempotency.once(
                actor,
                key,
                "star.apply",
                Made.class,
                () -> new Made(Ids.text(applications.apply(
                        actor,
                        id(body.volunteerId, "volunteerId"),
                        Objects.requireNonNullElse(body.star, 0),
                        body.teamId == null ? null : id(body.teamId, "teamId"),
                        Objects.requireNonNullElse(body.statement, "")))));
    }

    @GetMapping("/applications/{id}")
    @Access(SIGNED_IN)
    @Operation(summary = "An application of the caller or a ward, with what happened to it")
    File application(Actor actor, @PathVariable @Tsid long id) {
        Stars.File file = stars.file(actor, id);
        return new File(
                Application.of(file.application()),
                file.steps().stream().map(Step::of).toList());
    }

    @PostMapping("/applications/{id}/accept")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Agree to be nominated")
    void accept(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        idempotency.once(actor, key, "star.accept " + Ids.text(id), () -> applications.accept(actor, id));
    }

    @PostMapping("/applications/{id}/decline")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Do not want to be nominated")
    void decline(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        idempotency.once(actor, key, "star.decline " + Ids.text(id), () -> applications.decline(actor, id));
    }

    @PostMapping("/applications/{id}/withdraw")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraw an application that is not granted yet")
    void withdraw(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        idempotency.once(actor, key, "star.withdraw " + Ids.text(id), () -> applications.withdraw(actor, id));
    }

    @PutMapping("/name")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Whether the own name stands in full in the published list")
    void name(Actor actor, @RequestBody Name body) {
        applications.showName(actor, id(body.volunteerId, "volunteerId"), body.shown);
    }

    @PostMapping("/awards/{id}/objections")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Object to an announcement that a star is to be taken back")
    void objectToTakingBack(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Why body) {
        idempotency.once(
                actor, key, "star.object-taking-back " + Ids.text(id), () -> below.object(actor, id, body.text()));
    }

    private static long id(@Nullable String text, String field) {
        return Ids.parse(Objects.requireNonNullElse(text, ""))
                .orElseThrow(() -> new Refusal(StarProblem.UNKNOWN).at(field));
    }

    /** What to apply for. */
    record Wish(
            @Nullable String volunteerId,
            @Nullable Integer star,
            @Nullable String teamId,
            @Nullable String statement) {}

    /** Words. */
    record Why(@Nullable String why) {

        String text() {
            return Objects.requireNonNullElse(why, "");
        }
    }

    /** Whether to show a name. */
    record Name(@Nullable String volunteerId, boolean shown) {}

    /** What was made. */
    record Made(String id) {}

    /** A scheme with its version. */
    record Scheme(int version, StarScheme scheme) {}

    /** A star in the list. */
    record Listed(String who, String region, int star, LocalDate grantedOn) {

        static Listed of(Stars.Line l) {
            return new Listed(l.who(), l.region().value(), l.star(), l.grantedOn());
        }
    }

    /** A star on notice. */
    record OnNotice(String id, String who, String region, int star, Instant until) {

        static OnNotice of(StarNotice.Line l) {
            return new OnNotice(Ids.text(l.id()), l.who(), l.region().value(), l.star(), l.until());
        }
    }

    /** The hours of a person held against a star. */
    record Towards(
            int star,
            long asksMinutes,
            long creditMinutes,
            long honourMinutes,
            long honourCountedMinutes,
            long missingMinutes) {

        static Towards of(org.yiwang.star.Reckoning r) {
            return new Towards(
                    r.asks().star(),
                    r.asks().minutes(),
                    r.minutes().creditMinutes(),
                    r.minutes().honourMinutes(),
                    r.honourCounted(),
                    r.missing());
        }
    }

    /** A star that a person has or had. */
    record Held(
            String id,
            int star,
            Instant grantedAt,
            int schemeVersion,
            LocalDate cutOff,
            long creditMinutes,
            long honourMinutes,
            long honourCountedMinutes,
            @Nullable Instant takenBackAt) {

        static Held of(Star s) {
            return new Held(
                    Ids.text(s.id()),
                    s.star(),
                    s.grantedAt(),
                    s.schemeVersion(),
                    s.cutOff(),
                    s.minutes().creditMinutes(),
                    s.minutes().honourMinutes(),
                    s.honourCounted(),
                    s.takenBackAt());
        }
    }

    /** How a person stands. */
    record Mine(
            int star,
            int schemeVersion,
            LocalDate cutOff,
            List<Towards> towards,
            List<Held> held,
            List<Application> applications) {

        static Mine of(Stars.Own own) {
            Stars.Progress p = own.progress();
            return new Mine(
                    p.star(),
                    p.scheme().version(),
                    p.evaluation().cutOff(),
                    p.reckonings().stream().map(Towards::of).toList(),
                    p.held().stream().map(Held::of).toList(),
                    own.applications().stream().map(Application::of).toList());
        }
    }

    /** An application as its owner sees it. */
    record Application(
            String id,
            int star,
            StarScheme.Path path,
            StarApplication.State state,
            @Nullable ReviewLevel level,
            Instant filedAt,
            int schemeVersion,
            @Nullable Instant noticeUntil) {

        static Application of(StarApplication a) {
            return new Application(
                    Ids.text(a.id()),
                    a.star(),
                    a.path(),
                    a.state(),
                    a.level(),
                    a.filedAt(),
                    a.evaluation().schemeVersion(),
                    a.noticeUntil());
        }
    }

    /** Something that happened to an application; who decided stays with those who decide. */
    record Step(StarApplication.Deed deed, @Nullable ReviewLevel level, Instant at, String why, int schemeVersion) {

        static Step of(StarApplication.Step s) {
            return new Step(s.deed(), s.level(), s.at(), s.why(), s.schemeVersion());
        }
    }

    /** An application with what happened to it. */
    record File(Application application, List<Step> steps) {}
}
