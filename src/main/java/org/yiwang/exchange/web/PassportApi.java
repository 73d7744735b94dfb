package org.yiwang.exchange.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import org.yiwang.exchange.ArrivalView;
import org.yiwang.exchange.Arrivals;
import org.yiwang.exchange.Passport;
import org.yiwang.exchange.PassportView;
import org.yiwang.exchange.Passports;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;

/** Portable passports over JSON: making, revoking and taking in; how one stands, for whoever holds the file. */
@RestController
@RequestMapping("/api/v1/passports")
@Tag(name = "passports", description = "Portable service passports")
class PassportApi {

    private final Passports passports;
    private final Arrivals arrivals;
    private final PassportPaper paper;

    PassportApi(Passports passports, Arrivals arrivals, PassportPaper paper) {
        this.passports = passports;
        this.arrivals = arrivals;
        this.paper = paper;
    }

    @GetMapping
    @Access(SIGNED_IN)
    @Operation(summary = "Passports made for the person or a ward, the newest first")
    List<PassportJson> list(Actor actor, @RequestParam @Tsid long volunteer) {
        return passports.list(actor, volunteer).stream().map(PassportJson::of).toList();
    }

    @PostMapping
    @Access(SIGNED_IN)
    @Operation(summary = "Make a passport; the file is the answer. Needs a fresh proof in the header Yiwang-Proof")
    ResponseEntity<byte[]> make(
            Actor actor,
            @RequestParam @Tsid long volunteer,
            @RequestParam(defaultValue = "false") boolean document,
            @RequestParam(defaultValue = "false") boolean moving,
            @RequestHeader(name = "Yiwang-Proof", defaultValue = "") String proof,
            Locale locale) {
        return PassportPages.file(passports.make(
                actor, volunteer, proof, new Passports.Wish(document, moving), p -> paper.write(p, locale)));
    }

    @DeleteMapping("/{volunteer}/{id}")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a passport")
    void revoke(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id) {
        passports.revoke(actor, volunteer, id);
    }

    @GetMapping("/{id}/state")
    @Access(ANYONE)
    @Operation(summary = "How a passport stands, for whoever holds the file and so knows its SHA-256")
    StateJson state(@PathVariable @Tsid long id, @RequestParam(defaultValue = "") String sha256) {
        return new StateJson(passports.state(id, sha256).name());
    }

    @PostMapping("/receipts")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hand in the receiver's signed receipt: the person has moved")
    void receipt(@RequestBody ReceiptBody body) {
        passports.complete(Objects.requireNonNullElse(body.receipt, ""));
    }

    @PostMapping("/arrivals")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take in a passport from another platform: the file as the body, application/octet-stream")
    ArrivalJson take(
            Actor actor,
            @RequestParam @Tsid long volunteer,
            @RequestParam(defaultValue = "false") boolean me,
            HttpServletRequest request)
            throws IOException {
        byte[] file = request.getInputStream().readNBytes(Arrivals.MOST_BYTES + 1);
        ArrivalView arrival = arrivals.take(actor, volunteer, file, me);
        return ArrivalJson.of(arrivals.get(actor, volunteer, arrival.arrivalId()), null);
    }

    @GetMapping("/arrivals/{volunteer}/{id}")
    @Access(SIGNED_IN)
    @Operation(summary = "What became of a passport from another platform; with the receipt once all of it is here")
    ArrivalJson arrival(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id) {
        return ArrivalJson.of(
                arrivals.get(actor, volunteer, id),
                arrivals.receipt(actor, volunteer, id).orElse(null));
    }

    /** A state. */
    record StateJson(String state) {}

    /** A receipt as text. */
    record ReceiptBody(@Nullable String receipt) {}

    /** A passport made here. */
    record PassportJson(
            String volunteerId,
            String passportId,
            Instant madeAt,
            Instant validUntil,
            boolean moving,
            String state,
            Passport.Totals totals) {

        static PassportJson of(PassportView p) {
            return new PassportJson(
                    Ids.text(p.volunteerId()),
                    Ids.text(p.passportId()),
                    p.madeAt(),
                    p.validUntil(),
                    p.moving(),
                    p.state().name(),
                    p.totals());
        }
    }

    /** A passport that arrived, with what became of its records. */
    record ArrivalJson(
            String volunteerId,
            String arrivalId,
            String issuer,
            String origin,
            String state,
            Passport.Totals there,
            Passport.Totals here,
            List<ClaimJson> records,
            @Nullable String receipt) {

        static ArrivalJson of(Arrivals.Detail detail, @Nullable String receipt) {
            ArrivalView it = detail.arrival();
            return new ArrivalJson(
                    Ids.text(it.volunteerId()),
                    Ids.text(it.arrivalId()),
                    it.issuer(),
                    it.origin(),
                    it.state().name(),
                    it.totals(),
                    detail.here(),
                    detail.claims().stream()
                            .map(c -> new ClaimJson(
                                    c.issuerRecord(),
                                    c.state().name(),
                                    c.title(),
                                    c.minutes(),
                                    c.recordId() == null ? null : Ids.text(c.recordId())))
                            .toList(),
                    receipt);
        }
    }

    /** A record that came along. */
    record ClaimJson(
            String issuerRecord,
            String state,
            String title,
            int minutes,
            @Nullable String recordId) {}
}
