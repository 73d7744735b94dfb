package org.yiwang.teamstar.web;

import static org.yiwang.kernel.Permission.STAR_REVIEW;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Actor.AccessProblem;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.teamstar.StarDecisions;
import org.yiwang.teamstar.StarRehearsals;
import org.yiwang.teamstar.StarScheme;
import org.yiwang.teamstar.TeamStarDesk;
import org.yiwang.teamstar.TeamStarProblem;
import org.yiwang.teamstar.TeamStarRuns;
import org.yiwang.web.Access;

/** Stars of teams over the API, for the offices that give them. */
@RestController
@RequestMapping("/api/v1/team-stars/runs")
@Tag(name = "team stars at the office", description = "Running a year, deciding team by team, announcing, rehearsing")
class TeamStarOfficeApi {

    private final TeamStarRuns runs;
    private final TeamStarDesk desk;
    private final StarDecisions decisions;
    private final StarRehearsals rehearsals;

    TeamStarOfficeApi(TeamStarRuns runs, TeamStarDesk desk, StarDecisions decisions, StarRehearsals rehearsals) {
        this.runs = runs;
        this.desk = desk;
        this.decisions = decisions;
        this.rehearsals = rehearsals;
    }

    @GetMapping
    @Access(STAR_REVIEW)
    @Operation(summary = "Runs of one's regions, the last year first")
    Slice<TeamStarJson.Run> list(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return runs.list(actor, page).map(TeamStarJson.Run::of);
    }

    @PostMapping
    @Access(STAR_REVIEW)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Count a year of all teams of a region, in the background")
    TeamStarJson.Run start(Actor actor, @RequestBody Wish body) {
        RegionCode region = RegionCode.parse(text(body.region))
                .orElseThrow(() -> new Refusal(AccessProblem.OUT_OF_SCOPE).at("region"));
        long id = runs.start(actor, region, body.year == null ? 0 : body.year);
        return TeamStarJson.Run.of(runs.get(actor, id).run());
    }

    @GetMapping("/{id}")
    @Access(STAR_REVIEW)
    @Operation(summary = "How far a run is, and how many teams have how many stars")
    TeamStarJson.Overview get(Actor actor, @PathVariable @Tsid long id) {
        return TeamStarJson.Overview.of(runs.get(actor, id));
    }

    @GetMapping("/{id}/teams")
    @Access(STAR_REVIEW)
    @Operation(summary = "Its ratings, those that need a decision first")
    Slice<TeamStarJson.Row> teams(
            Actor actor, @PathVariable @Tsid long id, @RequestParam(defaultValue = "1") int page) {
        return runs.ratings(actor, id, page).map(TeamStarJson.Row::of);
    }

    @GetMapping("/{id}/teams/{team}")
    @Access(STAR_REVIEW)
    @Operation(summary = "One rating with every part, and whether records behind a published one were corrected since")
    TeamStarJson.Sheet team(Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long team) {
        return TeamStarJson.Sheet.of(desk.get(actor, team, year(actor, id)));
    }

    @GetMapping("/{id}/teams/{team}/activities")
    @Access(STAR_REVIEW)
    @Operation(summary = "The activities behind the numbers, as the records stand now")
    List<TeamStarJson.Held> activities(Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long team) {
        return desk.activities(actor, team, year(actor, id)).stream()
                .map(TeamStarJson.Held::of)
                .toList();
    }

    @PostMapping("/{id}/count-again")
    @Access(STAR_REVIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Count everything again, until something is decided")
    void again(Actor actor, @PathVariable @Tsid long id) {
        runs.countAgain(actor, id);
    }

    @PostMapping("/{id}/confirm")
    @Access(STAR_REVIEW)
    @Operation(summary = "Confirm all that have stars and no question, as computed; how many")
    Confirmed confirmAll(Actor actor, @PathVariable @Tsid long id) {
        return new Confirmed(decisions.confirmAll(actor, id));
    }

    @PostMapping("/{id}/announce")
    @Access(STAR_REVIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put what was decided on public notice; it is published by itself afterwards")
    void announce(Actor actor, @PathVariable @Tsid long id) {
        runs.announce(actor, id);
    }

    @PostMapping("/{id}/teams/{team}")
    @Access(STAR_REVIEW)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Decide: CONFIRM, SET_ASIDE, RAISE (with stars); as a second person AGREE or REFUSE a raise, AGREE_ASIDE or KEEP")
    void decide(Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long team, @RequestBody Decision body) {
        int year = year(actor, id);
        String words = text(body.words);
        switch (body.what) {
            case CONFIRM -> decisions.confirm(actor, team, year, words);
            case SET_ASIDE -> decisions.setAside(actor, team, year, words);
            case AGREE_ASIDE -> decisions.decideAside(actor, team, year, true, words);
            case KEEP -> decisions.decideAside(actor, team, year, false, words);
            case RAISE -> decisions.raise(actor, team, year, body.stars == null ? 0 : body.stars, words);
            case AGREE -> decisions.second(actor, team, year, true, words);
            case REFUSE -> decisions.second(actor, team, year, false, words);
            case null -> throw new Refusal(TeamStarProblem.REASON_NEEDED).at("what");
        }
    }

    @PostMapping("/rehearsal")
    @Access(STAR_REVIEW)
    @Operation(summary = "What a draft of a scheme would change in a year; stores nothing")
    TeamStarJson.Outcome rehearse(Actor actor, @RequestBody Draft body) {
        if (body.year == null || body.scheme == null) {
            throw new Refusal(TeamStarProblem.SCHEME_FAULTY);
        }
        return TeamStarJson.Outcome.of(rehearsals.rehearse(actor, body.year, body.scheme));
    }

    private int year(Actor actor, long runId) {
        return runs.get(actor, runId).run().year();
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    /** What to count. */
    record Wish(@Nullable Integer year, @Nullable String region) {}

    /** How many. */
    record Confirmed(int teams) {}

    /** A decision. */
    record Decision(
            @Nullable What what,
            @Nullable Integer stars,
            @Nullable String words) {}

    /** Decisions there are. */
    enum What {
        CONFIRM,
        SET_ASIDE,
        AGREE_ASIDE,
        KEEP,
        RAISE,
        AGREE,
        REFUSE
    }

    /** A draft, and the year on which it is tried. */
    record Draft(@Nullable Integer year, @Nullable StarScheme scheme) {}
}
