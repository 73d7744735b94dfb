package org.yiwang.notification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Problem;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.web.Unread;

/** A person's messages, and what the person wishes to be told by text message. */
@Component
public class Inbox implements Unread {

    /** Kinds of notice that can be urgent: the modules that send them. */
    public static final List<String> KINDS =
            List.of("signup", "activity", "attendance", "record", "organization", "volunteer", "entry");

    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 500;

    private final InboxStore store;
    private final Clock clock;

    /** The mark on every page; a few seconds old at most, so that no page costs a query. */
    private final Cache<Long, Integer> unread = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    Inbox(InboxStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Messages not read yet, at most 100; may be some seconds old on another node. */
    @Override
    public int count(Actor actor) {
        return unread.get(actor.accountId(), store::countUnread);
    }

    /** The person's messages, newest first. */
    public Slice<NoticeView> list(Actor actor, boolean unreadOnly, int page) {
        int number = Math.clamp(page, 1, LAST_PAGE);
        return Slice.cut(
                store.list(actor.accountId(), unreadOnly, (number - 1) * PAGE_SIZE, PAGE_SIZE + 1), number, PAGE_SIZE);
    }

    /** Marks a message as read and says where it leads; refuses with {@code notification.unknown}, also for another's. */
    @Transactional
    public String open(Actor actor, long id) {
        String link =
                store.read(actor.accountId(), id, clock.instant()).orElseThrow(() -> new Refusal(InboxProblem.UNKNOWN));
        forget(Set.of(actor.accountId()));
        return link;
    }

    /** Marks all as read. */
    @Transactional
    public void readAll(Actor actor) {
        store.readAll(actor.accountId(), clock.instant());
        forget(Set.of(actor.accountId()));
    }

    /** Kind to whether urgent notices of that kind come by text message too. */
    public Map<String, Boolean> preferences(Actor actor) {
        Map<String, Boolean> kept = store.preferences(actor.accountId());
        Map<String, Boolean> all = new LinkedHashMap<>();
        KINDS.forEach(kind -> all.put(kind, kept.getOrDefault(kind, true)));
        return all;
    }

    /** Sets which kinds come by text message too; all others do not. */
    @Transactional
    public void prefer(Actor actor, Set<String> kindsBySms) {
        KINDS.forEach(kind -> store.prefer(actor.accountId(), kind, kindsBySms.contains(kind)));
    }

    /** To be called when the unread messages of these people have changed. */
    void forget(Iterable<Long> accounts) {
        unread.invalidateAll(accounts);
    }

    /** Refusals of the inbox. */
    enum InboxProblem implements Problem {
        /** The person has no such message. */
        UNKNOWN(Kind.NOT_FOUND);

        private final Kind kind;

        InboxProblem(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String code() {
            return "notification." + name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }
}
