package org.yiwang.points.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.CODES_EDIT;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.ledger.Lots;
import org.yiwang.points.Formula;
import org.yiwang.points.FormulaDrafts;
import org.yiwang.points.Part;
import org.yiwang.points.Points;
import org.yiwang.points.PointsLine;
import org.yiwang.points.PointsProblem;
import org.yiwang.points.Preview;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TimeKind;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.web.Access;

/** Points over the API. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "points", description = "Points for service: how they stand, line by line, and how each number is computed")
class PointsApi {

    private final Points points;
    private final FormulaDrafts drafts;
    private final Volunteers volunteers;
    private final Rules rules;

    PointsApi(Points points, FormulaDrafts drafts, Volunteers volunteers, Rules rules) {
        this.points = points;
        this.drafts = drafts;
        this.volunteers = volunteers;
        this.rules = rules;
    }

    @GetMapping("/me/points")
    @Access(SIGNED_IN)
    @Operation(summary = "My own points: what there is, and what of it expires when")
    Standing mine(Actor actor) {
        return standing(actor, own(actor));
    }

    @GetMapping("/me/points/lines")
    @Access(SIGNED_IN)
    @Operation(summary = "My own statement, the last line first")
    Slice<Line> myLines(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return lines(actor, own(actor), page);
    }

    @GetMapping("/volunteers/{volunteer}/points")
    @Access(SIGNED_IN)
    @Operation(summary = "Points of a volunteer for whom the caller may act")
    Standing standing(Actor actor, @PathVariable @Tsid long volunteer) {
        Points.Standing standing = points.standing(actor, volunteer);
        return new Standing(Ids.text(volunteer), standing.balance(), standing.owed(), standing.expiring());
    }

    @GetMapping("/volunteers/{volunteer}/points/lines")
    @Access(SIGNED_IN)
    @Operation(summary = "The statement of a volunteer for whom the caller may act, the last line first")
    Slice<Line> lines(Actor actor, @PathVariable @Tsid long volunteer, @RequestParam(defaultValue = "1") int page) {
        return points.statement(actor, volunteer, page).map(Line::of);
    }

    @GetMapping("/volunteers/{volunteer}/records/{record}/points")
    @Access(SIGNED_IN)
    @Operation(
            summary = "How the points of a record are computed, by the version of the formula that is its own for good")
    Computation computation(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long record) {
        return Computation.of(points.explain(actor, new RecordKey(volunteer, record)));
    }

    @GetMapping("/points/formula")
    @Access(ANYONE)
    @Operation(summary = "The formula that holds today")
    Current formula() {
        Rule<Formula> rule = rules.current(Formula.KEY, Formula.class);
        return new Current(rule.version(), rule.value());
    }

    @PostMapping("/points/formula/preview")
    @Access(CODES_EDIT)
    @Operation(summary = "What a past month would have been by a draft of the formula; keeps nothing")
    Preview preview(Actor actor, @RequestBody Draft body) {
        Formula formula = body.formula;
        if (formula == null) {
            throw new Refusal(PointsProblem.FORMULA_MISSING).at("formula");
        }
        return drafts.preview(actor, formula, Objects.requireNonNullElse(body.month, drafts.lastMonth()));
    }

    private long own(Actor actor) {
        return volunteers
                .findByAccount(actor.accountId())
                .map(VolunteerView::id)
                .orElseThrow(() -> new Refusal(VolunteerProblem.NOT_YOURS));
    }

    /** The formula of today with its version. */
    record Current(int version, Formula formula) {}

    /** A draft, and the month on which it is tried: the last one that is over, if none is named. */
    record Draft(@Nullable Formula formula, @Nullable YearMonth month) {}

    /** How points stand. */
    record Standing(String volunteer, long balance, long owed, List<Lots.Expiring> expiring) {}

    /** A line of a statement. */
    record Line(
            Instant at,
            long amount,
            long balance,
            PointsLine.Kind kind,
            @Nullable Part part,
            @Nullable String record,
            @Nullable String title,
            @Nullable LocalDate serviceDate,
            @Nullable String basis,
            @Nullable Integer percent,
            @Nullable Integer formulaVersion,
            @Nullable LocalDate lastDay) {

        static Line of(PointsLine line) {
            Long record = line.recordId();
            return new Line(
                    line.at(),
                    line.amount(),
                    line.balance(),
                    line.kind(),
                    line.part(),
                    record == null ? null : Ids.text(record),
                    line.title(),
                    line.serviceDate(),
                    line.basis(),
                    line.percent(),
                    line.formulaVersion(),
                    line.lastDay());
        }
    }

    /** How the points of a record are computed. */
    record Computation(
            String record,
            String title,
            LocalDate serviceDate,
            int serviceMinutes,
            String category,
            TimeKind kind,
            boolean counts,
            int formulaVersion,
            int perHour,
            int categoryPerMille,
            int kindPerMille,
            long pointsForTime,
            long roomOfDay,
            @Nullable String evaluation,
            int attitudePercent,
            @Nullable String grade,
            int qualityPercent,
            @Nullable LocalDate lastDay,
            Map<Part, Long> posted,
            long sum) {

        static Computation of(Points.Computation c) {
            return new Computation(
                    Ids.text(c.of().recordId()),
                    c.of().title(),
                    c.of().serviceDate(),
                    c.of().minutes(),
                    c.of().category(),
                    c.of().kind(),
                    c.of().counts(),
                    c.of().formulaVersion(),
                    c.formula().pointsPerHour(),
                    c.formula().ofCategory(c.of().category()),
                    c.formula().ofKind(c.of().kind()),
                    c.of().full(),
                    c.of().counted(),
                    c.of().quality(),
                    c.attitudePercent(),
                    c.of().grade(),
                    c.qualityPercent(),
                    c.lastDay(),
                    c.posted(),
                    c.sum());
        }
    }
}
