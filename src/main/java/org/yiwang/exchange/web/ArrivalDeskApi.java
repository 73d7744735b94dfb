package org.yiwang.exchange.web;

import static org.yiwang.kernel.Permission.TRANSFER_DECIDE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.exchange.ArrivalDesk;
import org.yiwang.exchange.Doubt;
import org.yiwang.exchange.Doubts;
import org.yiwang.exchange.IssuerView;
import org.yiwang.exchange.Issuers;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.record.Proposal;
import org.yiwang.web.Access;

/** The city office over the API: passports that wait, hours that are here already, platforms that are trusted. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "passport office", description = "Deciding about passports from elsewhere, and whom to trust")
class ArrivalDeskApi {

    private final ArrivalDesk desk;
    private final Doubts doubts;
    private final Issuers issuers;

    ArrivalDeskApi(ArrivalDesk desk, Doubts doubts, Issuers issuers) {
        this.desk = desk;
        this.doubts = doubts;
        this.issuers = issuers;
    }

    @GetMapping("/passports/office")
    @Access(TRANSFER_DECIDE)
    @Operation(summary = "Passports of issuers that are not trusted, the oldest first")
    Slice<Waiting> queue(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return desk.queue(actor, page).map(Waiting::of);
    }

    @PostMapping("/passports/office/{volunteer}/{id}/trust")
    @Access(TRANSFER_DECIDE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Trust the issuer with the key that signed it, after comparing the key by another way; a proposal"
                    + " until a second officer confirms it")
    void trust(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id, @RequestBody Words body) {
        desk.trust(actor, volunteer, id, text(body.address));
    }

    @PostMapping("/passports/office/{volunteer}/{id}/refusal")
    @Access(TRANSFER_DECIDE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Decide against a passport, with a reason that the volunteer reads")
    void refuse(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long id, @RequestBody Words body) {
        desk.refuse(actor, volunteer, id, text(body.reason));
    }

    @GetMapping("/passports/conflicts")
    @Access(TRANSFER_DECIDE)
    @Operation(summary = "Records from elsewhere whose hours are on record here already")
    Slice<Conflict> conflicts(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return desk.conflicts(actor, page).map(Conflict::of);
    }

    @PostMapping("/passports/conflicts/{volunteer}/{source}/drop")
    @Access(TRANSFER_DECIDE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "What is on record here stands; with a reason that the volunteer reads")
    void drop(
            Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long source, @RequestBody Words body) {
        desk.drop(actor, volunteer, source, text(body.reason));
    }

    @PostMapping("/passports/conflicts/{volunteer}/{source}/retry")
    @Access(TRANSFER_DECIDE)
    @Operation(summary = "What was here has been set right: take the record in now; how many were taken")
    Taken retry(Actor actor, @PathVariable @Tsid long volunteer, @PathVariable @Tsid long source) {
        return new Taken(desk.tryAgain(actor, volunteer, source) ? 1 : 0);
    }

    @GetMapping("/issuers")
    @Access(TRANSFER_DECIDE)
    @Operation(summary = "Platforms whose passports are trusted here, and those that wait for a second officer")
    List<Issuer> issuers(Actor actor) {
        return issuers.list(actor).stream().map(Issuer::of).toList();
    }

    @GetMapping("/passports/doubted")
    @Access(TRANSFER_DECIDE)
    @Operation(summary = "Records that came in by a platform that is trusted no longer")
    Slice<Doubted> doubted(Actor actor, @RequestParam(defaultValue = "1") int page) {
        return doubts.list(actor, page).map(Doubted::of);
    }

    @PostMapping("/passports/doubted/{volunteer}/{source}/{decision:keep|void|confirm}")
    @Access(TRANSFER_DECIDE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Such a record stays; or it shall be void, with reason and evidence that the volunteer reads; or the second"
                            + " officer confirms that: then the volunteer is told, and it is carried out on its day")
    void decideDoubted(
            Actor actor,
            @PathVariable @Tsid long volunteer,
            @PathVariable @Tsid long source,
            @PathVariable String decision,
            @RequestBody Words body) {
        switch (decision) {
            case "keep" -> doubts.keep(actor, volunteer, source, text(body.reason));
            case "void" -> doubts.askVoid(actor, volunteer, source, text(body.reason), text(body.evidence));
            default -> doubts.confirmVoid(actor, volunteer, source);
        }
    }

    @PostMapping("/issuers")
    @Access(TRANSFER_DECIDE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose to trust a platform with its public key (PEM), after comparing it by another way")
    Proposed propose(Actor actor, @RequestBody NewIssuer body) {
        return new Proposed(Ids.text(issuers.propose(
                actor,
                shortened(body.origin),
                shortened(body.name),
                Issuers.key(text(body.key)),
                shortened(body.address))));
    }

    @PostMapping("/issuers/{id}/confirmation")
    @Access(TRANSFER_DECIDE)
    @Operation(summary = "The second officer compared the key too: its passports that wait are taken in")
    Taken confirm(Actor actor, @PathVariable @Tsid long id) {
        return new Taken(issuers.confirm(actor, id));
    }

    @DeleteMapping("/issuers/{id}")
    @Access(TRANSFER_DECIDE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Trust it no longer; what is on record stays until it is decided about each. The others in office and the auditors"
                            + " are told")
    void withdraw(Actor actor, @PathVariable @Tsid long id) {
        issuers.withdraw(actor, id);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static String shortened(@Nullable String given) {
        String text = text(given);
        return text.substring(0, Math.min(text.length(), Issuers.LONGEST));
    }

    /** A reason, what shows it, or the address where an issuer can be asked. */
    record Words(
            @Nullable String reason,
            @Nullable String evidence,
            @Nullable String address) {}

    /** A record of a platform that is trusted no longer or knows of it no longer; what is asked for, and from when it would be carried out. */
    record Doubted(
            Conflict record,
            @Nullable String why,
            @Nullable String evidence,
            boolean told,
            @Nullable Instant carriedOutAt) {

        static Doubted of(Doubt d) {
            Doubt.Asked asked = d.asked();
            Proposal told = d.told();
            return new Doubted(
                    Conflict.of(new ArrivalDesk.Conflict(d.claim(), d.person())),
                    asked == null ? null : asked.why(),
                    asked == null ? null : asked.evidence(),
                    asked != null && asked.recordId() != null,
                    told == null ? null : told.takesEffectOn());
        }
    }

    /** How many records were taken in or settled. */
    record Taken(int taken) {}

    /** A platform that waits for the second officer. */
    record Proposed(String issuerId) {}

    /** A platform to trust. */
    record NewIssuer(
            @Nullable String name,
            @Nullable String origin,
            @Nullable String key,
            @Nullable String address) {}

    /** A platform that is trusted, or waits for the second officer while no moment is given; the key as base64 of its DER form. */
    record Issuer(
            String id,
            String name,
            String origin,
            String algorithm,
            String keyId,
            String key,
            @Nullable String address,
            @Nullable Instant trustedAt) {

        static Issuer of(IssuerView v) {
            return new Issuer(
                    Ids.text(v.issuerId()),
                    v.name(),
                    v.origin(),
                    v.key().algorithm().name(),
                    v.key().id(),
                    Base64.getEncoder().encodeToString(v.key().encoded()),
                    v.address(),
                    v.trustedAt());
        }
    }

    /** A passport that waits; the person masked. */
    record Waiting(
            String volunteerId,
            String arrivalId,
            String maskedName,
            String issuer,
            String origin,
            String keyId,
            boolean moving,
            Instant arrivedAt) {

        static Waiting of(ArrivalDesk.Waiting w) {
            return new Waiting(
                    Ids.text(w.arrival().volunteerId()),
                    Ids.text(w.arrival().arrivalId()),
                    w.person().maskedName(),
                    w.arrival().issuer(),
                    w.arrival().origin(),
                    w.arrival().key().id(),
                    w.arrival().moving(),
                    w.arrival().arrivedAt());
        }
    }

    /** A record that does not agree with those here, and why; the person masked. */
    record Conflict(
            String volunteerId,
            String sourceId,
            String maskedName,
            String origin,
            String issuerRecord,
            String title,
            LocalDate date,
            Instant from,
            Instant to,
            int minutes,
            @Nullable String why) {

        static Conflict of(ArrivalDesk.Conflict c) {
            return new Conflict(
                    Ids.text(c.claim().volunteerId()),
                    Ids.text(c.claim().sourceId()),
                    c.person().maskedName(),
                    c.claim().origin(),
                    c.claim().issuerRecord(),
                    c.claim().title(),
                    c.claim().date(),
                    c.claim().served().start(),
                    c.claim().served().end(),
                    c.claim().minutes(),
                    c.claim().why());
        }
    }
}
