package org.yiwang.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Scope;
import org.yiwang.platform.AfterCommit;
import org.yiwang.platform.SharedReads;

/**
 * Sessions that hold now, with name and grants, kept for ten seconds: so long may a revoked session or grant still
 * count on another node; on this node it ends at once. Requests that miss at the same time share one query.
 */
@Component
class SessionDirectory {

    static final Duration KEEP = Duration.ofSeconds(10);
    private static final int BATCH = 256;

    private final SessionStore store;
    private final boolean staffTotp;
    private final Cache<Long, Live> cache;
    private final SharedReads<Asked, Live> reads = new SharedReads<>(BATCH, this::load);
    private final AtomicLong changes = new AtomicLong();

    @Autowired
    SessionDirectory(SessionStore store, @Value("${yiwang.staff-totp:#{!${yiwang.demo:false}}}") boolean staffTotp) {
        this(store, staffTotp, Ticker.systemTicker());
    }

    SessionDirectory(SessionStore store, boolean staffTotp, Ticker ticker) {
        this.store = store;
        this.staffTotp = staffTotp;
        this.cache = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterWrite(KEEP)
                .ticker(ticker)
                .build();
    }

    /** The session, null if it is ended or its account closed. */
    @Nullable
    Live find(long accountId, long sessionId) {
        Live live = cache.getIfPresent(sessionId);
        if (live == null) {
            live = reads.ask(new Asked(accountId, sessionId));
        }
        return live.actor.accountId() == accountId && !live.ended ? live : null;
    }

    /** Forgets a person's sessions now and, inside a transaction, once more when it has committed. */
    void forgetAccount(long accountId) {
        forget(accountId);
        AfterCommit.run(() -> forget(accountId));
    }

    private void forget(long accountId) {
        changes.incrementAndGet();
        cache.asMap().values().removeIf(live -> live.actor.accountId() == accountId);
    }

    /** Keeps what it read unless somebody's sessions were forgotten meanwhile. */
    private List<Live> load(List<Asked> asked) {
        long before = changes.get();
        Map<Long, Live> found = new HashMap<>();
        for (SessionStore.LiveRow row : store.load(
                asked.stream().map(Asked::accountId).toArray(Long[]::new),
                asked.stream().map(Asked::sessionId).toArray(Long[]::new))) {
            found.put(row.session().id(), live(row));
        }
        boolean unchanged = changes.get() == before;
        List<Live> answers = new ArrayList<>();
        for (Asked one : asked) {
            Live live = found.getOrDefault(one.sessionId, Live.ended(one.accountId, one.sessionId));
            if (unchanged) {
                cache.put(one.sessionId, live);
            }
            answers.add(live);
        }
        return answers;
    }

    private Live live(SessionStore.LiveRow row) {
        SessionStore.SessionRow session = row.session();
        return new Live(
                new Actor(
                        session.accountId(), row.name(), effective(row.grants(), session.secondFactor()), session.id()),
                session.kind(),
                session.expires(),
                session.idleMinutes(),
                false);
    }

    /** Without the second factor a session carries no role at a region, where one is asked for. */
    List<Grant> effective(List<Grant> grants, boolean secondFactor) {
        return secondFactor || !staffTotp
                ? grants
                : grants.stream()
                        .filter(g -> !(g.scope() instanceof Scope.InRegion))
                        .toList();
    }

    /** Whether somebody with these grants must show a second factor. */
    boolean asksForSecondFactor(List<Grant> grants) {
        return staffTotp && grants.stream().anyMatch(g -> g.scope() instanceof Scope.InRegion);
    }

    /**
     * A session as requests see it.
     *
     * @param expires when it ends in any case
     * @param idleMinutes after how long without a visit it ends
     */
    record Live(Actor actor, SessionKind kind, Instant expires, int idleMinutes, boolean ended) {

        static Live ended(long accountId, long sessionId) {
            return new Live(new Actor(accountId, "", List.of(), sessionId), SessionKind.API, Instant.EPOCH, 0, true);
        }
    }

    private record Asked(long accountId, long sessionId) {}
}
