package org.yiwang.teamstar.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.ORGANIZATION_MANAGE;

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
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.teamstar.PublishedStars;
import org.yiwang.teamstar.StarRehearsals;
import org.yiwang.teamstar.StarScheme;
import org.yiwang.teamstar.TeamStarDesk;
import org.yiwang.web.Access;

/** Stars of teams over the API: published ones, and a team's own with everything behind each number. */
@RestController
@RequestMapping("/api/v1/team-stars")
@Tag(name = "team stars", description = "Yearly stars of teams: published, and a team's own with every part")
class TeamStarApi {

    private final PublishedStars published;
    private final TeamStarDesk desk;
    private final StarRehearsals schemes;

    TeamStarApi(PublishedStars published, TeamStarDesk desk, StarRehearsals schemes) {
        this.published = published;
        this.desk = desk;
        this.schemes = schemes;
    }

    @GetMapping("/years")
    @Access(ANYONE)
    @Operation(summary = "Years of which stars are on public notice or published, the latest first")
    List<Integer> years() {
        return published.years();
    }

    @GetMapping("/scheme")
    @Access(ANYONE)
    @Operation(summary = "How stars follow from a year: the scheme that holds today")
    StarScheme scheme() {
        return schemes.current();
    }

    @GetMapping("/years/{year}")
    @Access(ANYONE)
    @Operation(summary = "Teams with stars of a year, by stars and name; nobody is ranked")
    Slice<TeamStarJson.Published> year(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Integer stars,
            @RequestParam(defaultValue = "1") int page) {
        return published.list(year, stars, page).map(TeamStarJson.Published::of);
    }

    @GetMapping("/teams/{team}")
    @Access(ORGANIZATION_MANAGE)
    @Operation(summary = "All counted years of a team that one leads, each with every part")
    List<TeamStarJson.Sheet> ofTeam(Actor actor, @PathVariable @Tsid long team) {
        return desk.ofTeam(actor, team).stream().map(TeamStarJson.Sheet::of).toList();
    }

    @GetMapping("/teams/{team}/{year}/activities")
    @Access(ORGANIZATION_MANAGE)
    @Operation(summary = "The activities behind the numbers of a year, as the records stand now")
    List<TeamStarJson.Held> activities(Actor actor, @PathVariable @Tsid long team, @PathVariable int year) {
        return desk.activities(actor, team, year).stream()
                .map(TeamStarJson.Held::of)
                .toList();
    }

    @PostMapping("/teams/{team}/{year}/question")
    @Access(ORGANIZATION_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ask the office to look again, while there is time")
    void ask(Actor actor, @PathVariable @Tsid long team, @PathVariable int year, @RequestBody Words body) {
        desk.ask(actor, team, year, Objects.requireNonNullElse(body.words, ""));
    }

    @PostMapping("/teams/{team}/{year}/reply")
    @Access(ORGANIZATION_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say something before stars on public notice are taken away")
    void reply(Actor actor, @PathVariable @Tsid long team, @PathVariable int year, @RequestBody Words body) {
        desk.reply(actor, team, year, Objects.requireNonNullElse(body.words, ""));
    }

    /** What is asked. */
    record Words(@Nullable String words) {}
}
