package org.yiwang.objection.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
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
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.objection.CaseProblem;
import org.yiwang.objection.Complaint;
import org.yiwang.objection.MissingService;
import org.yiwang.objection.Objection;
import org.yiwang.objection.Objections;
import org.yiwang.record.RecordProblem;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Cases of the volunteer over JSON. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases", description = "Objections of the volunteer, and records that an office is checking")
class CaseApi {

    private final Objections objections;
    private final Idempotency idempotency;

    CaseApi(Objections objections, Idempotency idempotency) {
        this.objections = objections;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Access(SIGNED_IN)
    @Operation(summary = "Cases about a volunteer for whom the caller may act, the last first")
    Slice<CaseJson.Line> list(
            Actor actor, @RequestParam @Tsid long volunteer, @RequestParam(defaultValue = "1") int page) {
        return objections.mine(actor, volunteer, page).map(CaseJson.Line::of);
    }

    @GetMapping("/{id}")
    @Access(SIGNED_IN)
    @Operation(summary = "One of them with everything that happened")
    CaseJson.Full get(Actor actor, @PathVariable @Tsid long id) {
        return CaseJson.Full.of(objections.get(actor, id), false);
    }

    @PostMapping
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Object to a record, or without one say which service is missing")
    CaseJson.Opened open(
            Actor actor,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ObjectionBody body) {
        long volunteer = Ids.parse(Objects.requireNonNullElse(body.volunteer(), ""))
                .orElseThrow(() -> new Refusal(CaseProblem.NOTHING_NAMED));
        return idempotency.once(
                actor,
                key,
                "objection.open " + body.volunteer() + " " + body.record(),
                CaseJson.Opened.class,
                () -> new CaseJson.Opened(Ids.text(open(actor, volunteer, body))));
    }

    @PostMapping("/{id}/statements")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Add something while the case waits")
    void state(Actor actor, @PathVariable @Tsid long id, @RequestBody CaseJson.Words body) {
        objections.state(actor, id, body.text());
    }

    @PostMapping("/{id}/escalation")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take the organization's answer to the district, or what is announced to the office above, once")
    void escalate(Actor actor, @PathVariable @Tsid long id, @RequestBody CaseJson.Words body) {
        objections.escalate(actor, id, body.text());
    }

    @PostMapping("/{id}/agreement")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Agree to what the office has announced: it is carried out at once")
    void agree(Actor actor, @PathVariable @Tsid long id) {
        objections.agree(actor, id);
    }

    private long open(Actor actor, long volunteer, ObjectionBody body) {
        String words = Objects.requireNonNullElse(body.words(), "");
        if (body.record() != null) {
            long record = Ids.parse(body.record()).orElseThrow(() -> new Refusal(RecordProblem.UNKNOWN));
            Complaint complaint = body.complaint();
            if (complaint == null) {
                throw new Refusal(CaseProblem.COMPLAINT).at("complaint");
            }
            return objections.object(actor, volunteer, record, new Objection(complaint, words, body.served()));
        }
        LocalDate day = body.day();
        if (day == null) {
            throw new Refusal(CaseProblem.NOTHING_NAMED).at("day");
        }
        return objections.missing(
                actor,
                volunteer,
                new MissingService(
                        body.activity() == null
                                ? null
                                : Ids.parse(body.activity()).orElse(null),
                        Objects.requireNonNullElse(body.described(), ""),
                        day,
                        words,
                        body.served()));
    }

    /** What is wrong: with a record, or with a service that has none. */
    record ObjectionBody(
            @Nullable String volunteer,
            @Nullable String record,
            @Nullable Complaint complaint,
            @Nullable String activity,
            @Nullable String described,
            @Nullable LocalDate day,
            @Nullable String words,
            @Nullable Instant from,
            @Nullable Instant to) {

        @Nullable
        Period served() {
            if (from == null || to == null) {
                return null;
            }
            if (!from.isBefore(to)) {
                throw new Refusal(RecordProblem.IMPOSSIBLE_TIME).at("to");
            }
            return new Period(from, to);
        }
    }
}
