package org.yiwang.objection.web;

import static org.yiwang.kernel.Permission.CASE_ANSWER;
import static org.yiwang.kernel.Permission.CASE_DECIDE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
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
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.objection.CaseDesk;
import org.yiwang.objection.CaseProblem;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.Verdict;
import org.yiwang.record.RecordProblem;
import org.yiwang.web.Access;

/** Cases over JSON for those who answer: organizations under {@code desk}, offices under {@code office}. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "case desk", description = "Answering objections, deciding on reports and on \"that was not me\"")
class CaseDeskApi {

    private final CaseDesk desk;

    CaseDeskApi(CaseDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/desk")
    @Access(CASE_ANSWER)
    @Operation(summary = "Objections to what one's organizations recorded: those that wait, or those answered")
    Slice<CaseJson.Line> toAnswer(
            Actor actor,
            @RequestParam(defaultValue = "true") boolean waiting,
            @RequestParam(defaultValue = "1") int page) {
        return desk.toAnswer(actor, waiting, page).map(CaseJson.Line::of);
    }

    @GetMapping("/desk/{id}")
    @Access(CASE_ANSWER)
    @Operation(summary = "One of them with everything that happened")
    CaseJson.Full forOrganization(Actor actor, @PathVariable @Tsid long id) {
        return CaseJson.Full.of(desk.getForOrganization(actor, id), true);
    }

    @PostMapping("/desk/{id}/answer")
    @Access(CASE_ANSWER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Answer for the organization, with the reason that the volunteer reads; what gives more hours goes to the district")
    void answer(Actor actor, @PathVariable @Tsid long id, @RequestBody VerdictBody body) {
        desk.answer(actor, id, body.verdict());
    }

    @GetMapping("/office")
    @Access(CASE_DECIDE)
    @Operation(summary = "Cases for one's offices: those that wait, or those decided")
    Slice<CaseJson.Line> toDecide(
            Actor actor,
            @RequestParam(defaultValue = "true") boolean waiting,
            @RequestParam(defaultValue = "1") int page) {
        return desk.toDecide(actor, waiting, page).map(CaseJson.Line::of);
    }

    @GetMapping("/office/{id}")
    @Access(CASE_DECIDE)
    @Operation(summary = "One of them with everything that happened")
    CaseJson.Full forOffice(Actor actor, @PathVariable @Tsid long id) {
        return CaseJson.Full.of(desk.getForOffice(actor, id), true);
    }

    @PostMapping("/office/{id}/decision")
    @Access(CASE_DECIDE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Decide; what takes hours away is announced first; for \"not me\" the records are void only once the document was seen")
    void decide(Actor actor, @PathVariable @Tsid long id, @RequestBody VerdictBody body) {
        desk.decide(actor, id, body.verdict());
    }

    @PostMapping("/office/{id}/freeze")
    @Access(CASE_DECIDE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let the records not count while the office looks; the volunteer is told")
    void freeze(Actor actor, @PathVariable @Tsid long id, @RequestBody CaseJson.Words body) {
        desk.freeze(actor, id, body.text());
    }

    @PostMapping("/office/{id}/release")
    @Access(CASE_DECIDE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let them count again before the decision")
    void release(Actor actor, @PathVariable @Tsid long id, @RequestBody CaseJson.Words body) {
        desk.release(actor, id, body.text());
    }

    /** An answer. */
    record VerdictBody(
            @Nullable Outcome outcome,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String reason,
            @Nullable String evidence,
            @Nullable Boolean documentSeen) {

        Verdict verdict() {
            if (outcome == null) {
                throw new Refusal(CaseProblem.OUTCOME).at("outcome");
            }
            Period served = null;
            if (from != null && to != null) {
                if (!from.isBefore(to)) {
                    throw new Refusal(RecordProblem.IMPOSSIBLE_TIME).at("to");
                }
                served = new Period(from, to);
            }
            return new Verdict(
                    outcome,
                    served,
                    Objects.requireNonNullElse(reason, ""),
                    Objects.requireNonNullElse(evidence, ""),
                    Boolean.TRUE.equals(documentSeen));
        }
    }
}
