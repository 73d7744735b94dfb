package org.yiwang.record.web;

import static org.yiwang.kernel.Permission.RECORD_ATTEST;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.record.Corrections;
import org.yiwang.record.Hold;
import org.yiwang.record.Origin;
import org.yiwang.record.Proposal;
import org.yiwang.record.RecordDesk;
import org.yiwang.record.RecordFilter;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordProblem;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordTrail;
import org.yiwang.record.RecordView;
import org.yiwang.record.Records;
import org.yiwang.record.Sealing;
import org.yiwang.record.TimeKind;
import org.yiwang.record.Total;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Service records over the API. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "records", description = "Service records: my hours, their totals and what explains them")
class RecordApi {

    private final Records records;
    private final RecordDesk desk;
    private final Corrections corrections;
    private final RecordTrail trail;
    private final Idempotency idempotency;

    RecordApi(Records records, RecordDesk desk, Corrections corrections, RecordTrail trail, Idempotency idempotency) {
        this.records = records;
        this.desk = desk;
        this.corrections = corrections;
        this.trail = trail;
        this.idempotency = idempotency;
    }

    @GetMapping("/volunteers/{volunteer}/records")
    @Access(SIGNED_IN)
    @Operation(summary = "Records of a volunteer for whom the caller may act, the latest day first")
    Slice<Line> list(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable RecordState state,
            @RequestParam(defaultValue = "1") int page) {
        return records.list(actor, volunteer, new RecordFilter(year, category, state, null), page)
                .map(Line::of);
    }

    @GetMapping("/volunteers/{volunteer}/records/totals")
    @Access(SIGNED_IN)
    @Operation(summary = "Effective minutes by year and category; credit and honour time apart")
    List<Total> totals(Actor actor, @PathVariable @Tsid long volunteer) {
        return records.totals(actor, volunteer);
    }

    @GetMapping("/volunteers/{volunteer}/records/{record}")
    @Access(SIGNED_IN)
    @Operation(summary = "One record with everything that happened to it")
    Explained get(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long record) {
        RecordView view = records.get(actor, volunteer, record);
        return new Explained(
                Line.of(view), trail.of(view).stream().map(TrailStep::of).toList());
    }

    @GetMapping("/volunteers/{volunteer}/records/{record}/proof")
    @Access(SIGNED_IN)
    @Operation(
            summary =
                    "What proves that the record was not changed since it counted: the sealed text, its place in the log,"
                            + " the path to the signed head. SHA-256 of a zero byte and the text is the leaf.")
    Proof proof(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long record) {
        return records.findProof(actor, volunteer, record)
                .map(Proof::of)
                .orElseThrow(() -> new Refusal(RecordProblem.NOT_SEALED));
    }

    @GetMapping("/activities/{activity}/records")
    @Access(RECORD_ATTEST)
    @Operation(summary = "Records of an activity, for its organizers")
    List<Line> ofActivity(Actor actor, @PathVariable @Tsid long activity) {
        return desk.ofActivity(actor, activity).stream().map(Line::of).toList();
    }

    @PostMapping("/volunteers/{volunteer}/records/{record}/correction")
    @Access(RECORD_ATTEST)
    @Operation(
            summary = "Replace a record by one with the time really served; what lowers it is proposed to the volunteer"
                    + " first, what raises it waits for a second person")
    Corrected correct(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Correction body) {
        Instant from = body.from();
        Instant to = body.to();
        String why = body.why();
        if (from == null || to == null || !from.isBefore(to)) {
            throw new Refusal(RecordProblem.IMPOSSIBLE_TIME).at("to");
        }
        if (why == null || why.isBlank()) {
            throw new Refusal(RecordProblem.REASON_NEEDED).at("why");
        }
        Period served = new Period(from, to);
        var grounds = new Corrections.Grounds(why, body.evidence() == null ? "" : body.evidence());
        return idempotency.once(
                actor,
                key,
                "record.correct " + Ids.text(record),
                Corrected.class,
                () -> Corrected.of(corrections.correct(actor, new RecordKey(volunteer, record), served, grounds)));
    }

    @PostMapping("/volunteers/{volunteer}/records/{record}/void")
    @Access(RECORD_ATTEST)
    @Operation(summary = "Propose to declare a record void, with the reason and the evidence that the volunteer reads")
    Corrected declareVoid(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Reason body) {
        var grounds = new Corrections.Grounds(body.given(), body.evidence() == null ? "" : body.evidence());
        return idempotency.once(
                actor,
                key,
                "record.void " + Ids.text(record),
                Corrected.class,
                () -> Corrected.of(corrections.declareVoid(actor, new RecordKey(volunteer, record), grounds)));
    }

    @GetMapping("/volunteers/{volunteer}/records/{record}/steps")
    @Access(SIGNED_IN)
    @Operation(
            summary =
                    "Everything that happened to a record and was proposed about it: when, in which capacity whoever did it"
                            + " acted then, why, on what evidence, by which rule; never who by name")
    List<TrailStep> steps(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long record) {
        return trail.of(records.get(actor, volunteer, record)).stream()
                .map(TrailStep::of)
                .toList();
    }

    @GetMapping("/volunteers/{volunteer}/records/{record}/proposals")
    @Access(SIGNED_IN)
    @Operation(summary = "What organizers proposed about a record, for whoever may act for the volunteer")
    List<Proposed> proposals(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long record) {
        return corrections.of(records.get(actor, volunteer, record).key()).stream()
                .map(Proposed::of)
                .toList();
    }

    @PostMapping("/volunteers/{volunteer}/records/{record}/proposals/agreement")
    @Access(SIGNED_IN)
    @Operation(summary = "Agree, for the volunteer, to what is proposed: it is carried out at once")
    void agree(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long record) {
        corrections.agree(actor, new RecordKey(volunteer, record));
    }

    @DeleteMapping("/volunteers/{volunteer}/records/{record}/proposals")
    @Access(RECORD_ATTEST)
    @Operation(summary = "Take back what was proposed about a record")
    void withdraw(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long record) {
        corrections.withdraw(actor, new RecordKey(volunteer, record));
    }

    @PostMapping("/volunteers/{volunteer}/records/{record}/approval")
    @Access(SIGNED_IN)
    @Operation(summary = "Let a held long day count, as the organization (over 8 hours) or the district (over 12)")
    void approve(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            @RequestBody Reason body) {
        desk.approve(actor, volunteer, record, body.given());
    }

    @PostMapping("/volunteers/{volunteer}/records/{record}/refusal")
    @Access(SIGNED_IN)
    @Operation(
            summary = "Count only what fits into the day without approval; the rest of a held long day does not count")
    void refuse(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long record,
            @RequestBody Reason body) {
        String evidence = Objects.requireNonNullElse(body.evidence(), "");
        desk.refuse(actor, new RecordKey(volunteer, record), new Corrections.Grounds(body.given(), evidence));
    }

    /**
     * Why something is decided; refuses with {@code record.reason-needed} when nothing is said.
     *
     * @param why the reason, shown to the volunteer
     * @param evidence what shows it; needed only for what lowers a record
     */
    record Reason(@Nullable String why, @Nullable String evidence) {

        String given() {
            if (why == null || why.isBlank()) {
                throw new Refusal(RecordProblem.REASON_NEEDED).at("why");
            }
            return why;
        }
    }

    /**
     * A correction as sent.
     *
     * @param from first moment served
     * @param to last moment served
     * @param why the reason, shown to the volunteer
     * @param evidence what shows it, shown to the volunteer; needed for what changes the minutes
     */
    record Correction(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String why,
            @Nullable String evidence) {}

    /**
     * Answer to a correction.
     *
     * @param recordId the new record; absent if it was only proposed
     * @param proposed what the volunteer is told first
     */
    record Corrected(@Nullable String recordId, @Nullable Proposed proposed) {

        static Corrected of(Corrections.Outcome outcome) {
            Long made = outcome.recordId();
            Proposal proposal = outcome.proposal();
            return new Corrected(made == null ? null : Ids.text(made), proposal == null ? null : Proposed.of(proposal));
        }
    }

    /** A proposal as sent; without {@code servedFrom} the record is to be void. */
    record Proposed(
            @Nullable Instant servedFrom,
            @Nullable Instant servedTo,
            int serviceMinutes,
            TimeKind kind,
            String why,
            String evidence,
            String rule,
            int ruleVersion,
            Instant takesEffectOn,
            Proposal.State state) {

        static Proposed of(Proposal p) {
            Period served = p.served();
            return new Proposed(
                    served == null ? null : served.start(),
                    served == null ? null : served.end(),
                    p.minutes(),
                    p.kind(),
                    p.reason(),
                    p.evidence(),
                    p.ruleKey(),
                    p.ruleVersion(),
                    p.takesEffectOn(),
                    p.state());
        }
    }

    /**
     * A record with its trail.
     *
     * @param record the record
     * @param steps what happened to it, in order
     */
    record Explained(Line record, List<TrailStep> steps) {}

    /** A record as sent. */
    record Line(
            String id,
            String activityId,
            String title,
            String organization,
            String category,
            String post,
            String place,
            LocalDate serviceDate,
            Instant servedFrom,
            Instant servedTo,
            int serviceMinutes,
            TimeKind kind,
            RecordState state,
            @Nullable Hold hold,
            Origin origin,
            @Nullable Instant countsOn,
            @Nullable String supersedes) {

        static Line of(RecordView r) {
            return new Line(
                    Ids.text(r.recordId()),
                    Ids.text(r.activityId()),
                    r.title(),
                    r.organizationName(),
                    r.category(),
                    r.postName(),
                    r.place(),
                    r.serviceDate(),
                    r.served().start(),
                    r.served().end(),
                    r.serviceMinutes(),
                    r.kind(),
                    r.state(),
                    r.hold(),
                    r.origin(),
                    r.countsOn(),
                    r.supersedes() == null ? null : Ids.text(r.supersedes()));
        }
    }

    /** A sealed record with its inclusion proof; hashes in hexadecimal. The head itself is at {@code /api/v1/log/heads}. */
    record Proof(String content, long leaf, List<String> path, long size, String root) {

        static Proof of(Sealing.Sealed sealed) {
            return new Proof(
                    sealed.content(),
                    sealed.inclusion().index(),
                    sealed.inclusion().path().stream().map(Object::toString).toList(),
                    sealed.inclusion().head().size(),
                    sealed.inclusion().head().root().toString());
        }
    }
}
