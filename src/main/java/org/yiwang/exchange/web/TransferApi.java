package org.yiwang.exchange.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;
import static org.yiwang.kernel.Permission.TRANSFER_DECIDE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.exchange.TransferDesk;
import org.yiwang.exchange.TransferView;
import org.yiwang.exchange.Transfers;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Transfers between districts, over JSON: for the volunteer and for the offices of both sides. */
@RestController
@RequestMapping("/api/v1/transfers")
@Tag(name = "transfers", description = "Moving to another district of the city; both districts confirm")
class TransferApi {

    private final Transfers transfers;
    private final TransferDesk desk;
    private final Idempotency idempotency;

    TransferApi(Transfers transfers, TransferDesk desk, Idempotency idempotency) {
        this.transfers = transfers;
        this.desk = desk;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Access(SIGNED_IN)
    @Operation(summary = "Transfers of the person or of a ward, the newest first")
    List<TransferJson> list(Actor actor, @RequestParam @Tsid long volunteer) {
        return transfers.list(actor, volunteer).stream().map(TransferJson::of).toList();
    }

    @PostMapping
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask to move to a community of another district")
    TransferJson ask(
            Actor actor,
            @RequestBody AskBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        long volunteer = Ids.parse(Objects.requireNonNullElse(body.volunteerId, ""))
                .orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
        RegionCode to = RegionCode.parse(Objects.requireNonNullElse(body.to, ""))
                .orElseThrow(() -> new Refusal(VolunteerProblem.RESIDENCE_TOO_LARGE).at("to"));
        String reason = Objects.requireNonNullElse(body.reason, "");
        return idempotency.once(
                actor,
                key,
                "exchange.transfer " + body.volunteerId,
                TransferJson.class,
                () -> TransferJson.of(transfers.ask(
                        actor,
                        volunteer,
                        to,
                        reason.substring(0, Math.min(reason.length(), Transfers.LONGEST_REASON)))));
    }

    @DeleteMapping("/{volunteer}/{id}")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stay after all")
    void withdraw(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id) {
        transfers.withdraw(actor, volunteer, id);
    }

    @PostMapping("/{volunteer}/{id}/appeal")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a refusal to the city, once")
    void appeal(
            Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id, @RequestBody WhyBody body) {
        transfers.appeal(actor, volunteer, id, Objects.requireNonNullElse(body.reason, ""));
    }

    @GetMapping("/queue")
    @Access(TRANSFER_DECIDE)
    @Operation(summary = "What waits for the caller's offices, the most urgent first")
    Slice<CaseJson> queue(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return desk.queue(actor, page).map(CaseJson::of);
    }

    @PostMapping("/{volunteer}/{id}/confirmation")
    @Access(TRANSFER_DECIDE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirm for the side on which the transfer waits")
    void confirm(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id) {
        desk.confirm(actor, volunteer, id);
    }

    @PostMapping("/{volunteer}/{id}/refusal")
    @Access(TRANSFER_DECIDE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Refuse with a reason that the volunteer reads")
    void refuse(
            Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id, @RequestBody WhyBody body) {
        desk.refuse(actor, volunteer, id, Objects.requireNonNullElse(body.reason, ""));
    }

    /** Who, where to, why. */
    record AskBody(
            @Nullable String volunteerId,
            @Nullable String to,
            @Nullable String reason) {}

    /** The reason. */
    record WhyBody(@Nullable String reason) {}

    /** A transfer. */
    record TransferJson(
            String volunteerId,
            String transferId,
            String from,
            String to,
            String state,
            Instant askedAt,
            LocalDate dueOn,
            @Nullable String refusedBecause,
            boolean appealed,
            boolean escalated,
            List<StepJson> steps) {

        static TransferJson of(TransferView t) {
            return new TransferJson(
                    Ids.text(t.volunteerId()),
                    Ids.text(t.transferId()),
                    t.from().value(),
                    t.to().value(),
                    t.state().name(),
                    t.askedAt(),
                    t.dueOn(),
                    t.refusedBecause(),
                    t.appealed(),
                    t.escalated(),
                    t.steps().stream()
                            .map(s -> new StepJson(s.what(), s.at(), s.why()))
                            .toList());
        }
    }

    /** A step. */
    record StepJson(String what, Instant at, @Nullable String why) {}

    /** A transfer before an office: the name masked. */
    record CaseJson(TransferJson transfer, String name, String number, boolean mayDecide) {

        static CaseJson of(TransferDesk.Case it) {
            return new CaseJson(
                    TransferJson.of(it.transfer()),
                    it.person().maskedName(),
                    it.person().number(),
                    it.mayDecide());
        }
    }
}
