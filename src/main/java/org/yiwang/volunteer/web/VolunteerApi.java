package org.yiwang.volunteer.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;
import static org.yiwang.kernel.Permission.VOLUNTEER_READ;
import static org.yiwang.kernel.Permission.VOLUNTEER_REGISTER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import org.yiwang.account.Client;
import org.yiwang.account.SessionKind;
import org.yiwang.account.SignIn;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.kernel.Tsid;
import org.yiwang.volunteer.CardView;
import org.yiwang.volunteer.Cards;
import org.yiwang.volunteer.Guardians;
import org.yiwang.volunteer.Joining;
import org.yiwang.volunteer.Register;
import org.yiwang.volunteer.RegisterView;
import org.yiwang.volunteer.Registration;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;
import org.yiwang.volunteer.web.VolunteerJson.BadgeJson;
import org.yiwang.volunteer.web.VolunteerJson.CardJson;
import org.yiwang.volunteer.web.VolunteerJson.JoinBody;
import org.yiwang.volunteer.web.VolunteerJson.Joined;
import org.yiwang.volunteer.web.VolunteerJson.ListedJson;
import org.yiwang.volunteer.web.VolunteerJson.MobileBody;
import org.yiwang.volunteer.web.VolunteerJson.PersonBody;
import org.yiwang.volunteer.web.VolunteerJson.ScannedJson;
import org.yiwang.volunteer.web.VolunteerJson.VolunteerOut;
import org.yiwang.web.Access;
import org.yiwang.web.Idempotency;

/** Registering and being a volunteer, over JSON. */
@RestController
@RequestMapping("/api/v1/volunteers")
@Tag(name = "volunteers", description = "Registering, the card, wards, the register")
class VolunteerApi {

    private final Joining joining;
    private final Registration registration;
    private final Volunteers volunteers;
    private final Guardians guardians;
    private final Cards cards;
    private final Register register;
    private final SignIn signIn;
    private final Idempotency idempotency;
    private final MessageSource messages;

    VolunteerApi(
            Joining joining,
            Registration registration,
            Volunteers volunteers,
            Guardians guardians,
            Cards cards,
            Register register,
            SignIn signIn,
            Idempotency idempotency,
            MessageSource messages) {
        this.joining = joining;
        this.registration = registration;
        this.volunteers = volunteers;
        this.guardians = guardians;
        this.cards = cards;
        this.register = register;
        this.signIn = signIn;
        this.idempotency = idempotency;
        this.messages = messages;
    }

    /** Sends the code that a registration asks for. */
    @PostMapping("/codes")
    @Access(ANYONE)
    @Operation(summary = "Send the code that a registration asks for")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendCode(@RequestBody MobileBody body, HttpServletRequest request) {
        joining.sendCode(body.mobile(), request.getRemoteAddr());
    }

    /** Opens an account and registers its owner; answers with a bearer token, so that the person is signed in. */
    @PostMapping
    @Access(ANYONE)
    @Operation(summary = "Open an account and register its owner; answers with a bearer token")
    @ResponseStatus(HttpStatus.CREATED)
    Joined join(@RequestBody JoinBody body, HttpServletRequest request) {
        String ticket = joining.prove(body.mobile(), body.code());
        VolunteerView view = joining.join(ticket, null, body.person().registrant());
        String token = null;
        if (view.accountId() != null) {
            Client client = new Client(SessionKind.API, request.getRemoteAddr(), request.getHeader("User-Agent"));
            if (signIn.byProvedMobile(view.accountId(), client) instanceof SignIn.Outcome.SignedIn in) {
                token = in.session().token();
            }
        }
        return new Joined(VolunteerOut.of(view), token);
    }

    /** Registers the owner of the account that calls. */
    @PostMapping("/me")
    @Access(SIGNED_IN)
    @Operation(summary = "Register the owner of the calling account")
    @ResponseStatus(HttpStatus.CREATED)
    VolunteerOut joinSignedIn(
            Actor actor,
            @RequestBody PersonBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return idempotency.once(
                actor,
                key,
                "volunteer.register",
                VolunteerOut.class,
                () -> VolunteerOut.of(joining.join(actor, body.registrant())));
    }

    /** The person and wards, in this order. */
    @GetMapping("/me")
    @Access(SIGNED_IN)
    @Operation(summary = "The person and the wards")
    List<VolunteerOut> me(Actor actor) {
        return volunteers.actingFor(actor).stream().map(VolunteerOut::of).toList();
    }

    /** The card's codes now; of a ward with {@code of}. */
    @GetMapping("/me/card")
    @Access(SIGNED_IN)
    @Operation(summary = "The codes of the card now, and what is on it such as a star; of a ward with \"of\"")
    CardJson card(Actor actor, @RequestParam(required = false) @Nullable String of, Locale locale) {
        long id = of == null
                ? volunteers
                        .findByAccount(actor.accountId())
                        .orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN))
                        .id()
                : Ids.parse(of).orElseThrow(() -> new Refusal(VolunteerProblem.UNKNOWN));
        CardView card = cards.get(actor, id); // refuses whose card is not the caller's to see
        return CardJson.of(
                card,
                cards.badges(id).stream()
                        .map(b -> new BadgeJson(b.icon(), messages.getMessage(b.key(), b.values(), locale)))
                        .toList());
    }

    /** What anybody learns from a scanned card. */
    @GetMapping("/cards/{code}")
    @Access(ANYONE)
    @Operation(summary = "What anybody learns from a scanned card")
    ScannedJson scanned(@PathVariable String code) {
        return ScannedJson.of(cards.look(code));
    }

    /** The wards of the person who calls. */
    @GetMapping("/me/wards")
    @Access(SIGNED_IN)
    @Operation(summary = "The caller's wards")
    List<VolunteerOut> wards(Actor actor) {
        return guardians.list(actor).stream()
                .map(w -> VolunteerOut.of(w.volunteer()))
                .toList();
    }

    /** Registers a ward. */
    @PostMapping("/me/wards")
    @Access(SIGNED_IN)
    @Operation(summary = "Register a ward")
    @ResponseStatus(HttpStatus.CREATED)
    VolunteerOut registerWard(
            Actor actor,
            @RequestBody PersonBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return idempotency.once(
                actor,
                key,
                "volunteer.register-ward",
                VolunteerOut.class,
                () -> VolunteerOut.of(registration.registerWard(actor, body.registrant())));
    }

    /** Closes a ward's registration. */
    @DeleteMapping("/me/wards/{id}")
    @Access(SIGNED_IN)
    @Operation(summary = "Close a ward's registration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeWard(Actor actor, @PathVariable @Tsid long id) {
        guardians.close(actor, id);
    }

    /** Registers somebody at the desk, who must confirm. */
    @PostMapping("/others")
    @Access(VOLUNTEER_REGISTER)
    @Operation(summary = "Register somebody at the desk, who must confirm")
    @ResponseStatus(HttpStatus.CREATED)
    VolunteerOut registerFor(
            Actor actor,
            @RequestBody JoinBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return idempotency.once(
                actor,
                key,
                "volunteer.register-for",
                VolunteerOut.class,
                () -> VolunteerOut.of(registration.registerFor(
                        actor, body.mobile(), body.person().registrant())));
    }

    /** The register within the caller's regions, masked. */
    @GetMapping
    @Access(VOLUNTEER_READ)
    @Operation(summary = "The register within the caller's regions, masked")
    Slice<ListedJson> list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String skill,
            @RequestParam(required = false) VolunteerView.@Nullable State state,
            @RequestParam(defaultValue = "1") int page) {
        return register.list(actor, new RegisterView.Filter(q, skill, state), page)
                .map(ListedJson::of);
    }
}
