package org.yiwang.account.web;

import static org.yiwang.kernel.Permission.ANYONE;
import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.account.OwnAccount;
import org.yiwang.account.SecondFactor;
import org.yiwang.account.SessionKind;
import org.yiwang.account.SessionView;
import org.yiwang.account.Sessions;
import org.yiwang.account.SignIn;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;

/** The own account over JSON: password, mobile number, sign-ins, second factor. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "account", description = "The own account: password, mobile number, sign-ins, second factor, consents")
class AccountApi {

    private final OwnAccount own;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final SignIn signIn;

    AccountApi(OwnAccount own, Sessions sessions, SecondFactor secondFactor, SignIn signIn) {
        this.own = own;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.signIn = signIn;
    }

    @PutMapping("/me/password")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Change the password; all other sign-ins end. Without a password so far, prove the number first")
    void changePassword(@RequestBody PasswordBody body, Actor actor) {
        own.changePassword(actor, text(body.old), text(body.password));
    }

    @PostMapping("/password-reset/codes")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send a code for a forgotten password; the same answer whether or not the number has an account")
    void sendResetCode(@RequestBody MobileBody body, HttpServletRequest request) {
        signIn.sendResetCode(text(body.mobile), request.getRemoteAddr());
    }

    @PostMapping("/password-reset")
    @Access(ANYONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set a new password with the code; all sign-ins end")
    void resetPassword(@RequestBody ResetBody body) {
        signIn.resetPassword(text(body.mobile), text(body.code), text(body.password));
    }

    @PostMapping("/me/proof/codes")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a code to the own number, for a proof by one who has no password")
    void sendProof(Actor actor, HttpServletRequest request) {
        own.sendProof(actor, request.getRemoteAddr());
    }

    @PostMapping("/me/proof")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Prove to be the owner, by the password or else by the code; holds five minutes for this sign-in")
    void prove(@RequestBody ProofBody body, Actor actor) {
        own.prove(actor, own.hasPassword(actor) ? text(body.password) : text(body.code));
    }

    @PostMapping("/me/mobile/codes")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a code to the present number and one to the new number")
    void sendMobileCodes(@RequestBody MobileBody body, Actor actor, HttpServletRequest request) {
        own.sendMobileCodes(actor, text(body.mobile), request.getRemoteAddr());
    }

    @PutMapping("/me/mobile")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Move the account to the new number, with both codes; all other sign-ins end")
    void changeMobile(@RequestBody NewMobileBody body, Actor actor) {
        own.changeMobile(actor, text(body.mobile), text(body.oldCode), text(body.newCode));
    }

    @GetMapping("/me/sessions")
    @Access(SIGNED_IN)
    @Operation(summary = "The own sign-ins that hold, newest first")
    List<SessionJson> sessions(Actor actor) {
        return sessions.list(actor).stream().map(SessionJson::of).toList();
    }

    @DeleteMapping("/me/sessions/{id}")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of the own sign-ins; harmless if it is over or somebody else's")
    void end(@PathVariable @Tsid long id, Actor actor) {
        sessions.end(actor, id);
    }

    @DeleteMapping("/me/sessions")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End all own sign-ins but this one")
    void endOthers(Actor actor) {
        sessions.endOthers(actor);
    }

    @GetMapping("/me/second-factor")
    @Access(SIGNED_IN)
    @Operation(summary = "Whether the second factor is set up, whether a role asks for it, recovery codes left")
    FactorJson factor(Actor actor) {
        return new FactorJson(
                secondFactor.isSetUp(actor.accountId()),
                secondFactor.isRequired(actor.accountId()),
                secondFactor.recoveryCodesLeft(actor));
    }

    @PostMapping("/me/second-factor")
    @Access(SIGNED_IN)
    @Operation(summary = "Begin to set the second factor up: what the authenticator app must be told")
    SecondFactor.Enrolment beginFactor(Actor actor) {
        return secondFactor.begin(actor);
    }

    @PutMapping("/me/second-factor")
    @Access(SIGNED_IN)
    @Operation(summary = "Set it up with the app's first code; the recovery codes are shown only now")
    RecoveryJson confirmFactor(@RequestBody ProofBody body, Actor actor) {
        return new RecoveryJson(secondFactor.confirm(actor, text(body.code)));
    }

    @DeleteMapping("/me/second-factor")
    @Access(SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Turn it off; asks for a recent proof, and stays on where a role asks for it")
    void turnOffFactor(Actor actor) {
        secondFactor.turnOff(actor);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    /** The password so far (null if there is none) and the new one. */
    record PasswordBody(@Nullable String old, @Nullable String password) {}

    /** A mobile number. */
    record MobileBody(@Nullable String mobile) {}

    /** A number with the code sent to it and the new password. */
    record ResetBody(
            @Nullable String mobile,
            @Nullable String code,
            @Nullable String password) {}

    /** A proof by password or by code. */
    record ProofBody(@Nullable String password, @Nullable String code) {}

    /** The new number with the codes sent to the present one and to it. */
    record NewMobileBody(
            @Nullable String mobile,
            @Nullable String oldCode,
            @Nullable String newCode) {}

    /** A sign-in as sent. */
    record SessionJson(
            String id,
            SessionKind kind,
            String agent,
            String address,
            Instant created,
            Instant expires,
            boolean current) {

        static SessionJson of(SessionView s) {
            return new SessionJson(
                    Ids.text(s.id()), s.kind(), s.agent(), s.address(), s.created(), s.expires(), s.current());
        }
    }

    /** Where the second factor stands. */
    record FactorJson(boolean on, boolean required, int recoveryCodesLeft) {}

    /** Codes for one who loses the authenticator, each good once. */
    record RecoveryJson(List<String> recoveryCodes) {}
}
