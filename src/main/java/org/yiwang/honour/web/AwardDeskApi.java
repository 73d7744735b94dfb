package org.yiwang.honour.web;

import static org.yiwang.kernel.Permission.AWARD_RUN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.honour.HonourProblem;
import org.yiwang.honour.ObjectionDesk;
import org.yiwang.honour.PanelDesk;
import org.yiwang.honour.RoundDesk;
import org.yiwang.honour.RoundKind;
import org.yiwang.honour.web.HonourJson.File;
import org.yiwang.honour.web.HonourJson.Made;
import org.yiwang.honour.web.HonourJson.Objected;
import org.yiwang.honour.web.HonourJson.Round;
import org.yiwang.honour.web.HonourJson.Said;
import org.yiwang.honour.web.HonourJson.Terms;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;

/** Award rounds over JSON for the offices that hold them. */
@RestController
@RequestMapping("/api/v1/award-rounds")
@Tag(name = "award desk", description = "Holding award rounds: terms, panel, days, objections")
class AwardDeskApi {

    private final RoundDesk desk;
    private final PanelDesk panel;
    private final ObjectionDesk objections;

    AwardDeskApi(RoundDesk desk, PanelDesk panel, ObjectionDesk objections) {
        this.desk = desk;
        this.panel = panel;
        this.objections = objections;
    }

    @GetMapping("/kinds")
    @Access(AWARD_RUN)
    @Operation(summary = "Kinds of award with their usual terms (rule honour.kinds)")
    List<RoundKind> kinds() {
        return desk.kinds();
    }

    @GetMapping
    @Access(AWARD_RUN)
    @Operation(summary = "Rounds of one's regions, the latest first")
    Slice<Round> list(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return desk.list(actor, page).map(Round::of);
    }

    @GetMapping("/{id}")
    @Access(AWARD_RUN)
    @Operation(summary = "A round with everybody nominated; results only once the review is closed")
    File one(Actor actor, @PathVariable @Tsid long id) {
        return File.of(desk.get(actor, id));
    }

    @PostMapping
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write a round as a draft")
    Made create(Actor actor, @RequestBody Terms body) {
        String region = HonourJson.text(body.region());
        if (!RegionCode.isValid(region)) {
            throw new Refusal(HonourProblem.KIND_NOT_HERE).at("region");
        }
        return new Made(
                Ids.text(desk.create(actor, new RegionCode(region), HonourJson.text(body.kind()), body.terms())));
    }

    @PutMapping("/{id}")
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change the terms of a draft")
    void edit(Actor actor, @PathVariable @Tsid long id, @RequestBody Terms body) {
        desk.edit(actor, id, body.terms());
    }

    @PostMapping("/{id}/open")
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Open a draft for nominations")
    void open(Actor actor, @PathVariable @Tsid long id) {
        desk.open(actor, id);
    }

    @PostMapping("/{id}/close")
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close the review once everybody is scored")
    void close(Actor actor, @PathVariable @Tsid long id) {
        desk.closeReview(actor, id);
    }

    @PostMapping("/{id}/prolong")
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give more days to nominations or to the review")
    void prolong(Actor actor, @PathVariable @Tsid long id, @RequestBody Days body) {
        desk.prolong(
                actor,
                id,
                Objects.requireNonNullElse(body.nominateUntil, LocalDate.EPOCH),
                Objects.requireNonNullElse(body.reviewUntil, LocalDate.EPOCH),
                HonourJson.text(body.why));
    }

    @PostMapping("/{id}/cancel")
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a round without a result; nominees read the reason")
    void cancel(Actor actor, @PathVariable @Tsid long id, @RequestBody Said body) {
        desk.cancel(actor, id, HonourJson.text(body.text()));
    }

    @GetMapping("/{id}/panel")
    @Access(AWARD_RUN)
    @Operation(summary = "Who is on the panel and how far each is; never what anybody scored")
    List<Judge> panel(Actor actor, @PathVariable @Tsid long id) {
        return panel.judges(actor, desk.get(actor, id).round()).stream()
                .map(Judge::of)
                .toList();
    }

    @PostMapping("/{id}/panel")
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Name a judge by volunteer number")
    void name(Actor actor, @PathVariable @Tsid long id, @RequestBody Seat body) {
        panel.name(actor, id, HonourJson.text(body.number));
    }

    @DeleteMapping("/{id}/panel/{account}")
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a judge off who has not scored")
    void remove(Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long account) {
        panel.remove(actor, id, account);
    }

    @GetMapping("/{id}/objections")
    @Access(AWARD_RUN)
    @Operation(summary = "What was said during public notice")
    Slice<Objected> objections(Actor actor, @PathVariable @Tsid long id, @RequestParam(defaultValue = "1") int page) {
        return objections.list(actor, desk.get(actor, id).round(), page).map(Objected::of);
    }

    @PostMapping("/objections/{id}/{decision}")
    @Access(AWARD_RUN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Answer: reject, tell (take out after telling the person), or remove after a reply")
    void decide(Actor actor, @PathVariable @Tsid long id, @PathVariable Decision decision, @RequestBody Said body) {
        String reason = HonourJson.text(body.text());
        switch (decision) {
            case reject -> objections.reject(actor, id, reason);
            case tell -> objections.tell(actor, id, reason);
            case remove -> objections.remove(actor, id, reason);
        }
    }

    /** Decisions about an objection, as they stand in the address. */
    @SuppressWarnings("EnumConstantName")
    enum Decision {
        reject,
        tell,
        remove
    }

    /** Later last days. */
    record Days(
            @Nullable LocalDate nominateUntil,
            @Nullable LocalDate reviewUntil,
            @Nullable String why) {}

    /** A volunteer number. */
    record Seat(@Nullable String number) {}

    /** A judge. */
    record Judge(String account, String name, String number, boolean chair, int scored, int toScore, int recused) {

        static Judge of(PanelDesk.Judge j) {
            return new Judge(
                    Ids.text(j.accountId()),
                    j.person().name(),
                    j.person().number(),
                    j.chair(),
                    j.scored(),
                    j.toScore(),
                    j.recused());
        }
    }
}
