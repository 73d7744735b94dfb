package org.yiwang.honour.web;

import static org.yiwang.kernel.Permission.AWARD_RUN;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.honour.HonourProblem;
import org.yiwang.honour.ListConsents;
import org.yiwang.honour.ListExports;
import org.yiwang.honour.ListQuery;
import org.yiwang.honour.ShortList;
import org.yiwang.honour.ShortList.Answer;
import org.yiwang.honour.ShortList.Column;
import org.yiwang.honour.ShortLists;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;

/** Short lists over JSON. */
@RestController
@RequestMapping("/api/v1/short-lists")
@Tag(name = "short lists", description = "People proposed for awards that others give, each with their consent")
class ShortListApi {

    private final ShortLists lists;
    private final ListExports exports;
    private final ListConsents consents;

    ShortListApi(ShortLists lists, ListExports exports, ListConsents consents) {
        this.lists = lists;
        this.exports = exports;
        this.consents = consents;
    }

    @GetMapping
    @Access(AWARD_RUN)
    @Operation(summary = "Short lists of one's regions, the latest first")
    Slice<Listed> list(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return lists.list(actor, page).map(Listed::of);
    }

    @PostMapping("/find")
    @Access(AWARD_RUN)
    @Operation(summary = "Find people, masked, the most credit time first; the query is noted")
    List<Found> find(Actor actor, @RequestBody Query body) {
        return lists.find(actor, body.query()).stream().map(Found::of).toList();
    }

    @PostMapping
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask some of those found for their consent")
    HonourJson.Made ask(Actor actor, @RequestBody Wish body) {
        Query query = body.query;
        if (query == null) {
            throw new Refusal(HonourProblem.NOBODY_CHOSEN).at("query");
        }
        return new HonourJson.Made(Ids.text(lists.ask(
                actor,
                query.query(),
                Objects.requireNonNullElse(body.people, List.<String>of()).stream()
                        .map(HonourJson::id)
                        .toList(),
                new ShortLists.Purpose(
                        HonourJson.text(body.purpose),
                        HonourJson.text(body.recipient),
                        Objects.requireNonNullElse(body.columns, List.of())))));
    }

    @GetMapping("/{id}")
    @Access(AWARD_RUN)
    @Operation(summary = "A list with the answers; names only of those who agreed")
    File one(Actor actor, @PathVariable @Tsid long id) {
        return File.of(lists.get(actor, id));
    }

    @PostMapping("/{id}/exports")
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask for a file of those who have agreed")
    HonourJson.Made export(Actor actor, @PathVariable @Tsid long id) {
        return new HonourJson.Made(Ids.text(exports.ask(actor, id)));
    }

    @PostMapping("/{id}/exports/{export}/approve")
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Approve a file of many rows, as another person")
    void approve(Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long export) {
        exports.approve(actor, id, export);
    }

    @PostMapping("/{id}/exports/{export}/rows")
    @Access(AWARD_RUN)
    @Operation(summary = "Hand the rows out; every time is noted and shown to each person")
    ListExports.Handed rows(Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long export) {
        return exports.file(actor, id, export);
    }

    @GetMapping("/mine")
    @Access(SIGNED_IN)
    @Operation(summary = "What the caller and wards were asked, and when data were handed on")
    List<Question> mine(Actor actor) {
        return consents.list(actor).stream().map(Question::of).toList();
    }

    @PostMapping("/{id}/answers/{volunteer}")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Agree, decline, or take a consent back")
    void answer(Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long volunteer, @RequestBody Agree body) {
        consents.answer(actor, id, volunteer, body.agree);
    }

    /** Whom to look for. */
    record Query(
            @Nullable String region,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int creditMinutes,
            @Nullable List<String> categories,
            int wellBorneOut,
            int commendations,
            @Nullable Integer star) {

        ListQuery query() {
            String code = HonourJson.text(region);
            if (!RegionCode.isValid(code) || from == null || to == null) {
                throw new Refusal(HonourProblem.PERIOD_BACKWARDS).at("region");
            }
            return new ListQuery(
                    new RegionCode(code),
                    from,
                    to,
                    creditMinutes,
                    Objects.requireNonNullElse(categories, List.of()),
                    wellBorneOut,
                    commendations,
                    Objects.requireNonNullElse(star, 0));
        }
    }

    /** Whom to ask, and what for. */
    record Wish(
            @Nullable Query query,
            @Nullable List<String> people,
            @Nullable String purpose,
            @Nullable String recipient,
            @Nullable List<Column> columns) {}

    /** Yes or no. */
    record Agree(boolean agree) {}

    /** Somebody found. */
    record Found(
            String volunteer,
            String maskedName,
            String number,
            int creditMinutes,
            @Nullable Integer wellBorneOut,
            int commendations) {

        static Found of(ShortList.Found f) {
            return new Found(
                    Ids.text(f.volunteerId()),
                    f.maskedName(),
                    f.number(),
                    f.creditMinutes(),
                    f.wellBorneOut(),
                    f.commendations());
        }
    }

    /** A list. */
    record Listed(
            String id,
            String region,
            String purpose,
            String recipient,
            List<Column> columns,
            LocalDate answerUntil,
            Instant madeAt) {

        static Listed of(ShortList l) {
            return new Listed(
                    Ids.text(l.id()),
                    l.region().value(),
                    l.purpose(),
                    l.recipient(),
                    l.columns(),
                    l.answerUntil(),
                    l.madeAt());
        }
    }

    /** A list with everybody asked and the files made of it. */
    record File(Listed list, List<Asked> people, List<Export> exports) {

        static File of(ShortLists.File f) {
            return new File(
                    Listed.of(f.list()),
                    f.people().stream()
                            .map(p -> new Asked(
                                    Ids.text(p.person().id()),
                                    p.answer() == Answer.AGREED
                                            ? p.person().name()
                                            : p.person().maskedName(),
                                    p.answer()))
                            .toList(),
                    f.exports().stream()
                            .map(e -> new Export(Ids.text(e.id()), e.people().size(), e.isReady()))
                            .toList());
        }
    }

    /** Somebody asked. */
    record Asked(String volunteer, String name, Answer answer) {}

    /** A file. */
    record Export(String id, int people, boolean ready) {}

    /** A question to a person. */
    record Question(
            Listed list,
            String volunteer,
            Answer answer,
            @Nullable Instant sharedAt) {

        static Question of(ShortList.Question q) {
            return new Question(Listed.of(q.list()), Ids.text(q.person().id()), q.answer(), q.sharedAt());
        }
    }
}
