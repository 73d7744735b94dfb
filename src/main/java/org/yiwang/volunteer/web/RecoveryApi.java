package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.ANYONE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.volunteer.Claimant;
import org.yiwang.volunteer.Joining;
import org.yiwang.volunteer.Recovery;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.web.VolunteerJson.JoinBody;
import org.yiwang.volunteer.web.VolunteerJson.TicketJson;
import org.yiwang.web.Access;

/**
 * Getting back to a registration whose document one holds, over JSON: by the account that calls, or by a number proved
 * just before, whose proof goes into the header {@code Yiwang-Proof}.
 */
@RestController
@RequestMapping("/api/v1/volunteers/recovery")
@Tag(name = "recovery", description = "\"Already registered\": getting back to one's registration")
class RecoveryApi {

    private static final String PROOF = "Yiwang-Proof";

    private final Recovery recovery;
    private final Joining joining;

    RecoveryApi(Recovery recovery, Joining joining) {
        this.recovery = recovery;
        this.joining = joining;
    }

    @PostMapping("/proof")
    @Access(ANYONE)
    @Operation(summary = "Prove a number by the code sent to it by POST /volunteers/codes")
    TicketJson prove(@RequestBody JoinBody body) {
        return new TicketJson(joining.prove(body.mobile(), body.code()));
    }

    @PostMapping
    @Access(ANYONE)
    @Operation(summary = "The masked number registered with the document, and whether the registration was closed")
    Recovery.Found find(
            @Nullable Actor actor,
            @RequestHeader(name = PROOF, required = false) @Nullable String proof,
            @RequestBody DocumentBody body,
            HttpServletRequest request) {
        return recovery.find(claimant(actor, proof), body.type(), body.number(), request.getRemoteAddr());
    }

    @PostMapping("/codes")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a code to the number registered with the document")
    void sendCode(
            @Nullable Actor actor,
            @RequestHeader(name = PROOF, required = false) @Nullable String proof,
            @RequestBody DocumentBody body,
            HttpServletRequest request) {
        recovery.sendCode(claimant(actor, proof), body.type(), body.number(), request.getRemoteAddr());
    }

    @PostMapping("/completion")
    @Access(ANYONE)
    @Operation(summary = "With that code the registration goes to the claimant; sign in with the number afterwards")
    Recovered recover(
            @Nullable Actor actor,
            @RequestHeader(name = PROOF, required = false) @Nullable String proof,
            @RequestBody DocumentBody body) {
        return new Recovered(
                Ids.text(recovery.recover(claimant(actor, proof), body.type(), body.number(), text(body.code))));
    }

    @PostMapping("/appeals")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask an office to look into it, when the registered number is out of reach")
    void appeal(
            @Nullable Actor actor,
            @RequestHeader(name = PROOF, required = false) @Nullable String proof,
            @RequestBody DocumentBody body,
            HttpServletRequest request) {
        recovery.appeal(
                claimant(actor, proof), body.type(), body.number(), text(body.statement), request.getRemoteAddr());
    }

    private static Claimant claimant(@Nullable Actor actor, @Nullable String proof) {
        if (actor != null) {
            return new Claimant.ByAccount(actor);
        }
        if (proof == null) {
            throw new Refusal(VolunteerProblem.JOIN_EXPIRED);
        }
        return new Claimant.ByMobile(proof);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    /** A document, with the code or the statement where one is asked for. */
    record DocumentBody(
            @Nullable String documentType,
            @Nullable String documentNumber,
            @Nullable String code,
            @Nullable String statement) {

        String type() {
            return Objects.requireNonNullElse(documentType, RegistrantForm.MAINLAND);
        }

        String number() {
            return text(documentNumber);
        }
    }

    /** The account that owns the registration now. */
    record Recovered(String accountId) {}
}
