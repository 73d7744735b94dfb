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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.account.AccountProblem;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
import org.yiwang.account.Client;
import org.yiwang.account.SessionKind;
import org.yiwang.account.Sessions;
import org.yiwang.account.SignIn;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Scope;
import org.yiwang.web.Access;

/** Signing in and out by API; the token goes into {@code Authorization: Bearer}. */
@RestController
@Tag(name = "session", description = "Signing in and out, and who is signed in")
class SessionApi {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Accounts accounts;

    SessionApi(SignIn signIn, Sessions sessions, Accounts accounts) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** Signs in by mobile and password, or by mobile and the code sent before. */
    @PostMapping("/api/v1/session")
    @Access(ANYONE)
    @Operation(summary = "Sign in by password or by the code sent before; answers with a bearer token")
    @ResponseStatus(HttpStatus.CREATED)
    SessionJson begin(@RequestBody SignInJson body, HttpServletRequest request) {
        String mobile = Objects.requireNonNullElse(body.mobile, "");
        Client client = new Client(SessionKind.API, request.getRemoteAddr(), request.getHeader("User-Agent"));
        SignIn.Outcome outcome = body.code != null
                ? signIn.byCode(mobile, body.code, client)
                : signIn.byPassword(mobile, Objects.requireNonNullElse(body.password, ""), client);
        Sessions.Signed signed = switch (outcome) {
            case SignIn.Outcome.SignedIn(var session) -> session;
            case SignIn.Outcome.SecondFactorAsked(String mark) -> {
                if (body.secondFactor == null) {
                    throw new Refusal(AccountProblem.SECOND_FACTOR_NEEDED).at("secondFactor");
                }
                yield signIn.withSecondFactor(mark, body.secondFactor, client);
            }
            case SignIn.Outcome.SetUpAsked(String _) -> throw new Refusal(AccountProblem.SECOND_FACTOR_MISSING);
        };
        return new SessionJson(signed.token(), Ids.text(signed.accountId()), signed.expires());
    }

    /** Sends a sign-in code to the number; the answer is the same whether or not it has an account. */
    @PostMapping("/api/v1/session/code")
    @Access(ANYONE)
    @Operation(summary = "Send a sign-in code; the answer is the same with and without an account")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendCode(@RequestBody MobileJson body, HttpServletRequest request) {
        signIn.sendCode(Objects.requireNonNullElse(body.mobile, ""), request.getRemoteAddr());
    }

    /** Ends this session; its token holds no longer. */
    @DeleteMapping("/api/v1/session")
    @Access(SIGNED_IN)
    @Operation(summary = "End this session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor) {
        sessions.end(actor, actor.sessionId());
    }

    /** Who I am and which roles I hold. */
    @GetMapping("/api/v1/me")
    @Access(SIGNED_IN)
    @Operation(summary = "Who is signed in, with the roles held")
    MeJson me(Actor actor) {
        AccountView account = accounts.get(actor.accountId());
        return new MeJson(
                Ids.text(account.id()),
                account.name(),
                account.maskedMobile(),
                actor.grants().stream()
                        .map(g -> switch (g.scope()) {
                            case Scope.InRegion(var region) ->
                                new GrantJson(g.role().name(), region.value(), null);
                            case Scope.InOrganization(long id) ->
                                new GrantJson(g.role().name(), null, Ids.text(id));
                        })
                        .toList());
    }

    /** Either {@code password} or {@code code}; {@code secondFactor} where one is set up. */
    record SignInJson(
            @Nullable String mobile,
            @Nullable String password,
            @Nullable String code,
            @Nullable String secondFactor) {}

    record MobileJson(@Nullable String mobile) {}

    record SessionJson(String token, String accountId, Instant expires) {}

    record MeJson(String accountId, String name, String mobile, List<GrantJson> grants) {}

    record GrantJson(
            String role, @Nullable String region, @Nullable String organization) {}
}
