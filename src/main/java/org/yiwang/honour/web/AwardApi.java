package org.yiwang.honour.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
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
import org.yiwang.honour.Awards;
import org.yiwang.honour.HonourProblem;
import org.yiwang.honour.Judging;
import org.yiwang.honour.Nominations;
import org.yiwang.honour.Objection;
import org.yiwang.honour.OwnNominations;
import org.yiwang.honour.Statement;
import org.yiwang.honour.web.HonourJson.Line;
import org.yiwang.honour.web.HonourJson.Made;
import org.yiwang.honour.web.HonourJson.Nomination;
import org.yiwang.honour.web.HonourJson.Round;
import org.yiwang.honour.web.HonourJson.Said;
import org.yiwang.honour.web.HonourJson.Shown;
import org.yiwang.honour.web.HonourJson.Work;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Awards over JSON for everybody, for those nominated, and for judges. */
@RestController
@RequestMapping("/api/v1/awards")
@Tag(name = "awards", description = "Award rounds: nominated with facts, judged in secret, on public notice, published")
class AwardApi {

    private static final String NOMINATION = "/nominations/{id}";

    private final Awards awards;
    private final Nominations nominations;
    private final OwnNominations own;
    private final Judging judging;
    private final Idempotency idempotency;

    AwardApi(Awards awards, Nominations nominations, OwnNominations own, Judging judging, Idempotency idempotency) {
        this.awards = awards;
        this.nominations = nominations;
        this.own = own;
        this.judging = judging;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Access(ANYONE)
    @Operation(summary = "Rounds that were opened, the latest first")
    Slice<Round> list(@RequestParam(defaultValue = "1") int page) {
        return awards.list(page).map(Round::of);
    }

    @GetMapping("/{id}")
    @Access(ANYONE)
    @Operation(summary = "A round; from the public notice on with those to be awarded, in no order")
    Shown one(@PathVariable @Tsid long id) {
        return Shown.of(awards.get(id));
    }

    @GetMapping("/{id}/candidate")
    @Access(SIGNED_IN)
    @Operation(summary = "What a nomination would say, before it is made: facts by the keys that claims cite; noted")
    Nominations.Preview candidate(Actor actor, @PathVariable @Tsid long id, @RequestParam String number) {
        return nominations.preview(actor, id, number);
    }

    @PostMapping("/{id}/nominations")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Nominate somebody by volunteer number; the facts are read from the records")
    Made nominate(
            Actor actor,
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Wish body) {
        return idempotency.once(
                actor,
                key,
                "honour.nominate " + Ids.text(id),
                Made.class,
                () -> new Made(Ids.text(nominations.nominate(
                        actor,
                        id,
                        HonourJson.text(body.number),
                        Objects.requireNonNullElse(body.claims, List.<Claim>of()).stream()
                                .map(Claim::draft)
                                .toList()))));
    }

    @PostMapping("/{id}/objections")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Say that something is wrong during public notice; answered by receipt")
    Receipt object(
            @PathVariable @Tsid long id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Complaint body,
            HttpServletRequest request) {
        String address = request.getRemoteAddr();
        String named = body.nomination;
        Long about = named == null || named.isEmpty()
                ? null
                : Ids.parse(named).orElseThrow(() -> new Refusal(HonourProblem.NOMINATION_UNKNOWN).at("nomination"));
        // Keys of people without an account are everybody's: only who repeats the very same finds the receipt.
        String own = key == null || key.isBlank() ? null : key + "\n" + address + "\n" + body;
        return idempotency.once(
                null,
                own,
                "honour.object " + Ids.text(id),
                Receipt.class,
                () -> new Receipt(
                        awards.object(id, about, HonourJson.text(body.words), HonourJson.text(body.contact), address)));
    }

    @GetMapping("/objections/{receipt}")
    @Access(ANYONE)
    @Operation(summary = "The answer to an objection, by its receipt")
    Answer answer(@PathVariable String receipt) {
        Objection o = awards.answer(receipt);
        return new Answer(o.words(), o.state(), o.decidedAt() == null ? null : o.reason());
    }

    @GetMapping("/nominations")
    @Access(SIGNED_IN)
    @Operation(summary = "Where the caller or a ward was nominated, and whom the caller nominated")
    Mine mine(Actor actor) {
        return new Mine(
                own.list(actor).stream().map(n -> Line.of(n, true)).toList(),
                nominations.mine(actor).stream().map(n -> Line.of(n, false)).toList());
    }

    @GetMapping(NOMINATION)
    @Access(SIGNED_IN)
    @Operation(summary = "One of them; with the result explained once the review is closed")
    Nomination nomination(Actor actor, @PathVariable @Tsid long id) {
        return Nomination.of(own.get(actor, id));
    }

    @PostMapping(NOMINATION + "/agree")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Agree to be judged, and choose whether to be named in public")
    void agree(Actor actor, @PathVariable @Tsid long id, @RequestBody Consent body) {
        own.agree(actor, id, body.showName);
    }

    @PostMapping(NOMINATION + "/decline")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Do not take part, now or any more")
    void decline(Actor actor, @PathVariable @Tsid long id) {
        own.decline(actor, id);
    }

    @PostMapping(NOMINATION + "/replies/{objection}")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Reply before being taken out; another officer then decides")
    void reply(Actor actor, @PathVariable @Tsid long id, @PathVariable @Tsid long objection, @RequestBody Said body) {
        own.reply(actor, id, objection, HonourJson.text(body.text()));
    }

    @PostMapping(NOMINATION + "/withdraw")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back one's nomination before the review")
    void withdraw(Actor actor, @PathVariable @Tsid long id) {
        nominations.withdraw(actor, id);
    }

    @PostMapping(NOMINATION + "/statements/{no}")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Write a doubted claim anew; without words it is taken back")
    void correct(Actor actor, @PathVariable @Tsid long id, @PathVariable int no, @RequestBody Claim body) {
        nominations.correct(actor, id, no, body.draft());
    }

    @PostMapping(NOMINATION + "/statements/{no}/consent")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "As the nominee, say whether others may read a claim that was written anew")
    void consent(Actor actor, @PathVariable @Tsid long id, @PathVariable int no, @RequestBody Yes body) {
        own.answerClaim(actor, id, no, body.agree);
    }

    @GetMapping("/panels")
    @Access(SIGNED_IN)
    @Operation(summary = "Rounds on whose panel the caller is, with the caller's own scores")
    List<Work> panels(Actor actor) {
        return judging.list(actor).stream().map(Work::of).toList();
    }

    @PostMapping(NOMINATION + "/scores")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Score a nominee, one number for each criterion")
    void score(Actor actor, @PathVariable @Tsid long id, @RequestBody Scores body) {
        judging.score(actor, id, Objects.requireNonNullElse(body.scores, List.of()));
    }

    @PostMapping(NOMINATION + "/statements/{no}/doubt")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark a claim as not supported")
    void doubt(Actor actor, @PathVariable @Tsid long id, @PathVariable int no, @RequestBody Said body) {
        judging.doubt(actor, id, no, HonourJson.text(body.text()));
    }

    @PostMapping("/{id}/tie")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put those who are tied into an order, with the reason that they read")
    void tie(Actor actor, @PathVariable @Tsid long id, @RequestBody Order body) {
        judging.decideTie(
                actor,
                id,
                Objects.requireNonNullElse(body.nominations, List.<String>of()).stream()
                        .map(HonourJson::id)
                        .toList(),
                HonourJson.text(body.why));
    }

    /** Whom to nominate, and what to say. */
    record Wish(@Nullable String number, @Nullable List<Claim> claims) {}

    /** An objection. */
    record Complaint(
            @Nullable String nomination,
            @Nullable String words,
            @Nullable String contact) {}

    /** By which the answer is found. */
    record Receipt(String receipt) {}

    /** The answer to an objection. */
    record Answer(
            String words, Objection.State state, @Nullable String reason) {}

    /** The caller's nominations. */
    record Mine(List<Line> mine, List<Line> made) {}

    /** How to be named. */
    record Consent(boolean showName) {}

    /** Yes or no. */
    record Yes(boolean agree) {}

    /** A claim. */
    record Claim(@Nullable String words, @Nullable String source) {

        Statement.Draft draft() {
            return new Statement.Draft(HonourJson.text(words), source);
        }
    }

    /** Scores by criterion. */
    record Scores(@Nullable List<Integer> scores) {}

    /** An order with its reason. */
    record Order(
            @Nullable List<String> nominations, @Nullable String why) {}
}
