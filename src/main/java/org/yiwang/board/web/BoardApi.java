package org.yiwang.board.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.board.BoardKey;
import org.yiwang.board.BoardLine;
import org.yiwang.board.BoardQuery;
import org.yiwang.board.BoardView;
import org.yiwang.board.Boards;
import org.yiwang.board.Facet.Unit;
import org.yiwang.board.TakingPart;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.record.RecordView;
import org.yiwang.web.Access;

/** Leaderboards over JSON. */
@RestController
@Tag(name = "boards", description = "Leaderboards of those who take part, masked; credit time by day of service")
class BoardApi {

    private final Boards boards;
    private final TakingPart taking;
    private final BoardQuestion question;

    BoardApi(Boards boards, TakingPart taking, BoardQuestion question) {
        this.boards = boards;
        this.taking = taking;
        this.question = question;
    }

    @GetMapping("/api/v1/boards")
    @Access(SIGNED_IN)
    @Operation(
            summary = "The first hundred of a board, and the exact rank of the caller and the caller's wards",
            description =
                    "Of credit minutes, or with kind by times served, minutes of newcomers, or months in a row. A board within a"
                            + " district, of an organization or a category lists nobody while few people are on it")
    BoardJson board(
            Actor actor, @RequestParam(required = false) @Nullable String region, @ParameterObject Which which) {
        BoardQuery query = new BoardQuery(key(which), question.region(region));
        return BoardJson.of(query, boards.get(actor, query));
    }

    @GetMapping("/api/v1/me/board")
    @Access(SIGNED_IN)
    @Operation(summary = "Whether the caller and the caller's wards take part")
    List<PersonJson> people(Actor actor) {
        return taking.list(actor).stream().map(PersonJson::of).toList();
    }

    @PutMapping("/api/v1/me/board/{volunteer}")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take part; for a minor the guardian says so")
    void join(Actor actor, @PathVariable @Tsid long volunteer) {
        taking.join(actor, volunteer);
    }

    @DeleteMapping("/api/v1/me/board/{volunteer}")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take part no more; nothing of it stays on any board")
    void leave(Actor actor, @PathVariable @Tsid long volunteer) {
        taking.leave(actor, volunteer);
    }

    @GetMapping("/api/v1/me/board/{volunteer}/records")
    @Access(SIGNED_IN)
    @Operation(summary = "The records behind a number on a board; they sum up to it")
    List<RecordJson> records(Actor actor, @PathVariable @Tsid long volunteer, @ParameterObject Which which) {
        BoardKey key = key(which);
        return boards.records(actor, volunteer, key).stream()
                .map(RecordJson::of)
                .toList();
    }

    private BoardKey key(Which which) {
        return question.key(which.span, which.day, question.facet(which.organization, which.category, which.kind));
    }

    /**
     * Which board, of whatever region.
     *
     * @param span week, month, year or all; a month if absent
     * @param day any day of the period; today if absent
     * @param organization what it counts: service for this one with all below it
     * @param category or service of this category
     * @param kind or times, newcomers, months
     */
    record Which(
            @Nullable String span,
            @Nullable String day,
            @Nullable String organization,
            @Nullable String category,
            @Nullable String kind) {}

    /** A board; its unit says what its numbers are: credit minutes, or a count of times or of months. */
    record BoardJson(
            String span,
            LocalDate startsOn,
            LocalDate endsOn,
            String region,
            String unit,
            int people,
            List<LineJson> items,
            List<MineJson> mine) {

        static BoardJson of(BoardQuery query, BoardView board) {
            BoardKey key = query.key();
            Unit unit = key.facet().unit();
            return new BoardJson(
                    key.span().name(),
                    key.startsOn(),
                    key.endsOn(),
                    query.region().value(),
                    unit.name(),
                    board.people(),
                    board.top().stream().map(line -> LineJson.of(line, unit)).toList(),
                    board.mine().stream().map(mine -> MineJson.of(mine, unit)).toList());
        }
    }

    /** A line: masked, and without anything by which the person could be looked up. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineJson(
            int rank,
            String name,
            String district,
            @Nullable Integer creditMinutes,
            @Nullable Integer count) {

        static LineJson of(BoardLine line, Unit unit) {
            return new LineJson(
                    line.rank(),
                    line.name(),
                    line.district(),
                    unit == Unit.MINUTES ? line.amount() : null,
                    unit == Unit.MINUTES ? null : line.amount());
        }
    }

    /** An own line; no rank without any time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MineJson(
            String volunteerId,
            @Nullable Integer rank,
            @Nullable Integer creditMinutes,
            @Nullable Integer count) {

        static MineJson of(BoardView.Mine mine, Unit unit) {
            return new MineJson(
                    Ids.text(mine.volunteerId()),
                    mine.rank() == 0 ? null : mine.rank(),
                    unit == Unit.MINUTES ? mine.amount() : null,
                    unit == Unit.MINUTES ? null : mine.amount());
        }
    }

    /** Somebody for whom the caller acts. */
    record PersonJson(
            String volunteerId, boolean takesPart, @Nullable Instant since, boolean mayAgree) {

        static PersonJson of(TakingPart.Person person) {
            return new PersonJson(
                    Ids.text(person.volunteer().id()), person.takesPart(), person.since(), person.mayAgree());
        }
    }

    /** A record that counts on a board. */
    record RecordJson(
            String recordId,
            LocalDate day,
            String activity,
            String organization,
            String category,
            int creditMinutes,
            int countingVersion) {

        static RecordJson of(RecordView record) {
            return new RecordJson(
                    Ids.text(record.recordId()),
                    record.serviceDate(),
                    record.title(),
                    record.organizationName(),
                    record.category(),
                    record.serviceMinutes(),
                    record.countingVersion());
        }
    }
}
