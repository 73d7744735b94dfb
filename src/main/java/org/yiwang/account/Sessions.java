package org.yiwang.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Scope;

/** A person's sign-ins: where they are, and ending them. */
@Component
public class Sessions {

    private static final Duration PROVED = Duration.ofMinutes(5);

    private final SessionStore store;
    private final SessionDirectory directory;
    private final Tokens tokens;
    private final SignInSettings settings;
    private final Clock clock;

    Sessions(SessionStore store, SessionDirectory directory, Tokens tokens, SignInSettings settings, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** The person's sign-ins that hold, newest first. */
    public List<SessionView> list(Actor actor) {
        return store.list(actor.accountId(), clock.instant()).stream()
                .map(s -> new SessionView(
                        s.id(),
                        s.kind(),
                        s.agent(),
                        s.address(),
                        s.created(),
                        s.expires(),
                        s.id() == actor.sessionId()))
                .toList();
    }

    /** Ends one of the person's own sign-ins; harmless if it is over or somebody else's. */
    @Transactional
    public void end(Actor actor, long sessionId) {
        store.revoke(actor.accountId(), sessionId, clock.instant());
        directory.forgetAccount(actor.accountId());
    }

    /** Ends all of the person's sign-ins but this one. */
    @Transactional
    public void endOthers(Actor actor) {
        endOthers(actor.accountId(), actor.sessionId());
    }

    /** Whether the owner proved it in the last 5 minutes. */
    public boolean isProved(Actor actor) {
        Instant until = store.provedUntil(actor.accountId(), actor.sessionId());
        return until != null && clock.instant().isBefore(until);
    }

    /** Refuses with {@code account.prove-first} unless {@link #isProved}. */
    public void requireProved(Actor actor) {
        if (!isProved(actor)) {
            throw new Refusal(AccountProblem.PROVE_FIRST);
        }
    }

    void proved(Actor actor) {
        store.prove(actor.accountId(), actor.sessionId(), clock.instant().plus(PROVED));
    }

    /** Begins a session. Those who hold a role at a region have the shorter times. */
    Signed begin(AccountStore.AccountRow account, List<Grant> grants, Client client, boolean secondFactor) {
        boolean staff = grants.stream().anyMatch(g -> g.scope() instanceof Scope.InRegion);
        Duration longest = staff
                ? settings.staffLongest()
                : client.kind() == SessionKind.API ? settings.apiLongest() : settings.sessionLongest();
        Duration idle =
                client.kind() == SessionKind.API ? longest : staff ? settings.staffIdle() : settings.sessionIdle();
        return begin(account.id(), client, idle, longest, secondFactor);
    }

    Signed begin(long accountId, Client client, Duration idle, Duration longest, boolean secondFactor) {
        Instant now = clock.instant();
        SessionStore.SessionRow session = new SessionStore.SessionRow(
                accountId,
                Ids.next(),
                client.kind(),
                Agent.label(client.agent()),
                client.address(),
                now.plus(longest),
                Math.toIntExact(idle.toMinutes()),
                secondFactor);
        store.insert(session, now);
        return signed(accountId, session.id(), now, idle, session.expires());
    }

    void endOthers(long accountId, long keep) {
        store.revokeOthers(accountId, keep, clock.instant());
        directory.forgetAccount(accountId);
    }

    void secondFactorShown(Actor actor) {
        store.secondFactorShown(actor.accountId(), actor.sessionId(), clock.instant());
        directory.forgetAccount(actor.accountId());
    }

    /** Who carries the token, null if it is forged, expired or ended. No query when the session was seen just before. */
    @Nullable
    Carried carrier(String token) {
        long now = clock.millis() / 1000;
        Tokens.Claims claims = tokens.read(Tokens.SESSION, token, now);
        if (claims == null) {
            return null;
        }
        SessionDirectory.Live live = directory.find(claims.account(), claims.other());
        return live == null || live.expires().getEpochSecond() <= now
                ? null
                : new Carried(live, claims.expiresSecond());
    }

    /** A token with a later end, once a tenth of the idle time has passed; null when it need not be renewed. */
    @Nullable
    Signed renewed(Carried carried) {
        SessionDirectory.Live live = carried.live;
        long now = clock.millis() / 1000;
        long full = Math.min(now + live.idleMinutes() * 60L, live.expires().getEpochSecond());
        return full - carried.expiresSecond < live.idleMinutes() * 6L
                ? null
                : signed(
                        live.actor().accountId(),
                        live.actor().sessionId(),
                        clock.instant(),
                        Duration.ofMinutes(live.idleMinutes()),
                        live.expires());
    }

    private Signed signed(long accountId, long sessionId, Instant now, Duration idle, Instant end) {
        Instant expires = now.plus(idle).isBefore(end) ? now.plus(idle) : end;
        return new Signed(
                tokens.sign(Tokens.SESSION, accountId, sessionId, expires.getEpochSecond()),
                accountId,
                sessionId,
                expires);
    }

    /**
     * A token just made.
     *
     * @param token what the client sends from now on
     * @param accountId whose
     * @param sessionId of which session
     * @param expires until when, if not renewed
     */
    public record Signed(String token, long accountId, long sessionId, Instant expires) {}

    /** A token as it came, with its session. */
    record Carried(SessionDirectory.Live live, long expiresSecond) {}
}
