package org.yiwang.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.platform.AfterCommit;

/** Telling people: into the inbox in the caller's transaction, and by text message where it is urgent. */
@Component
public class Notifications {

    private final InboxStore store;
    private final Inbox inbox;
    private final Sms sms;
    private final ObjectProvider<ContactBook> contacts;
    private final Clock clock;

    Notifications(InboxStore store, Inbox inbox, Sms sms, ObjectProvider<ContactBook> contacts, Clock clock) {
        this.store = store;
        this.inbox = inbox;
        this.sms = sms;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Puts the notice into the person's inbox; part of the caller's transaction. */
    @Transactional
    public void tell(long accountId, Notice notice) {
        tell(List.of(accountId), notice);
    }

    /** Puts the notice into the inbox of each of the people, once; part of the caller's transaction. */
    @Transactional
    public void tell(Collection<Long> accountIds, Notice notice) {
        Set<Long> people = Set.copyOf(accountIds);
        if (people.isEmpty()) {
            return;
        }
        store.insert(people, notice, clock.instant());
        if (notice.urgent()) {
            Set<Long> willing = new HashSet<>(people);
            willing.removeAll(store.withoutSms(people, kind(notice)));
            sms.queue(contacts.getObject().mobilesOf(willing), notice.key(), notice.args());
        }
        AfterCommit.run(() -> inbox.forget(people));
    }

    /** {@code notice.<kind>.<what>}. */
    private static String kind(Notice notice) {
        String[] parts = notice.key().split("\\.", 3);
        return parts.length < 3 ? "" : parts[1];
    }
}
